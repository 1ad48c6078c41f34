"""Reads the reading log."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.pathway_texts import BIBLIOGRAPHY
from otcpd.domain.reading import Reading, ReadingKind, ReadingState, Reference
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_OURS = "owner = (SELECT owner FROM record)"
_ALIVE = f"deleted IS NULL AND {_OURS}"
_REFERENCE = f"kind, {', '.join(BIBLIOGRAPHY)}"
_COLUMNS = f"id, owner, state, read_on, accessed, appraisal, changed, listed, created, modified, deleted, {_REFERENCE}"
_BEFORE_REFERENCE = 11
_ROWS = (
    "SELECT id, kind, title, authors, year, container, state, read_on, listed, appraisal <> '', created FROM reading"
)


class ReadingRow(NamedTuple):
    """An entry as a list shows it. `appraised`: something is written of what it is worth."""

    id: str
    kind: ReadingKind
    title: str
    authors: str
    year: str
    container: str
    state: ReadingState
    read_on: date | None
    listed: bool
    appraised: bool
    created: str


class Readings:
    """The reading log of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, reading: str) -> Reading:
        """One entry, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self._made("id = ?", (reading,))
        if not found:
            raise NotAcceptable(f"There is no reading with the id {reading}.", "Nothing was changed.")
        return found[0]

    def all(self, *, binned: bool = False) -> list[Reading]:
        """The owner's readings in the order of their making; `binned` gives those in the bin instead."""
        return self._made(f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}", ())

    def listed(self, start: date | None = None, end: date | None = None) -> list[Reading]:
        """Those for a reference list; with days, only those read from `start` to `end`."""
        where, values = f"listed = 1 AND {_ALIVE}", ()
        if start is None or end is None:
            return self._made(where, values)
        read = "state = ? AND read_on >= ? AND read_on <= ?"
        return self._made(f"{where} AND {read}", (ReadingState.READ, start.isoformat(), end.isoformat()))

    def layers(self, reading: str) -> dict[str, Layer]:
        """Who may read which of its texts, where she changed it."""
        rows = self._reader.rows(
            "SELECT field, layer FROM layer WHERE tbl = 'reading' AND deleted IS NULL AND row = ?", (reading,)
        )
        with self._reader.legible():
            return {name: Layer(layer) for name, layer in rows}

    def rows(self) -> list[ReadingRow]:
        """Light rows of all, for a list."""
        return self._rows(_ALIVE, ())

    def some_rows(self, ids: Iterable[str]) -> list[ReadingRow]:
        """Light rows of these; those in the bin are left out."""
        return self._rows(f"id IN (SELECT value FROM json_each(?)) AND {_ALIVE}", (json.dumps(list(ids)),))

    def references(self) -> list[tuple[str, Reference]]:
        """Id and reference of each, in the order of their making: what tells whether she has a work already."""
        with self._reader.legible():
            rows = self._reader.rows(f"SELECT id, {_REFERENCE} FROM reading WHERE {_ALIVE} ORDER BY id")
            return [(row[0], _reference(row[1:])) for row in rows]

    def of_activity(self, activity: str) -> list[Reading]:
        """What is linked to an activity."""
        linked = "SELECT reading FROM reading_activity WHERE activity = ? AND deleted IS NULL"
        return self._made(f"id IN ({linked}) AND deleted IS NULL", (activity,))

    def _rows(self, where: str, values: tuple[Value, ...]) -> list[ReadingRow]:
        with self._reader.legible():
            return [_row(row) for row in self._reader.rows(f"{_ROWS} WHERE {where} ORDER BY id", values)]

    def _made(self, where: str, values: tuple[Value, ...]) -> list[Reading]:
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM reading WHERE {where} ORDER BY id", values)
        activities: dict[str, list[str]] = defaultdict(list)
        for reading, activity in self._reader.rows(
            "SELECT reading, activity FROM reading_activity JOIN activity ON activity.id = activity"
            " WHERE reading_activity.deleted IS NULL AND activity.deleted IS NULL"
            f" AND reading IN (SELECT id FROM reading WHERE {where}) ORDER BY date, activity",
            values,
        ):
            activities[reading].append(activity)
        with self._reader.legible():
            return [_reading(row, tuple(activities.get(row[0], ()))) for row in rows]


def _row(row: Row) -> ReadingRow:
    return ReadingRow(
        row[0],
        ReadingKind(row[1]),
        row[2],
        row[3],
        row[4],
        row[5],
        ReadingState(row[6]),
        _day(row[7]),
        bool(row[8]),
        bool(row[9]),
        row[10],
    )


def _reading(row: Row, activities: tuple[str, ...]) -> Reading:
    return Reading(
        id=row[0],
        owner=row[1],
        reference=_reference(row[_BEFORE_REFERENCE:]),
        state=ReadingState(row[2]),
        read_on=_day(row[3]),
        accessed=_day(row[4]),
        appraisal=row[5],
        changed=row[6],
        listed=bool(row[7]),
        created=read_instant(row[8]),
        modified=read_instant(row[9]),
        deleted=read_instant(row[10]) if row[10] else None,
        activities=activities,
    )


def _reference(row: Row) -> Reference:
    return Reference(ReadingKind(row[0]), **dict(zip(BIBLIOGRAPHY, row[1:], strict=True)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
