"""What floats over the window: menus, lists, the calendar. They have round corners and show the page behind these."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from otcpd.ui.painting import RADIUS_CARD, dots_to_a_pixel, rounded
from otcpd.ui.theme.dressing import dress_menu
from otcpd.ui.theme.icons import Icons
from otcpd.ui.theme.theme import TICKS, Theme

INSIDE = 8
"""Pixels between the edge of a line of a menu and its tick."""
_ICONS = Icons()


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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ticked = [action for action in self.actions() if action.isVisible() and action.isChecked()]
        app = QApplication.instance()
        look = str(app.property(TICKS) or "").split() if app is not None else []
        if not ticked or not look:
            return
        # Style sheets know pictures from files only, and none in a colour of ours.
        painter, size = QPainter(self), int(look[1])
        for action in ticked:
            row = self.actionGeometry(action)
            picture = _ICONS.pixmap("tick", look[0], size, dots_to_a_pixel(painter))
            painter.drawPixmap(QPointF(row.left() + INSIDE, row.center().y() + 1 - size / 2), picture)


class PopUpSheet(QFrame):
    """A pop-up that holds something of ours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        let_float(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        rounded(QPainter(self), QRectF(self.rect()), RADIUS_CARD, theme.colour("surface"), theme.colour("line_btn"))
