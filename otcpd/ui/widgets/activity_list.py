"""The list of the CPD log."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHoverEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from otcpd.ui.models.activity_list import ActivityListModel
from otcpd.ui.models.index import Index
from otcpd.ui.models.log_entries import ActivityEntry, MonthHead
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.activity_painter import ActivityPainter, RowState
from otcpd.ui.widgets.row_places import RowPlaces

Flag = QItemSelectionModel.SelectionFlag
Move = QListView.CursorAction

_ALL_AT_ONCE = 500
"""Beyond so many rows in one change of the selection, what is told to a screen reader is told by the page."""


class ActivityList(QListView):
    """Arrows, Home, End and letters move; Shift and Ctrl choose several; Enter goes to the detail.

    Rows differ in height, and there may be thousands: the list keeps their places itself, which takes
    milliseconds, where Qt's own layout takes most of a second for every change.
    """

    chosen = Signal(str)
    """The key of the one entry that is now chosen; empty for none, and for several."""
    picked = Signal()
    """Other entries are chosen than before."""
    open_wanted = Signal(str)
    delete_wanted = Signal()
    """The chosen activities are to be deleted."""
    menu_wanted = Signal(QPoint)
    """What can be done with the chosen activities is wanted, at this place on the screen."""
    escaped = Signal()
    """Esc while several entries are chosen."""

    def __init__(self, theme: Theme, model: ActivityListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._painter = ActivityPainter(theme, self)
        self._places = RowPlaces([])
        self._pointed = -1
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        slim_bars(self, theme)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._on_range(0, 0)
        theme.changed.connect(self._remeasure)

    # What is chosen

    def chosen_key(self) -> str:
        """The key of the one chosen entry; empty for none, and for several."""
        # Not the current index: taking the focus makes an entry current without choosing it.
        entries = self._rows.entries()
        keys = [entries[row].key for row in self._selected_rows(most=2)]
        return keys[0] if len(keys) == 1 else ""

    def picked_ids(self) -> list[str]:
        """The ids of the chosen activities, in the order of the list."""
        entries = self._rows.entries()
        found = (entries[row] for row in self._selected_rows())
        return [entry.id for entry in found if isinstance(entry, ActivityEntry)]

    def choose(self, key: str) -> bool:
        """Choose this entry alone and bring it into sight. False if it is not shown (then nothing is chosen)."""
        index = self._rows.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return False
        if self.chosen_key() != key:
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        if self.isVisible():
            # Before, every row would be measured for nothing; Qt scrolls by itself when the list is first shown.
            self.scrollTo(index)
        return True

    def pick(self, ids: list[str]) -> None:
        """Choose these activities, as far as they are shown."""
        rows = self._rows.rows_of(ids)
        selection = QItemSelection()
        start = 0
        for place in range(1, len(rows) + 1):
            if place == len(rows) or rows[place] != rows[place - 1] + 1:
                selection.select(self._rows.index(rows[start], 0), self._rows.index(rows[place - 1], 0))
                start = place
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    def neighbour(self, key: str) -> str:
        """The entry to choose when the one with this key goes: the next one, else the one before; empty for none."""
        row = self._rows.index_of(key).row()
        entries = self._rows.entries()
        others = [*entries[row + 1 :], *reversed(entries[: max(row, 0)])]
        return next((one.key for one in others if not isinstance(one, MonthHead)), "")

    def measure_ahead(self, titles: list[str]) -> None:
        """Titles of rows that will come."""
        self._painter.measure_ahead(titles)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if sum(one.height() for one in (*_ranges(selected), *_ranges(deselected))) < _ALL_AT_ONCE:
            super().selectionChanged(selected, deselected)
        else:
            QAbstractItemView.selectionChanged(self, selected, deselected)
        self.picked.emit()
        self.chosen.emit(self.chosen_key())

    def _selected_rows(self, most: int = -1) -> list[int]:
        entries = self._rows.entries()
        rows: list[int] = []
        for area in _ranges(self.selectionModel().selection()):
            # Heads lie within the range of what is chosen above and below them, but are not chosen.
            rows += [row for row in range(area.top(), area.bottom() + 1) if not isinstance(entries[row], MonthHead)]
            if len(rows) >= most > 0:
                break
        return sorted(rows)

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._rows.entry(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.open_wanted.emit(entry.key)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and len(self._selected_rows(most=2)) > 1:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            row = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(QPoint(row.left() + self._theme.px(48), row.center().y()))
        self.menu_wanted.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            here = event.type() is not QEvent.Type.HoverLeave
            self._point_at(self._places.at(round(event.position().y()) + self.verticalOffset()) if here else -1)
        return super().viewportEvent(event)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        self.executeDelayedItemsLayout()
        last = self._rows.rowCount() - 1
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
        entries = self._rows.entries()
        while 0 <= row < len(entries) and isinstance(entries[row], MonthHead):
            row += step
        return self._rows.index(row, 0) if 0 <= row < len(entries) else self.currentIndex()

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    # Places

    def doItemsLayout(self) -> None:
        self._places = RowPlaces(self._painter.heights(self._rows.entries()))
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._places.end - height))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._painter.set_width(self.viewport().width()):
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
        return self._rows.index(row, 0) if row >= 0 else QModelIndex()

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
        if row and isinstance(self._rows.entries()[row - 1], MonthHead):
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
            selection.select(self._rows.index(first, 0), self._rows.index(last, 0))
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
        entries, selection = self._rows.entries(), self.selectionModel()
        focused = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(first, self._places.count):
            top = self._places.top(row) - offset
            if top > event.rect().bottom():
                break
            selected = selection.isSelected(self._rows.index(row, 0))
            area = QRectF(0, top, width, self._places.height(row))
            state = RowState(selected, row == focused, row == self._pointed)
            self._painter.paint(painter, area, entries[row], state, self._rows.why(entries[row]))

    def _on_range(self, _least: int, most: int) -> None:
        # Rows end where they end with a bar: the room it would take stays free.
        self.setViewportMargins(0, 0, 0 if most else self.verticalScrollBar().sizeHint().width(), 0)

    def _remeasure(self) -> None:
        self._painter.set_width(self.viewport().width())
        self.verticalScrollBar().setSingleStep(self._theme.px(30))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(place) for place in range(selection.count())]
