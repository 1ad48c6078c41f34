"""A learning plan with the keyboard alone: begun, filled, refused, agreed, printed, and its year turned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.goals import new_goal
from otcpd.domain.goal import GoalState
from otcpd.domain.learning_plan import LearningState
from otcpd.ui.pages.plan.page import PlanPage
from otcpd.ui.pages.plan.paper_dialog import PlanDialog
from tests.journeys.keyboard import CTRL, CTRL_SHIFT, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

GROUP, ADAPTATIONS = "Lead a moving and handling group", "Assess for major adaptations"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(path)
        yield opened


def test_a_year_of_learning(program: Opened, qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    for title in (GROUP, ADAPTATIONS):
        program.window.desk.session.act(new_goal, title)
    page = _begun(program, qtbot)
    _conference_refused(program)
    _agreed_by(page, "Morag Larch", "Line manager", rights=2)
    assert page.agreed.background.text() == "Agreed by nobody with an OT background."
    _agreed_by(page, "Fiona Alder", "Professional lead", rights=1)
    assert page.agreed.background.text() == "Agreed with somebody who has an OT background."
    words = _printed(program, page, qtbot, tmp_path / "My plan.pdf")
    for said in (GROUP, "Refused by Morag Larch", "No travel budget", "£380.50", "Fiona Alder", "OT background"):
        assert said in words
    clock.advance(days=400)
    _year_turned(program, page)


def _palette(text: str) -> None:
    press(Qt.Key.Key_K, CTRL)
    write(text)
    press(Qt.Key.Key_Return)


def _begun(program: Opened, qtbot: QtBot) -> PlanPage:
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    _palette("Start a learning plan")
    page = program.window.page
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    for _ in range(2):
        assert name_of(focused()) == "Put a goal in"
        tab_to("Put it in")
        press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Goals"
    (plan,) = program.record.plans.all()
    assert len(plan.goals) == 2
    return page


def _conference_refused(program: Opened) -> None:
    press(Qt.Key.Key_N, CTRL_SHIFT)
    assert name_of(focused()) == "Add something to learn"
    write("Annual conference")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "For the goal"
    tab_to("Time")
    write("2 days")
    tab_to("Cost")
    write("380.50")
    tab_to("Wanted")
    for _ in range(3):
        press(Qt.Key.Key_Right)
    assert name_of(focused()) == "Refused"
    tab_to("By whom")
    write("Morag Larch")
    tab_to("Why")
    write("No travel budget is left")
    tab_to("Delete this learning")
    ((one,),) = (plan.learning for plan in program.record.plans.all())
    assert (one.state, one.minutes, one.pence) == (LearningState.REFUSED, 840, 38_050)
    assert (one.decided_by, one.reason) == ("Morag Larch", "No travel budget is left")


def _agreed_by(page: PlanPage, name: str, role: str, *, rights: int) -> None:
    """`rights` is how often Right is pressed from "Not said": 1 for an OT background, 2 for none."""
    page.header.title.setFocus()
    tab_to("Agree the plan" if page.state is not None and not page.state.plan.agreed else "Plan learning")
    tab_to("Agree the plan")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Who"
    write(name)
    tab_to("As")
    write(role)
    tab_to("Not said")
    for _ in range(rights):
        press(Qt.Key.Key_Right)
    tab_to("Note that they agreed")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Who agreed"


def _printed(program: Opened, page: PlanPage, qtbot: QtBot, place: Path) -> str:
    program.desktop.place = place
    press(Qt.Key.Key_P, CTRL)
    dialog = page.paper.dialog
    assert isinstance(dialog, PlanDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=SLOW)
    tab_to("Save the document")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.saver.outcome.isVisible, timeout=SLOW)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.isHidden, timeout=SLOW)
    program.window.activateWindow()  # as a window manager does
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    with pypdfium2.PdfDocument(place) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def _year_turned(program: Opened, page: PlanPage) -> None:
    _palette("Turn the year")
    assert name_of(focused()) == "Carry over"
    first = page.turn.parts[0].goal
    tab_to("Why it is carried over")
    write("The group starts in spring")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    tab_to("What came of it")
    write("Ten assessments signed off")
    tab_to("Turn the year")
    press(Qt.Key.Key_Return)
    old, new = program.record.plans.all()
    assert [one.goal for one in new.goals] == [first.id]
    assert new.start == old.end + timedelta(days=1)
    closed = next(goal for goal in program.record.goals.all() if goal.id != first.id)
    assert (closed.state, closed.outcome) == (GoalState.REACHED, "Ten assessments signed off")
    assert page.state is not None
    assert page.state.plan.id == new.id
    assert "From ‘Learning plan 2026 to 2027’" in page.goals.list.rows.rows()[0].meta
    assert page.late.year is not None
    assert page.late.year.which.isVisible()
