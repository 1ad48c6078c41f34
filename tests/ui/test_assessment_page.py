"""Self-assessment in the window: marked by keyboard, again a year later, laid over each other, and saved on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import set_standards
from otcpd.domain.assessment import Mark
from otcpd.ui.pages.assessment.page import AssessmentPage
from otcpd.ui.pages.assessment.paper_content import paper_content
from otcpd.ui.pages.assessment.paper_dialog import PaperDialog
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.seeing import description_of

RCOT = "rcot_career@2022"
PRACTICE, LEADERSHIP = f"{RCOT}:practice", f"{RCOT}:leadership"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def assessment_page(opened: Opened, thing: str = "") -> AssessmentPage:
    page = opened.window.go_to("assessment", thing)
    assert isinstance(page, AssessmentPage)
    return page


def keys(page: AssessmentPage, *pressed: Qt.Key, shift: bool = False) -> None:
    for key in pressed:
        QTest.keyClick(page.wheel.view, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def cells(page: AssessmentPage, row: int) -> tuple[str, ...]:
    return page.wheel.table.rows.facts.rows[row].cells


def test_a_wheel_is_marked_by_keyboard_and_laid_over_a_year_later(opened: Opened, clock: FixedClock) -> None:
    activity = opened.record.activities.rows()[0].id
    opened.window.desk.session.act(set_standards, activity, [LEADERSHIP])
    page = assessment_page(opened)
    assert page.empty.isVisible()
    assert page.header.fact.text() == "Where you are, where you want to be, and what shows it."
    page.start.click()
    assert page.wheel.view.hasFocus()
    keys(page, *[Qt.Key.Key_Up] * 4)
    keys(page, *[Qt.Key.Key_Up] * 5, shift=True)
    keys(page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    (first,) = opened.record.assessments.all()
    assert first.marks == {PRACTICE: Mark(PRACTICE, 4, 5), LEADERSHIP: Mark(LEADERSHIP, 1)}
    assert cells(page, 0)[:3] == ("Professional practice", "4", "5")
    assert "Leadership: level 1 now." in description_of(page.wheel.view)
    # Enter goes to the details: why, and what shows it, suggested from the log.
    keys(page, Qt.Key.Key_Return)
    assert page.item.now.combo.hasFocus()
    assert page.item.title.text() == "Leadership"
    page.item.reason.set_text("I cover for the team lead.")
    page.item.reason.edited.emit("I cover for the team lead.")
    assert [button.text() for button in page.item.shown_by.suggested] != []
    page.item.shown_by.suggested[0].click()
    page.about.companion.set_text("Fiona Alder")
    page.about.companion.commit()
    mark = opened.record.assessments.get(first.id).mark(LEADERSHIP)
    assert (mark.reason, mark.activities) == ("I cover for the team lead.", (activity,))
    assert page.header.fact.text() == "Marked by you on 21 November, with Fiona Alder."
    clock.advance(days=365)
    laid_over_a_year_later(opened, first.id)


def laid_over_a_year_later(opened: Opened, first: str) -> None:
    """It begins with the marks of then, and shows what has changed; another date and another framework can be seen."""
    opened.window.go_to("log")
    page = assessment_page(opened)
    page.new.click()
    keys(page, Qt.Key.Key_Home, Qt.Key.Key_Up)
    later = opened.record.assessments.latest(RCOT)
    assert later is not None
    assert (later.day, later.mark(PRACTICE).now) == (date(2027, 11, 21), 5)
    assert later.mark(LEADERSHIP).reason == "I cover for the team lead."
    assert page.wheel.fact.text() == "Since 21 November 2026: One went up and one stayed."
    assert cells(page, 0)[3] == "Up from level 4 to level 5, as wanted."
    assert page.item.change.text() == "Up from level 4 to level 5, as wanted."
    assert "level 4 on 21 November 2026" in description_of(page.wheel.view)
    # Another date, and a framework that nothing was marked in.
    page.tools.earlier.set_value("none")
    page.tools.earlier.chosen.emit("none")
    assert not page.wheel.fact.isVisible()
    page.tools.framework.set_value("nes_nmahp@2026")
    page.tools.framework.chosen.emit("nes_nmahp@2026")
    assert page.empty.isVisible()
    page.show_thing(first)
    assert page.state.current is not None
    assert page.state.current.id == first
    page.show_thing(LEADERSHIP)
    assert page.item.title.text() == "Leadership"
    page.about.delete.click()
    assert opened.toast == "Self-assessment deleted"
    assert [one.id for one in opened.record.assessments.all()] == [first]


def test_it_leaves_as_it_is_seen_and_without_notes_to_oneself(opened: Opened, tmp_path: Path) -> None:
    page = assessment_page(opened, "new")
    keys(page, *[Qt.Key.Key_Up] * 3)
    page.about.note.set_text("Nobody else reads this.")
    page.about.note.edited.emit("Nobody else reads this.")
    page.item.reason.set_text("Cases are mine.")
    page.item.reason.edited.emit("Cases are mine.")
    page.preview()
    dialog = page.paper.dialog
    assert isinstance(dialog, PaperDialog)
    assert dialog.content.lines[0].reason == "Cases are mine."
    assert "Nobody else" not in repr(dialog.content)
    dialog.reasons.setChecked(False)
    assert dialog.content == paper_content(opened.record, page.state, reasons=False)
    assert not any(line.reason or line.shown for line in dialog.content.lines)
    opened.desktop.place = tmp_path / "wheel.docx"
    dialog.save.click()
    opened.qtbot.waitUntil(dialog.saver.outcome.isVisible, timeout=SLOW)
    assert (tmp_path / "wheel.docx").read_bytes().startswith(b"PK")
    dialog.reject()
