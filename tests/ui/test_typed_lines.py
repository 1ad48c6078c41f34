"""Lines typed for the first time while the disk is away: they wait like every other text, and are made once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.goals import new_goal
from otcpd.actions.supervision import sessions
from otcpd.actions.supervision.agenda import agenda_of
from otcpd.domain.supervision import AgreementKind
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pathway.goal_steps import GoalSteps
from otcpd.ui.pages.supervision.session_lines import TopicLines
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk


class Sitting:
    """The topics of one session on a stick that can be pulled out."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.problems: list[object] = []
        desk.session.problem.connect(self.problems.append)
        self.session = self.planned()
        self.view = TopicLines(desk, ticks=False)
        desk.session.changed.connect(self.refresh)
        self.refresh()
        self.stick = desk.session.record.path.parent

    def planned(self) -> str:
        record = self.desk.session.record
        return sessions.plan_session(record, date(2026, 11, 26), kind=AgreementKind.PEER).created[0]

    def refresh(self, _changes: object = None) -> None:
        record = self.desk.session.record
        self.view.load(record.sessions.get(self.session), agenda_of(record, self.session), fixed=False)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused(), key)

    def focused(self) -> QWidget:
        field = QApplication.focusWidget()
        assert field is not None
        return field

    def pull_out(self) -> None:
        self.stick.rename(self.stick.with_name("elsewhere"))

    def put_in(self) -> None:
        self.stick.with_name("elsewhere").rename(self.stick)
        assert self.desk.session.flush()

    def topics(self) -> list[str]:
        return [one.text for one in self.desk.session.record.sessions.get(self.session).topics]

    def shown(self) -> list[str]:
        keys = self.view.lines.keys()
        rows = map(self.view.lines.row, keys)
        return [row.field.text() for row in rows if row is not None]


@pytest.fixture
def sitting(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Sitting]:
    (tmp_path / "stick").mkdir()
    record = new_record(tmp_path / "stick" / "eilidh.otcpd", clock)
    desk = make_desk(record, tmp_path, clock, theme, announcer, Answers())
    made = Sitting(desk)
    qtbot.addWidget(made.view)
    made.view.show()
    qtbot.waitExposed(made.view)
    made.view.take_focus()
    yield made
    desk.session.changed.disconnect(made.refresh)
    clear_desk(desk)


def test_new_lines_wait_for_the_disk_and_keep_their_order(sitting: Sitting) -> None:
    sitting.type("Lighting")
    sitting.press(Qt.Key.Key_Return)
    sitting.pull_out()
    sitting.type("Hoists")
    sitting.press(Qt.Key.Key_Return)
    sitting.type("Stairs")
    assert len(sitting.desk.session.autosave.drafts) == 2
    sitting.put_in()
    assert sitting.topics() == ["Lighting", "Hoists", "Stairs"] == sitting.shown()
    sitting.type(" and rails")
    assert sitting.desk.session.flush()
    assert sitting.topics() == ["Lighting", "Hoists", "Stairs and rails"] == sitting.shown()


def test_a_new_line_is_made_although_the_session_was_left_meanwhile(sitting: Sitting) -> None:
    sitting.pull_out()
    sitting.type("Hoists")
    sitting.stick.with_name("elsewhere").rename(sitting.stick)
    sitting.desk.session.record.reconnect()
    sitting.view.renew()
    assert sitting.desk.session.flush()
    assert sitting.topics() == ["Hoists"]


def test_a_new_line_that_was_emptied_again_is_not_made(sitting: Sitting) -> None:
    sitting.pull_out()
    sitting.type("Ho")
    sitting.press(Qt.Key.Key_Backspace)
    sitting.press(Qt.Key.Key_Backspace)
    sitting.put_in()
    assert sitting.topics() == []


def test_the_trouble_is_told_once_and_not_with_every_letter(sitting: Sitting) -> None:
    sitting.pull_out()
    sitting.type("Hoists and slings")
    assert len(sitting.problems) == 1
    sitting.put_in()


def test_a_new_step_of_a_goal_waits_for_the_disk_as_well(sitting: Sitting, qtbot: QtBot) -> None:
    goals = sitting.desk.session.record.goals
    goal = new_goal(sitting.desk.session.record, "Lead the audit").new_id
    steps = GoalSteps(sitting.desk)
    qtbot.addWidget(steps)
    steps.load(goals.get(goal))
    steps.show()
    qtbot.waitExposed(steps)
    steps.activateWindow()
    steps.take_focus()
    qtbot.waitUntil(lambda: steps.isAncestorOf(sitting.focused()))
    sitting.pull_out()
    sitting.type("Write the sheet")
    sitting.press(Qt.Key.Key_Return)
    sitting.type("Ask the team")
    sitting.put_in()
    assert [one.text for one in goals.get(goal).milestones] == ["Write the sheet", "Ask the team"]
