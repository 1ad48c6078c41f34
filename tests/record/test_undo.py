"""Undo and redo, read from the journal alone."""

from __future__ import annotations

from pathlib import Path

from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.ports import FixedClock
from tests.record.support import (
    add_activity,
    add_answer,
    add_tag,
    attach,
    delete,
    edit,
    redo_labels,
    remove_tag,
    reopened,
    sound,
    undo_labels,
)


def state(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """Every row that is not in the bin, without the stamps."""
    kept = {}
    for name in JOURNALED:
        columns = [str(row[1]) for row in record.reader.rows(f'PRAGMA table_info("{name}")')]
        wanted = ", ".join(f'"{column}"' for column in columns if column not in ("modified", "deleted"))
        kept[name] = record.reader.rows(f'SELECT {wanted} FROM "{name}" WHERE deleted IS NULL ORDER BY id')
    return kept


def test_a_new_file_has_nothing_to_undo(record: Record) -> None:
    assert undo_labels(record) == redo_labels(record) == []
    assert record.undo() is None
    assert record.redo() is None


def test_undo_and_redo_walk_back_and_forth(record: Record) -> None:
    states = [state(record)]
    activity = add_activity(record)
    states.append(state(record))
    for text in ("one", "two", "three"):
        edit(record, activity, "learning", text)
        states.append(state(record))
    for expected in reversed(states[:-1]):
        assert record.undo()
        assert state(record) == expected
        assert sound(record)
    assert record.undo() is None
    for expected in states[1:]:
        assert record.redo()
        assert state(record) == expected
        assert sound(record)
    assert record.redo() is None


def test_undo_survives_closing_the_file(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "one")
    edit(record, activity, "learning", "two")
    record.undo()
    with reopened(record, clock) as again:
        assert undo_labels(again) == ["New activity", "Edit activity"]
        assert redo_labels(again) == ["Edit activity"]
        again.undo()
        assert again.activities.get(activity).learning == ""
        again.redo()
        again.redo()
        assert again.activities.get(activity).learning == "two"
        assert sound(again)


def test_a_new_step_ends_redoing(record: Record) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "one")
    record.undo()
    edit(record, activity, "minutes", 30)
    assert redo_labels(record) == []
    assert record.redo() is None
    assert record.activities.get(activity).learning == ""


def test_undoing_a_creation_is_the_bin(record: Record) -> None:
    activity = add_activity(record, "Journal club")
    changes = record.undo()
    assert changes is not None
    assert changes.of("activity") == {activity}
    assert record.activities.all() == []
    assert [one.title for one in record.activities.all(binned=True)] == ["Journal club"]
    record.redo()
    assert [one.title for one in record.activities.all()] == ["Journal club"]
    assert sound(record)


def test_undoing_a_deletion_brings_everything_back(record: Record) -> None:
    activity = add_activity(record)
    add_tag(record, activity, "falls")
    add_answer(record, activity, "I felt calm")
    before = state(record)
    delete(record, activity)
    record.undo()
    assert state(record) == before


def test_links_are_undone_and_redone(record: Record) -> None:
    activity = add_activity(record)
    tag = add_tag(record, activity, "falls")
    remove_tag(record, activity, tag)
    assert record.activities.get(activity).tags == ()
    record.undo()
    assert record.activities.get(activity).tags == ("falls",)
    record.undo()
    assert record.activities.get(activity).tags == ()
    record.redo()
    assert record.activities.get(activity).tags == ("falls",)
    record.redo()
    assert record.activities.get(activity).tags == ()
    assert sound(record)


def test_a_step_of_many_changes_is_undone_whole(record: Record) -> None:
    activity = add_activity(record)
    before = state(record)
    with record.step("Fill in") as step:
        step.set("activity", activity, "learning", "one")
        step.set("activity", activity, "learning", "two")
        step.set("activity", activity, "minutes", 90)
        tag = step.insert("tag", {"name": "falls"})
        step.link("activity_tag", {"activity": activity, "tag": tag})
    after = state(record)
    record.undo()
    assert state(record) == before
    record.redo()
    assert state(record) == after


