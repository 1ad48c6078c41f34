"""Work that ends while the person is elsewhere leaves her where she is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.pages.portfolio.preview import ProfilePreview
from otcpd.ui.pages.settings.backups import BackupsSection
from otcpd.ui.pages.settings.data import DataSection
from otcpd.ui.pages.settings.importing import ImportSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.section import SettingsSection
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

PDF_TIME = 60_000


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(log_file(tmp_path, clock))
        yield opened


def settings(program: Opened, thing: str) -> SettingsSection:
    page = program.window.go_to("settings", thing)
    assert isinstance(page, SettingsPage)
    return page.section


def idle(program: Opened, limit: int = SLOW) -> None:
    """Wait until the worker has nothing left to do."""
    program.qtbot.waitUntil(lambda: not program.program.background.busy, timeout=limit)


def into_the_title(program: Opened) -> QWidget | None:
    program.window.go_to("log")
    program.detail.take_focus()
    return QApplication.focusWidget()


def test_a_check_ends_beside_its_button_only_for_those_who_waited(program: Opened) -> None:
    section = settings(program, "data")
    assert isinstance(section, DataSection)
    idle(program)
    section.begin_check()
    assert section.checking.cancel.hasFocus()
    idle(program)
    assert section.check.hasFocus()
    section.begin_check()
    there = into_the_title(program)
    idle(program)
    assert QApplication.focusWidget() is there
    settings(program, "data")
    section.begin_check()
    section.move_it.setFocus()
    idle(program)
    assert section.move_it.hasFocus()


def test_a_copy_and_a_file_to_import_leave_the_focus_alone(program: Opened, tmp_path: Path) -> None:
    section = settings(program, "backups")
    assert isinstance(section, BackupsSection)
    program.desktop.place = tmp_path / "copy.otcpd"
    section.save_copy.click()
    there = into_the_title(program)
    idle(program)
    assert QApplication.focusWidget() is there
    table = tmp_path / "old.csv"
    table.write_text("Date,Title\n2026-03-01,Journal club\n", encoding="utf-8")
    importing = settings(program, "import")
    assert isinstance(importing, ImportSection)
    assert importing.bring_in is not None
    importing.bring_in.look_at(table)
    there = into_the_title(program)
    idle(program)
    assert QApplication.focusWidget() is there


def test_pages_that_are_drawn_leave_the_focus_alone(program: Opened) -> None:
    page = program.window.go_to("portfolio")
    assert isinstance(page, PortfolioPage)
    page.preview()
    (preview,) = page.findChildren(ProfilePreview)
    preview.close_button.setFocus()
    program.qtbot.waitUntil(lambda: preview.pages.words.startswith("Page 1 of"), timeout=PDF_TIME)
    assert preview.close_button.hasFocus()
