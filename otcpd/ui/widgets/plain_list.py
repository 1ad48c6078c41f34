"""What all lists of rows have in common: their place on the page, their keys, the ground of a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QWidget

from otcpd.ui.painting import RADIUS, rounded
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme


class PlainList(QListView):
    """One stop for the Tab key, on the ground of what is behind it: arrows, Home, End and letters move the choice,
    Enter goes on to what is chosen."""

    row_entered = Signal(QModelIndex)
    """Enter was pressed on this row, which is chosen."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        slim_bars(self, theme)
        theme.changed.connect(self.remeasure)

    def remeasure(self) -> None:
        """Rows are of other heights now."""
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectionModel().isSelected(index):
            self.row_entered.emit(index)
        else:
            super().keyPressEvent(event)


def paint_ground(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    state: QStyle.StateFlag,
    *,
    radius: float = RADIUS,
    hover: str = "hover",
) -> None:
    """Show of a row whether it is chosen, pointed at, and has the focus."""
    if state & QStyle.StateFlag.State_Selected:
        rounded(painter, area, radius, theme.colour("accent_soft"))
    elif state & QStyle.StateFlag.State_MouseOver:
        rounded(painter, area, radius, theme.colour(hover))
    if state & QStyle.StateFlag.State_HasFocus:
        rounded(painter, area, radius, edge=theme.colour("focus"), width=2)
