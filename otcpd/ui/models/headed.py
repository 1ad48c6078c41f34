"""Rows under heads, as lists of sessions, readings and expectations show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index

_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@dataclass(frozen=True, slots=True)
class ListHead:
    """The head of the rows below it, and how many these are."""

    text: str
    count: int


class ListedRow(Protocol):
    """A row: `spoken` is what a screen reader says of it."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def meta(self) -> str: ...
    @property
    def spoken(self) -> str: ...


RowT = TypeVar("RowT", bound=ListedRow)


class HeadedModel(QAbstractListModel, Generic[RowT]):
    """Subclasses say what is shown, by `put`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[RowT | ListHead] = []
        self._places: dict[str, int] | None = {}
        self.found = 0
        """How many rows are shown."""

    def put(self, parts: Iterable[tuple[str, Sequence[RowT]]]) -> None:
        """Show these rows, each part below its head; a part without rows has none."""
        self.beginResetModel()
        entries: list[RowT | ListHead] = []
        found = 0
        for head, rows in parts:
            if rows:
                entries.append(ListHead(head, len(rows)))
                entries += rows
                found += len(rows)
        self._entries, self.found, self._places = entries, found, None
        self.endResetModel()

    def entries(self) -> Sequence[RowT | ListHead]:
        """What is shown."""
        return self._entries

    def entry(self, index: Index) -> RowT | ListHead | None:
        """The entry at an index; None for an invalid one."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def key_at(self, place: int) -> str:
        """The key of the row at a place; empty for a head, and where there is none."""
        if not 0 <= place < len(self._entries):
            return ""
        entry = self._entries[place]
        return "" if isinstance(entry, ListHead) else entry.key

    def index_of(self, key: str) -> QModelIndex:
        """Where the row with this key is; invalid if it is not shown."""
        if self._places is None:  # looked up only where somebody asks
            rows = enumerate(self._entries)
            self._places = {row.key: place for place, row in rows if not isinstance(row, ListHead)}
        place = self._places.get(key)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if isinstance(entry, ListHead):
            return f"{entry.text}, {entry.count:,}" if role == _SPOKEN else entry.text if role == _SHOWN else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title}\n{entry.meta}"
        return entry.spoken if role == _SPOKEN else entry.title if role == _SHOWN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(entry, ListHead):  # heads are no stop for the arrow keys
            return never
        return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
