"""The one gate for writes."""

from __future__ import annotations

import unicodedata

import pytest
from sqlcipher3 import dbapi2

from otcpd.domain.errors import ReadOnly
from otcpd.record import opening
from otcpd.record.gate import StepKind
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.ports import FixedClock
from tests.record.support import add_activity, add_tag, edit, reopened, sound, tables, undo_labels

EVERYTHING = (*JOURNALED, "session", "step", "change", "search_stale")


def count(record: Record, table: str) -> int:
    return int(record.reader.value(f"SELECT count(*) FROM {table}"))


def fail_inside(record: Record) -> None:
    with record.step("New activity") as step:
        row = step.insert("activity", {"date": "2026-11-01", "title": "Lost", "created": step.at})
        step.set("activity", row, "title", "Lost too")
        raise ZeroDivisionError


def step_inside_a_step(record: Record) -> None:
    with record.step("Outer") as outer:
        outer.insert("tag", {"name": "falls"})
        with record.step("Inner") as inner:
            inner.insert("tag", {"name": "splints"})


def test_a_write_outside_a_step_fails(record: Record) -> None:
    before = tables(record, EVERYTHING)
    with pytest.raises(ReadOnly):
        record.reader.rows("INSERT INTO tag (id, owner, name) VALUES ('a', 'b', 'c')")
    with pytest.raises(ReadOnly):
        record.reader.rows("UPDATE person SET name = 'Ash Birch'")
    assert tables(record, EVERYTHING) == before


def test_a_write_outside_fails_again_after_a_step_and_after_a_failed_step(record: Record) -> None:
    add_activity(record)
    with pytest.raises(ZeroDivisionError):
        fail_inside(record)
    with pytest.raises(ReadOnly):
        record.reader.rows("DELETE FROM activity")


def test_an_error_inside_a_step_leaves_nothing_of_it(record: Record, clock: FixedClock, around: Surroundings) -> None:
    before = tables(record, EVERYTHING)
    with pytest.raises(ZeroDivisionError):
        fail_inside(record)
    assert tables(record, EVERYTHING) == before
    assert undo_labels(record) == []


def test_the_session_is_noted_again_after_its_first_step_failed(record: Record) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_inside(record)
    sessions = count(record, "session")
    add_activity(record)
    add_activity(record)
    assert count(record, "session") == sessions + 1
    assert record.integrity() == []


def test_an_empty_step_leaves_nothing(record: Record) -> None:
    activity = add_activity(record, "Journal club")
    before = tables(record, EVERYTHING)
    with record.step("Edit activity") as step:
        assert not step.set("activity", activity, "title", "Journal club")
    assert not step.changes
    assert step.changes.step is None
    with record.step("Nothing"):
        pass
    assert tables(record, EVERYTHING) == before


def test_opening_without_a_change_notes_no_session(record: Record, clock: FixedClock) -> None:
    sessions = count(record, "session")
    with reopened(record, clock) as again:
        assert count(again, "session") == sessions


def test_a_step_inside_a_step_is_refused_and_the_outer_one_is_not_saved(record: Record) -> None:
    with pytest.raises(AssertionError):
        step_inside_a_step(record)
    assert count(record, "tag") == 0
    add_activity(record)
    assert sound(record)


def test_text_is_kept_in_nfc_in_table_and_journal(record: Record) -> None:
    decomposed = unicodedata.normalize("NFD", "Café à Édimbourg")
    activity = add_activity(record, decomposed)
    edit(record, activity, "learning", decomposed)
    stored = record.activities.get(activity)
    assert stored.title == stored.learning == unicodedata.normalize("NFC", decomposed)
    assert sound(record)
    with record.step("Edit activity") as step:
        assert not step.set("activity", activity, "title", decomposed), "the same words are no change"


