"""The portfolio page for those who use keys or a screen reader, and at every width and text size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity
from otcpd.actions.portfolio import use_in_statement
from otcpd.ui.announce import Announcer
from otcpd.ui.layout import NARROW, SMALL, WIDE, layout_for
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio import words
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.page_header import PageHeader
from tests.ports import FixedClock
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import description_of, name_of, role_of

LIMIT = 5_000


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    return shown(desk, qtbot)


def test_every_control_has_a_name_and_a_role(page: PortfolioPage) -> None:
    for control in stops(page):
        assert name_of(control), control
        assert role_of(control) in (
            QAccessible.Role.Button,
            QAccessible.Role.EditableText,
            QAccessible.Role.Heading,
            QAccessible.Role.StaticText,
            QAccessible.Role.CheckBox,
            QAccessible.Role.RadioButton,
        )
        if isinstance(control, QAbstractButton) and control.text():
            assert control.text().casefold() in name_of(control).casefold()
    assert description_of(page.statement.text.editor) == words.STATEMENT_HINT


def test_the_tab_key_goes_from_top_to_bottom_and_left_to_right(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    desk.session.act(use_in_statement, desk.session.record.portfolios.current().chosen[0], False)
    qtbot.waitUntil(lambda: [one.isVisible() for one in page.statement.chosen.buttons()] == [True] * 4, timeout=LIMIT)
    assert [name_of(control) for control in stops(page)] == [
        "Portfolio",
        "Preview",
        "Export profile",
        "From",
        "To",
        "Summary",
        "Summary: in your profile",
        *(f"Learning {number}" for number in range(2, 6)),
        "Choose activities",
        "Personal statement",
        "Personal statement: in your profile",
        "Give a reason",
        "Where this comes from, Profile checks",
        "Export",
        "Texts for HCPC’s online form",
    ]


def test_in_one_column_the_checks_come_after_the_period(page: PortfolioPage) -> None:
    page.apply_layout(NARROW)
    in_one = [name_of(control) for control in stops(page)]
    assert in_one[3:8] == ["From", "To", "Give a reason", "Where this comes from, Profile checks", "Summary"]
    assert in_one.index("Choose activities") + 1 == in_one.index("Personal statement")
    assert in_one[-2:] == ["Export", "Texts for HCPC’s online form"]
    page.resize(800, 640)
    tops = [part.mapTo(page, QPoint()).y() for part in (page.period, page.checks, page.mixture, page.choices)]
    assert tops == sorted(tops)
    page.apply_layout(WIDE)
    assert [name_of(control) for control in stops(page)][3:6] == ["From", "To", "Summary"]


def test_what_is_unfolded_is_reached_where_it_stands(page: PortfolioPage) -> None:
    page.texts.open()
    page.choices.open()
    assert [name_of(control) for control in stops(page)][-11:] == [
        "Export",
        "Split the PDF if it is larger than",
        "Do not split",
        "Add an annex on supervision",
        "Add an annex with what I read",
        "Also make a Word copy",
        "No",
        "Texts for HCPC’s online form",
        "Copy the summary",
        "Copy the dated list",
        "Copy the statement",
    ]


def test_the_focus_is_always_in_sight(page: PortfolioPage, qtbot: QtBot) -> None:
    page.choices.open()
    page.texts.open()
    page.apply_layout(NARROW)
    page.resize(800, 440)
    page.header.take_focus()
    for _ in range(len(stops(page)) - 1):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        assert reached is not None
        middle = reached.visibleRegion()
        assert not middle.isEmpty(), name_of(reached)


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [640, 1024, 1440])
def test_pages_only_ever_scroll_down(
    page: PortfolioPage, qtbot: QtBot, theme: Theme, factor: float, width: int
) -> None:
    theme.set_factor(factor)
    page.apply_layout(SMALL if width / factor < 720 else NARROW if width / factor < 1000 else WIDE)
    page.resize(width - 64, 640)
    qtbot.waitUntil(lambda: page.width() == width - 64, timeout=LIMIT)
    assert page.scroller.horizontalScrollBar().maximum() == 0


def test_the_page_takes_the_focus_on_its_title(page: PortfolioPage) -> None:
    page.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert isinstance(focused.parent(), PageHeader)
    assert all(area.focusPolicy() != Qt.FocusPolicy.NoFocus for area in page.areas())


def stops(page: QWidget) -> list[QWidget]:
    """Where Tab stops on the page, in order."""
    found: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and widget.isVisible() and widget.isEnabled() and page.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    assert all(not isinstance(one, QTextEdit) or one.tabChangesFocus() for one in found)
    return found


@pytest.mark.parametrize(("width", "factor"), [(640, 1.0), (640, 2.0), (1024, 1.5), (1440, 1.0)])
def test_days_and_titles_are_read_whole(
    page: PortfolioPage, desk: Desk, qtbot: QtBot, theme: Theme, width: int, factor: float
) -> None:
    chosen = desk.session.record.portfolios.current().chosen[0]
    desk.session.act(edit_activity, chosen, "title", "Journal club: home hazard assessment and falls")
    theme.set_factor(factor)
    layout = layout_for(width, factor)
    page.apply_layout(layout)
    room = width - theme.px(layout.sidebar)
    page.resize(room, 640)
    page.refresh()
    qtbot.waitUntil(lambda: page.width() == room, timeout=LIMIT)
    for day in (page.period.start, page.period.end):
        assert day.line.fontMetrics().horizontalAdvance("30 September 2026") < day.line.width() - 4
    cut = [label for label in page.findChildren(Label) if label.isVisible() and label.toolTip()]
    assert [label.text() for label in cut] == []
    low = [label for label in page.findChildren(CardHead) if label.height() < label.heightForWidth(label.width())]
    assert low == []


@pytest.mark.parametrize(("width", "beside"), [(700, True), (380, False)])
def test_the_two_days_stand_beside_each_other_where_there_is_room(
    page: PortfolioPage, qtbot: QtBot, width: int, beside: bool
) -> None:
    page.apply_layout(SMALL)
    qtbot.waitUntil(lambda: page.minimumSize().width() <= width, timeout=LIMIT)
    page.resize(width, 640)
    start, end = page.period.start, page.period.end
    qtbot.waitUntil(lambda: page.width() == width, timeout=LIMIT)
    tops = [field.mapTo(page.period, QPoint()).y() for field in (start, end)]
    assert (tops[0] == tops[1]) is beside
    assert (start.width() == end.width()) or beside
