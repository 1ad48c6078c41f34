"""The model behind the reading log: thousands of entries filter within a frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index
from otcpd.ui.models.reading_rows import ReadingEntry, ReadingHead, ReadingRow, in_order, under_heads

_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


class ReadingModel(QAbstractListModel):
    """Entries under heads, as far as a search leaves them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReadingRow] = []
        self._words: tuple[str, ...] = ()
        self._also: Collection[str] = ()
        self._entries: list[ReadingEntry] = []
        self._places: dict[str, int] | None = {}
        self.found = 0
        """How many entries are shown."""

    @property
    def known(self) -> int:
        """How many there are without a search."""
        return len(self._rows)

    def set_rows(self, rows: Iterable[ReadingRow]) -> None:
        """Show these instead, in any order; a search goes on."""
        self._rows = in_order(rows)
        self._show()

    def search(self, text: str, also: Collection[str] = ()) -> None:
        """Show those alone that have all the words, and those whose keys were found elsewhere; all for no word."""
        self._words, self._also = tuple(text.casefold().split()), also
        self._show()

    def entries(self) -> Sequence[ReadingEntry]:
        """What is shown."""
        return self._entries

    def entry(self, index: Index) -> ReadingEntry | None:
        """The entry at an index; None for an invalid one."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def index_of(self, key: str) -> QModelIndex:
        """Where the entry with this key is; invalid if it is not shown."""
        if self._places is None:  # looked up only where somebody asks
            rows = enumerate(self._entries)
            self._places = {row.key: place for place, row in rows if isinstance(row, ReadingRow)}
        place = self._places.get(key)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if isinstance(entry, ReadingHead):
            return f"{entry.text}, {entry.count:,}" if role == _SPOKEN else entry.text if role == _SHOWN else None
        if entry is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title}\n{entry.meta}"
        return entry.spoken if role == _SPOKEN else entry.title if role == _SHOWN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(entry, ReadingHead):  # heads are no stop for the arrow keys
            return never
        return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(self) -> None:
        self.beginResetModel()
        words, also, rows = self._words, self._also, self._rows
        if len(words) == 1 and not also:  # while the first word is typed, which is when most is looked through
            (word,) = words
            rows = [row for row in rows if word in row.folded]
        elif words:
            rows = [row for row in rows if all(word in row.folded for word in words) or row.key in also]
        self._entries = under_heads(rows)
        self.found = len(rows)
        self._places = None
        self.endResetModel()
