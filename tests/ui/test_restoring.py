"""Restoring a backup in the place of a damaged file: any that there is, in the worker, with the window free."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files, safety
from otcpd.record.backup import Backup
from otcpd.ui.shell.opening import Opening
from otcpd.ui.shell.restoring import RestoreDialog
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, new_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def damaged(program: Opened, tmp_path: Path, clock: FixedClock) -> Path:
    """A damaged file with a backup of yesterday, which holds one activity, and one of today, which holds two."""
    path = new_file(tmp_path / "eilidh.otcpd", clock)
    for seed, title in enumerate(("Journal club", "Stair lifts"), start=20):
        with files.open_to_write(path, surroundings(clock, seed)) as record:
            activities.new_activity(record, title=title)
            program.machine.note_opened(path, record.id)
            folder = program.services.backup_folder(record.id)
        safety.back_up(path, folder, clock.now())
        if title == "Journal club":
            clock.advance(days=1)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def opening(program: Opened) -> Opening:
    assert program.program.opening is not None
    return program.program.opening


def question(program: Opened) -> RestoreDialog:
    dialog = opening(program).dialog
    assert isinstance(dialog, RestoreDialog)
    return dialog


def backups(program: Opened, path: Path) -> list[Backup]:
    return safety.backups(program.services.backup_folder(program.machine.record_id(path)))


def has_window(program: Opened) -> bool:
    return program.program.window is not None


def asks_again(program: Opened) -> bool:
    return isinstance(opening(program).dialog, RestoreDialog)


def test_any_backup_can_be_chosen(program: Opened, damaged: Path) -> None:
    program.program.start(damaged)
    combo = question(program).choice.combo
    assert [combo.itemText(place) for place in range(combo.count())] == [
        "Today at 09:12",
        "21 November 2026 at 09:12",
    ]
    assert combo.currentIndex() == 0
    assert combo.accessibleName() == "Checked backups"
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    question(program).act.click()
    program.qtbot.waitUntil(partial(has_window, program), timeout=SLOW)
    assert program.titles() == ["Journal club"]
    assert program.toast.startswith("This is the backup made on 21 November 2026 at 09:12.")
    assert (damaged.parent / "eilidh before restore 22 November 2026.otcpd").exists()


def test_the_window_is_free_while_a_backup_is_restored(program: Opened, damaged: Path) -> None:
    program.program.start(damaged)
    question(program).act.click()
    restoring = opening(program).restoring
    assert restoring is not None
    assert restoring.isVisible()
    assert restoring.windowTitle() == "Restoring ‘eilidh.otcpd’"
    assert program.program.background.busy
    assert program.program.window is None
    QTest.keyClick(restoring, Qt.Key.Key_Escape)
    restoring.close()
    assert restoring.isVisible()
    (bar,) = restoring.findChildren(QProgressBar)
    assert bar.accessibleName() == "Restoring ‘eilidh.otcpd’"
    program.qtbot.waitUntil(partial(has_window, program), timeout=SLOW)
    assert program.titles() == ["Stair lifts", "Journal club"]


def test_a_backup_that_is_damaged_itself_leads_to_an_older_one(program: Opened, damaged: Path) -> None:
    newest = backups(program, damaged)[-1].path
    newest.write_bytes(newest.read_bytes()[:5000])
    before = damaged.read_bytes()
    program.program.start(damaged)
    question(program).act.click()
    program.qtbot.waitUntil(partial(asks_again, program), timeout=SLOW)
    assert question(program).accessibleDescription().startswith(f"The backup ‘{newest.name}’ is damaged itself.")
    assert question(program).choice.combo.count() == 1
    assert damaged.read_bytes() == before
    question(program).act.click()
    program.qtbot.waitUntil(partial(has_window, program), timeout=SLOW)
    assert program.titles() == ["Journal club"]


def test_leaving_it_changes_nothing(program: Opened, damaged: Path) -> None:
    before = damaged.read_bytes()
    program.program.start(damaged)
    question(program).reject()
    assert damaged.read_bytes() == before
    assert program.program.welcome is not None
