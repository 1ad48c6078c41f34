"""What a file that is open for reading says of itself, and of its backups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import files
from otcpd.domain.errors import MachineSaidNo
from otcpd.ui.backup_watch import BackupState
from otcpd.ui.pages.settings.backups import BackupsSection
from otcpd.ui.pages.settings.data import DataSection
from otcpd.ui.pages.settings.erase import EraseSection
from otcpd.ui.pages.settings.importing import ImportSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.section import SettingsSection
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    return log_file(tmp_path, clock)


def settings(program: Opened, thing: str) -> SettingsSection:
    page = program.window.go_to("settings", thing)
    assert isinstance(page, SettingsPage)
    return page.section


def test_a_backup_that_failed_says_what_is_safe_and_what_to_do() -> None:
    bare = BackupState("09:12", "at 09:12", MachineSaidNo("The disk is full."))
    assert bare.sentence == (
        "The disk is full. Your CPD file is unchanged. Newest backup: today at 09:12, checked. "
        "Choose another folder in Settings, under Backups, or make a backup again."
    )
    whole = BackupState(problem=MachineSaidNo("The disk is full.", "All is saved.", "Free some space."))
    assert whole.sentence == "The disk is full. All is saved. Free some space."


def test_a_file_open_for_reading_offers_no_change(program: Opened, path: Path, clock: FixedClock) -> None:
    with files.open_to_write(path, surroundings(clock, 6)):
        program.program.start(path)
        dialog = program.program.opening.dialog if program.program.opening else None
        assert dialog is not None
        dialog.accept()
        section = settings(program, "backups")
        assert isinstance(section, BackupsSection)
        assert not any(one.isVisible() for one in (section.make, section.restore, section.other_folder))
        data = settings(program, "data")
        assert isinstance(data, DataSection)
        assert not data.move_it.isVisible()
        erase = settings(program, "erase")
        assert isinstance(erase, EraseSection)
        assert not erase.search.isVisible()
        importing = settings(program, "import")
        assert isinstance(importing, ImportSection)
        assert importing.bring_in is None
        page = program.window.go_to("settings")
        assert isinstance(page, SettingsPage)
        assert page.header.fact.text() == "This file is open for reading only: you can look, not change."
        program.window.go_to("log")
        basics = program.detail.basics
        assert not basics.type._opener.isVisible()
        bar = program.window._bars[0]
        assert "It is open in another window on the computer" in bar.accessibleName()
        assert bar.button.text() == "Open it again"
    before = program.window
    bar.button.click()
    program.qtbot.waitUntil(lambda: program.program.window not in (None, before), timeout=SLOW)
    assert not program.record.read_only