def test_text_that_is_no_unicode_is_kept_as_far_as_it_can_be(record: Record) -> None:
    # A file named in an old encoding reaches Python with lone surrogates, which no database takes.
    activity = add_activity(record, "certificate\udce9.pdf")
    assert record.activities.get(activity).title == "certificate\N{REPLACEMENT CHARACTER}.pdf"
    assert sound(record)


def test_saying_yes_twice_is_one_change(record: Record) -> None:
    activity = add_activity(record)
    with record.step("Edit activity") as step:
        assert step.set("activity", activity, "finished", True)
    with record.step("Edit activity") as step:
        assert not step.set("activity", activity, "finished", True)
    assert sound(record)


def test_a_step_says_what_changed(record: Record) -> None:
    with record.step("New activity") as step:
        activity = step.insert("activity", {"date": "2026-11-01", "created": step.at, "modified": step.at})
    assert step.changes.new_id == activity
    assert step.changes.of("activity") == {activity}
    assert step.changes.label == "New activity"
    with record.step("Edit tags") as step:
        tag = step.insert("tag", {"name": "falls"})
        link = step.link("activity_tag", {"activity": activity, "tag": tag})
    assert step.changes.of("activity") == {activity}, "a tag counts as a change of its activity"
    assert step.changes.of("activity_tag") == {link}


def test_a_change_to_what_hangs_on_an_activity_renews_its_stamp(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    made = record.activities.get(activity).modified
    clock.advance(90)
    add_tag(record, activity, "falls")
    assert (record.activities.get(activity).modified - made).total_seconds() == 90
    assert sound(record)


def test_an_unknown_row_is_refused(record: Record) -> None:
    with pytest.raises(LookupError), record.step("Edit activity") as step:
        step.set("activity", "no such id", "title", "x")
    assert undo_labels(record) == []


def test_a_reference_to_nothing_is_refused_whole(record: Record) -> None:
    activity = add_activity(record)
    with pytest.raises(dbapi2.IntegrityError), record.step("Edit tags") as step:
        step.link("activity_tag", {"activity": activity, "tag": "no such tag"})
    assert count(record, "activity_tag") == 0
    assert sound(record)


def test_the_journal_cannot_be_shortened(record: Record) -> None:
    add_activity(record)
    for table in ("change", "step"):
        with pytest.raises(dbapi2.IntegrityError), record.gate.unjournaled() as connection:
            connection.execute(f"DELETE FROM {table}")
    assert sound(record)


def test_a_link_taken_away_and_made_again_is_the_same_row(record: Record) -> None:
    activity = add_activity(record)
    tag = add_tag(record, activity, "falls")
    with record.step("Edit tags") as step:
        step.unlink("activity_tag", {"activity": activity, "tag": tag})
    assert record.activities.get(activity).tags == ()
    add_tag(record, activity, "falls")
    assert record.activities.get(activity).tags == ("falls",)
    assert count(record, "activity_tag") == 1
    assert sound(record)


def test_steps_of_other_kinds_say_where_they_come_from(record: Record) -> None:
    with record.step("Import", StepKind.IMPORT) as step:
        step.insert("tag", {"name": "falls"})
    assert record.history.all_changes()[-1].kind == StepKind.IMPORT
    assert undo_labels(record) == ["Import"]


def test_ids_rise_even_when_the_clock_goes_back(record: Record, clock: FixedClock, around: Surroundings) -> None:
    first = add_activity(record)
    clock.advance(-86_400)
    second = add_activity(record)
    record.close()
    with opening.open_for_writing(record.path, around) as again:
        third = add_activity(again)
        assert first < second < third
        assert sound(again)


def test_controls_are_left_out_of_what_is_kept(record: Record) -> None:
    activity = add_activity(record, "Fa\x00lls\x1f \u202e")
    edit(record, activity, "learning", "First line\n\tsecond\x07")
    kept = record.activities.get(activity)
    assert (kept.title, kept.learning) == ("Falls ", "First line\n\tsecond")
    assert sound(record)
