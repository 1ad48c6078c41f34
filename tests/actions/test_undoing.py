"""Undo and redo as the menu shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions.activities import delete_activity, edit_activity
from otcpd.actions.files import open_to_read
from otcpd.actions.undoing import UndoState, redo, undo, undo_state
from otcpd.domain.errors import ReadOnly
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.support import journal_club
from tests.ports import FixedClock
from tests.record.support import reopened


def test_the_menu_names_what_would_be_undone_and_redone(record: Record) -> None:
    assert undo_state(record) == UndoState(None, None)
    assert undo(record) is None
    assert redo(record) is None
    activity = journal_club(record)
    edit_activity(record, activity, "minutes", 60)
    delete_activity(record, activity)
    assert undo_state(record) == UndoState("Delete activity", None)
    changes = undo(record)
    assert changes is not None
    assert changes.label == "Delete activity"
    assert changes.of("activity") == {activity}
    assert undo_state(record) == UndoState("Edit activity", "Delete activity")
    undo(record)
    assert undo_state(record) == UndoState("New activity", "Edit activity")
    redo(record)
    redo(record)
    assert undo_state(record) == UndoState("Delete activity", None)


def test_undo_reaches_back_before_the_last_closing(record: Record, clock: FixedClock, activity: str) -> None:
    edit_activity(record, activity, "minutes", 60)
    with reopened(record, clock) as again:
        assert undo_state(again) == UndoState("Edit activity", None)
        undo(again)
        assert again.activities.get(activity).minutes is None


def test_a_new_step_ends_redoing(record: Record, activity: str) -> None:
    edit_activity(record, activity, "minutes", 60)
    undo(record)
    edit_activity(record, activity, "title", "Webinar")
    assert undo_state(record) == UndoState("Edit activity", None)


def test_a_file_open_for_reading_shows_the_menu_but_undoes_nothing(
    record: Record, path: Path, activity: str, around: Surroundings
) -> None:
    with open_to_read(path, around) as reading:
        assert undo_state(reading) == UndoState("New activity", None)
        with pytest.raises(ReadOnly, match="is open for reading only"):
            undo(reading)
