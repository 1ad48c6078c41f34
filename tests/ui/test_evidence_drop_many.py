"""5,000 files dropped at once: all come in, the window is never held, and they can be given up and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import taking_in
from otcpd.ui.pages.evidence.page import EvidencePage
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program
from tests.watchdog import AIM_SAMPLE, held_to

MANY = 5_000
PATIENCE = 120_000


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Folders of 500 small files each; one file in a hundred is empty, and one is like the one before it."""
    folder = tmp_path / "course"
    for number in range(MANY):
        place = folder / f"day {number // 500}"
        place.mkdir(parents=True, exist_ok=True)
        same = number - 1 if number % 100 == 50 else number
        (place / f"note {number:04}.txt").write_text("" if number % 100 == 99 else f"note {same}")
    return folder


def test_5000_files_come_in_and_the_window_is_never_held(
    opened: Opened, course: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened.window.go_to("evidence")
    assert isinstance(page, EvidencePage)
    with held_to(AIM_SAMPLE, request, monkeypatch), opened.qtbot.waitSignal(page.intake.idle, timeout=PATIENCE):
        page.take_in([course])
    refused = MANY // 100
    assert len(page.contents.pieces) == MANY - 2 * refused
    head, *sentences = page.report.sentences()
    assert head == f"{refused} of 5,000 files were not added"
    assert sentences[-1] == "4,950 files added. 50 were already there, and kept once."
    assert len(sentences) < 20
    assert opened.record.evidence.ids() == sorted(page.contents.pieces)
    assert len(opened.record.undo_lists().undo) < 20


def test_a_drop_can_be_given_up_in_the_middle(opened: Opened, course: Path) -> None:
    page = opened.window.go_to("evidence")
    assert isinstance(page, EvidencePage)
    with opened.qtbot.waitSignal(page.intake.attached, timeout=PATIENCE):
        page.take_in([course])
    assert page.bar.isVisible()
    page.bar.cancel.click()
    assert not page.intake.busy
    assert not page.bar.isVisible()
    there = len(opened.record.evidence.ids())
    assert 0 < there < MANY // 2
    assert " files added" in opened.toast
    opened.window.toast.acted.emit()
    assert opened.record.evidence.ids() == []


def test_a_drop_of_several_steps_is_taken_back_at_one_press(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "AT_ONCE", 10)
    monkeypatch.setattr(taking_in, "MOST_IN_A_STEP", 20)
    page = opened.window.go_to("evidence")
    assert isinstance(page, EvidencePage)
    folder = tmp_path / "course"
    folder.mkdir()
    for number in range(45):
        (folder / f"note {number}.txt").write_text(f"note {number}")
    before = len(opened.record.undo_lists().undo)
    with opened.qtbot.waitSignal(page.intake.idle, timeout=PATIENCE):
        page.take_in([folder])
    assert len(opened.record.undo_lists().undo) == before + 3
    assert opened.toast == "45 files added"
    opened.window.toast.acted.emit()
    opened.qtbot.waitUntil(lambda: len(opened.record.undo_lists().undo) == before, timeout=PATIENCE)
    assert opened.record.evidence.ids() == []
