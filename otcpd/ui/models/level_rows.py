"""What a ladder of levels shows, as plain values, and as a model with a row for each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.domain.framework import Level
from otcpd.domain.words import tally
from otcpd.ui.models.facts import Fact, Facts
from otcpd.ui.models.index import Index

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One item: its reference, what it is called, the levels marked (None: not said), and the number of activities
    that count for it."""

    key: str
    name: str
    now: int | None = None
    target: int | None = None
    activities: int = 0


@dataclass(frozen=True, slots=True)
class LevelContent:
    """A framework's items with what is marked. `head` says what the items are ("Pillar"). `marked` tells who marked
    when, empty for nobody. A framework without levels has rows that only tell their activities."""

    name: str
    head: str
    levels: tuple[Level, ...]
    rows: tuple[LevelRow, ...]
    marked: str = ""
    read_only: bool = False

    def place(self, level: int | None) -> int:
        """The place of a level among the stops; -1 for none, or one that the framework has not."""
        return next((place for place, one in enumerate(self.levels) if one.number == level), -1)


def level_said(levels: Sequence[Level], number: int) -> str:
    """A level with its title, if it has one: "Level 6, Senior Practitioner"."""
    title = next((one.title for one in levels if one.number == number), "")
    return f"Level {number}, {title}" if title else f"Level {number}"


def marked_said(row: LevelRow) -> str:
    """What is marked of an item, in words: "level 4 now, level 5 wanted"."""
    now = f"level {row.now} now" if row.now is not None else ""
    target = f"level {row.target} wanted" if row.target is not None else ""
    return ", ".join(part for part in (now, target) if part) or "no level marked"


def row_said(content: LevelContent, row: LevelRow) -> str:
    """A row in words: "Leadership: level 4 now, level 5 wanted, 3 activities"."""
    activities = tally(row.activities, "activity", "activities")
    return f"{row.name}: {marked_said(row)}, {activities}" if content.levels else f"{row.name}: {activities}"


def level_facts(content: LevelContent) -> Facts:
    """The same as a table for reading."""
    if not content.levels:
        rows = tuple(Fact(row.key, (row.name, f"{row.activities:,}")) for row in content.rows)
        return Facts((content.head, "Activities"), rows, named=True)
    rows = tuple(
        Fact(row.key, (row.name, _cell(content, row.now), _cell(content, row.target), f"{row.activities:,}"))
        for row in content.rows
    )
    return Facts((content.head, "Now", "Wanted", "Activities"), rows, named=True)


def _cell(content: LevelContent, level: int | None) -> str:
    if level is None:
        return NOTHING
    title = next((one.title for one in content.levels if one.number == level), "")
    return f"{level} {title}".rstrip()


class LevelRowModel(QAbstractListModel):
    """A row for each item; while the same items stay, the view keeps its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = LevelContent("", "", (), ())

    @property
    def content(self) -> LevelContent:
        """What is shown."""
        return self._content

    def set_content(self, content: LevelContent) -> None:
        """Show this instead."""
        before, self_rows = self._content.rows, content.rows
        if [row.key for row in before] != [row.key for row in self_rows]:
            self.beginResetModel()
            self._content = content
            self.endResetModel()
            return
        self._content = content
        for place, (old, new) in enumerate(zip(before, self_rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, place: int) -> LevelRow | None:
        """The item in a row."""
        return self._content.rows[place] if 0 <= place < len(self._content.rows) else None

    def row_of(self, key: str) -> int:
        """The row of an item; -1 if it is not there."""
        return next((place for place, row in enumerate(self._content.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._content.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_said(self._content, row)
        return row.name if role == Qt.ItemDataRole.DisplayRole else None
