"""The reading log as it is kept: each deed one step in plain words, and what cannot be meant is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from otcpd.actions.bin import in_bin, put_back
from otcpd.actions.importing import import_file
from otcpd.actions.pathway.importing_references import ALREADY, TWICE, plan_references, take_references
from otcpd.actions.pathway.readings import (
    add_to_log,
    delete_reading,
    edit_reading,
    link_activity,
    mark_read,
    new_reading,
)
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.reading import Reading, ReadingKind, ReadingState, Reference
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.record.support import sound, undo_labels

RAILS = Reference(title="Rails", authors="Rowan, Eilidh", year="2024", doi="10.1177/rails")
RIS = """TY  - JOUR
TI  - Rails
DO  - 10.1177/RAILS
ER  -
TY  - JOUR
TI  - Steps
PY  - 2020
ER  -
TY  - JOUR
TI  - Steps
ZZ  - what
"""


@pytest.fixture
def reading(record: Record) -> Iterator[str]:
    made = next(iter(new_reading(record, RAILS).of("reading")))
    yield made
    assert sound(record)


def titles(record: Record) -> list[str]:
    return [row.title for row in record.readings.rows()]


def test_a_new_reading_is_to_read_and_in_the_list(record: Record, reading: str) -> None:
    found = record.readings.get(reading)

    assert found.reference == RAILS
    assert (found.state, found.listed, found.read_on) == (ReadingState.TO_READ, True, None)
    assert [row.id for row in record.readings.rows()] == [reading]
    assert [one.id for one in record.readings.listed()] == [reading]
    assert record.readings.listed(date(2026, 1, 1), date(2026, 12, 31)) == []


def test_each_field_is_set_in_one_step_and_typing_is_one_spell(record: Record, reading: str) -> None:
    def look() -> Reading:
        return record.readings.get(reading)

    steps = len(undo_labels(record))
    for text in ("W", "Wo", "Worth it"):
        edit_reading(record, reading, "appraisal", text, typing=True)
    assert len(undo_labels(record)) == steps + 1
    undone_and_redone(record, partial(edit_reading, record, reading, "kind", ReadingKind.BOOK), look, "Edit reading")
    undone_and_redone(record, partial(edit_reading, record, reading, "listed", False), look, "Edit reading")
    edit_reading(record, reading, "read_on", date(2026, 11, 3))
    assert (look().state, look().read_on, look().appraisal) == (ReadingState.READ, date(2026, 11, 3), "Worth it")


@pytest.mark.parametrize(
    ("field", "value"), [("read_on", date(2030, 1, 1)), ("kind", "wurst"), ("title", 3), ("made_up", "x")]
)
def test_what_cannot_be_is_refused(record: Record, reading: str, field: str, value: str | int | date) -> None:
    with refused(record, NotAcceptable):
        edit_reading(record, reading, field, value)
    with refused(record, NotAcceptable):
        edit_reading(record, "no such", "title", "x")


def test_marking_as_read_dates_it_today_unless_a_day_stands_there(record: Record, reading: str) -> None:
    mark_read(record, reading)
    assert record.readings.get(reading).read_on == record.clock.today()
    edit_reading(record, reading, "read_on", date(2026, 1, 5))
    mark_read(record, reading)
    assert record.readings.get(reading).read_on == date(2026, 1, 5)
    mark_read(record, reading, read=False)
    found = record.readings.get(reading)
    assert (found.state, found.read_on) == (ReadingState.TO_READ, None)


def test_it_goes_into_the_log_as_reading_linked_in_one_step(record: Record, reading: str) -> None:
    edit_reading(record, reading, "read_on", date(2026, 11, 3))
    edit_reading(record, reading, "changed", "I ask about the bath first.")
    edit_reading(record, reading, "appraisal", "A small sample.")

    def look() -> tuple[str, ...]:
        return record.readings.get(reading).activities

    undone_and_redone(record, partial(add_to_log, record, reading), look, "Add it to your log")

    activity = record.activities.get(look()[0])
    assert (activity.title, activity.type, activity.date) == ("Read ‘Rails’", "reading", date(2026, 11, 3))
    assert activity.practice_impact == "I ask about the bath first."
    assert "small sample" not in f"{activity.learning}{activity.description}"
    assert [one.id for one in record.readings.of_activity(activity.id)] == [reading]
    link_activity(record, reading, activity.id, on=False)
    assert record.readings.get(reading).activities == ()


def test_the_bin_gives_it_back(record: Record, reading: str, activity: str) -> None:
    link_activity(record, reading, activity)
    delete_reading(record, reading)
    assert (titles(record), record.readings.of_activity(activity)) == ([], [])
    assert [(one.kind, one.name) for one in in_bin(record)] == [("reading", "Rails")]
    put_back(record, [reading])
    assert record.readings.get(reading).activities == (activity,)


def test_the_search_finds_words_of_it(record: Record, reading: str) -> None:
    edit_reading(record, reading, "appraisal", "A small sample")
    assert record.search("sampl")["reading"] == {reading}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "from the library.ris"
    path.write_text(RIS)
    return path


def test_a_plan_tells_new_known_and_not_understood(record: Record, reading: str, file: Path) -> None:
    plan = plan_references(record, file)

    assert [one.title for one in plan.new] == ["Steps"]
    assert [(one.reference.title, one.reading) for one in plan.known] == [("Rails", reading), ("Steps", "")]
    assert [one.line for one in plan.not_understood] == [9, 9]


def test_references_that_come_in_parts_are_one_step(record: Record, file: Path) -> None:
    plan = plan_references(record, file)

    def take() -> Changes:
        first = take_references(record, plan.new[:1])
        take_references(record, plan.new[1:], first.step)
        return first

    undone_and_redone(record, take, partial(titles, record), "Bring in references")
    assert titles(record) == ["Rails", "Steps"]


def test_import_takes_what_is_new_and_says_what_not(record: Record, reading: str, file: Path) -> None:
    trial = import_file(record, file, dry_run=True)
    assert titles(record) == ["Rails"]

    report = import_file(record, file)

    assert titles(record) == ["Rails", "Steps"]
    assert (report.taken, report.skipped) == (trial.taken, trial.skipped)
    assert report.taken == ("(2020), ‘Steps’",)
    assert report.skipped == (
        ("‘Rails’", ALREADY),
        ("‘Steps’", TWICE),
        ("‘Steps’, line 9", "Its end (ER) is missing."),
        ("‘Steps’, line 9", "The tag ‘ZZ’ is not known."),
    )
    assert import_file(record, file).taken == ()
