"""Showing, putting away and closing the window when something is in the way: nothing is lost out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import files, safety
from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.shell.unsaved import UnsavedDialog
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, log_file, new_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


class Uncovered(QShowEvent):
    """The window comes back from the task bar."""

    def spontaneous(self) -> bool:
        return True


def test_coming_back_from_the_task_bar_leaves_the_focus_where_it_was(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    window = program.open(log_file(tmp_path, clock))
    editor = program.detail.texts["learning"].text.editor
    editor.setFocus()
    window.showEvent(Uncovered())
    assert editor.hasFocus()


@pytest.mark.small_disk
def test_a_window_that_could_not_close_goes_on_making_backups(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        window = program.open(new_file(disk.folder / "eilidh.otcpd", clock))
        program.log.start_new()
        disk.fill()
        program.detail.texts["learning"].text.editor.setPlainText("What I learnt. " * 3000)
        window.close()
        assert window.isVisible()
        with program.qtbot.waitSignal(window.desk.backups.told, timeout=SLOW):
            pass
        folder = program.services.backup_folder(program.record.id)
        assert len(safety.backups(folder)) == 1
        window.desk.session.autosave.note_kept_elsewhere()
        program.close()


@pytest.mark.small_disk
def test_a_field_that_the_full_disk_refuses_keeps_the_window_until_it_is_kept_elsewhere(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        window = program.open(new_file(disk.folder / "eilidh.otcpd", clock))
        program.log.start_new()
        disk.fill()
        program.detail.basics.duration.line.setFocus()
        program.type("2 h")
        for _ in range(2):
            window.close()
            assert window.isVisible()
            dialog = window.findChild(UnsavedDialog)
            assert isinstance(dialog, UnsavedDialog)
            assert "The disk is full." in dialog.accessibleDescription()
            dialog.reject()
        assert program.detail.basics.duration.text() == "2 h"
        program.desktop.place = tmp_path / "kept.txt"
        window.elsewhere.ask()
        assert "2 h" in (tmp_path / "kept.txt").read_text()
        window.close()
        assert not window.isVisible()


def _stumble(record: Record) -> Changes:
    raise ZeroDivisionError(record.path.name)


def test_a_fault_of_ours_while_closing_leaves_the_window_and_lets_it_close_later(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    path = log_file(tmp_path, clock)
    window = program.open(path)
    session = window.desk.session
    session.write(("activity", "a1", "learning"), "What I learnt", "Light", _stumble)
    with pytest.raises(ZeroDivisionError):
        window.close()
    assert window.isVisible()
    assert not session.closed
    window.close()
    dialog = window.findChild(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    program.desktop.place = tmp_path / "rescued.txt"
    dialog.elsewhere.emit()
    dialog.reject()
    assert "Light" in (tmp_path / "rescued.txt").read_text()
    with program.qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
    files.open_to_write(path, surroundings(clock, 8)).close()


def test_the_line_of_the_backup_says_nothing_that_is_not_so(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    window = program.open(log_file(tmp_path, clock))
    window.sidebar.backup.click()
    assert program.toast == "No backup has been made yet. The first one comes in a moment."
    with program.qtbot.waitSignal(window.desk.backups.told, timeout=SLOW):
        window.desk.backups.look()
    window.sidebar.backup.click()
    words = "Newest backup: {}, checked. It is on this computer only."
    assert program.toast == words.format("today at 09:12")
    clock.advance(days=0.9)
    with program.qtbot.waitSignal(window.desk.backups.told, timeout=SLOW):
        window.desk.backups.look()
    window.sidebar.backup.click()
    assert program.toast == words.format("21 November 2026 at 09:12")


@pytest.mark.small_disk
def test_on_a_full_disk_a_file_opens_for_reading(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        path = log_file(disk.folder, clock)
        disk.fill()
        program.program.start(path)
        program.qtbot.waitUntil(partial(has_window, program), timeout=SLOW)
        assert program.record.read_only
        assert "disk is full" in program.record.read_only_because
        assert len(program.titles()) == 3
        program.close()


def has_window(program: Opened) -> bool:
    return program.program.window is not None


def test_a_fault_in_the_old_window_lets_go_of_the_file_that_was_to_come(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    window = program.open(log_file(tmp_path, clock))
    other = new_file(tmp_path / "other.otcpd", clock)
    window.desk.session.write(("activity", "a1", "learning"), "What I learnt", "Light", _stumble)
    with program.qtbot.captureExceptions() as faults:
        program.program.open(other)
    assert [kind for kind, _fault, _trace in faults] == [ZeroDivisionError]
    assert program.window is window
    files.open_to_write(other, surroundings(clock, 8)).close()
    window.desk.session.autosave.forget()
