"""A list of thousands of rows of different heights, which keeps their places itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QHoverEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS_ROW, rounded
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.row_places import RowPlaces

Move = QListView.CursorAction


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands out."""

    selected: bool = False
    focused: bool = False
    pointed: bool = False


class PlacedList(QListView):
    """Keeping places takes milliseconds, where Qt's own layout takes most of a second for every change.

    Whoever makes one of it says how high rows are, which are heads, and paints them. Heads are no stop for the arrow
    keys and stay in sight with the row below them.
    """

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places = RowPlaces([])
        self._pointed = -1
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        slim_bars(self, theme)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._on_range(0, 0)
        theme.changed.connect(self._remeasure)

    def row_heights(self) -> list[int]:
        """How high each row is, in pixels."""
        raise NotImplementedError

    def set_row_width(self, width: int) -> bool:
        """Rows are so wide now; says whether that changes their heights."""
        raise NotImplementedError

    def is_head(self, row: int) -> bool:
        """Whether a row is the head of those below it."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        """Paint a row; the painter's pen, brush and font are left as they come."""
        raise NotImplementedError

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            here = event.type() is not QEvent.Type.HoverLeave
            self._point_at(self._places.at(round(event.position().y()) + self.verticalOffset()) if here else -1)
        return super().viewportEvent(event)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        self.executeDelayedItemsLayout()
        last = self.model().rowCount() - 1
        here = self.currentIndex().row()
        if last < 0 or (here >= 0 and action in (Move.MoveLeft, Move.MoveRight)):
            return self.currentIndex()
        step = -1 if action in (Move.MoveUp, Move.MovePrevious, Move.MovePageUp, Move.MoveEnd) else 1
        if here < 0 or action == Move.MoveHome:
            row = last if action == Move.MoveEnd else 0
        elif action == Move.MoveEnd:
            row = last
        elif action in (Move.MovePageUp, Move.MovePageDown):
            row = self._places.at(self._places.top(here) + step * self.viewport().height())
        else:
            row = here + step
        return self._stop_from(min(max(row, 0), last), step)

    def _stop_from(self, row: int, step: int) -> QModelIndex:
        """The first row from this one on that the arrow keys stop at: no head. It stays where there is none."""
        count = self.model().rowCount()
        while 0 <= row < count and self.is_head(row):
            row += step
        return self.model().index(row, 0) if 0 <= row < count else self.currentIndex()

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    def doItemsLayout(self) -> None:
        self._places = RowPlaces(self.row_heights())
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._places.end - height))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.set_row_width(self.viewport().width()):
            # Titles wrap differently now.
            self.scheduleDelayedItemsLayout()
        QAbstractItemView.resizeEvent(self, event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def indexAt(self, point: QPoint) -> QModelIndex:
        self.executeDelayedItemsLayout()
        row = self._places.at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def visualRect(self, index: Index) -> QRect:
        self.executeDelayedItemsLayout()
        row = index.row()
        if not 0 <= row < self._places.count:
            return QRect()
        top = self._places.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._places.height(row))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        self.executeDelayedItemsLayout()
        row = index.row()
        if not 0 <= row < self._places.count:
            return
        top, end = self._places.top(row), self._places.top(row) + self._places.height(row)
        if row and self.is_head(row - 1):
            top = self._places.top(row - 1)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + end - height) // 2)
        elif top < bar.value() or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif end > bar.value() + height or hint == QAbstractItemView.ScrollHint.PositionAtBottom:
            bar.setValue(end - height)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first, last = (
            self._places.at(y + self.verticalOffset())
            for y in (min(rect.top(), rect.bottom()), max(rect.top(), rect.bottom()))
        )
        if last < 0:
            last = self._places.count - 1
        selection = QItemSelection()
        if 0 <= first <= last:
            selection.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        self.executeDelayedItemsLayout()
        painter = QPainter(self.viewport())
        offset, width = self.verticalOffset(), self.viewport().width()
        first = max(self._places.at(event.rect().top() + offset), 0)
        model, selection = self.model(), self.selectionModel()
        focused = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(first, self._places.count):
            top = self._places.top(row) - offset
            if top > event.rect().bottom():
                break
            selected = selection.isSelected(model.index(row, 0))
            area = QRectF(0, top, width, self._places.height(row))
            self.paint_row(painter, area, row, RowState(selected, row == focused, row == self._pointed))

    def _on_range(self, _least: int, most: int) -> None:
        # Rows end where they end with a bar: the room it would take stays free.
        self.setViewportMargins(0, 0, 0 if most else self.verticalScrollBar().sizeHint().width(), 0)

    def _remeasure(self) -> None:
        self.set_row_width(self.viewport().width())
        self.verticalScrollBar().setSingleStep(self._theme.px(30))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    """The runs of rows of a selection."""
    return [selection.at(place) for place in range(selection.count())]


def paint_row_ground(painter: QPainter, theme: Theme, area: QRectF, state: RowState) -> None:
    """Paint how a row stands out."""
    if state.selected:
        rounded(painter, area, RADIUS_ROW, theme.colour("accent_soft"))
    elif state.pointed:
        rounded(painter, area, RADIUS_ROW, theme.colour("hover" if theme.tokens.dark else "sidebar"))
    if state.focused:
        rounded(painter, area, RADIUS_ROW, edge=theme.colour("focus"), width=2)
