"""What was chosen and written in the settings stands there again when nothing came of it, and nothing is missed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otcpd.actions import activities, safety
from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.background import Job
from otcpd.ui.pages.settings.backups import BackupsSection
from otcpd.ui.pages.settings.data import DataSection
from otcpd.ui.pages.settings.erase import EraseSection
from otcpd.ui.pages.settings.importing import ImportSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.shell.main_window import MainWindow
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

TABLE = "Day done,What,Hours\n2026-11-10,Splinting course,3\n2026-11-12,Ward round,1\n"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.program.start(log_file(tmp_path, clock))
        opened.window.resize(1280, 860)
        yield opened


def section_of(program: Opened, thing: str = "") -> SettingsSection:
    page = program.window.go_to("settings", thing) if thing else program.window.page
    assert isinstance(page, SettingsPage)
    return page.section


def another_window(program: Opened, before: MainWindow) -> bool:
    now = program.program
    return now.window is not None and now.window is not before and now.errand is None


def back_from(program: Opened, before: MainWindow) -> SettingsSection:
    program.qtbot.waitUntil(partial(another_window, program, before), timeout=SLOW)
    return section_of(program)


def add(record: Record, title: str) -> Changes:
    return activities.new_activity(record, title=title)


def test_an_import_that_is_given_up_leaves_the_file_and_its_columns_chosen(program: Opened, tmp_path: Path) -> None:
    table = tmp_path / "old log.csv"
    table.write_text(TABLE)
    program.desktop.files = [table]
    section = section_of(program, "import file")
    assert isinstance(section, ImportSection)
    card = section.bring_in
    assert card is not None
    program.qtbot.waitUntil(card.problem.isVisible, timeout=SLOW)
    QTest.keyClick(card.columns.combos["Day done"].combo, Qt.Key.Key_Down)
    program.qtbot.waitUntil(card.act.isVisible, timeout=SLOW)
    before = program.window
    card.act.click()
    running = program.program.errand
    assert running is not None
    assert running.dialog is not None
    running.dialog.safe.click()
    back = back_from(program, before)
    assert program.toast == "Cancelled. Your CPD file is as it was."
    assert isinstance(back, ImportSection)
    again = back.bring_in
    assert again is not None
    program.qtbot.waitUntil(again.act.isVisible, timeout=SLOW)
    assert again.columns.mapping() == {"Day done": "date", "What": "title", "Hours": "hours"}
    assert again.act.text() == "Import 2 activities"


def test_a_table_without_lines_is_told_as_one(program: Opened, tmp_path: Path) -> None:
    table = tmp_path / "begun.csv"
    table.write_text("Date,Title\n")
    program.desktop.files = [table]
    section = section_of(program, "import file")
    assert isinstance(section, ImportSection)
    card = section.bring_in
    assert card is not None
    program.qtbot.waitUntil(card.takes.isVisible, timeout=SLOW)
    assert card.takes.text() == "There is nothing below its headings."
    assert not card.act.isVisible()


def test_an_erasing_that_is_refused_leaves_what_and_why_as_they_were(program: Opened) -> None:
    section = section_of(program, "erase")
    assert isinstance(section, EraseSection)
    program.qtbot.waitUntil(section.list.isVisible, timeout=SLOW)
    activity = program.newest()
    assert section.list.choose(activity)
    QTest.keyClick(section.part.combo, Qt.Key.Key_Down)
    section.reason.line.setText("because of Journal club on falls")
    section.erase.click()
    dialog = section.dialog
    assert dialog is not None
    before = program.window
    dialog.act.click()
    back = back_from(program, before)
    assert isinstance(back, EraseSection)
    assert program.toast.startswith("The reason repeats what is to be erased")
    program.qtbot.waitUntil(back.details.isVisible, timeout=SLOW)
    assert (back.list.chosen_key(), back.part.value()) == (activity, "title")
    assert back.reason.text() == "because of Journal club on falls"


def test_a_restoring_that_fails_leaves_its_backup_chosen(program: Opened, clock: FixedClock) -> None:
    folder = program.services.backup_folder(program.record.id)
    folder.mkdir(parents=True)
    older = safety.copy_to(program.record.path, folder, clock.now())
    clock.advance(days=1)
    safety.copy_to(program.record.path, folder, clock.now())
    section = section_of(program, "backups")
    assert isinstance(section, BackupsSection)
    assert section.list.choose(str(older.path))
    section.restore.click()
    dialog = section.dialog
    assert dialog is not None
    older.path.write_bytes(older.path.read_bytes()[:6000])
    before = program.window
    dialog.act.click()
    back = back_from(program, before)
    assert isinstance(back, BackupsSection)
    assert back.list.chosen_key() == str(older.path)


def test_a_question_that_is_answered_is_let_go(program: Opened) -> None:
    section = section_of(program, "erase")
    assert isinstance(section, EraseSection)
    program.qtbot.waitUntil(section.list.isVisible, timeout=SLOW)
    assert section.list.choose(program.newest())
    section.reason.line.setText("a slip")
    section.erase.click()
    dialog = section.dialog
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert section.dialog is None
    program.qtbot.waitUntil(lambda: not isValid(dialog), timeout=SLOW)


class Readings:
    """Counts how often a section reads, one reading after the other."""

    def __init__(self, section: EraseSection | DataSection) -> None:
        self.ended = 0
        self._section = section
        self._follow()

    @property
    def now(self) -> Job | None:
        """The reading that is under way."""
        return self._section._reading if isinstance(self._section, EraseSection) else self._section._counting

    def done(self) -> bool:
        """Whether something was read, and nothing is being read any more."""
        return self.ended > 0 and self.now is None

    def _follow(self) -> None:
        job = self.now
        if job is not None:
            job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self.ended += 1
        self._follow()


def test_what_changes_while_a_list_is_being_read_has_it_read_again(program: Opened) -> None:
    section = section_of(program, "erase")
    assert isinstance(section, EraseSection)
    readings = Readings(section)
    first = readings.now
    assert first is not None
    program.window.desk.session.act(add, "Came in between")
    assert readings.now is first, "one at a time"
    program.qtbot.waitUntil(readings.done, timeout=SLOW)
    assert readings.ended == 2
    assert section.list.rows.rows()[0].title == "Came in between"


def test_a_file_is_counted_again_for_what_came_while_it_was_being_counted(program: Opened) -> None:
    section = section_of(program, "data")
    assert isinstance(section, DataSection)
    readings = Readings(section)
    assert readings.now is not None
    program.window.desk.session.act(add, "Came in between")
    section.refresh()
    program.qtbot.waitUntil(readings.done, timeout=SLOW)
    assert readings.ended == 2
    assert section.contents.text().startswith("4 activities")


def test_a_folder_chosen_while_a_backup_is_made_has_a_backup_at_once(program: Opened, tmp_path: Path) -> None:
    section = section_of(program, "backups make")
    assert isinstance(section, BackupsSection)
    assert program.window.desk.backups.busy
    stick = tmp_path / "stick"
    stick.mkdir()
    program.desktop.place = stick
    section.other_folder.click()
    there = stick / f"otcpd backups {program.record.id[:8]}"
    program.qtbot.waitUntil(lambda: not program.window.desk.backups.busy, timeout=SLOW)
    assert len(safety.backups(there)) == 1
    assert program.window.desk.backups.state.problem is None
