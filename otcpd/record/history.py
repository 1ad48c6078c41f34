"""The history of an entry or of one of its fields, and conflicts between copies, from the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from otcpd.record.engine import Reader, Row
from otcpd.record.ids import read_instant
from otcpd.record.schema import POINTING


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the journal. `field` is empty for a whole new row; `replaces` is the id of the
    change that last set this field."""

    id: str
    step: str
    label: str
    at: datetime
    session: str
    kind: str
    table: str
    row: str
    field: str
    before: Any
    after: Any
    replaces: str | None
    erased: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two changes, made in two copies, of the same field, that replace the same change."""

    table: str
    row: str
    field: str
    ours: Change
    theirs: Change


_Place = tuple[str, str, str, str | None]
"""Table, row, field, and the id of the change that was replaced there."""

_SELECT = (
    "SELECT change.id, step.id, step.label, step.at, step.session, step.kind, tbl, row, field, before, after, replaces,"
    " erased FROM change JOIN step ON step.id = change.step"
)


_HANGING = (
    "activity_companion",
    "activity_tag",
    "activity_standard",
    "activity_goal",
    "reflection_answer",
    "evidence_use",
    "portfolio_activity",
    "session_activity",
    "opportunity_activity",
    "assessment_activity",
    "impact_activity",
    "reading_activity",
)
"""Tables whose rows tell of one activity."""


class History:
    """What the journal of an open CPD file tells."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def of_entry(self, row: str) -> list[Change]:
        """Every change of one row, oldest first."""
        return self._changes(" WHERE row = ? ORDER BY change.seq", (row,))

    def of_activity(self, activity: str) -> list[Change]:
        """Every change of an activity and of all that hangs on it, oldest first: links, answers, readers, marks
        of what was erased."""
        union = " UNION ALL ".join(f"SELECT id FROM {table} WHERE activity = ?" for table in _HANGING)
        rows = [activity, *(str(row[0]) for row in self._reader.rows(union, (activity,) * len(_HANGING)))]
        marks = ", ".join("?" * len(rows))
        pointing = " UNION ALL ".join(f"SELECT id FROM {table} WHERE row IN ({marks})" for table in POINTING)
        rows += [str(row[0]) for row in self._reader.rows(pointing, (*rows, *rows))]
        return self._changes(f" WHERE row IN ({', '.join('?' * len(rows))}) ORDER BY change.seq", rows)

    def of_field(self, row: str, field: str) -> list[Change]:
        """Every change of one field of one row, oldest first."""
        return self._changes(" WHERE row = ? AND field = ? ORDER BY change.seq", (row, field))

    def all_changes(self) -> list[Change]:
        """The whole journal, oldest first."""
        return self._changes(" ORDER BY change.seq", ())

    def put_away_by_undo(self) -> frozenset[tuple[str, str]]:
        """(table, id) of rows that only an undo put away: nobody deleted or erased them."""
        found = self._reader.rows(
            "SELECT tbl, row FROM change JOIN step ON step.id = change.step"
            " WHERE field = 'deleted' AND after IS NOT NULL AND row NOT IN (SELECT erasure.row FROM erasure)"
            " GROUP BY tbl, row HAVING sum(step.kind <> 'undo') = 0"
        )
        return frozenset((str(table), str(row)) for table, row in found)

    def _changes(self, rest: str, values: Sequence[str]) -> list[Change]:
        with self._reader.legible():
            return [_change(row) for row in self._reader.rows(_SELECT + rest, values)]


def _change(row: Row) -> Change:
    step, label, at, session, kind = row[1:6]
    table, name, field, before, after, replaces, erased = row[6:13]
    return Change(
        id=row[0],
        step=step,
        label=label,
        at=read_instant(at),
        session=session,
        kind=kind,
        table=table,
        row=name,
        field=field,
        before=before,
        after=after,
        replaces=replaces,
        erased=bool(erased),
    )


def conflicts(ours: Sequence[Change], theirs: Sequence[Change]) -> list[Conflict]:
    """Conflicts between two copies of one file, from their journals alone.

    A change that only one copy has and one that only the other has conflict if both replace the same
    change of the same field (or both make the row, as with answers to one prompt) and do not come to
    the same value. No clock is asked, but one: where a copy was taken in the middle of a spell of
    typing both have its change, and the one with the later instant, of the same session, went on.
    """
    mine = _moves(ours, {change.id: change for change in theirs})
    yours = _moves(theirs, {change.id: change for change in ours})
    found = []
    for place, first in yours.items():
        if place in mine:
            our_end, their_end = _last(ours, mine[place]), _last(theirs, first)
            if our_end.after != their_end.after:
                found.append(Conflict(first.table, first.row, first.field, our_end, their_end))
    return found


def _moves(journal: Sequence[Change], other: Mapping[str, Change]) -> dict[_Place, Change]:
    """What one copy did first to each field since the other was taken, by the change that it replaces."""
    made = {change.id for change in journal if not change.field and change.id not in other}
    moves: dict[_Place, Change] = {}
    for change in journal:
        twin = other.get(change.id)
        if twin is None:
            replaces = None if change.replaces in made else change.replaces
        elif change.after != twin.after and change.at > twin.at and not change.erased and not twin.erased:
            replaces = change.id
        else:
            continue
        for one in _fields_of(change):
            moves.setdefault((one.table, one.row, one.field, replaces), one)
    return moves


def _fields_of(change: Change) -> list[Change]:
    """A change as changes of single fields: a new row sets each of its own."""
    if change.field:
        return [change]
    return [replace(change, field=name, after=value) for name, value in json.loads(change.after).items()]


def _last(journal: Sequence[Change], first: Change) -> Change:
    """Where the chain of changes that begins with `first` has come to."""
    last = first
    for change in journal:
        if change.replaces == last.id and change.field == first.field and change.row == first.row:
            last = change
    return last
