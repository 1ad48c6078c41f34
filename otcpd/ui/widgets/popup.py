"""What floats over the window: menus, lists, the calendar. They have round corners and show the page behind these."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from otcpd.ui.painting import RADIUS_CARD, rounded
from otcpd.ui.theme.dressing import dress_menu
from otcpd.ui.theme.theme import Theme


def let_float(popup: QWidget) -> None:
    """Take from a pop-up the square ground and shadow of the system. To be called before it is shown."""
    popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


class FloatingMenu(QMenu):
    """A menu in our look, corners and all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        let_float(self)
        self.aboutToShow.connect(self.dress)

    def dress(self) -> None:
        """Look as menus look now."""
        dress_menu(self)


class PopUpSheet(QFrame):
    """A pop-up that holds something of ours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        let_float(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        rounded(QPainter(self), QRectF(self.rect()), RADIUS_CARD, theme.colour("surface"), theme.colour("line_btn"))
