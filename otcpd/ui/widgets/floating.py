"""A small window of ours that floats over the main one: round corners, one shadow, Esc closes, the focus returns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from otcpd.ui.painting import RADIUS_CARD, RING_SPACE, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.popup import let_float
from otcpd.ui.widgets.shadow import REACH, paint_shadow


class FloatingPanel(QDialog):
    """Not modal; `closed` comes whenever it goes. What it holds goes into `column`."""

    closed = Signal()

    def __init__(self, theme: Theme, title: str, width: int, parent: QWidget) -> None:
        """`width` is that of the surface at 100 %; the window leaves room for the shadow all round."""
        super().__init__(parent, Qt.WindowType.Dialog)
        self.theme = theme
        self._wanted = width
        self._moved = False
        let_float(self)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self._shape()
        theme.changed.connect(self._shape)

    def open_over(self, window: QWidget) -> None:
        """Show it over a window, where it was last if it was moved."""
        self.fit()
        if not self.isVisible() and not self._moved:
            self._place(window)
        self.show()
        self.raise_()
        self.activateWindow()

    def fit(self) -> None:
        """Be as high as the content asks for at the width there is."""
        width = self._width()
        height = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else -1
        room = self.screen().availableGeometry().height() + 2 * REACH  # shadows may reach over the edge
        self.resize(width, min(max(height, self.column.totalMinimumSize().height()), room))
        lowest = self.screen().availableGeometry().bottom() + REACH
        if self.isVisible() and not self._moved:
            self._stay_inside(self.x(), self.y())
        elif self.isVisible() and self.y() + self.height() > lowest:
            self.move(self.x(), lowest - self.height())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def setVisible(self, visible: bool) -> None:
        had_focus = self.isVisible() and self.isActiveWindow()
        went = self.isVisible() and not visible
        super().setVisible(visible)
        parent = self.parentWidget()
        if went and had_focus and parent is not None:
            parent.window().activateWindow()  # not every system does so by itself
        if went:
            self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ground moves the window, as a title bar would."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None and handle.startSystemMove():
            self._moved = True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        card = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        paint_shadow(painter, card, RADIUS_CARD, theme.colour("shadow"))
        rounded(painter, card, RADIUS_CARD, theme.colour("surface"), theme.colour("line_btn"))

    def _shape(self) -> None:
        sides, ends = REACH + self.theme.gap(20) - RING_SPACE, REACH + self.theme.gap(16)
        self.column.setContentsMargins(sides, ends, sides, ends)
        self.column.setSpacing(self.theme.gap(8))
        if self.isVisible():
            self.fit()

    def _width(self) -> int:
        parent = self.parentWidget()
        screen = self.screen().availableGeometry().width()
        room = min(screen, parent.window().width() - 8) if parent is not None else screen
        return min(self.theme.px(self._wanted) + 2 * REACH, max(room, 320))

    def _place(self, window: QWidget) -> None:
        corner = window.mapToGlobal(QPoint((window.width() - self.width()) // 2, window.height() // 8))
        self._stay_inside(corner.x(), corner.y())

    def _stay_inside(self, x: int, y: int) -> None:
        """Move there, or to the next place where all of the surface is on the screen; shadows may reach over it."""
        area = self.screen().availableGeometry().adjusted(-REACH, -REACH, REACH, REACH)
        x = max(area.left(), min(x, area.right() + 1 - self.width()))
        y = max(area.top(), min(y, area.bottom() + 1 - self.height()))
        if (x, y) != (self.x(), self.y()):
            self.move(x, y)
