"""The model behind the list of sessions: thousands of them filter within a frame."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index
from otcpd.ui.models.session_rows import (
    SessionEntry,
    SessionHead,
    SessionRow,
    has_many_past,
    in_order,
    in_parts,
    under_heads,
)

_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


class SessionModel(QAbstractListModel):
    """Sessions under heads, as far as a search leaves them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[list[SessionRow]] = []
        self._by_year = False
        self._words: tuple[str, ...] = ()
        self._also: Collection[str] = ()
        self._entries: list[SessionEntry] = []
        self._found = 0
        self._places: dict[str, int] | None = {}

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these instead, in any order; a search goes on."""
        ordered = in_order(rows)
        self._by_year = has_many_past(ordered)
        self._parts = in_parts(ordered, by_year=self._by_year)
        self._show()

    def search(self, text: str, also: Collection[str] = ()) -> None:
        """Show those alone that have all the words, and those whose keys were found elsewhere; all for no word."""
        self._words, self._also = tuple(text.casefold().split()), also
        self._show()

    def entries(self) -> Sequence[SessionEntry]:
        """What is shown."""
        return self._entries

    def entry(self, index: Index) -> SessionEntry | None:
        """The entry at an index; None for an invalid one."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    @property
    def found(self) -> int:
        """How many sessions are shown."""
        return self._found

    @property
    def known(self) -> int:
        """How many there are without a search."""
        return sum(map(len, self._parts))

    def index_of(self, key: str) -> QModelIndex:
        """Where the session with this key is; invalid if it is not shown."""
        place = self._place_of(key)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if isinstance(entry, SessionHead):
            spoken, shown, tip = f"{entry.text}, {entry.count:,}", entry.text, None
        else:
            spoken, shown, tip = entry.spoken, entry.title, f"{entry.title}\n{entry.meta}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip
        return spoken if role == _SPOKEN else shown if role == _SHOWN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        # Heads are no stop for the arrow keys.
        if isinstance(entry, SessionHead):
            return never
        return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(self) -> None:
        self.beginResetModel()
        words, also, parts = self._words, self._also, self._parts
        if len(words) == 1 and not also:  # while the first word is typed, which is when most is looked through
            (word,) = words
            parts = [[row for row in part if word in row.folded] for part in parts]
        elif words:
            parts = [
                [row for row in part if all(word in row.folded for word in words) or row.key in also] for part in parts
            ]
        self._entries = under_heads(parts, by_year=self._by_year)
        self._found = sum(map(len, parts))
        self._places = None
        self.endResetModel()

    def _place_of(self, key: str) -> int | None:
        """Where the session with this key stands; looked up only where somebody asks."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self._entries) if isinstance(row, SessionRow)}
        return self._places.get(key)
