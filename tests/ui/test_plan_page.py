"""The page of the learning plan: its cards in one window, what they say and what they do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.goals import new_goal
from otcpd.actions.pathway.plan_agreeing import agree_plan
from otcpd.actions.pathway.plan_learning import add_learning, edit_learning, refuse_it
from otcpd.actions.pathway.plans import begin_plan
from otcpd.domain.learning_plan import LearningPlan, LearningState
from otcpd.ui.pages.pathway.page import PathwayPage
from otcpd.ui.pages.plan.page import PlanPage
from otcpd.ui.pages.plan.paper_dialog import what_leaves
from tests.portfolio.papers.samples import learning_plan
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def plan_page(opened: Opened) -> PlanPage:
    page = opened.window.go_to("plan", "")
    assert isinstance(page, PlanPage)
    return page


def plan_of(opened: Opened) -> LearningPlan:
    return opened.record.plans.all()[-1]


def test_a_plan_is_begun_filled_agreed_and_deleted(opened: Opened) -> None:
    act = opened.window.desk.session.act
    for title in ("Lead a group", "Assess alone"):
        act(new_goal, title)
    page = plan_page(opened)
    assert page.empty.isVisible()
    assert page.next.text() == "Start a plan"
    page.next.click()
    assert not page.empty.isVisible()
    for _ in range(2):
        page.goals.put_in.click()
    assert page.next.text() == "Agree the plan"
    page.goals.down.click()
    assert [row.title for row in page.goals.list.rows.rows()] == ["Assess alone", "Lead a group"]
    _learn(opened, page)
    _agree(opened, page)
    opened.qtbot.waitUntil(lambda: page.late.notes is not None, timeout=SLOW)
    assert page.late.year is not None
    page.late.year.remove.click()
    assert page.empty.isVisible()
    opened.window.desk.session.undo()
    assert not page.empty.isVisible()
    page.goals.open.click()
    assert isinstance(opened.window.page, PathwayPage)


def _learn(opened: Opened, page: PlanPage) -> None:
    page.learning.add.click()
    assert page.learning.line.hasFocus()
    page.learning.line.set_text("Housing law")
    page.learning.add.click()
    outcome = page.learning.pane.outcome
    outcome.state.segment(LearningState.DONE).click()
    activity = opened.record.activities.all()[0]
    outcome.became.set_value(activity.id)
    outcome.became.chosen.emit(activity.id)
    (one,) = plan_of(opened).learning
    assert (one.state, one.activity) == (LearningState.DONE, activity.id)
    assert activity.title in page.learning.list.rows.rows()[0].meta
    outcome.state.segment(LearningState.REFUSED).click()
    (one,) = plan_of(opened).learning
    assert (one.state, one.activity) == (LearningState.REFUSED, None)
    page.learning.list.delete_wanted.emit()
    assert plan_of(opened).learning == ()
    opened.window.desk.session.undo()
    assert len(plan_of(opened).learning) == 1


def _agree(opened: Opened, page: PlanPage) -> None:
    page.agreed.start_new()
    form = page.agreed.form
    form.keep.click()
    assert form.isVisible(), "nobody is named yet"
    form.name.set_text("Fiona Alder")
    form.is_ot.chosen.emit(True)
    form.keep.click()
    assert page.agreed.background.text() == "Agreed with somebody who has an OT background."
    assert "OT background" in page.agreed.list.rows.rows()[0].meta
    assert not page.agreed.changed.isVisible()
    opened.window.desk.session.act(edit_learning, plan_of(opened).learning[0].id, "minutes", 60)
    assert page.agreed.changed.text().endswith("the planned learning.")
    assert page.next.text() == "Agree the plan"
    page.agreed.list.open_wanted.emit()
    form.role.set_text("Professional lead")
    form.keep.click()
    assert plan_of(opened).agreements[0].role == "Professional lead"
    page.agreed.list.delete_wanted.emit()
    assert not plan_of(opened).agreed
    opened.window.desk.session.undo()
    page.agreed.list.open_wanted.emit()
    opened.window.desk.session.redo()
    assert not page.agreed.is_open  # there is nothing left to put right


def test_a_year_that_ended_asks_for_its_turn_and_can_wait(opened: Opened) -> None:
    act = opened.window.desk.session.act
    goal = act(new_goal, "Lead a group")
    assert goal is not None
    act(begin_plan, date(2025, 11, 1), date(2026, 10, 31), "", [goal.new_id])
    plan = plan_of(opened).id
    learning = act(add_learning, plan, "Conference", minutes=840, pence=38_050)
    assert learning is not None
    act(refuse_it, learning.new_id, "Morag Larch", "No budget")
    act(agree_plan, plan, "Morag Larch", None, "Line manager", False)
    page = plan_page(opened)
    assert page.next.text() == "Turn the year"
    assert page.header.fact.text().endswith("It ended on 31 October 2026; one goal waits for a word.")
    assert page.agreed.background.text() == "Agreed by nobody with an OT background."
    assert "14 h, £380.50" in page.learning.list.rows.rows()[0].meta.replace("\u00a0", " ")
    page.next.click()
    page.turn.turn.click()
    assert page.turn.isVisible(), "no reason is given yet"
    page.turn.not_yet.click()
    assert page.next.hasFocus()
    page.next.click()
    page.turn.parts[0].text.editor.setPlainText("It starts in spring")
    page.turn.turn.click()
    assert len(opened.record.plans.all()) == 2
    assert page.state is not None
    assert page.state.plan.start == date(2026, 11, 1)
    page.show_plan(plan)
    reason = page.goals.reason
    assert reason is not None
    assert reason.text() == "It starts in spring"
    reason.editor.setPlainText("It starts in May")
    opened.window.desk.session.flush()
    assert opened.record.plans.get(plan).goals[0].carried_reason == "It starts in May"
    opened.window.desk.session.undo()
    opened.window.desk.session.undo()
    assert [one.id for one in opened.record.plans.all()] == [plan]


def test_what_leaves_with_the_plan_is_told() -> None:
    lines = what_leaves(learning_plan())
    assert "Two goals, with steps and state" in lines
    assert "Who agreed, and with what background" in lines


def test_planned_learning_waits_for_the_disk(opened: Opened) -> None:
    session = opened.window.desk.session
    session.act(begin_plan)
    card = plan_page(opened).learning
    path = opened.record.path
    path.rename(path.with_name("elsewhere"))
    for text in ("Housing law", "Splinting"):
        card.line.set_text(text)
        card.add.click()
    assert card.line.text() == ""
    assert session.autosave.at_risk
    path.with_name("elsewhere").rename(path)
    assert session.flush()
    assert [one.text for one in plan_of(opened).learning] == ["Housing law", "Splinting"]
    assert [row.title for row in card.list.rows.rows()] == ["Housing law", "Splinting"]
