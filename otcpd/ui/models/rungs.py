"""What a role asks, as rows under heads: thousands of them filter within a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.domain.ladder import Evidence, Rung
from otcpd.ui.models.index import Index

STANDING_WORDS = {Evidence.HELD: "Held", Evidence.THIN: "Thin", Evidence.MISSING: "Missing"}
_SHOWN, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


class RungRow(NamedTuple):
    """One thing asked. `level` is "Level 6" or empty; `folded` is what the search looks through."""

    key: str
    title: str
    level: str
    group: str
    rung: Rung
    folded: str

    @property
    def meta(self) -> str:
        """ "Thin. None has evidence."; put into words for those in sight alone."""
        return f"{STANDING_WORDS[self.rung.standing]}. {self.rung.why}"

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.level, self.meta) if part)


@dataclass(frozen=True, slots=True)
class RungHead:
    """The head of those that belong together: a pillar, training, or what else is asked."""

    text: str
    count: int


RungEntry = RungRow | RungHead


class RungModel(QAbstractListModel):
    """Rows in their groups, as far as search and filter leave them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[list[RungRow]] = []
        self._words: tuple[str, ...] = ()
        self._standing: Evidence | None = None
        self._entries: list[RungEntry] = []
        self._places: dict[str, int] | None = {}
        self.found = 0
        """How many rows are shown."""

    def set_rows(self, rows: Sequence[RungRow]) -> None:
        """Show these instead; those of a group stand together, in the order in which groups first come."""
        groups: dict[str, list[RungRow]] = {}
        for row in rows:
            groups.setdefault(row.group, []).append(row)
        self._groups = list(groups.values())
        self._show()

    def sift(self, text: str, standing: Evidence | None) -> None:
        """Show those alone that have all the words and stand so; None and no word stand for any."""
        self._words, self._standing = tuple(text.casefold().split()), standing
        self._show()

    def entries(self) -> Sequence[RungEntry]:
        """What is shown."""
        return self._entries

    def entry(self, index: Index) -> RungEntry | None:
        """The entry at an index; None for an invalid one."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    @property
    def known(self) -> int:
        """How many there are without search and filter."""
        return sum(map(len, self._groups))

    def index_of(self, key: str) -> QModelIndex:
        """Where the row with this key is; invalid if it is not shown."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self._entries) if isinstance(row, RungRow)}
        place = self._places.get(key)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = _SHOWN) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if isinstance(entry, RungHead):
            return f"{entry.text}, {entry.count:,}" if role == _SPOKEN else entry.text if role == _SHOWN else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.title}\n{entry.meta}"
        return entry.spoken if role == _SPOKEN else entry.title if role == _SHOWN else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        # Heads are no stop for the arrow keys.
        if isinstance(entry, RungHead):
            return never
        return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _show(self) -> None:
        self.beginResetModel()
        groups, words, standing = self._groups, self._words, self._standing
        if standing is not None:
            groups = [[row for row in group if row.rung.standing is standing] for group in groups]
        for word in words:
            groups = [[row for row in group if word in row.folded] for group in groups]
        entries: list[RungEntry] = []
        for group in groups:
            if group:
                entries.append(RungHead(group[0].group, len(group)))
                entries += group
        self._entries = entries
        self.found = sum(map(len, groups))
        self._places = None
        self.endResetModel()
