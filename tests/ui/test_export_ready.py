"""The card of a profile that is ready: what to fix with its way, the next steps, what is folded away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity
from otcpd.actions.gaps import give_reason
from otcpd.actions.portfolio import edit_portfolio
from otcpd.actions.profile import profile_content
from otcpd.actions.profile_plan import ListedOnly, ProfileMade
from otcpd.domain.readiness import Level
from otcpd.portfolio.evidence.pieces import Refusal
from otcpd.record import opening
from otcpd.ui.announce import Announcer
from otcpd.ui.export.fix_list import FixRow
from otcpd.ui.export.fixes import things_to_fix
from otcpd.ui.export.flow import ExportState, Stage
from otcpd.ui.export.fold_line import FoldLine
from otcpd.ui.export.section_view import SectionView
from otcpd.ui.export.steps import StepLine
from otcpd.ui.layout import SMALL
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.label import Label
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import GAP_KEY, Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import description_of, name_of

LIMIT = 5_000
LOOK = "Worth a look"


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
    return shown(desk, qtbot)


def make_ready(page: PortfolioPage, folder: Path, listed: tuple[ListedOnly, ...] = ()) -> ExportState:
    """Tell of an export that is done, as the flow would."""
    place = folder / "profile.pdf"
    place.write_bytes(bytes(2_000_000))
    content = profile_content(page.desk.session.record)
    state = ExportState(Stage.READY, place, content=content, made=ProfileMade(content, (place,), (), listed))
    page.flow.told.emit(state)
    return state


def said(page: PortfolioPage) -> list[str]:
    """What is to fix, as a screen reader hears it."""
    return [name_of(row) for row in page.panel.findChildren(FixRow) if row.isVisible()]


def button(page: PortfolioPage, text: str) -> QPushButton:
    return next(one for one in page.panel.findChildren(QPushButton) if one.text() == text and one.isVisible())


def without_gap(desk: Desk) -> None:
    desk.session.act(give_reason, date(2026, 3, 13), date(2026, 6, 21), "carers_leave")


def without_category(desk: Desk, number: int) -> list[str]:
    """Take the category off the first ones; their ids."""
    ids = [one.id for one in desk.session.record.activities.all()[:number]]
    for activity in ids:
        desk.session.act(edit_activity, activity, "category", None)
    return ids


def test_a_gap_is_named_and_leads_to_its_reason(page: PortfolioPage, qtbot: QtBot, tmp_path: Path) -> None:
    make_ready(page, tmp_path)
    assert page.panel.title.text() == "Your PDF is made. One thing to fix before you send it."
    assert said(page) == ["No reason for the gap, 13 March to 21 June"]
    mend = button(page, "Give a reason")
    assert description_of(mend) == "No reason for the gap, 13 March to 21 June"
    with qtbot.waitSignal(page.page_wanted) as caught:
        QTest.keyClick(mend, Qt.Key.Key_Return)
    assert caught.args == ["log", GAP_KEY]


def test_what_has_no_category_is_named_and_opens_in_the_log(
    page: PortfolioPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    without_gap(desk)
    (activity,) = without_category(desk, 1)
    make_ready(page, tmp_path)
    assert page.panel.title.text() == "Your profile is ready"
    assert said(page) == ["‘Learning 1’ has no category"]
    with qtbot.waitSignal(page.page_wanted) as caught:
        button(page, "Choose a category").click()
    assert caught.args == ["log", activity]


def in_trouble(desk: Desk, chosen: int) -> None:
    """A gap, a text that is too long, one that is nearly so, what has no category, and a chosen one of long ago."""
    session = desk.session
    portfolio = session.record.portfolios.current()
    without_category(desk, 6)
    session.act(edit_portfolio, portfolio.id, "statement", "word " * 1_600)
    session.act(edit_portfolio, portfolio.id, "summary", "word " * 480)
    for activity in portfolio.chosen[:chosen]:
        session.act(edit_activity, activity, "date", date(2020, 1, 1))


def test_of_several_the_first_three_are_named(page: PortfolioPage, desk: Desk, tmp_path: Path) -> None:
    in_trouble(desk, 2)
    make_ready(page, tmp_path)
    named = [finding.message for finding in things_to_fix(desk.session.record)]
    assert "Four activities have no category" in named
    assert len(named) >= 6
    assert said(page) == named[:3]
    more = f"and {len(named) - 3} more"
    QTest.keyClick(button(page, more), Qt.Key.Key_Return)
    assert said(page) == named
    focused = QApplication.focusWidget()
    assert focused is not None
    assert description_of(focused) == named[3]
    assert not [one for one in page.panel.findChildren(QPushButton) if one.text() == more and one.isVisible()]
    heads = [one.text() for one in page.panel.findChildren(Label) if one.text() in ("Fix before you send it", LOOK)]
    assert heads == ["Fix before you send it", LOOK], "as on the page"


def test_one_more_than_three_is_named_too(page: PortfolioPage, desk: Desk, tmp_path: Path) -> None:
    in_trouble(desk, 0)
    make_ready(page, tmp_path)
    assert len(said(page)) == 4


def test_the_page_and_the_export_have_one_list(page: PortfolioPage, desk: Desk, tmp_path: Path) -> None:
    in_trouble(desk, 1)
    page.refresh()
    make_ready(page, tmp_path)
    QTest.keyClick(button(page, f"and {len(things_to_fix(desk.session.record)) - 3} more"), Qt.Key.Key_Return)
    assert said(page) == [one.message for one in page.findings if one.level is not Level.NOTICE]


def test_what_is_mended_later_is_not_in_this_pdf(page: PortfolioPage, desk: Desk, tmp_path: Path) -> None:
    state = make_ready(page, tmp_path)
    without_gap(desk)
    page.flow.told.emit(state)
    assert said(page) == ["No reason for the gap, 13 March to 21 June"]
    page.flow.told.emit(ExportState())
    make_ready(page, tmp_path)
    assert page.panel.title.text() == "Your profile is ready"
    assert said(page) == []


def test_steps_are_numbered_and_copy_right_there(
    page: PortfolioPage, answers: Answers, desk: Desk, tmp_path: Path
) -> None:
    make_ready(page, tmp_path)
    lines = [name_of(line) for line in page.panel.findChildren(StepLine)]
    assert lines[0] == "1. Open it and read it through once as an assessor would."
    assert [line[:2] for line in lines] == ["1.", "2.", "3.", "4."]
    QTest.keyClick(button(page, "Copy the summary"), Qt.Key.Key_Return)
    desk.session.act(edit_portfolio, desk.session.record.portfolios.current().id, "statement", "Newer.")
    button(page, "Copy the statement").click()
    assert answers.copied == ["I work with adults at home.", "Newer."]


def test_what_asks_for_nothing_is_folded_into_one_line(page: PortfolioPage, tmp_path: Path) -> None:
    make_ready(page, tmp_path, (ListedOnly(2, "Proof", Refusal.LOCKED),))
    sections = {name_of(one): one for one in page.panel.findChildren(SectionView)}
    assert not sections["Listed, but not shown as pages"].isVisible()
    assert not sections["What is not in this profile"].isVisible()
    (line,) = page.panel.findChildren(FoldLine)
    assert line.text() == "What is different in this file"
    assert description_of(line) == "Listed, but not shown as pages."
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sections["Listed, but not shown as pages"].isVisible()
    assert sections["What is not in this profile"].isVisible()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert not sections["What is not in this profile"].isVisible()


def test_tab_goes_through_the_card_from_top_to_bottom(page: PortfolioPage, desk: Desk, tmp_path: Path) -> None:
    without_category(desk, 1)
    make_ready(page, tmp_path)
    page.panel.open_it.setFocus()
    reached: list[str] = []
    while (focused := QApplication.focusWidget()) is not None and page.panel.isAncestorOf(focused):
        reached.append(name_of(focused))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "Open it",
        "Show the folder",
        "Close this message",
        "Give a reason",
        "Choose a category",
        "Copy the summary",
        "Copy the statement",
        "One thing to know about this profile",
    ]


@pytest.mark.parametrize("height", [440, 330])
def test_the_title_is_in_sight_with_the_focus(
    page: PortfolioPage, theme: Theme, qtbot: QtBot, tmp_path: Path, height: int
) -> None:
    theme.set_factor(2.0)
    page.apply_layout(SMALL)
    page.resize(512, height)
    bar = page.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=LIMIT)
    bar.setValue(bar.maximum())
    make_ready(page, tmp_path)
    title = page.panel.title
    qtbot.waitUntil(lambda: title.visibleRegion().boundingRect() == title.rect(), timeout=LIMIT)
    assert title.mapTo(page.scroller.viewport(), QPoint()).y() >= 0
    focused = QApplication.focusWidget()
    assert focused in (title, page.panel.open_it)
    assert focused is not None
    assert focused.visibleRegion().boundingRect() == focused.rect()


def test_in_a_file_for_reading_nothing_is_offered_to_mend(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, qtbot: QtBot
) -> None:
    path = tmp_path / "theirs.otcpd"
    filled_record(path, clock).close()
    desk = make_desk(opening.open_for_reading(path, surroundings(clock)), tmp_path, clock, theme, announcer, Answers())
    page = shown(desk, qtbot)
    make_ready(page, tmp_path)
    assert said(page) == ["No reason for the gap, 13 March to 21 June"]
    assert not [one for one in page.panel.findChildren(QPushButton) if one.text() == "Give a reason"]
    clear_desk(desk)
