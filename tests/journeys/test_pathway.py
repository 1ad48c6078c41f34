"""The pathway with the keyboard alone: two goals from a gap, steps ticked, an activity linked, a goal reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.domain.goal import GoalState
from otcpd.ui.pages.log.goals_section import Goals
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.pages.pathway.page import PathwayPage
from tests.journeys.keyboard import CTRL, CTRL_SHIFT, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(path)
        yield opened


def test_two_goals_from_a_gap_and_one_of_them_reached(program: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    press(Qt.Key.Key_4, CTRL)
    page = program.window.page
    assert isinstance(page, PathwayPage)
    assert name_of(focused()) == "Pathway"
    _mark_a_gap(program)
    _new_goal("Cover the team lead for one month")
    tab_to("By when")
    write("30 September 2027")
    _new_goal("Become a practice educator")
    tab_to("By when")
    write("30 June 2027")
    tab_to("Add a step")
    write("Read the placement handbook")
    press(Qt.Key.Key_Return)
    write("Offer a placement")
    tab_to("Pillar and level")
    assert [goal.title for goal in program.record.goals.all()] == [
        "Become a practice educator",
        "Cover the team lead for one month",
    ]
    page.enter(page.areas()[-1])
    tab_to("Step 1: done")
    press(Qt.Key.Key_Space)
    goal = program.record.goals.all()[0]
    assert [(one.text, one.done_on is not None) for one in goal.milestones] == [
        ("Read the placement handbook", True),
        ("Offer a placement", False),
    ]
    _link_from_the_log(program, qtbot)
    press(Qt.Key.Key_4, CTRL)
    page.enter(page.areas()[-1])
    tab_to("Reached")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "What came of it"
    write("Our first student starts in September.")
    tab_to("Go on with it")
    goal = program.record.goals.get(goal.id)
    assert (goal.state, goal.outcome) == (GoalState.REACHED, "Our first student starts in September.")
    assert len(goal.activities) == 1


def _mark_a_gap(program: Opened) -> None:
    """Leadership is at level four, and six is wanted."""
    tab_to("Your levels")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, *[Qt.Key.Key_Right] * 3):
        press(key)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_T)
    latest = program.record.assessments.latest("rcot_career@2022")
    assert latest is not None
    mark = latest.mark("rcot_career@2022:leadership")
    assert mark.now is not None
    assert mark.target == mark.now + 1


def _new_goal(title: str) -> None:
    press(Qt.Key.Key_N, CTRL_SHIFT)
    assert name_of(focused()) == "Title"
    write(title)


def _link_from_the_log(program: Opened, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, CTRL)
    log = program.window.page
    assert isinstance(log, LogPage)
    qtbot.waitUntil(lambda: bool(log.details.key), timeout=SLOW)
    log.pane.list.setFocus()
    press(Qt.Key.Key_Return)
    tab_to("Goals")
    press(Qt.Key.Key_Space)
    section = log.details.detail.folds.folds["goals"].inside
    assert isinstance(section, Goals)
    tab_to("Become a practice educator, by 30 June 2027")
    press(Qt.Key.Key_Space)
