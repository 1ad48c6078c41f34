"""Invitations into the file, and sessions out to a calendar, through the settings of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.pages.settings.importing import ImportSection
from otcpd.ui.pages.settings.page import SettingsPage
from tests.exchange.calendars import calendar, event
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.program.start(log_file(tmp_path, clock))
        opened.window.resize(1280, 860)
        yield opened


def section(program: Opened, thing: str = "import") -> ImportSection:
    page = program.window.go_to("settings", thing)
    assert isinstance(page, SettingsPage)
    assert isinstance(page.section, ImportSection)
    return page.section


def test_an_invitation_becomes_a_session_and_goes_to_the_calendar(program: Opened, tmp_path: Path) -> None:
    invitation = tmp_path / "invitation.ics"
    invitation.write_bytes(calendar(event("DTSTART:20261203T100000Z")).encode())
    program.desktop.files = [invitation]
    card = section(program, "import invitations").bring_in
    assert card is not None
    program.qtbot.waitUntil(card.act.isVisible, timeout=SLOW)
    assert card.takes.text() == "1 session will be planned, moved or called off:"
    assert [(row.title, row.meta) for row in card.taken.rows.rows()] == [
        ("‘Supervision’ on 3 December 2026, 10:00", "New, Professional")
    ]
    before = program.window
    assert card.act.text() == "Take these invitations"
    card.act.click()
    program.qtbot.waitUntil(lambda: program.window is not before and program.toast != "", timeout=SLOW)
    assert program.toast == "Planned, moved or called off: 1 session."
    program.desktop.place = tmp_path / "sessions"
    take = section(program, "import calendar").take
    take.calendar.click()
    program.qtbot.waitUntil(take.outcome.isVisible, timeout=SLOW)
    assert take.outcome.text() == "Saved 1 session in ‘sessions.ics’."
    assert "DTSTART;TZID=Europe/London:20261203T100000" in (tmp_path / "sessions.ics").read_text(encoding="utf-8")
