"""The window is closed, or the program ends, while evidence is on its way in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import files
from otcpd.actions.files_coming_in import ComingIn, coming, note_coming, note_of
from otcpd.ui.pages.evidence.page import EvidencePage
from otcpd.ui.shell.coming_in import ComingInDialog
from otcpd.ui.shell.cut_off import CutOffDialog
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, log_file, new_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as made:
        yield made


@pytest.fixture
def film(tmp_path: Path) -> Path:
    film = tmp_path / "film.bin"
    film.write_bytes(b"film" * 5_000_000)
    return film


def evidence_in(path: Path, clock: FixedClock) -> list[str]:
    """The evidence of the newest activity, once the file is closed."""
    with files.open_to_write(path, surroundings(clock, 9)) as record:
        newest = record.activities.get(record.activities.rows()[0].id)
        return [record.evidence.get(piece).name for piece in newest.evidence]


def waiting(program: Opened) -> ComingInDialog:
    (dialog,) = [one for one in program.window.findChildren(ComingInDialog) if one.isVisible()]
    return dialog


def note(program: Opened) -> Path:
    return note_of(program.services, program.record.id)


def test_the_window_waits_for_what_is_on_its_way_and_then_closes(
    program: Opened, tmp_path: Path, clock: FixedClock, film: Path
) -> None:
    window = program.open(path := log_file(tmp_path, clock))
    program.detail.evidence.take_in([film])
    window.close()
    assert window.isVisible()
    assert waiting(program).windowTitle() == "Adding 1 file…"
    noted = note(program)
    assert [one.path for one in coming(noted)] == [film]
    with program.qtbot.waitSignal(window.closed, timeout=SLOW):
        pass
    assert evidence_in(path, clock) == ["film.bin"]
    assert not noted.exists()


def test_the_person_may_stop_them_or_keep_the_window(
    program: Opened, tmp_path: Path, clock: FixedClock, film: Path
) -> None:
    window = program.open(path := log_file(tmp_path, clock))
    window.go_to("evidence")
    page = window.page
    assert isinstance(page, EvidencePage)
    page.intake.add("", [film, film])
    window.close()
    assert waiting(program).windowTitle() == "Adding 2 files…"
    waiting(program).safe.click()
    assert window.isVisible()
    assert page.intake.busy
    window.close()
    noted = note(program)
    waiting(program).act.click()
    assert not window.isVisible()
    assert not noted.exists()
    with files.open_to_write(path, surroundings(clock, 9)) as record:
        assert record.evidence.all() == []


def test_another_file_has_to_wait_until_they_are_in(
    program: Opened, tmp_path: Path, clock: FixedClock, film: Path
) -> None:
    window = program.open(log_file(tmp_path, clock))
    other = new_file(tmp_path / "other.otcpd", clock)
    intake = program.detail.evidence.intake
    with program.qtbot.waitSignal(intake.idle, timeout=SLOW):
        intake.add(program.newest(), [film])
        program.program.open(other)
        assert program.toast == "1 file is still being added. Try again once it is in."
    assert program.window is window
    program.program.open(other)
    assert program.window is not window


def test_what_holds_another_file_up_can_be_stopped(
    program: Opened, tmp_path: Path, clock: FixedClock, film: Path
) -> None:
    window = program.open(path := log_file(tmp_path, clock))
    other = new_file(tmp_path / "other.otcpd", clock)
    intake = program.detail.evidence.intake
    intake.add(program.newest(), [film, film])
    program.program.open(other)
    stop = next(button for button in window.toast.findChildren(QAbstractButton) if button.text() == "Stop adding")
    stop.click()
    assert not intake.busy
    assert program.toast.startswith("2 files left out. Everything else is saved")
    program.program.open(other)
    assert program.window is not window
    assert evidence_in(path, clock) == []


def test_a_quick_note_has_its_file_although_the_window_is_closed_at_once(
    program: Opened, tmp_path: Path, clock: FixedClock, film: Path
) -> None:
    window = program.open(path := log_file(tmp_path, clock))
    window.aids.quick_note()
    panel = window.aids.note
    assert panel is not None
    program.qtbot.waitUntil(panel.isActiveWindow, timeout=SLOW)
    program.type("Filmed a home visit")
    panel.add_files([str(film)])
    panel.keep()
    window.close()
    with program.qtbot.waitSignal(window.closed, timeout=SLOW):
        pass
    assert evidence_in(path, clock) == ["film.bin"]


@pytest.fixture
def cut_off(program: Opened, tmp_path: Path, clock: FixedClock, film: Path) -> Path:
    """A CPD file whose program ended in the midst of adding two files to its newest activity."""
    path = log_file(tmp_path, clock)
    with files.open_to_write(path, surroundings(clock, 7)) as record:
        newest = record.activities.rows()[0].id
        leaflet = tmp_path / "leaflet.txt"
        leaflet.write_text("Stairs")
        gone = ComingIn("no-such-activity", leaflet)
        note_coming(note_of(program.services, record.id), [ComingIn(newest, film), ComingIn(newest, leaflet), gone])
    return path


def question(program: Opened) -> CutOffDialog:
    dialog = program.window.findChild(CutOffDialog)
    assert isinstance(dialog, CutOffDialog)
    return dialog


def test_what_was_cut_off_is_told_at_the_next_opening_and_added(
    program: Opened, cut_off: Path, clock: FixedClock
) -> None:
    program.program.start(cut_off)
    dialog = question(program)
    assert dialog.windowTitle() == "2 files did not come in"
    assert "‘film.bin’ and ‘leaflet.txt’ were being added" in dialog.accessibleDescription()
    dialog.act.click()
    program.qtbot.waitUntil(partial(has_toast, program, "2 files added"), timeout=SLOW)
    assert not note(program).exists()
    program.close()
    assert evidence_in(cut_off, clock) == ["film.bin", "leaflet.txt"]


def has_toast(program: Opened, text: str) -> bool:
    return program.toast == text


def test_what_was_cut_off_is_asked_about_once(program: Opened, cut_off: Path, clock: FixedClock) -> None:
    program.program.start(cut_off)
    question(program).safe.click()
    assert not note(program).exists()
    program.close()
    assert evidence_in(cut_off, clock) == []
