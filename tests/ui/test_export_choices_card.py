"""The card with the choices of an export: by keyboard, undone, refused, and shown where a file is for reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.export_choices import ExportChoices, Originals, choose_originals, choose_word_copy, export_choices
from otcpd.actions.undoing import undo_state
from otcpd.record import opening
from otcpd.ui.announce import Announcer
from otcpd.ui.export.choices_words import ORIGINALS, SIZE_HINT, in_one_line
from otcpd.ui.export.flow import Stage
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import description_of, name_of, role_of

LIMIT = 5_000


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers()


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, answers: Answers) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, answers)
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    page = shown(desk, qtbot)
    page.choices.open()
    return page


def chosen(desk: Desk) -> ExportChoices:
    return export_choices(desk.session.record)


def type_size(page: PortfolioPage, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    line = page.choices.limit.line
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, key)


def focused_name() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    return name_of(focused)


def test_all_is_chosen_by_keyboard(page: PortfolioPage, desk: Desk) -> None:
    card = page.choices
    assert card.limit.text() == "10 MB"
    type_size(page, "25", Qt.Key.Key_Tab)
    assert chosen(desk).most_bytes == 25_000_000
    assert card.limit.text() == "25 MB"
    assert focused_name() == "Do not split"
    QTest.keyClick(card.no_limit, Qt.Key.Key_Tab)
    assert focused_name() == "Add an annex on supervision"
    QTest.keyClick(card.supervision, Qt.Key.Key_Space)
    assert chosen(desk).supervision
    QTest.keyClick(card.supervision, Qt.Key.Key_Tab)
    assert focused_name() == "Add an annex with what I read"
    QTest.keyClick(card.reading, Qt.Key.Key_Space)
    assert chosen(desk).reading
    QTest.keyClick(card.reading, Qt.Key.Key_Tab)
    assert focused_name() == "Also make a Word copy"
    QTest.keyClick(card.word_copy, Qt.Key.Key_Space)
    assert chosen(desk).word_copy
    QTest.keyClick(card.word_copy, Qt.Key.Key_Tab)
    assert focused_name() == "No"
    QTest.keyClick(card.originals[Originals.NO], Qt.Key.Key_Down)
    assert focused_name() == "Yes, in a folder"
    assert chosen(desk).originals is Originals.FOLDER
    QTest.keyClick(card.originals[Originals.FOLDER], Qt.Key.Key_Down)
    assert chosen(desk).originals is Originals.ZIP
    QTest.keyClick(card.originals[Originals.ZIP], Qt.Key.Key_Tab)
    assert focused_name() == "Texts for HCPC’s online form"


def test_no_limit_and_back(page: PortfolioPage, desk: Desk) -> None:
    card = page.choices
    type_size(page, "25")
    QTest.keyClick(card.no_limit, Qt.Key.Key_Space)
    assert chosen(desk).most_bytes is None
    assert card.limit.text() == "No limit"
    QTest.keyClick(card.no_limit, Qt.Key.Key_Space)
    assert chosen(desk).most_bytes == 25_000_000
    type_size(page, "no limit")
    assert card.no_limit.isChecked()
    type_size(page, "")
    assert chosen(desk).most_bytes == 10_000_000
    assert card.limit.text() == "10 MB"
    assert not card.no_limit.isChecked()


@pytest.mark.parametrize(
    ("typed", "said"), [("lots", "‘lots’ does not read as a size."), ("0", "A PDF can be from 1 to 2,000 MB.")]
)
def test_a_size_that_is_none_is_told_in_place(page: PortfolioPage, desk: Desk, typed: str, said: str) -> None:
    type_size(page, typed)
    line = page.choices.limit.line
    assert description_of(line).startswith(said)
    assert "The size you had still holds." in description_of(line)
    assert line.text() == typed
    assert chosen(desk).most_bytes == 10_000_000
    desk.session.act(choose_word_copy, True)
    page.refresh()
    assert line.text() == typed
    type_size(page, "12")
    assert description_of(line) == SIZE_HINT
    assert chosen(desk).most_bytes == 12_000_000


def test_no_limit_clears_what_was_wrong(page: PortfolioPage) -> None:
    type_size(page, "lots")
    page.choices.no_limit.click()
    assert page.choices.limit.text() == "No limit"
    assert description_of(page.choices.limit.line) == SIZE_HINT


def test_an_export_waits_for_a_size_that_is_one(page: PortfolioPage, answers: Answers) -> None:
    page.resize(900, 500)
    line = page.choices.limit.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "lots")
    page.choices.head.click()
    assert not line.isVisible()
    page.scroller.verticalScrollBar().setValue(0)
    page.export.click()
    assert page.flow.state.stage is Stage.NONE
    assert answers.suggested == []
    assert QApplication.focusWidget() is line
    assert not line.visibleRegion().isEmpty()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "12")
    page.export.click()
    assert len(answers.suggested) == 1


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (ExportChoices(), "In PDFs of at most 10 MB"),
        (ExportChoices(None), "In one PDF"),
        (ExportChoices(2_500_000, True), "In PDFs of at most 2.5 MB, with a Word copy"),
        (ExportChoices(supervision=True), "In PDFs of at most 10 MB, with an annex on supervision"),
        (ExportChoices(None, False, Originals.ZIP), "In one PDF, with your evidence in one ZIP file"),
        (
            ExportChoices(word_copy=True, originals=Originals.FOLDER),
            "In PDFs of at most 10 MB, with a Word copy and your evidence in a folder",
        ),
    ],
)
def test_choices_are_told_in_one_line(choices: ExportChoices, said: str) -> None:
    assert in_one_line(choices) == said


def test_the_card_is_one_line_until_it_is_opened(page: PortfolioPage, desk: Desk) -> None:
    card = page.choices
    assert name_of(card.head) == "Export"
    assert description_of(card.head) == "In PDFs of at most 10 MB"
    card.word_copy.click()
    assert description_of(card.head) == "In PDFs of at most 10 MB, with a Word copy"
    card.head.setFocus()
    QTest.keyClick(card.head, Qt.Key.Key_Space)
    assert not card.head.isChecked()
    assert not card.word_copy.isVisible()
    page.refresh()
    assert not card.head.isChecked()
    QTest.keyClick(card.head, Qt.Key.Key_Return)
    assert card.word_copy.isVisible()
    QTest.keyClick(card.head, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.limit.line


def test_each_choice_can_be_undone(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    page.choices.word_copy.click()
    page.choices.originals[Originals.ZIP].click()
    assert undo_state(desk.session.record).undo == "Change the evidence beside the PDF"
    desk.session.undo()
    qtbot.waitUntil(page.choices.originals[Originals.NO].isChecked, timeout=LIMIT)
    assert page.choices.word_copy.isChecked()
    desk.session.undo()
    qtbot.waitUntil(lambda: not page.choices.word_copy.isChecked(), timeout=LIMIT)


def test_every_control_says_what_it_is(page: PortfolioPage) -> None:
    card = page.choices
    assert role_of(card.word_copy) == QAccessible.Role.CheckBox
    assert description_of(card.word_copy).startswith("You can edit it.")
    for way in card.originals.values():
        assert role_of(way) == QAccessible.Role.RadioButton
        assert description_of(way) == ORIGINALS
    assert name_of(card.limit.line) == "Split the PDF if it is larger than"
    assert description_of(card.no_limit) == SIZE_HINT


def test_a_file_for_reading_shows_its_choices(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, qtbot: QtBot
) -> None:
    path = tmp_path / "theirs.otcpd"
    with filled_record(path, clock) as record:
        choose_word_copy(record, True)
        choose_originals(record, Originals.FOLDER)
    read_only = opening.open_for_reading(path, surroundings(clock))
    desk = make_desk(read_only, tmp_path, clock, theme, announcer, Answers())
    page = shown(desk, qtbot)
    card = page.choices
    card.open()
    assert card.limit.text() == "10 MB"
    assert card.limit.line.isReadOnly()
    assert card.word_copy.isChecked()
    assert card.originals[Originals.FOLDER].isChecked()
    for control in (card.no_limit, card.supervision, card.word_copy, *card.originals.values()):
        assert not control.isEnabled()
    page.leave()
    page.start_export()
    assert page.flow.state.stage is Stage.NONE
    clear_desk(desk)
