"""What other pages say of supervision follows the CPD file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from otcpd.actions.supervision.agreements import delete_agreement
from otcpd.actions.supervision.sessions import delete_session
from otcpd.domain.readiness import Cause
from otcpd.ui.pages.home.page import HomePage
from otcpd.ui.pages.portfolio.page import PortfolioPage
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, opened_program
from tests.ui.supervision_file import supervision_file


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(supervision_file(tmp_path, clock)).go_to("portfolio")
        yield program


def test_home_and_the_checks_hear_of_sessions_and_agreements(opened: Opened) -> None:
    act, wait = opened.window.desk.session.act, opened.qtbot.waitUntil
    portfolio = opened.window.page
    assert isinstance(portfolio, PortfolioPage)

    def late() -> bool:
        return Cause.SUPERVISION_LATE in {one.cause for one in portfolio.findings}

    act(partial(new_activity, date=date(2026, 11, 2), title="Late hoist"))
    assert not late()
    for row in opened.record.sessions.rows():
        act(delete_session, row.id)
    wait(late, timeout=SLOW)
    home = opened.window.go_to("home")
    assert isinstance(home, HomePage)

    def told() -> bool:
        steps = home.overview.steps if home.overview is not None else ()
        return any(step.page == "supervision" for step in steps)

    wait(told, timeout=SLOW)
    act(delete_agreement, opened.record.agreements.all()[0].id)
    wait(lambda: not told(), timeout=SLOW)
    opened.window.go_to("portfolio")
    wait(lambda: not late(), timeout=SLOW)
