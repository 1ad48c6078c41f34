"""The first whole journey: from nothing to a profile as PDF, through the real window, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import files, safety
from otcpd.ui.export.flow import Stage
from otcpd.ui.letting_go import let_go
from otcpd.ui.pages.portfolio.page import PortfolioPage
from tests.journeys.keyboard import CTRL, CTRL_SHIFT, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, opened_program

SUMMARY = "I work with adults at home in a council team."
STATEMENT = "I learnt to look at the stairs by night."


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


def test_from_a_new_file_to_a_profile_with_the_keyboard_alone(
    program: Opened, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "Eilidh Rowan.otcpd"
    _start_a_new_file(program, qtbot, path)
    _write_three_activities(program)
    _add_evidence(program, qtbot, tmp_path)
    _search(program, qtbot)
    _delete_and_undo(program)
    press(Qt.Key.Key_Q, CTRL)
    assert program.program.window is not None
    assert not program.window.isVisible()
    let_go(program.program.window)
    program.program.window = None

    program.open(path)
    _undo_further(program)
    _write_summary_and_statement(program)
    pdf = _export(program, qtbot, tmp_path)
    program.close()

    with files.open_to_write(path, surroundings(clock, 12)) as record:
        assert safety.verify(record).clean
        assert record.portfolios.current().summary == SUMMARY
    words = _words_of(pdf)
    for expected in (
        "Eilidh Rowan",
        "OT000123",
        SUMMARY,
        STATEMENT,
        "Home hazards and falls",
        "Journal club on hoists",
    ):
        assert expected in words


def _start_a_new_file(program: Opened, qtbot: QtBot, path: Path) -> None:
    program.program.start(None)
    welcome = program.program.welcome
    assert welcome is not None
    welcome.activateWindow()
    qtbot.waitUntil(welcome.isActiveWindow, timeout=SLOW)
    program.desktop.place = path
    tab_to("Start a new CPD file")
    press(Qt.Key.Key_Return)
    tab_to("Your name")
    write("Eilidh Rowan")
    tab_to("HCPC number")
    write("ot 000123")
    tab_to("Continue")
    press(Qt.Key.Key_Return)
    tab_to("Begins on")
    tab_to("Continue")
    press(Qt.Key.Key_Return)
    tab_to("Choose another place")
    press(Qt.Key.Key_Return)
    tab_to("Start my CPD file")
    with qtbot.waitSignal(welcome.destroyed, timeout=SLOW):
        press(Qt.Key.Key_Return)
    window = program.window
    window.resize(1280, 860)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=SLOW)
    assert path.exists()


def _write_three_activities(program: Opened) -> None:
    press(Qt.Key.Key_N, CTRL)
    write("Home hazards and falls")
    tab_to("Duration")
    write("90 min")
    tab_to("Category")
    press(Qt.Key.Key_Down)
    tab_to("What I learnt")
    write("Light matters more than rugs.")
    press(Qt.Key.Key_N, CTRL)
    write("Stair lifts, two papers")
    tab_to("Date")
    press(Qt.Key.Key_A, CTRL)
    write("3 Nov")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CTRL_SHIFT)
    assert name_of(focused()) == "Add in one line"
    write("2h journal club on hoists yesterday #hoists")
    press(Qt.Key.Key_Return)
    assert program.titles() == ["Home hazards and falls", "Journal club on hoists", "Stair lifts, two papers"]
    first = program.record.activities.get(program.record.activities.rows()[0].id)
    assert (first.minutes, first.learning) == (90, "Light matters more than rugs.")
    assert first.category is not None


def _add_evidence(program: Opened, qtbot: QtBot, folder: Path) -> None:
    note = folder / "Certificate.txt"
    note.write_text("Attended the journal club on hoists")
    program.desktop.files = [note]
    tab_to("Add evidence")
    with qtbot.waitSignal(program.detail.evidence.intake.attached, timeout=SLOW):
        press(Qt.Key.Key_Return)
    assert len(program.record.evidence.all()) == 1


def _search(program: Opened, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(program.log.tools.search.searched, timeout=SLOW):
        write("attended")
    assert program.shown() == ["November 2026", "Journal club on hoists"]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert program.log.pane.list.hasFocus()


def _delete_and_undo(program: Opened) -> None:
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert program.toast.endswith(" deleted. It is in the bin.")
    assert len(program.titles()) == 2
    press(Qt.Key.Key_Z, CTRL)
    assert len(program.titles()) == 3


def _undo_further(program: Opened) -> None:
    press(Qt.Key.Key_Z, CTRL)
    assert program.record.evidence.all() == []
    press(Qt.Key.Key_Y, CTRL)
    assert len(program.record.evidence.all()) == 1
    tab_to("Use in my statement")
    press(Qt.Key.Key_Space)
    assert len(program.record.portfolios.current().chosen) == 1


def _write_summary_and_statement(program: Opened) -> None:
    press(Qt.Key.Key_6, CTRL)
    tab_to("Summary")
    write(SUMMARY)
    tab_to("Personal statement")
    write(STATEMENT)


def _export(program: Opened, qtbot: QtBot, folder: Path) -> Path:
    pdf = folder / "Profile.pdf"
    program.desktop.place = pdf
    page = program.window.page
    assert isinstance(page, PortfolioPage)
    press(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(_Ready(page).now, timeout=60_000)
    return pdf


class _Ready:
    def __init__(self, page: PortfolioPage) -> None:
        self._page = page

    def now(self) -> bool:
        assert self._page.flow.state.stage is not Stage.FAILED, self._page.flow.state.error
        return self._page.flow.state.stage is Stage.READY


def _words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
