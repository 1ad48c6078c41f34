"""Impact with the keyboard alone: from an activity to a measure, a story, and the page that leaves without a name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.domain.impact import Better
from otcpd.ui.pages.impact.figures_dialog import FiguresDialog
from otcpd.ui.pages.impact.page import ImpactPage
from tests.journeys.keyboard import CTRL, focused, name_of, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

STORY = "A man in his eighties waits no longer. Mrs Larch called it a relief."


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(path)
        yield opened


def test_an_activity_is_told_as_impact_and_leaves_as_one_page(program: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    activity = program.detail.activity
    assert activity is not None
    tab_to("Impact")
    press(Qt.Key.Key_Space)
    tab_to("Show its impact")
    press(Qt.Key.Key_Return)
    page = program.window.page
    assert isinstance(page, ImpactPage)
    assert name_of(focused()) == "Title"
    tab_to("Theme")
    write("Waiting times")
    tab_to("Add a measure")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Measure"
    write("Wait from referral to visit")
    for field, number in (("Before", "12 1/2"), ("After", "9")):
        tab_to(field)
        write(number)
    tab_to("The story for the page")
    write(STORY)
    program.window.desk.session.flush()
    (impact,) = program.record.impacts.all()
    (measure,) = impact.measures
    assert (impact.activities, impact.theme, impact.story) == ((activity.id,), "Waiting times", STORY)
    assert (measure.before, measure.after) == (Decimal("12.5"), Decimal(9))
    assert (measure.unit, measure.better) == ("days", Better.LOWER), "a measure that we know brings its unit"
    words = _page_of_figures(program, page, qtbot, tmp_path / "Value of OT.pdf")
    for expected in ("Better, by 3.5 days", "12.5 to 9 days", "A man in his eighties", "Waiting times"):
        assert expected in words
    assert activity.title not in words


def _page_of_figures(program: Opened, page: ImpactPage, qtbot: QtBot, place: Path) -> str:
    """The words of the page, made and saved with the keyboard, once what points to somebody is decided on."""
    press(Qt.Key.Key_P, CTRL)
    dialog = page.dialog.dialog
    assert isinstance(dialog, FiguresDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=SLOW)
    program.desktop.place = place
    tab_to("Save the page")
    press(Qt.Key.Key_Return)
    assert not place.exists(), "nothing leaves before it is decided on"
    assert name_of(focused()) == "It is fine"
    assert "Mrs Larch" in focused().accessibleDescription()
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Save the page"
    with qtbot.waitSignal(dialog.saver.saved, timeout=SLOW):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    pdf = pypdfium2.PdfDocument(place)
    try:
        assert len(pdf) == 1
        return " ".join(pdf[0].get_textpage().get_text_bounded().split())
    finally:
        pdf.close()
