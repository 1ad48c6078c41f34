"""The frameworks that pages share: read once, and again after one of them changed."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from otcpd.actions import people
from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk


def add_framework(record: Record) -> Changes:
    with record.step("New framework") as step:
        named = {"code": "council", "edition": "1", "name": "Senior OT, our council", "kind": "role"}
        step.insert("framework", {**named, "in_force": 1, "created": step.at, "modified": step.at})
    return step.changes


def test_frameworks_are_read_again_when_one_of_them_changed(
    qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock
) -> None:
    desk = make_desk(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    seen: list[bool] = []

    def look(_changes: Changes) -> None:
        seen.append("council" in {one.code for one in desk.session.frameworks.now().offered})

    desk.session.changed.connect(look)  # before anybody asks for them
    kept = desk.session.frameworks
    before = kept.now()
    desk.session.act(people.add_person, "Rory Alder")
    assert kept.now() is before
    desk.session.act(add_framework)
    assert seen == [False, True]
    desk.session.undo()
    assert seen == [False, True, False]
    desk.session.changed.disconnect(look)
    clear_desk(desk)
