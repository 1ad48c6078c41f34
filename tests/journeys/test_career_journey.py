"""A career with the keyboard alone: post and role aimed for, self-assessment, goals from the gap, a plan, a year on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.domain.framework import FrameworkItem
from otcpd.domain.goal import GoalState
from otcpd.domain.plan_standing import OtBackground, ot_background
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.pages.next_role.page import NextRolePage
from otcpd.ui.pages.pathway.page import PathwayPage
from otcpd.ui.pages.plan.page import PlanPage
from tests.journeys.keyboard import CTRL, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

RCOT = "rcot_career@2022"
LEADS, TEACHES = "Cover the team lead for one month", "Become a practice educator"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(path)
        yield opened


def test_from_a_post_to_the_plan_of_the_next_year(program: Opened, qtbot: QtBot, clock: FixedClock) -> None:
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    _post_and_role(program)
    _what_it_asks(program, qtbot)
    _self_assessment(program)
    _goal_from_the_gap(program, qtbot, "Leadership", LEADS)
    _goal_from_the_gap(program, qtbot, "Facilitation of learning", TEACHES)
    _activities_linked(program, qtbot)
    goals = {goal.title: goal for goal in program.record.goals.all()}
    assert [(goal.framework_item, goal.level_target, len(goal.activities)) for goal in goals.values()] == [
        (f"{RCOT}:leadership", 5, 1),
        (f"{RCOT}:learning", 5, 1),
    ]
    _plan_agreed(program, qtbot)
    clock.advance(days=400)
    _year_turned(program)
    carried, reached = (program.record.goals.get(goals[title].id) for title in (LEADS, TEACHES))
    assert (carried.state, reached.state) == (GoalState.OPEN, GoalState.REACHED)
    before, after = program.record.plans.all()
    assert [one.carried_reason for one in before.goals if one.goal == carried.id] == ["The rota changed in spring"]
    assert [one.goal for one in after.goals] == [carried.id]


def _palette(text: str) -> None:
    press(Qt.Key.Key_K, CTRL)
    write(text)
    press(Qt.Key.Key_Return)


def _post_and_role(program: Opened) -> None:
    _palette("New post")
    write("Senior OT")
    press(Qt.Key.Key_Return)
    tab_to("Employer")
    write("Rowan Council")
    tab_to("Choose a role to aim for")
    write("Team lead")
    press(Qt.Key.Key_Return)
    tab_to("Framework")
    write("RCOT")
    press(Qt.Key.Key_Return)
    (post,), (aim,) = program.record.people.posts(), program.record.roles.aims()
    assert (post.title, aim.title, aim.framework) == ("Senior OT", "Team lead", RCOT)


def _what_it_asks(program: Opened, qtbot: QtBot) -> None:
    tab_to("See what it asks")
    press(Qt.Key.Key_Space)
    page = program.window.page
    assert isinstance(page, NextRolePage)
    qtbot.waitUntil(lambda: page.ready and page.contents.aim is not None, timeout=SLOW)
    tab_to("Add what it asks")
    press(Qt.Key.Key_Space)
    dialog = page.taking.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=SLOW)
    tab_to("Take all 4")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.ready and len(page.contents.rows) == 4, timeout=SLOW)
    program.window.activateWindow()  # a desktop does so by itself
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    assert page.header.fact.text() == "Team lead: 0 of 4 held, 4 missing."


def _self_assessment(program: Opened) -> None:
    """Four now and five wanted, in every pillar."""
    _palette("Begin a self-assessment")
    for _pillar in range(4):
        for _level in range(4):
            press(Qt.Key.Key_Up)
        for _level in range(5):
            press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        press(Qt.Key.Key_Right)
    latest = program.record.assessments.latest(RCOT)
    assert latest is not None
    assert {(mark.now, mark.target) for mark in latest.marks.values()} == {(4, 5)}
    assert set(latest.marks) == {f"{RCOT}:{item.code}" for item in _pillars(program)}


def _pillars(program: Opened) -> tuple[FrameworkItem, ...]:
    framework = all_frameworks(program.record).edition(RCOT)
    assert framework is not None
    return framework.pillars


def _goal_from_the_gap(program: Opened, qtbot: QtBot, pillar: str, title: str) -> None:
    page = program.window.go_to("next_role")
    assert isinstance(page, NextRolePage)
    qtbot.waitUntil(lambda: page.ready and len(page.contents.rows) == 4, timeout=SLOW)
    tab_to("What the role asks")
    press(Qt.Key.Key_Home)
    for _row in range([row.title for row in page.contents.rows].index(pillar)):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == pillar
    tab_to("Make a goal of it")
    press(Qt.Key.Key_Space)
    assert isinstance(program.window.page, PathwayPage)
    assert name_of(focused()) == "Title"
    press(Qt.Key.Key_A, CTRL)
    write(title)
    press(Qt.Key.Key_Tab)


def _activities_linked(program: Opened, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, CTRL)
    log = program.window.page
    assert isinstance(log, LogPage)
    qtbot.waitUntil(lambda: bool(log.details.key), timeout=SLOW)
    log.pane.list.setFocus()
    press(Qt.Key.Key_Return)
    tab_to("Goals")
    press(Qt.Key.Key_Space)
    for title in (LEADS, TEACHES):
        tab_to(title)
        press(Qt.Key.Key_Space)


def _plan_agreed(program: Opened, qtbot: QtBot) -> None:
    _palette("Start a learning plan")
    page = program.window.page
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    for _goal in range(2):
        tab_to("Put it in")
        press(Qt.Key.Key_Return)
    tab_to("Agree the plan")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Who"
    write("Fiona Alder")
    tab_to("As")
    write("Professional supervisor")
    tab_to("Not said")
    press(Qt.Key.Key_Right)
    tab_to("Note that they agreed")
    press(Qt.Key.Key_Return)
    (plan,) = program.record.plans.all()
    assert len(plan.goals) == 2
    assert ot_background(plan.agreements) is OtBackground.YES


def _year_turned(program: Opened) -> None:
    _palette("Turn the year")
    page = program.window.page
    assert isinstance(page, PlanPage)
    for goal in [part.goal for part in page.turn.parts]:
        if goal.title == LEADS:
            tab_to("Why it is carried over")
            write("The rota changed in spring")
        else:
            tab_to("Carry over")
            press(Qt.Key.Key_Right)
            tab_to("What came of it")
            write("The first student came")
        press(Qt.Key.Key_Tab)
    tab_to("Turn the year")
    press(Qt.Key.Key_Return)
