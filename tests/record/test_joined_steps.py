"""Steps that go on with an earlier one, and reads in the middle of a step."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from otcpd.domain.errors import FileDamaged
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import add_activity, sound


def go_on(record: Record, activity: str, name: str, joins: str | None) -> str:
    with record.step("Fill in", joins=joins) as step:
        step.set("activity", activity, name, f"Said at {record.clock.now()}")
    assert step.changes.step is not None
    return step.changes.step


MISREAD = "SELECT * FROM no_such_table"
"""What fails like a file that cannot be read."""


def stumble(record: Record, activity: str, instead: Path | None = None) -> None:
    """Reads what cannot be read in the middle of a step; `instead` takes the place of the file just before."""
    with record.step("Fill in") as step:
        step.set("activity", activity, "learning", "Half a step")
        if instead is not None:
            instead.replace(record.path)
        record.reader.rows(MISREAD)


def test_a_step_is_as_new_as_its_last_part(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    first = go_on(record, activity, "learning", None)
    made = record.changed_at()
    clock.advance(40)
    assert go_on(record, activity, "description", first) == first
    newest = record.changed_at()
    assert newest == clock.now(), "a backup made before the second part does not hold it"
    assert made is not None
    assert newest > made
    clock.advance(-90)
    assert go_on(record, activity, "practice_impact", first) == first
    assert record.changed_at() == newest, "a clock that was set back makes nothing older"
    record.undo()
    assert record.activities.get(activity).description == ""
    assert sound(record)


def test_no_other_connection_is_taken_amid_a_step(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    activity = add_activity(record)
    asked: list[bool] = []

    def recover() -> bool:
        asked.append(True)
        return False

    monkeypatch.setattr(record.reader, "recover", recover)
    with pytest.raises(FileDamaged):
        stumble(record, activity)
    assert not asked
    assert record.activities.get(activity).learning == ""
    with pytest.raises(FileDamaged):
        record.reader.rows(MISREAD)
    assert asked


def test_a_disk_that_is_back_amid_a_step_leaves_nothing_of_it(record: Record, tmp_path: Path) -> None:
    """The file is exchanged for a copy of itself, as a stick that is pulled out and put back looks to a program."""
    activity = add_activity(record)
    connection = record.gate.connection
    copy = tmp_path / "copy.otcpd"
    shutil.copyfile(record.path, copy)
    with pytest.raises(FileDamaged):
        stumble(record, activity, copy)
    assert record.gate.connection is connection
    assert record.reconnect()
    assert record.activities.get(activity).learning == ""