def test_the_label_is_that_of_the_step(record: Record) -> None:
    activity = add_activity(record)
    with record.step("Delete activity") as step:
        step.remove("activity", activity)
    assert undo_labels(record)[-1] == "Delete activity"
    changes = record.undo()
    assert changes is not None
    assert changes.label == "Delete activity"
    assert redo_labels(record) == ["Delete activity"]
    again = record.redo()
    assert again is not None
    assert again.label == "Delete activity"
    assert undo_labels(record)[-1] == "Delete activity"


def test_a_step_without_a_label_is_undone_and_redone_too(record: Record) -> None:
    activity = add_activity(record)
    with record.step("") as step:
        step.set("activity", activity, "learning", "one")
    for _round in range(3):
        record.undo()
        assert record.activities.get(activity).learning == ""
        record.redo()
        assert record.activities.get(activity).learning == "one"
        assert redo_labels(record) == []


def test_undo_redo_undo_goes_on_for_ever(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "one")
    opened = record
    for seed in range(3, 7):
        opened.undo()
        assert opened.activities.get(activity).learning == ""
        assert redo_labels(opened) == ["Edit activity"]
        opened = reopened(opened, clock, seed)
        opened.redo()
        assert opened.activities.get(activity).learning == "one"
        assert undo_labels(opened) == ["New activity", "Edit activity"]
        assert redo_labels(opened) == []
    assert sound(opened)
    opened.close()


def test_undoing_part_way_then_editing_keeps_what_lies_before(record: Record) -> None:
    activity = add_activity(record)
    for text in ("one", "two", "three"):
        edit(record, activity, "learning", text)
    record.undo()
    record.undo()
    edit(record, activity, "learning", "new two")
    assert undo_labels(record) == ["New activity", "Edit activity", "Edit activity"]
    record.undo()
    assert record.activities.get(activity).learning == "one"
    record.undo()
    assert record.activities.get(activity).learning == ""
    record.redo()
    record.redo()
    assert record.activities.get(activity).learning == "new two"


def test_the_lists_hold_through_many_undos_and_redos(record: Record) -> None:
    activity = add_activity(record)
    for number in range(1, 121):
        edit(record, activity, "minutes", number)
    for _number in range(120):
        record.undo()
    assert record.activities.get(activity).minutes is None
    for _number in range(120):
        record.redo()
    assert record.activities.get(activity).minutes == 120
    assert redo_labels(record) == [], "what has been redone cannot be redone again"
    assert undo_labels(record)
    record.undo()
    assert record.activities.get(activity).minutes == 119


def test_undoing_added_evidence_keeps_its_bytes_for_redo(record: Record, tmp_path: Path, clock: FixedClock) -> None:
    file = tmp_path / "certificate.txt"
    file.write_bytes(b"Certificate of attendance")
    evidence = attach(record, add_activity(record), file)
    record.undo()
    assert record.evidence.all() == []
    with reopened(record, clock) as again:
        again.redo()
        assert b"".join(again.evidence.chunks(evidence)) == b"Certificate of attendance"


def test_the_words_of_an_undone_step_are_searched_no_more(record: Record) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "zebra")
    assert record.search("zebra")["activity"] == {activity}
    record.undo()
    assert record.search("zebra") == {}
    record.redo()
    assert record.search("zebra")["activity"] == {activity}


def test_the_owner_follows_an_undone_change_of_owner(record: Record) -> None:
    first = record.owner
    with record.step("Import") as step:
        second = step.insert("person", {"name": "Ash Alder"})
        step.set("record", record.id, "owner", second)
    assert record.owner == second
    record.undo()
    assert record.owner == first
    assert record.people.owner().id == first
    assert record.gate.owner == first
    record.redo()
    assert record.people.owner().name == "Ash Alder"
