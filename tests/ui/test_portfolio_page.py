"""The portfolio page on a real file: what it shows, what it saves, where its buttons lead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity, new_activity, set_layer
from otcpd.actions.gaps import give_reason
from otcpd.actions.portfolio import edit_portfolio, use_in_statement
from otcpd.actions.undoing import undo_state
from otcpd.domain.layers import Layer
from otcpd.record import opening
from otcpd.ui.announce import Announcer
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.pages.portfolio.checks import Checks
from otcpd.ui.pages.portfolio.finding_row import FindingRow
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import new_record, surroundings
from tests.ui.desk_support import GAP_KEY, Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import Heard, Told, description_of, has_colour, name_of

LIMIT = 5_000


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    return shown(desk, qtbot)


def settled(page: PortfolioPage, qtbot: QtBot, message: str, *, there: bool = True) -> None:
    """Wait until the checks say, or no longer say, `message`."""
    qtbot.waitUntil(lambda: any(message in one.message for one in page.findings) is there, timeout=LIMIT)


def button_of(checks: Checks, text: str) -> QAbstractButton:
    return next(button for button in checks.buttons() if button.text() == text)


def test_it_shows_what_the_file_holds(page: PortfolioPage, desk: Desk) -> None:
    assert page.accessibleName() == "Portfolio"
    assert page.header.fact.text() == (
        "HCPC profile, 1 November 2025 to 21 November 2026. 14 activities listed, 5 in your statement."
    )
    assert page.summary.text.text() == "I work with adults at home."
    assert name_of(page.summary.counter) == "6 of 500 words"
    assert name_of(page.statement.counter) == "8 of 1,500 words"
    assert [button.text() for button in page.statement.chosen.buttons()] == [
        f"Learning {number}" for number in range(1, 6)
    ]
    assert [finding.message for finding in page.findings] == ["No reason for the gap, 13 March to 21 June"]
    assert name_of(page.checks.head) == "Profile checks. Five met, one to fix."
    assert page.to_do == 1


def test_what_is_typed_saves_itself_as_one_step(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    editor = page.summary.text.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for piece in (" Most", " of them", " live alone."):
        QTest.keyClicks(editor, piece)
        desk.session.flush()
    text = "I work with adults at home. Most of them live alone."
    assert desk.session.record.portfolios.current().summary == text
    assert name_of(page.summary.counter) == "11 of 500 words"
    assert page.summary.saving.sentence().startswith("Saved at ")
    assert undo_state(desk.session.record).undo == "Edit summary"
    desk.session.undo()
    qtbot.waitUntil(lambda: page.summary.text.text() == "I work with adults at home.", timeout=LIMIT)


def test_it_saves_a_moment_after_the_last_key(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(page.statement.text.editor, "Now: ")
    assert page.statement.saving.sentence() == "Saving"
    saved = desk.session.record.portfolios
    qtbot.waitUntil(lambda: saved.current().statement.startswith("Now: "), timeout=LIMIT)


def test_a_text_leaves_with_the_focus_and_with_the_page(page: PortfolioPage, desk: Desk) -> None:
    page.summary.text.editor.setFocus()
    QTest.keyClicks(page.summary.text.editor, "A")
    QTest.keyClick(page.summary.text.editor, Qt.Key.Key_Tab)
    assert desk.session.record.portfolios.current().summary.startswith("A")
    assert QApplication.focusWidget() is page.summary.tag
    QTest.keyClicks(page.statement.text.editor, "B")
    page.leave()
    assert desk.session.record.portfolios.current().statement.startswith("B")


def test_letters_the_file_composes_do_not_move_the_caret(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    editor = page.summary.text.editor
    editor.setFocus()
    editor.setPlainText(unicodedata.normalize("NFD", "Café visits. "))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    desk.session.flush()
    page.refresh()
    assert editor.textCursor().atEnd()
    assert desk.session.record.portfolios.current().summary == "Café visits. "


def test_the_counter_speaks_at_its_two_marks(page: PortfolioPage, desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    editor = page.summary.text.editor
    heard.sentences.clear()
    for count in (440, 450, 470, 501):
        editor.setPlainText("word " * count)
    assert heard.sentences == ["450 of 500 words, 50 left", "501 of 500 words, 1 too many"]
    desk.session.flush()
    settled(page, qtbot, "Summary, 501 of 500 words")


def test_opening_the_page_with_a_long_text_is_quiet(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, heard: Heard, qtbot: QtBot
) -> None:
    record = new_record(tmp_path / "long.otcpd", clock)
    edit_portfolio(record, record.portfolios.current().id, "summary", "word " * 480)
    desk = make_desk(record, tmp_path, clock, theme, announcer, Answers())
    page = shown(desk, qtbot)
    assert heard.sentences == []
    assert name_of(page.summary.counter) == "480 of 500 words, 20 left"
    clear_desk(desk)


def test_own_dates_and_back_to_the_cycle(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    period = page.period
    assert not period.use_cycle.isVisible()
    type_over(period.start.line, "1 July 2026")
    QTest.keyClick(period.start.line, Qt.Key.Key_Return)
    portfolio = desk.session.record.portfolios.current()
    assert (portfolio.start, portfolio.end) == (date(2026, 7, 1), None)
    qtbot.waitUntil(period.use_cycle.isVisible, timeout=LIMIT)
    assert page.header.fact.text().startswith("HCPC profile, 1 July to 21 November 2026. 6 activities")
    settled(page, qtbot, "is outside your period")
    period.use_cycle.setFocus()
    QTest.keyClick(period.use_cycle, Qt.Key.Key_Space)
    assert desk.session.record.portfolios.current().start is None
    qtbot.waitUntil(lambda: not period.use_cycle.isVisible(), timeout=LIMIT)
    assert period.start.text() == "1 November 2025"
    assert QApplication.focusWidget() is period.start.line


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("end", "1 October 2025", "is before the first"),
        ("start", "31 November 2025", "November has 30 days."),
        ("end", "soonish", "is not a date"),
    ],
)
def test_days_that_cannot_be_are_told_in_place(
    page: PortfolioPage, desk: Desk, field: str, typed: str, said: str
) -> None:
    type_over(page.period.start.line, "1 November 2025" if field == "start" else "2 November 2025")
    QTest.keyClick(page.period.start.line, Qt.Key.Key_Return)
    before = desk.session.record.portfolios.current()
    line = page.period.end.line if field == "end" else page.period.start.line
    type_over(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said in description_of(line)
    assert line.text() == typed
    assert desk.session.record.portfolios.current() == before


def test_emptying_a_day_follows_the_cycle_again(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    type_over(page.period.end.line, "30 June 2026")
    QTest.keyClick(page.period.end.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.period.use_cycle.isVisible, timeout=LIMIT)
    type_over(page.period.end.line, "")
    QTest.keyClick(page.period.end.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.period.end.text() == "21 November 2026", timeout=LIMIT)
    assert desk.session.record.portfolios.current().end is None


def test_a_gap_is_mended_in_the_log(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    button = button_of(page.checks, "Give a reason")
    assert "No reason for the gap, 13 March to 21 June" in description_of(button)
    with qtbot.waitSignal(page.page_wanted) as caught:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert caught.args == ["log", GAP_KEY]
    desk.session.act(give_reason, date(2026, 3, 13), date(2026, 6, 21), "carers_leave")
    settled(page, qtbot, "gap", there=False)
    assert page.to_do == 0


def test_in_the_window_the_buttons_lead_to_the_log(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    page = window.go_to("portfolio")
    assert isinstance(page, PortfolioPage)
    button_of(page.checks, "Give a reason").click()
    log = window.page
    assert isinstance(log, LogPage)
    assert log.open_key == GAP_KEY
    window.go_to("portfolio")
    page.statement.chosen.buttons()[1].click()
    assert window.page is log
    assert log.open_key == desk.session.record.portfolios.current().chosen[1]
    window.go_to("portfolio")
    page.new_wanted.emit()
    assert log.open_key not in desk.session.record.portfolios.current().chosen
    window.close()


def test_a_text_that_is_too_long_is_mended_here(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    desk.session.act(edit_portfolio, desk.session.record.portfolios.current().id, "statement", "word " * 1600)
    settled(page, qtbot, "Statement, 1,600 of 1,500 words")
    button_of(page.checks, "Shorten the statement").click()
    assert QApplication.focusWidget() is page.statement.text.editor


def test_an_activity_outside_is_taken_out_with_a_way_back(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    first = desk.session.record.portfolios.current().chosen[0]
    desk.session.act(edit_activity, first, "date", date(2024, 1, 5))
    settled(page, qtbot, "is outside your period")
    told = Told()
    desk.messages.wanted.connect(told.note)
    button_of(page.checks, "Take it out of the statement").click()
    assert first not in desk.session.record.portfolios.current().chosen
    (message,) = told.values
    assert isinstance(message, Message)
    assert message.text == "Taken out of your statement"
    assert message.do is not None
    message.do()
    assert first in desk.session.record.portfolios.current().chosen


def test_an_activity_to_come_is_mended_in_the_log(
    page: PortfolioPage, desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    first = desk.session.record.portfolios.current().chosen[0]
    desk.session.act(edit_activity, first, "date", date(2026, 11, 20))
    clock.advance(days=-2)  # somebody set the computer's clock right
    desk.session.act(edit_activity, first, "title", "Learning")
    settled(page, qtbot, "is still to come")
    with qtbot.waitSignal(page.page_wanted) as caught:
        button_of(page.checks, "Change the date").click()
    assert caught.args == ["log", first]


@pytest.mark.small_disk
def test_a_full_disk_keeps_the_text_and_offers_ways_on(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, heard: Heard, qtbot: QtBot
) -> None:
    with small_disk(tmp_path / "stick") as disk:
        desk = make_desk(filled_record(disk.folder / "mine.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
        page = shown(desk, qtbot)
        disk.fill()
        page.statement.text.editor.setFocus()
        page.statement.text.editor.setPlainText("A long text that needs room. " * 400)
        desk.session.flush()
        sentence = "Not saved. The disk is full. Your text is still here."
        assert page.statement.saving.sentence() == sentence
        assert sentence in heard.sentences
        assert page.summary.saving.sentence() == ""
        ways = {button.text(): button for button in page.statement.saving.findChildren(QAbstractButton)}
        with qtbot.waitSignal(page.elsewhere_wanted):
            ways["Save elsewhere"].click()
        disk.empty()
        ways["Try again"].click()
        assert page.statement.saving.sentence().startswith("Saved at ")
        assert desk.session.record.portfolios.current().statement.startswith("A long text")
        clear_desk(desk)


def test_an_empty_file_asks_for_activities(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, qtbot: QtBot
) -> None:
    desk = make_desk(new_record(tmp_path / "new.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    page = shown(desk, qtbot)
    assert "Nothing listed yet" in page.header.fact.text()
    assert not page.checks.head.isVisible(), "nothing scolds on the first day"
    assert not page.checks.findChildren(FindingRow)
    assert (page.to_do, page.findings) == (0, ())
    with qtbot.waitSignal(page.new_wanted):
        button_of(page.checks, "New activity").click()
    assert page.statement.chosen.buttons() == []
    page.statement.choose.setChecked(True)
    assert page.statement.chooser is not None
    assert page.statement.chooser.model.rowCount() == 0
    desk.session.act(partial(new_activity, title="Journal club", date=clock.today()))
    qtbot.waitUntil(page.checks.head.isVisible, timeout=LIMIT)
    assert page.checks.start.isHidden()
    assert page.to_do > 0
    clear_desk(desk)


def test_what_will_leave_is_counted(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    before = page.leaves.lines()
    assert before == ("Activities listed: 14", "Evidence: none", "Private notes: none", "Supervision notes: none")
    portfolio = desk.session.record.portfolios.current()
    desk.session.act(set_layer, "portfolio", portfolio.id, "summary", Layer.PRIVATE)
    qtbot.waitUntil(lambda: page.leaves.lines()[-1] == "Held back by you: 1 text", timeout=LIMIT)


def test_a_chosen_activity_opens_in_the_log(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    third = page.statement.chosen.buttons()[2]
    assert "Opens it in the CPD log" in description_of(third)
    with qtbot.waitSignal(page.page_wanted) as caught:
        QTest.keyClick(third, Qt.Key.Key_Return)
    assert caught.args == ["log", desk.session.record.portfolios.current().chosen[2]]


def test_the_focus_stays_with_its_finding(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    button_of(page.checks, "Give a reason").setFocus()
    desk.session.act(edit_portfolio, desk.session.record.portfolios.current().id, "summary", "word " * 460)
    settled(page, qtbot, "Summary, 460 of 500 words")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Give a reason"
    desk.session.act(give_reason, date(2026, 3, 13), date(2026, 6, 21), "carers_leave")
    settled(page, qtbot, "gap", there=False)
    assert QApplication.focusWidget() is button_of(page.checks, "Open the summary")


def test_a_hidden_page_counts_later_and_is_fresh_when_shown(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    page.hide()
    desk.session.act(use_in_statement, desk.session.record.portfolios.current().chosen[0], False)
    assert len(page.statement.chosen.buttons()) == 5
    page.show()
    assert len(page.statement.chosen.buttons()) == 4


def test_a_file_for_reading_can_be_read_only(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.otcpd"
    filled_record(path, clock).close()
    desk = make_desk(opening.open_for_reading(path, surroundings(clock)), tmp_path, clock, theme, announcer, Answers())
    page = shown(desk, qtbot)
    assert page.summary.text.editor.isReadOnly()
    assert page.period.start.line.isReadOnly()
    assert not page.period.use_cycle.isVisible()
    assert page.findings
    assert page.checks.buttons() == []
    assert not [row for row in page.findChildren(FindingRow) if row.button.isVisible()]
    for field in (page.summary.text, page.period.start):
        assert has_colour(field, theme.colour("sunken"))
    page.leave()
    clear_desk(desk)


def type_over(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
