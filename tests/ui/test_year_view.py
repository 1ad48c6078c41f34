"""A year of supervision: what is painted and told, and how the keyboard goes through it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.domain.period import Period
from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.ui.announce import Announcer
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.year_card import AS_CALENDAR, AS_LIST, YearCard
from otcpd.ui.widgets.year_content import DueDay, YearContent, YearMark
from otcpd.ui.widgets.year_plan import YearPlan
from otcpd.ui.widgets.year_view import YearView
from tests.ui.seeing import Heard, Stage, description_of, has_colour, picture_of, role_of

TODAY = date(2026, 11, 21)
DAYS = ((2, 3, LedgerMark.HELD), (7, 9, LedgerMark.CANCELLED), (7, 9, LedgerMark.HELD), (11, 26, LedgerMark.BOOKED))


def content(year: int = 2026) -> YearContent:
    marks = tuple(
        YearMark(str(place), date(year, month, day), mark, f"Session {place}", "1 h")
        for place, (month, day, mark) in enumerate(DAYS)
    )
    due = (DueDay(date(year, 12, 3), "Peer group"),)
    return YearContent(year, TODAY, marks, due, (Period(date(2026, 3, 13), date(2026, 6, 10)),))


def view_of(theme: Theme, stage: Stage) -> YearView:
    view = YearView(theme, "2026")
    view.show_content(content())
    stage.show(view, width=900)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    return view


@pytest.mark.parametrize("width", [230, 500, 800, 1200])
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_every_day_has_a_cell_that_finds_it(theme: Theme, width: int, factor: float) -> None:
    theme.set_factor(factor)
    plan = YearPlan(theme, 2028, width)
    found = [plan.day_at(plan.area(day).center()) for day in plan.days()]
    assert found == list(plan.days())
    assert len(found) == 366
    areas = [plan.area(day) for day in plan.days()]
    assert all(area.right() <= max(width, plan.cell * 7) + 1 and area.bottom() <= plan.height for area in areas)
    assert min(area.height() for area in areas) >= 32


def test_it_is_told_in_words(theme: Theme, stage: Stage) -> None:
    view = view_of(theme, stage)
    assert role_of(view) == QAccessible.Role.Graphic
    told = (
        "2026: 2 held, 1 booked and 1 cancelled. On leave 13 March to 10 June. Due by 3 December 2026 for Peer group."
    )
    assert description_of(view).startswith(told)
    assert view.words_of(date(2026, 7, 9)) == (
        "Thursday 9 July 2026\nThursday 9 July: Session 1, cancelled. 1 h\nThursday 9 July: Session 2, held. 1 h"
    )
    assert view.words_of(date(2026, 12, 3)).endswith("Due by then: Peer group")
    assert view.words_of(date(2026, 4, 1)).endswith("On leave")
    assert view.words_of(TODAY).endswith("Today")
    assert not view.words_of(date(2026, 2, 4))


def test_arrows_walk_sessions_and_enter_opens(theme: Theme, stage: Stage) -> None:
    view = view_of(theme, stage)
    opened: list[str] = []
    walked: list[str] = []
    view.opened.connect(opened.append)
    view.walked.connect(walked.append)
    assert view.current == content().marks[2]
    steps = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left)
    places = []
    for key in steps:
        QTest.keyClick(view, key)
        places.append(view.current.key if view.current is not None else "")
    assert places == ["3", "3", "0", "1", "3", "2"]
    assert walked[0] == "Thursday 26 November: Session 3, booked. 1 h"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["2"]
    assert has_colour(view, theme.colour("focus"))


def test_a_click_opens_the_session_of_a_day(theme: Theme, stage: Stage) -> None:
    view = view_of(theme, stage)
    opened: list[str] = []
    view.opened.connect(opened.append)
    for day in (date(2026, 2, 3), date(2026, 2, 4), date(2026, 11, 26)):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.plan.area(day).center().toPoint())
    assert opened == ["0", "3"]


def test_states_can_be_told_apart(theme: Theme, stage: Stage) -> None:
    view = view_of(theme, stage)
    assert has_colour(view, theme.colour("accent"))
    assert not has_colour(view, theme.colour("warn"))
    cancelled = YearMark("4", date(2026, 8, 4), LedgerMark.CANCELLED, "Session 4")
    view.show_content(replace(content(), marks=(*content().marks[:3], cancelled)))
    assert has_colour(view, theme.colour("warn"))
    assert has_colour(view, theme.colour("sunken"))


def test_a_card_turns_into_a_list_and_asks_for_other_years(
    theme: Theme, stage: Stage, announcer: Announcer, heard: Heard
) -> None:
    card = YearCard(theme, announcer)
    card.show_year(content())
    stage.show(card, width=900)
    opened: list[str] = []
    years: list[int] = []
    card.opened.connect(opened.append)
    card.year_wanted.connect(years.append)
    QTest.keyClick(card.view, Qt.Key.Key_Right)
    assert heard.sentences[-1] == "Thursday 26 November: Session 3, booked. 1 h"
    assert not card.none.isVisible()
    card.turn.click()
    assert (card.turn.text(), card.table.chosen_key()) == (AS_CALENDAR, "3")
    rows = [one.cells for one in card.table.rows.facts.rows]
    assert rows[-1] == ("Thu 3 December", "Peer group", "Due by then")
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert opened == ["3"]
    card.turn.click()
    assert card.turn.text() == AS_LIST
    card.after.click()
    card.before.click()
    assert years == [2027, 2025]
    card.show_year(content(2025))
    assert heard.sentences[-1].startswith("2025: 2 held")
    card.show_year(YearContent(2024, TODAY))
    assert card.none.isVisible()


def test_a_busy_year_is_painted_in_a_moment(theme: Theme, stage: Stage) -> None:
    view = view_of(theme, stage)
    days = [date(2026, 1, 1) + timedelta(days=place * 365 // 500) for place in range(500)]
    marks = tuple(YearMark(str(place), day, LedgerMark.HELD, "Session") for place, day in enumerate(days))
    view.show_content(YearContent(2026, TODAY, marks))
    begin = perf_counter()
    picture_of(view)
    assert perf_counter() - begin < 0.3  # ten times two frames; the benchmark is stricter


def test_a_page_that_scrolls_goes_with_the_keyboard(theme: Theme, stage: Stage) -> None:
    view = YearView(theme, "2026")
    view.show_content(content())
    page = DownScroll(theme, view)
    page.setFixedSize(520, 300)
    stage.show(page)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
        assert view.current is not None
        day = view.plan.area(view.current.day).center().toPoint()
        seen.append(page.viewport().rect().contains(view.mapTo(page.viewport(), day)))
    assert seen == [True, True, True]
