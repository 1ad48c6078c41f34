"""The texts for HCPC's online form: what is copied, what is said, what happens when that is not possible."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otcpd.actions.export_choices import choose_supervision
from otcpd.actions.portfolio import edit_portfolio
from otcpd.actions.profile import profile_content
from otcpd.portfolio.copy_text import copy_blocks
from otcpd.ui.announce import Announcer
from otcpd.ui.desktop import SystemDesktop
from otcpd.ui.export.texts_card import TextRow
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import Told, description_of, name_of

LIMIT = 5_000


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, answers: Answers) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, answers)
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    page = shown(desk, qtbot)
    assert [button.isVisible() for button in page.texts.buttons()] == [False] * 3
    page.texts.head.setFocus()
    QTest.keyClick(page.texts.head, Qt.Key.Key_Return)
    return page


def rows(page: PortfolioPage) -> list[TextRow]:
    return page.texts.findChildren(TextRow)


def said(told: Told) -> str:
    message = told.values[-1]
    assert isinstance(message, Message)
    return message.text


def test_each_text_is_copied_as_it_is(page: PortfolioPage, desk: Desk, answers: Answers) -> None:
    told = Told()
    desk.messages.wanted.connect(told.note)
    summary, listed, statement = page.texts.buttons()
    for button in (summary, listed, statement):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        assert said(told) == "Copied. Paste it into HCPC’s form."
    assert answers.copied[0] == "I work with adults at home."
    assert answers.copied[1].startswith(
        "1. 6 November 2025. Learning 1. Work-based.\n2. 26 November 2025. Learning 2. Formal."
    )
    assert answers.copied[2] == "I learnt to look at stairs by night."


def test_rows_say_how_long_a_text_is(page: PortfolioPage) -> None:
    assert [name_of(row) for row in rows(page)] == [
        "Summary. 6 of 500 words, 27 characters",
        "Dated list. " + description_of(page.texts.buttons()[1]),
        "Personal statement. 8 of 1,500 words, 36 characters",
    ]
    assert [button.text() for button in page.texts.buttons()] == [
        "Copy the summary",
        "Copy the dated list",
        "Copy the statement",
    ]


def test_what_was_just_typed_is_copied(page: PortfolioPage, answers: Answers) -> None:
    QTest.keyClicks(page.summary.text.editor, "Newly typed. ")
    page.texts.buttons()[0].click()
    assert answers.copied == ["Newly typed. I work with adults at home."]


def test_the_annex_comes_and_goes_with_its_choice(page: PortfolioPage, desk: Desk, answers: Answers) -> None:
    desk.session.act(choose_supervision, True)
    page.texts.show_blocks(copy_blocks(profile_content(desk.session.record, supervision=True)))
    assert [button.text() for button in page.texts.buttons()][3:] == ["Copy the annex on supervision"]
    page.texts.buttons()[3].click()
    assert answers.copied == ["0 sessions held."]
    desk.session.act(choose_supervision, False)
    page.texts.show_blocks(copy_blocks(profile_content(desk.session.record)))
    assert len(page.texts.buttons()) == 3


def test_a_text_that_is_too_long_is_told_and_copied_all_the_same(
    page: PortfolioPage, desk: Desk, answers: Answers, qtbot: QtBot
) -> None:
    portfolio = desk.session.record.portfolios.current().id
    desk.session.act(edit_portfolio, portfolio, "summary", ("word " * 520).strip())
    summary = rows(page)[0]
    qtbot.waitUntil(summary.counts.isVisible, timeout=LIMIT)
    assert summary.counts.text() == "520 of 500 words, 20 too many, 2,599 characters"
    summary.button.click()
    assert len(answers.copied[0].split()) == 520


def test_an_empty_text_is_told(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, answers: Answers, qtbot: QtBot
) -> None:
    desk = make_desk(new_record(tmp_path / "new.otcpd", clock), tmp_path, clock, theme, announcer, answers)
    page = shown(desk, qtbot)
    told = Told()
    desk.messages.wanted.connect(told.note)
    assert name_of(rows(page)[0]) == "Summary. Nothing is written yet"
    assert not page.mixture.isVisible()
    summary, _, statement = page.texts.buttons()
    for button, text in ((summary, "summary"), (statement, "statement")):
        button.click()
        assert said(told) == f"There is nothing to copy: your {text} is empty."
    assert answers.copied == []
    clear_desk(desk)


def test_a_clipboard_that_another_program_holds_is_told(page: PortfolioPage, desk: Desk, answers: Answers) -> None:
    answers.copies = False
    told = Told()
    desk.messages.wanted.connect(told.note)
    page.texts.buttons()[2].click()
    assert said(told).startswith("Not copied. Another program keeps the clipboard to itself.")


def test_the_focus_stays_on_its_button(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    button = page.texts.buttons()[0]
    button.setFocus()
    portfolio = desk.session.record.portfolios.current().id
    desk.session.act(edit_portfolio, portfolio, "summary", "Two words")
    qtbot.waitUntil(lambda: description_of(button) == "2 of 500 words, 9 characters", timeout=LIMIT)
    assert button.hasFocus()


def test_the_real_clipboard_gets_the_text(page: PortfolioPage) -> None:
    assert SystemDesktop().copy("Two lines\nof text")
    assert QGuiApplication.clipboard().text() == "Two lines\nof text"
    QGuiApplication.clipboard().clear()
