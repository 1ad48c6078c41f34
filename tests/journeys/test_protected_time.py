"""Protected time with the keyboard alone: agreed, planned, lost, and handed to a line manager as one page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.pages.protected.manager_dialog import ManagerDialog
from otcpd.ui.pages.protected.page import ProtectedPage
from tests.journeys.keyboard import CTRL, CTRL_SHIFT, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(path)
        yield opened


def test_half_a_day_a_month_is_lost_and_the_manager_reads_it(program: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    press(Qt.Key.Key_K, CTRL)
    write("Note what protected time")
    press(Qt.Key.Key_Return)
    page = program.window.page
    assert isinstance(page, ProtectedPage)
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    assert name_of(focused()) == "How much"
    write("half a day")
    tab_to("From")
    press(Qt.Key.Key_A, CTRL)
    write("1 April 2026")
    tab_to("Add this")
    press(Qt.Key.Key_Return)
    assert page.header.fact.text() == "You took no protected time of 21 h agreed in the last six months."
    for day in ("6 Nov", "13 Nov"):
        press(Qt.Key.Key_N, CTRL_SHIFT)
        assert name_of(focused()) == "Day"
        press(Qt.Key.Key_A, CTRL)
        write(day)
        tab_to("Plan this time")
        press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Time set aside"
    press(Qt.Key.Key_Return)
    tab_to("I lost it")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Why it was lost"
    press(Qt.Key.Key_Down)
    page.slots.list.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    tab_to("I took it")
    press(Qt.Key.Key_Return)
    assert [(one.taken, one.reason) for one in program.record.protected_time.slots()] == [(210, ""), (0, "duty_cover")]
    words = _managers_page(program, page, qtbot, tmp_path / "For my manager.pdf")
    for expected in (
        "3 h 30 taken of 21 h agreed",
        "7 h planned ahead, 3 h 30 of it lost",
        "Duty cover",
        "Fewer duty days.",
    ):
        assert expected in words


def _managers_page(program: Opened, page: ProtectedPage, qtbot: QtBot, place: Path) -> str:
    """The words of the page for a manager, made and saved with the keyboard."""
    tab_to("Make a page for my manager")
    press(Qt.Key.Key_Return)
    dialog = page.manager.dialog
    assert isinstance(dialog, ManagerDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=SLOW)
    tab_to("What would help")
    write("Fewer duty days.")
    program.desktop.place = place
    tab_to("Save the page")
    with qtbot.waitSignal(dialog.saver.saved, timeout=SLOW):
        press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Open it"
    press(Qt.Key.Key_Return)
    assert program.desktop.opened == [place]
    press(Qt.Key.Key_Escape)
    with pypdfium2.PdfDocument(place) as document:
        assert len(document) == 1
        return " ".join(document[0].get_textpage().get_text_bounded().replace("\u00a0", " ").split())
