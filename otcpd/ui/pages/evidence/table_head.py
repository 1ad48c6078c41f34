"""The heads of the columns: a click sorts, and so does Enter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from otcpd.ui.pages.evidence.contents import Column
from otcpd.ui.pages.evidence.model import HEADS
from otcpd.ui.painting import RADIUS, hairline, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.faces import FACE

ORDERS = {
    Column.NUMBER: ("From the first number", "From the last number"),
    Column.NAME: ("A to Z", "Z to A"),
    Column.KIND: ("By kind", "By kind, backwards"),
    Column.SIZE: ("Smallest first", "Largest first"),
    Column.USED: ("Least used first", "Most used first"),
    Column.ADDED: ("Oldest first", "Newest first"),
}
"""How rows are sorted, in words: rising, and falling."""


class TableHead(QHeaderView):
    """One stop for the Tab key: Left and Right go from head to head, Enter sorts by it."""

    sort_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._by, self._falling = Column.ADDED, True
        self._at = Column.NAME
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FACE, "list")
        self.setAccessibleName("Heads of the columns")
        self.sectionClicked.connect(self.sort_wanted)
        self._describe()

    def set_sort(self, by: Column, *, falling: bool) -> None:
        """Say by which column the rows are sorted."""
        self._by, self._falling = by, falling
        self._describe()
        self.viewport().update()

    def order(self) -> str:
        """ "Newest first"."""
        return ORDERS[self._by][self._falling]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [column for column in Column if not self.isSectionHidden(column)]
        here = shown.index(self._at) if self._at in shown else 0
        match event.key():
            case Qt.Key.Key_Left:
                self._at = shown[max(0, here - 1)]
            case Qt.Key.Key_Right:
                self._at = shown[min(len(shown) - 1, here + 1)]
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.sort_wanted.emit(int(shown[here]))
            case _:
                event.ignore()
                return
        self._describe()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = self._theme
        painter.fillRect(event.rect(), theme.colour("window"))
        for column in Column:
            if not self.isSectionHidden(column):
                left = self.sectionViewportPosition(column)
                self._paint_head(painter, column, QRect(left, 0, self.sectionSize(column), self.height()))
        base = self.height() - 1
        hairline(painter, QPointF(0, base), QPointF(self.length(), base), theme.colour("line"))

    def _paint_head(self, painter: QPainter, column: Column, area: QRect) -> None:
        theme = self._theme
        side, arrow = theme.gap(12), theme.px(8)
        room = QRectF(area).adjusted(side, 0, -side, 0)
        sorted_by = column is self._by
        text = HEADS[column]
        width = theme.width(Role.META_STRONG, text)
        left = room.left()
        if column is Column.SIZE:  # numbers stand at the right, and so does their head
            left = room.right() - width - (arrow + theme.gap(6) if sorted_by else 0)
        painter.setFont(theme.font(Role.META_STRONG))
        painter.setPen(theme.colour("ink" if sorted_by else "ink2"))
        place = QRectF(left, room.top(), width + 2, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        if sorted_by:
            self._paint_arrow(painter, QPointF(left + width + theme.gap(6), room.center().y()), arrow)
        elif column is Column.NAME and self.isSectionHidden(self._by):
            self._paint_hidden_sort(painter, room.adjusted(width + theme.gap(14), 0, 0, 0), arrow)
        if self.hasFocus() and column is self._at:
            rounded(painter, QRectF(area).adjusted(2, 4, -2, -4), RADIUS, edge=theme.colour("focus"), width=2)

    def _paint_hidden_sort(self, painter: QPainter, room: QRectF, arrow: float) -> None:
        """By what the rows are sorted, where there is no room for its column."""
        theme = self._theme
        text = self.order()
        width = theme.width(Role.META, text)
        if width + theme.gap(6) + arrow > room.width():
            return
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_arrow(painter, QPointF(room.left() + width + theme.gap(6), room.center().y()), arrow)

    def _paint_arrow(self, painter: QPainter, left_middle: QPointF, side: float) -> None:
        """Points up where the least comes first."""
        x, y, half = left_middle.x(), left_middle.y(), side / 2
        tip, base = (y + half / 2, y - half / 2) if self._falling else (y - half / 2, y + half / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        painter.drawPolygon(QPolygonF([QPointF(x, base), QPointF(x + side, base), QPointF(x + half, tip)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _describe(self) -> None:
        order = "from the last to the first" if self._falling else "from the first to the last"
        self.setAccessibleDescription(
            f"At {HEADS[self._at]}. Sorted by {HEADS[self._by]}, {order}. Left and Right move, Enter sorts."
        )
