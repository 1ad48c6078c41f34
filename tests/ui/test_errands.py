"""Work on the whole file: the window gives it back and opens on it again, whatever comes of the work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.background import Task, task
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.shell.errand import Errand, Return
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.shell.unsaved import UnsavedDialog
from tests import limited_jobs
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.ui import jobs
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    return log_file(tmp_path, clock)


def done(path: Path, value: object) -> Return:
    return Return(path, f"It came to {value}.", "data", brought=value)


def errand(path: Path, job: Task) -> Errand:
    return Errand("Working on it", "This takes a moment.", job, path, partial(done, path), "data", cancel=True)


def returned(program: Opened, before: MainWindow) -> bool:
    now = program.program
    return now.errand is None and now.window is not None and now.window is not before


def send(program: Opened, path: Path, job: Task) -> MainWindow:
    window = program.window
    window.desk.session.errand_wanted.emit(errand(path, job))
    return window


def at_data(program: Opened) -> bool:
    page = program.window.page
    return isinstance(page, SettingsPage) and page.section.title.text() == "Your CPD file"


def test_while_it_is_worked_on_nobody_has_the_file_and_its_picture_stays(program: Opened, path: Path) -> None:
    program.program.start(path)
    program.window.resize(700, 600)  # smaller than the screen of tests, which would crop it
    size = program.window.size()
    before = send(program, path, task(jobs.add, 20, 22))
    running = program.program.errand
    assert running is not None
    assert program.program.window is None
    assert before.desk.session.closed
    assert running.curtain.isVisible()
    assert running.curtain.size() == size
    assert running.dialog is not None
    assert running.dialog.windowTitle() == "Working on it"
    program.qtbot.waitUntil(partial(returned, program, before), timeout=SLOW)
    assert program.toast == "It came to 42."
    assert at_data(program)
    assert program.window.size() == size
    assert program.window.desk.session.brought == 42
    assert len(program.titles()) == 3


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (task(jobs.fill_the_disk), "There is no room left."),
        (task(jobs.vanish), "This file could not be read."),
    ],
    ids=["refused", "the worker went down"],
)
def test_work_that_fails_brings_the_window_back_with_the_reason(
    program: Opened, path: Path, job: Task, said: str
) -> None:
    program.program.start(path)
    before = send(program, path, job)
    program.qtbot.waitUntil(partial(returned, program, before), timeout=SLOW)
    assert program.toast.startswith(said)
    assert at_data(program)
    assert not program.record.read_only


def test_work_can_be_given_up(program: Opened, path: Path) -> None:
    program.program.start(path)
    before = send(program, path, task(limited_jobs.never_end))
    running = program.program.errand
    assert running is not None
    assert running.dialog is not None
    running.dialog.safe.click()
    program.qtbot.waitUntil(partial(returned, program, before), timeout=SLOW)
    assert program.toast == "Cancelled. Your CPD file is as it was."


@pytest.mark.small_disk
def test_a_window_with_text_that_cannot_be_saved_keeps_its_file(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        path = log_file(disk.folder, clock)
        window = program.open(path)
        disk.fill()
        program.detail.texts["learning"].text.editor.setPlainText("What I learnt. " * 4000)
        send(program, path, task(jobs.add, 20, 22))
        assert program.program.errand is None
        assert program.window is window
        assert not window.desk.session.closed
        dialog = window.findChild(UnsavedDialog)
        assert isinstance(dialog, UnsavedDialog)
        dialog.reject()
        window.desk.session.autosave.note_kept_elsewhere()
        program.close()


def test_the_program_can_end_in_the_middle_of_it(program: Opened, path: Path) -> None:
    program.program.start(path)
    send(program, path, task(limited_jobs.never_end))
    program.program.shutdown()
    assert program.program.errand is None
