"""The reading log with the keyboard alone: references come in, one is appraised and stands in the profile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.domain.reading import ReadingState
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.pages.reading.page import ReadingPage
from tests.journeys.keyboard import CTRL, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

NBIB = """
PMID- 31234567
TI  - Rails and steps at the front door.
FAU - Rowan, Eilidh
JT  - Journal of home modification
DP  - 2024 Mar
VI  - 12
PG  - 12-20
LID - 10.1177/rails.24 [doi]

PMID- 31234568
TI  - Another paper.
QQQ - what
"""


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(path)
        yield opened


def test_references_come_in_one_is_appraised_and_stands_in_the_profile(
    program: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    source = tmp_path / "pubmed.nbib"
    source.write_text(NBIB, encoding="utf-8")
    program.desktop.files = [source]
    press(Qt.Key.Key_K, CTRL)
    write("Bring in references")
    press(Qt.Key.Key_Return)
    page = program.window.page
    assert isinstance(page, ReadingPage)
    dialog = page.bringing.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.take.isVisible, timeout=SLOW)
    assert name_of(focused()) == "Bring in 2 references"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.contents.rows) == 2, timeout=SLOW)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    assert name_of(focused()) == "Readings"
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Rails and steps at the front door"
    tab_to("To read")
    press(Qt.Key.Key_Right)
    assert page.side.detail.read_on.text() == "21 November 2026"
    box = tab_to("In my reference list")
    assert "Portfolio page" in box.accessibleDescription()
    tab_to("What it is worth")
    write("Small, but honest.")
    tab_to("What I changed")
    write("I ring six weeks later.")
    tab_to("Add it to my log")
    press(Qt.Key.Key_Return)
    entry = program.record.readings.get(page.side.reading)
    assert (entry.state, entry.read_on) == (ReadingState.READ, date(2026, 11, 21))
    assert entry.appraisal == "Small, but honest."
    assert program.record.activities.get(entry.activities[0]).practice_impact == "I ring six weeks later."
    words = _profile(program, qtbot, tmp_path / "profile.pdf")
    assert "Annex. Reading in this period" in words
    assert "Rowan, E. (2024) ‘Rails and steps at the front door’, Journal of home modification, 12, pp. 12–20." in words
    assert "https://doi.org/10.1177/rails.24" in words
    assert "Another paper" not in words
    assert "honest" not in words


def _profile(program: Opened, qtbot: QtBot, place: Path) -> str:
    """The words of the profile, with the annex ticked and exported by the keyboard."""
    press(Qt.Key.Key_6, CTRL)
    page = program.window.page
    assert isinstance(page, PortfolioPage)
    qtbot.waitUntil(page.choices.isVisible, timeout=SLOW)
    page.choices.open()
    page.choices.limit.line.setFocus()
    tab_to("Add an annex with what I read")
    press(Qt.Key.Key_Space)
    program.desktop.place = place
    QTest.keyClick(program.window, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(place.exists, timeout=SLOW)
    with pypdfium2.PdfDocument(place) as document:
        texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return " ".join(" ".join(texts).split())
