"""Erasing for good: afterwards the words are in no byte of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.domain.errors import DiskFull, NotAcceptable
from otcpd.record import opening
from otcpd.record.gate import Step
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.ports import FixedClock
from tests.record.support import (
    add_activity,
    add_answer,
    add_companion,
    add_person,
    add_tag,
    attach,
    delete,
    edit,
    found,
    redo_labels,
    reopened,
    sound,
    type_text,
    undo_labels,
)

SECRET = "Mòrag Quixworthy"
"""Words that stand nowhere else: one with a letter of two bytes in UTF-8."""

PIECES = ("Mòrag", "òrag", "Quixworthy", "quixworthy", "uixwort", "Quixw", "quixw", "morag", "mòrag")
"""What an index might keep: the words, their parts, small letters, without accents."""


def left_in(path: Path) -> list[str]:
    """Which pieces of the secret stand in any byte of the file or of what lies beside it."""
    names = [name for name in path.parent.iterdir() if name.name.startswith(path.name)]
    content = b"".join(name.read_bytes() for name in names)
    pieces = {piece: (piece.encode("utf-8"), piece.encode("utf-16-le"), piece.encode("latin-1")) for piece in PIECES}
    return [piece for piece, forms in pieces.items() if any(form in content for form in forms)]


def fill(record: Record) -> None:
    """Other content, so that pages are shared and split as in a real file."""
    with record.step("Import") as step:
        for number in range(40):
            step.insert(
                "activity",
                {
                    "date": "2026-11-01",
                    "title": f"Reading {number}",
                    "learning": "What falls teach us. " * 20,
                    "created": step.at,
                    "modified": step.at,
                },
            )


_FILLER: dict[str, dict[str, str | int]] = {
    "activity": {"date": "2026-11-01"},
    "gap_reason": {"start": "2026-01-01", "end": "2026-06-01"},
    "evidence": {"kind": "other", "state": "unknown"},
    "setting": {"key": "nickname"},
    "supervision_session": {"date": "2026-11-01", "kind": "peer"},
    "agreement": {"kind": "peer"},
}


def make_row(record: Record, table: str, *fields: str) -> str:
    """A row of `table` whose `fields` have held the secret at its making and in an edit."""
    with record.step("New row") as step:
        values = {name: value for name, value in _needed(step, record, table).items() if name not in fields}
        row = step.insert(table, values | dict.fromkeys(fields, SECRET))
    for text in (f"{SECRET} again", "harmless", f"once more {SECRET}"):
        record.search("quix")
        for field in fields:
            edit(record, row, field, text, table=table)
    return row


def _needed(step: Step, record: Record, table: str) -> dict[str, str | int]:
    """What a row of this table is not without, things that it hangs on among it."""
    values = dict(_FILLER.get(table, {}))
    columns = {str(row[1]) for row in record.reader.rows(f'PRAGMA table_info("{table}")')}
    values |= dict.fromkeys(columns & {"created", "modified"}, step.at)
    values |= dict.fromkeys(columns & {"supervisee"}, record.owner)
    for kind, column in JOURNALED[table].parents:
        values[column] = step.insert(kind, _needed(step, record, kind))
    if table == "reflection_answer":
        values["reflection"] = step.insert("reflection", {"activity": values["activity"], "model": "gibbs"})
    if table == "plan_agreement":
        values["person"] = record.owner
    if table == "erasure":
        values |= {"tbl": "person", "row": record.owner, "field": "name", "at": "2026-11-21T09:00:00.000Z"}
    return values


TEXTS = [(table.name, field) for table in JOURNALED.values() for field in table.text]


@pytest.mark.parametrize(("table", "field"), TEXTS)
def test_every_text_of_every_table_can_be_erased(record: Record, table: str, field: str) -> None:
    row = make_row(record, table, field)
    assert left_in(record.path)
    record.erase(row, field, "a name typed by mistake")
    assert left_in(record.path) == []
    assert record.search("quix") == {}
    assert sound(record)


@pytest.mark.parametrize("table", sorted({table for table, _field in TEXTS}))
def test_an_entry_of_every_table_goes_with_all_its_texts(record: Record, table: str) -> None:
    fill(record)
    row = make_row(record, table, *JOURNALED[table].text)
    assert left_in(record.path)
    record.erase(row, None, "a name typed by mistake")
    assert left_in(record.path) == []
    assert record.search("quix") == {}
    assert sound(record)


@pytest.mark.parametrize("whole", [False, True], ids=["field", "entry"])
def test_words_lent_to_activities_go_too(record: Record, whole: bool) -> None:
    fill(record)
    activity = add_activity(record)
    with record.step("New employer") as step:
        employer = step.insert("employer", {"name": f"{SECRET} Trust"})
    person = add_person(record, SECRET, employer=employer)
    add_companion(record, activity, person)
    tag = add_tag(record, activity, SECRET)
    assert found(record, "quix") == {activity}
    for row in (employer, person, tag):
        assert left_in(record.path)
        record.erase(row, None if whole else "name", "a name")
    assert left_in(record.path) == []
    assert sound(record)


def test_an_entry_goes_with_its_answers(record: Record) -> None:
    activity = add_activity(record)
    add_answer(record, activity, f"I felt that {SECRET} was sad")
    delete(record, activity)
    record.erase(activity, None, "a name")
    assert left_in(record.path) == []
    assert record.activities.all() == []
    assert sound(record)


def test_a_file_goes_with_its_bytes_and_the_text_inside(record: Record, tmp_path: Path) -> None:
    file = tmp_path / f"{SECRET}.txt"
    file.write_bytes(f"Letter about {SECRET}\n".encode() * 9000)
    evidence = attach(record, add_activity(record), file, text=f"Letter about {SECRET}", caption=SECRET)
    record.search("quix")
    file.unlink()
    record.erase(evidence, None, "a letter")
    assert left_in(record.path) == []
    erased = record.evidence.get(evidence)
    assert (erased.name, erased.caption, erased.sha256, erased.size) == ("", "", "", 0)
    assert erased.deleted is not None
    assert list(record.evidence.chunks(evidence)) == [], "an erased file has no bytes, and that is no damage"
    assert record.damaged_content() == []
    assert sound(record)


def test_bytes_that_other_evidence_has_stay(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "certificate.txt"
    file.write_bytes(b"Certificate")
    activity = add_activity(record)
    first, second = attach(record, activity, file), attach(record, activity, file)
    record.erase(first, None, "added by mistake")
    assert b"".join(record.evidence.chunks(second)) == b"Certificate"
    assert sound(record)


def test_the_words_are_gone_after_closing_too(record: Record) -> None:
    activity = add_activity(record, SECRET)
    record.erase(activity, "title", "a name")
    record.close()
    assert left_in(record.path) == []


def test_a_mark_with_time_and_reason_stays(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record, SECRET)
    changes = record.erase(activity, "title", "a name typed by mistake")
    assert record.reader.rows("SELECT tbl, row, field, reason, at FROM erasure") == [
        ("activity", activity, "title", "a name typed by mistake", "2026-11-21T09:12:00.000Z")
    ]
    assert changes.of("activity") == {activity}
    erased = [change for change in record.history.of_entry(activity) if change.erased]
    assert all(change.before is None and change.after == "" for change in erased)


def test_undo_and_redo_afterwards_are_safe(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record, "Journal club")
    edit(record, activity, "learning", SECRET)
    edit(record, activity, "minutes", 30)
    edit(record, activity, "learning", "harmless")
    record.undo()
    record.erase(activity, "learning", "a name")
    opened = reopened(record, clock)
    assert redo_labels(opened) == [], "there is nothing left to redo"
    assert undo_labels(opened) == ["New activity", "Edit activity"]
    while opened.undo():
        assert opened.activities.get(activity).learning == ""
        assert sound(opened)
    while opened.redo():
        assert opened.activities.get(activity).learning == ""
        assert sound(opened)
    assert opened.activities.get(activity).minutes == 30
    assert left_in(opened.path) == []
    opened.close()


def test_an_erasing_cannot_be_undone(record: Record) -> None:
    activity = add_activity(record, SECRET)
    record.erase(activity, None, "a name")
    assert undo_labels(record) == []
    assert record.undo() is None


def test_typing_goes_on_afterwards(record: Record) -> None:
    activity = add_activity(record)
    type_text(record, activity, "learning", SECRET)
    record.erase(activity, "learning", "a name")
    type_text(record, activity, "learning", "harmless")
    record.undo()
    assert record.activities.get(activity).learning == ""
    record.redo()
    assert record.activities.get(activity).learning == "harmless"
    assert left_in(record.path) == []
    assert sound(record)


def test_what_every_file_needs_is_blanked_but_stays(record: Record, around: Surroundings) -> None:
    portfolio = record.portfolios.current().id
    edit(record, portfolio, "statement", SECRET, table="portfolio")
    edit(record, record.owner, "name", SECRET, table="person")
    record.erase(portfolio, None, "a name")
    record.erase(record.owner, None, "a name")
    assert left_in(record.path) == []
    record.close()
    with opening.open_for_writing(record.path, around) as again:
        assert again.portfolios.current().statement == ""
        assert again.people.owner().name == ""
        assert again.people.owner().deleted is None
        assert sound(again)


def test_other_texts_stay(record: Record) -> None:
    activity = add_activity(record, "Journal club", learning="What falls teach us", minutes=60)
    other = add_activity(record, "Journal club")
    record.erase(activity, "title", "a name")
    kept = record.activities.get(activity)
    assert (kept.title, kept.learning, kept.minutes) == ("", "What falls teach us", 60)
    assert record.activities.get(other).title == "Journal club"


def test_erasing_twice_does_no_harm(record: Record) -> None:
    activity = add_activity(record, SECRET)
    for _time in range(2):
        record.erase(activity, None, "a name")
    assert sound(record)


def test_a_text_that_the_entry_has_not_is_refused(record: Record) -> None:
    person = add_person(record, "Rory Alder")
    before = record.history.all_changes()
    with pytest.raises(NotAcceptable, match="It has: name"):
        record.erase(person, "title", "a name")
    assert record.history.all_changes() == before


def test_an_id_that_is_none_is_refused(record: Record) -> None:
    before = record.history.all_changes()
    with pytest.raises(NotAcceptable):
        record.erase("no such id", None, "a name")
    assert record.history.all_changes() == before


def test_an_erasing_that_could_not_finish_is_finished_at_the_next_opening(
    record: Record, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "Quillfeather fell on the stairs")

    def no_room(_gate: object) -> None:
        raise DiskFull("Not saved. The disk is full.")

    monkeypatch.setattr("otcpd.record.erase._scrub", no_room)
    with pytest.raises(DiskFull, match="traces may still be in the file"):
        record.erase(activity, "learning", "typed by mistake")
    monkeypatch.undo()
    assert record.activities.get(activity).learning == ""
    record.close()
    with opening.open_for_writing(record.path, around) as again:
        assert again.verify() == []
        assert again.reader.rows("SELECT task FROM owed") == []
    assert b"uillfeather" not in record.path.read_bytes()


def test_an_erased_tag_is_on_no_activity(record: Record) -> None:
    activity = add_activity(record)
    tag = add_tag(record, activity, "quillfeather")
    record.erase(tag, None, "a name")
    assert record.activities.get(activity).tags == ()
    assert record.activities.tags() == []
    assert [row.tags for row in record.activities.rows()] == [()]


def test_an_erased_own_type_is_in_no_activity(record: Record) -> None:
    activity = add_activity(record)
    with record.step("New type") as step:
        own = step.insert("own_type", {"name": "Visit to Quillfeather", "category": None})
    edit(record, activity, "type", "Visit to Quillfeather")
    edit(record, activity, "type", "Journal club")
    other = add_activity(record, "Another", type="Visit to Quillfeather")
    record.erase(own, None, "it named a person")
    assert record.activities.get(other).type == ""
    assert record.verify() == []
    record.close()
    assert b"uillfeather" not in record.path.read_bytes()


def test_a_reason_may_hold_the_letters_of_what_goes_but_not_its_words(record: Record) -> None:
    activity = add_activity(record)
    edit(record, activity, "title", "Fall")
    with pytest.raises(NotAcceptable, match="repeats"):
        record.erase(activity, "title", "the fall named somebody")
    record.erase(activity, "title", "it was fallible")
