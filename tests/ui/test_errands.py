"""Work on the whole file: the window gives it back and opens on it again, whatever comes of the work."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.background import Task, task
from otcpd.ui.pages.settings.data import DataSection
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
    return Errand("Working on it", "This takes a moment.", job, path, partial(done, path), "data", cancel="Stop")


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


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system keeps temporary files, for the window and the worker."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    return place


@pytest.mark.parametrize("ends", [True, False], ids=["the worker goes down", "it is given up"])
def test_copies_go_however_the_work_ends(program: Opened, path: Path, temporary: Path, ends: bool) -> None:
    program.program.start(path)
    before = program.window
    job = task(jobs.copy_and_vanish if ends else jobs.copy_and_never_end)
    before.desk.session.errand_wanted.emit(replace(errand(path, job), folder=True))
    running = program.program.errand
    assert running is not None
    assert running.dialog is not None
    if not ends:
        program.qtbot.waitUntil(partial(copied, temporary), timeout=SLOW)
        running.dialog.safe.click()
    program.qtbot.waitUntil(partial(returned, program, before), timeout=SLOW)
    assert not copied(temporary)
    assert list(temporary.glob("otcpd-*")) == []


def copied(folder: Path) -> bool:
    """Whether a copy of a CPD file lies in a folder for temporary files."""
    return any(folder.rglob("*.otcpd"))


def test_a_check_that_is_stopped_leaves_no_copy(program: Opened, path: Path, temporary: Path) -> None:
    program.program.start(path)
    program.window.go_to("settings", "data")
    page = program.window.page
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, DataSection)
    program.qtbot.waitUntil(lambda: not program.window.desk.session.background.busy, timeout=SLOW)
    section.begin_check()
    made = list(temporary.glob("otcpd-*"))
    assert len(made) == 1, "the folder is the window's"
    section.checking.cancel.click()
    assert not made[0].exists()
    section.begin_check()
    program.qtbot.waitUntil(section.verdict.isVisible, timeout=SLOW)
    assert list(temporary.glob("otcpd-*")) == []


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
