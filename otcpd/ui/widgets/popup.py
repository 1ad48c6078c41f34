"""What floats over the window: menus, lists, the calendar. They have round corners and show the page behind these."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from otcpd.ui.painting import RADIUS_CARD, rounded
from otcpd.ui.theme.dressing import dress_menu
from otcpd.ui.theme.theme import Theme

BELOW = 4
"""Between a field and what opens from it."""


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
        self.aboutToShow.connect(self._dress)

    def _dress(self) -> None:
        dress_menu(self)


class PopUpSheet(QFrame):
    """A pop-up that holds something of ours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        let_float(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        rounded(QPainter(self), QRectF(self.rect()), RADIUS_CARD, theme.colour("surface"), theme.colour("line"))


def place_below(popup: QWidget, field: QWidget) -> None:
    """Put `popup` below `field`, left edge to left edge, or above it where the screen ends."""
    area = field.screen().availableGeometry()
    corner = field.mapToGlobal(QPoint(0, field.height() + BELOW))
    if corner.y() + popup.height() > area.bottom():
        corner = field.mapToGlobal(QPoint(0, -BELOW - popup.height()))
    x = min(corner.x(), area.right() - popup.width())
    popup.move(max(area.left(), x), max(area.top(), corner.y()))
