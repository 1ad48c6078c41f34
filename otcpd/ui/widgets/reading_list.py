"""The list of the reading log: to read, then read, by year."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from otcpd.ui.models.reading_rows import ReadingHead, ReadingRow
from otcpd.ui.models.readings import ReadingModel
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.placed_list import PlacedList, RowState
from otcpd.ui.widgets.reading_painter import ReadingPainter

Flag = QItemSelectionModel.SelectionFlag
NAME = "Readings"


class ReadingList(PlacedList):
    """Arrows, Home, End and letters move the choice, Enter or a double click goes to the entry, Delete asks for it to
    be deleted."""

    chosen = Signal(str)
    """The key of the entry that is now chosen; empty for none."""
    open_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.rows = ReadingModel()
        self._painter = ReadingPainter(theme)
        self._told = ""
        self._quiet = False
        super().__init__(theme, self.rows, parent)
        self.rows.setParent(self)
        self.setAccessibleName(NAME)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Iterable[ReadingRow]) -> None:
        """Show these; what is chosen stays so, else what comes in its place is, if anything was."""
        with_choice = self.chosen_key()
        place = self.currentIndex().row()
        self._quiet = True
        self.rows.set_rows(rows)
        self._keep(with_choice, place)

    def search(self, text: str, also: Collection[str] = ()) -> None:
        """Show those alone that a search finds, by their words or among the keys in `also`."""
        with_choice = self.chosen_key() or self._told
        self._quiet = True
        self.rows.search(text, also)
        self._keep(with_choice, -1)

    def chosen_key(self) -> str:
        """The key of the chosen entry; empty for none."""
        index = self.currentIndex()
        entry = self.rows.entry(index)
        return entry.key if isinstance(entry, ReadingRow) and self.selectionModel().isSelected(index) else ""

    def choose(self, key: str) -> bool:
        """Choose an entry and bring it into sight; False if it is not shown (then nothing is chosen)."""
        index = self.rows.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return False
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        if self.isVisible():
            self.scrollTo(index)
        return True

    def choose_first(self) -> bool:
        """Choose the first entry; False where there is none."""
        first = next((one for one in self.rows.entries() if isinstance(one, ReadingRow)), None)
        return first is not None and self.choose(first.key)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.chosen_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key:
            self.open_wanted.emit(key)
        elif event.key() == Qt.Key.Key_Delete and key:
            self.delete_wanted.emit(key)
        else:
            super().keyPressEvent(event)

    def row_heights(self) -> list[int]:
        return self._painter.heights(self.rows.entries())

    def set_row_width(self, width: int) -> bool:
        return self._painter.set_width(width)

    def is_head(self, row: int) -> bool:
        return isinstance(self.rows.entries()[row], ReadingHead)

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        self._painter.paint(painter, area, self.rows.entries()[row], state)

    def _remeasure(self) -> None:
        self._painter.forget()
        super()._remeasure()

    def _keep(self, key: str, place: int) -> None:
        """Choose again what was chosen before the rows were changed, or what is in its place, and tell what is."""
        if key and not self.choose(key) and place >= 0:
            rows = self.rows.entries()
            order = [*range(place, len(rows)), *range(min(place, len(rows)) - 1, -1, -1)]
            near = next((one for one in (rows[at] for at in order) if isinstance(one, ReadingRow)), None)
            if near is not None:
                self.choose(near.key)
        self._quiet = False
        self._tell()

    def _tell(self) -> None:
        key = self.chosen_key()
        if not self._quiet and key != self._told:
            self._told = key
            self.chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index)
        if isinstance(entry, ReadingRow):
            self.open_wanted.emit(entry.key)
