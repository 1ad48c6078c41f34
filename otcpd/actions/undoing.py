"""Undo and redo."""

from __future__ import annotations

from typing import NamedTuple

from otcpd.domain.changes import Changes
from otcpd.record.record import Record


class UndoState(NamedTuple):
    """The labels of the next step to undo and to redo; None where there is none."""

    undo: str | None
    redo: str | None


def undo(record: Record) -> Changes | None:
    """Undoes the newest step, also one from before the file was last closed; None if there is none."""
    return record.undo()


def redo(record: Record) -> Changes | None:
    """Redoes what was undone last; None if there is nothing to redo."""
    return record.redo()


def undo_state(record: Record) -> UndoState:
    """What undo and redo would do now, for the menu."""
    lists = record.undo_lists()
    return UndoState(lists.undo[-1][1] if lists.undo else None, lists.redo[-1][1] if lists.redo else None)
