"""The list of the CPD log."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from otcpd.ui.models.activity_list import ActivityListModel
from otcpd.ui.models.log_entries import ActivityEntry, MonthHead
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.activity_painter import ActivityPainter
from otcpd.ui.widgets.placed_list import PlacedList, RowState, ranges

Flag = QItemSelectionModel.SelectionFlag

_ALL_AT_ONCE = 500
"""Beyond so many rows in one change of the selection, what is told to a screen reader is told by the page."""


class ActivityList(PlacedList):
    """Arrows, Home, End and letters move; Shift and Ctrl choose several; Enter goes to the detail.

    There may be thousands, in rows of different heights.
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
        self._rows = model
        self._painter = ActivityPainter(theme)
        super().__init__(theme, model, parent)
        self._painter.setParent(self)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

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
        if sum(one.height() for one in (*ranges(selected), *ranges(deselected))) < _ALL_AT_ONCE:
            super().selectionChanged(selected, deselected)
        else:
            QAbstractItemView.selectionChanged(self, selected, deselected)
        self.picked.emit()
        self.chosen.emit(self.chosen_key())

    def _selected_rows(self, most: int = -1) -> list[int]:
        entries = self._rows.entries()
        rows: list[int] = []
        for area in ranges(self.selectionModel().selection()):
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

    # What the list of places asks for

    def row_heights(self) -> list[int]:
        return self._painter.heights(self._rows.entries())

    def set_row_width(self, width: int) -> bool:
        return self._painter.set_width(width)

    def is_head(self, row: int) -> bool:
        return isinstance(self._rows.entries()[row], MonthHead)

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        entry = self._rows.entries()[row]
        self._painter.paint(painter, area, entry, state, self._rows.why(entry))
