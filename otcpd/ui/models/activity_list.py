"""The model behind the list of the CPD log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.actions.why_found import Found
from otcpd.domain.dates import long_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.words import tally
from otcpd.ui import words
from otcpd.ui.models.index import Index
from otcpd.ui.models.log_entries import ActivityEntry, Entry, GapEntry, MonthHead

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The entry itself."""


class ActivityListModel(QAbstractListModel):
    """Heads, activities and gaps in order. New entries come in by narrow changes, so that the view keeps its
    place and its choice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._keys: list[str] = []
        self._why: Callable[[str], Found | None] | None = None

    def tell_why(self, why: Callable[[str], Found | None]) -> None:
        """`why` says what of an activity, by its id, was found by a search."""
        self._why = why

    def why(self, entry: Entry) -> Found | None:
        """What of an entry was found where nobody sees it; None while nothing is searched for."""
        return self._why(entry.id) if self._why is not None and isinstance(entry, ActivityEntry) else None

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these instead: row by row where few come and go, all at once where many do."""
        new = list(entries)
        keys = [one.key for one in new]
        changes = _changes(self._keys, keys)
        if changes is None:
            self.beginResetModel()
            self._entries, self._keys = new, keys
            self.endResetModel()
            return
        for first, last in changes.leaving:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._entries[first : last + 1]
            del self._keys[first : last + 1]
            self.endRemoveRows()
        for first, last in changes.coming:
            self.beginInsertRows(QModelIndex(), first, last)
            self._entries[first:first] = new[first : last + 1]
            self._keys[first:first] = keys[first : last + 1]
            self.endInsertRows()
        self._refresh(new)

    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._entries

    def entry(self, index: Index) -> Entry | None:
        """The entry at an index; None for an invalid one."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def index_of(self, key: str) -> QModelIndex:
        """Where the entry with this key (an activity's id, for one) is; invalid if it is not shown."""
        return self.index(self._keys.index(key), 0) if key in self._keys else QModelIndex()

    def rows_of(self, keys: Iterable[str]) -> list[int]:
        """The rows of those with these keys that are shown, from the top down."""
        wanted = set(keys)
        return [row for row, key in enumerate(self._keys) if key in wanted]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text if isinstance(entry, MonthHead) else entry.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            found = self.why(entry)  # beside a narrow list the whole of it is to be had, too
            return f"{_spoken(entry)}. {found.where}: {found.excerpt.text}" if found is not None else _spoken(entry)
        return entry if role == ENTRY_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(self.entry(index), ActivityEntry | GapEntry):
            return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        # Heads are no stop for the arrow keys.
        return never

    def _refresh(self, new: list[Entry]) -> None:
        """Take over entries whose key stayed and whose words changed."""
        pairs = zip(self._entries, new, strict=True)
        changed = [row for row, (old, now) in enumerate(pairs) if old is not now and old != now]
        self._entries = new
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))


_MOST_RUNS = 20
"""More runs of rows than this are shown by a reset: the view needs as long for a run as for a reset."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """Runs of rows, first and last: those leaving (from the bottom up), then those coming (from the top down)."""

    leaving: list[tuple[int, int]]
    coming: list[tuple[int, int]]


def _changes(old: list[str], new: list[str]) -> _Changes | None:
    """How to get from the old keys to the new ones; None if things changed places or too much changed."""
    if old == new:
        return _Changes([], [])
    stays, had = set(new), set(old)
    leaving = _runs([row for row, key in enumerate(old) if key not in stays])
    coming = _runs([row for row, key in enumerate(new) if key not in had])
    if len(leaving) + len(coming) > _MOST_RUNS:
        return None
    if [key for key in old if key in stays] != [key for key in new if key in had]:
        return None
    return _Changes(leaving[::-1], coming)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as pairs of first and last; of very many runs only the first ones."""
    runs: list[tuple[int, int]] = []
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            runs.append((rows[start], rows[place - 1]))
            start = place
            if len(runs) > _MOST_RUNS:
                break
    return runs


def _spoken(entry: Entry) -> str:
    """What a screen reader says."""
    if isinstance(entry, MonthHead):
        return f"{entry.text}, {entry.count:,}"
    if isinstance(entry, GapEntry):
        return f"{entry.title}. {entry.meta}"
    parts = [
        entry.title or words.NO_TITLE,
        span(entry.date, entry.end_date, year=True) if entry.end_date else long_day(entry.date),
    ]
    if entry.minutes is not None:
        parts.append(format_duration(entry.minutes))
    parts.append(entry.category_name or "no category yet")
    if entry.chosen:
        parts.append("in your statement")
    parts.append(tally(entry.evidence_count, "evidence file") if entry.evidence_count else "no evidence")
    if entry.unfinished:
        parts.append("to finish")
    return ", ".join(parts)
