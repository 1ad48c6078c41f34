"""Undo and redo, read from the journal alone, so that they survive closing the file."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from otcpd.domain.changes import Changes
from otcpd.record.engine import Connection, Row, Value
from otcpd.record.gate import NEW_ROW, Gate, Step, StepKind
from otcpd.record.hanging import can_be_many
from otcpd.record.many import remove_many, set_many

_UNDOABLE = (StepKind.USER, StepKind.IMPORT, StepKind.MERGE)
_REACH = 1000
"""How many steps back the lists reach: more than anybody undoes, and quick to read."""


class UndoLists(NamedTuple):
    """(step id, label) of what can be undone and redone, the next one last."""

    undo: tuple[tuple[str, str], ...]
    redo: tuple[tuple[str, str], ...]


def undo_lists(connection: Connection) -> UndoLists:
    """What can be undone and redone now.

    Walks the newest steps: an ordinary step can be undone and ends all redoing; an undo step moves
    the step it undoes from one list to the other. A step whose every change was erased has nothing
    left to undo; nor has one that came back to where it began.
    """
    rows = connection.execute(
        "SELECT id, label, kind, undoes, EXISTS (SELECT 1 FROM change WHERE change.step = step.id"
        " AND erased = 0 AND (field = '' OR before IS NOT after)) FROM step ORDER BY seq DESC LIMIT ?",
        (_REACH,),
    ).fetchall()
    undo: dict[str, str] = {}
    redo: dict[str, str] = {}
    for step, label, kind, target, effective in reversed(rows):
        if kind in _UNDOABLE:
            redo.clear()
            onto = undo
        elif kind == StepKind.UNDO:
            onto = undo if target in redo else redo
            redo.pop(target, None)
            undo.pop(target, None)
        else:
            continue
        if effective:
            onto[step] = label
    return UndoLists(tuple(undo.items()), tuple(redo.items()))


def undo(gate: Gate) -> Changes | None:
    """Undoes the newest step that can be undone; None if there is none."""
    return _revert_last(gate, undo_lists(gate.connection).undo)


def redo(gate: Gate) -> Changes | None:
    """Redoes what was undone last; None if there is nothing to redo."""
    return _revert_last(gate, undo_lists(gate.connection).redo)


def _revert_last(gate: Gate, entries: tuple[tuple[str, str], ...]) -> Changes | None:
    for target, label in reversed(entries):
        with gate.step(label, StepKind.UNDO, undoes=target) as step:
            changes = gate.connection.execute(
                "SELECT tbl, field, before, row FROM change WHERE step = ? AND erased = 0 ORDER BY seq DESC",
                (target,),
            ).fetchall()
            for (table, field, before), group in groupby(changes, _what):
                _revert(step, table, [change[3] for change in group], field, before)
        if step.changes:
            return step.changes
    return None


_MANY = 20
"""From so many rows on that all go back to the same value, they do so at once."""


def _what(change: Row) -> tuple[str, str, Value]:
    table, field, before, _row = change
    return table, field, before


def _revert(step: Step, table: str, rows: list[str], field: str, before: Value) -> None:
    """Puts these rows of a table back to how they were."""
    if len(rows) >= _MANY and can_be_many(table) and len(set(rows)) == len(rows):
        if field == NEW_ROW:
            remove_many(step, table, rows)
        else:
            set_many(step, table, rows, field, before)
        return
    for row in rows:
        if field == NEW_ROW:
            step.remove(table, row)
        else:
            step.set(table, row, field, before)
