"""Spells of typing: many autosaves, one undo step."""

from __future__ import annotations

import pytest

from otcpd.actions.activities import answer_prompt, new_activity
from otcpd.record.gate import SPELL_PAUSE
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import add_activity, edit, reopened, sound, type_text, undo_labels

PAUSE = SPELL_PAUSE.total_seconds()


@pytest.fixture
def activity(record: Record) -> str:
    return add_activity(record)


def fail_while_typing(record: Record, activity: str) -> None:
    with record.step("Edit activity", typing=True) as step:
        step.set("activity", activity, "learning", "kept, and more")
        raise ZeroDivisionError


def edits(record: Record) -> int:
    return undo_labels(record).count("Edit activity")


def test_a_spell_of_typing_is_one_undo_step_and_one_change(record: Record, clock: FixedClock, activity: str) -> None:
    for end in range(1, 20):
        clock.advance(3)
        type_text(record, activity, "learning", "What falls teach us"[:end])
    assert edits(record) == 1
    assert [change.after for change in record.history.of_field(activity, "learning")] == ["What falls teach us"]
    assert sound(record)
    record.undo()
    assert record.activities.get(activity).learning == ""
    record.redo()
    assert record.activities.get(activity).learning == "What falls teach us"
    assert sound(record)


@pytest.mark.parametrize(
    ("pause", "steps"),
    [(0, 1), (PAUSE - 0.001, 1), (PAUSE, 2), (PAUSE + 1, 2), (-1, 2)],
    ids=["at once", "just within", "just a minute", "longer", "clock set back"],
)
def test_a_pause_of_a_minute_ends_a_spell(
    record: Record, clock: FixedClock, activity: str, pause: float, steps: int
) -> None:
    type_text(record, activity, "learning", "one")
    clock.advance(pause)
    type_text(record, activity, "learning", "one two")
    assert edits(record) == steps
    assert sound(record)


def test_the_pause_counts_from_the_last_key_and_not_from_the_first(
    record: Record, clock: FixedClock, activity: str
) -> None:
    for words in range(10):
        clock.advance(PAUSE - 1)
        type_text(record, activity, "learning", "word " * (words + 1))
    assert edits(record) == 1


def test_another_field_begins_a_new_step(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    type_text(record, activity, "description", "b")
    type_text(record, activity, "learning", "ac")
    assert edits(record) == 3
    assert sound(record)


def test_another_activity_begins_a_new_step(record: Record, activity: str) -> None:
    other = add_activity(record)
    type_text(record, activity, "learning", "a")
    type_text(record, other, "learning", "b")
    assert edits(record) == 2


def test_another_label_begins_a_new_step(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    type_text(record, activity, "learning", "ab", label="Dictate")
    assert undo_labels(record)[-2:] == ["Edit activity", "Dictate"]


def test_another_session_begins_a_new_step(record: Record, clock: FixedClock, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    with reopened(record, clock) as again:
        type_text(again, activity, "learning", "ab")
        assert edits(again) == 2
        again.undo()
        assert again.activities.get(activity).learning == "a"
        assert sound(again)


def test_an_undo_ends_the_spell(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    record.undo()
    type_text(record, activity, "learning", "b")
    assert edits(record) == 1
    record.undo()
    assert record.activities.get(activity).learning == ""
    assert sound(record)


def test_a_redo_ends_the_spell(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    record.undo()
    record.redo()
    type_text(record, activity, "learning", "ab")
    assert edits(record) == 2
    record.undo()
    assert record.activities.get(activity).learning == "a"
    assert sound(record)


def test_another_step_in_between_ends_the_spell(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    edit(record, activity, "minutes", 60)
    type_text(record, activity, "learning", "ab")
    assert edits(record) == 3


def test_an_edit_that_is_not_typing_stands_alone(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    edit(record, activity, "learning", "ab")
    edit(record, activity, "learning", "abc")
    assert edits(record) == 3


def test_typing_back_to_the_beginning_leaves_nothing_to_undo(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "slip")
    type_text(record, activity, "learning", "")
    assert edits(record) == 0
    assert undo_labels(record) == ["New activity"]
    assert sound(record)


def test_a_spell_renews_the_stamp_of_the_activity(record: Record, clock: FixedClock, activity: str) -> None:
    type_text(record, activity, "learning", "a")
    clock.advance(30)
    type_text(record, activity, "learning", "ab")
    assert record.activities.get(activity).modified == clock.now()
    assert sound(record)


def test_typing_into_an_activity_just_made_keeps_journal_and_table_together(record: Record, clock: FixedClock) -> None:
    for title in ("J", "Jo", "Journal club"):
        clock.advance(5)
        with record.step("New activity", typing=True) as step:
            rows = record.activities.all()
            if rows:
                step.set("activity", rows[0].id, "title", title)
            else:
                step.insert("activity", {"date": "2026-11-01", "title": title, "created": step.at, "modified": step.at})
    assert undo_labels(record) == ["New activity"]
    assert sound(record)
    record.undo()
    assert record.activities.all() == []
    record.redo()
    assert [one.title for one in record.activities.all()] == ["Journal club"]
    assert sound(record)


def test_a_failed_autosave_leaves_the_spell_as_it_was(record: Record, activity: str) -> None:
    type_text(record, activity, "learning", "kept")
    with pytest.raises(ZeroDivisionError):
        fail_while_typing(record, activity)
    assert record.activities.get(activity).learning == "kept"
    assert record.history.of_field(activity, "learning")[-1].after == "kept"
    assert sound(record)


def test_typing_into_a_row_that_the_first_key_made_is_one_undo_step(record: Record, clock: FixedClock) -> None:
    activity = new_activity(record).new_id
    for text in ("I", "I learnt", "I learnt to look at the light"):
        clock.advance(2)
        answer_prompt(record, activity, "gibbs", "feelings", text, typing=True)
    assert [label for _step, label in record.undo_lists().undo][-2:] == ["New activity", "Edit reflection"]
    assert record.verify() == []
    record.undo()
    assert [dict(one.answers) for one in record.activities.get(activity).reflections] in ([], [{}])
    record.redo()
    (reflection,) = record.activities.get(activity).reflections
    assert dict(reflection.answers) == {"feelings": "I learnt to look at the light"}
    assert record.verify() == []
