"""Supervision with the keyboard alone: an agreement, sessions held and missed, an action carried twice, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.profile import profile_content
from otcpd.domain.supervision import ActionState, AgreementKind, MissedBy, SessionState
from otcpd.domain.supervision_schedule import schedule
from otcpd.ui.pages.home.page import HomePage
from otcpd.ui.pages.supervision.page import SupervisionPage
from tests.journeys.keyboard import CTRL, CTRL_SHIFT, focused, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, new_file, opened_program

ACTION = "Ask for a day at the splinting clinic"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(new_file(tmp_path / "eilidh.otcpd", clock))
        yield opened


def test_a_year_of_supervision_with_the_keyboard_alone(program: Opened, qtbot: QtBot) -> None:
    press(Qt.Key.Key_3, CTRL)
    _agree_on_every_six_weeks(program)
    _hold(program, "4 June 2026", first=True)
    _miss(program, "16 July 2026")
    _hold(program, "27 August 2026")
    _hold(program, "17 September 2026")
    assert _days_late(program) == (date(2026, 11, 21) - date(2026, 10, 29)).days
    assert _page(program).head.board.cards[0].face.standing.text.startswith("23 days late")
    press(Qt.Key.Key_1, CTRL)
    assert "Professional supervision with Fiona Alder is 23 days late" in _on_home(program)
    tab_to("Plan a session")
    press(Qt.Key.Key_Space)
    assert _page(program).side.agreement == program.record.agreements.all()[0].id
    last = _hold(program, "5 November 2026")
    assert _days_late(program) == 0
    press(Qt.Key.Key_1, CTRL)
    assert not [title for title in _on_home(program) if "late" in title]
    press(Qt.Key.Key_3, CTRL)
    _to_notes(program, last)
    _close_what_was_carried(program)
    _agree_and_use_as_evidence(program, qtbot, last)


def _days_late(program: Opened) -> int:
    record = program.record
    (agreement,) = record.agreements.all()
    return schedule(agreement, record.sessions.rows(), record.clock.today()).days_late


def _on_home(program: Opened) -> list[str]:
    page = program.window.page
    assert isinstance(page, HomePage)
    return [row.step.title for row in page.steps.rows()]


def _to_notes(program: Opened, session: str) -> None:
    """Back in the record of the session that is still open."""
    assert _page(program).side.session == session
    tab_to("Skills and learning")


def _page(program: Opened) -> SupervisionPage:
    page = program.window.page
    assert isinstance(page, SupervisionPage)
    return page


def _agree_on_every_six_weeks(program: Opened) -> None:
    tab_to("New agreement")
    press(Qt.Key.Key_Space)
    tab_to("Who supervises you")
    write("Fiona Alder")
    tab_to("How often")
    press(Qt.Key.Key_A, CTRL)
    write("every 6 weeks")
    tab_to("From")
    press(Qt.Key.Key_A, CTRL)
    write("1 June 2026")
    press(Qt.Key.Key_Tab)
    (agreement,) = program.record.agreements.all()
    assert (agreement.kind, agreement.newest.every_weeks) == (AgreementKind.PROFESSIONAL, 6)
    assert [one.name for one in program.record.people.all()] == ["Fiona Alder"]


def _new_session(day: str) -> None:
    press(Qt.Key.Key_N, CTRL_SHIFT)
    tab_to("Date")
    press(Qt.Key.Key_A, CTRL)
    write(day)
    press(Qt.Key.Key_Tab)


def _hold(program: Opened, day: str, *, first: bool = False) -> str:
    """A session from preparing to its notes; the first one leaves something to do."""
    _new_session(day)
    tab_to("Add a topic")
    write("My caseload")
    press(Qt.Key.Key_Return, CTRL)
    write("Steady.")
    session = program.record.sessions.get(_page(program).side.session)
    assert session.state is SessionState.HELD
    if first:
        tab_to("Add an action")
        write(ACTION)
        press(Qt.Key.Key_Tab)
    return session.id


def _miss(program: Opened, day: str) -> None:
    _new_session(day)
    tab_to("Planned")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    tab_to("Who called it off")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    missed = program.record.sessions.get(_page(program).side.session)
    assert missed.state is SessionState.MISSED
    assert missed.missed_by in (MissedBy.SUPERVISEE, MissedBy.SUPERVISOR)


def _close_what_was_carried(program: Opened) -> None:
    """The action of the first session stands before each later one, until it is ticked."""
    tab_to(ACTION)
    assert "Carried twice" in focused().accessibleDescription()
    press(Qt.Key.Key_Space)
    (action,) = program.record.sessions.actions_of_agreement(program.record.agreements.all()[0].id)
    assert action.state is ActionState.DONE


def _agree_and_use_as_evidence(program: Opened, qtbot: QtBot, session: str) -> None:
    press(Qt.Key.Key_Return, CTRL)
    for _ in range(3):  # on to agreeing, then both agree
        press(Qt.Key.Key_Return, CTRL)
    assert program.record.sessions.get(session).agreed_by_both
    tab_to("Use as evidence")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.record.sessions.get(session).made is not None, timeout=SLOW)
    record = program.record
    content = profile_content(record, record.portfolios.current())
    captions = [one.caption for one in content.evidence]
    assert "Supervision record, anonymised, 5 November 2026" in captions
    assert not [one for one in captions if "Fiona" in one]
