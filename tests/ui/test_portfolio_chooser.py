"""Choosing the activities of the statement on the portfolio page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.models.choosable import ChoosableModel
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.chooser import Chooser
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import Heard


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, qtbot: QtBot) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    return shown(desk, qtbot)


@pytest.fixture
def chooser(page: PortfolioPage) -> Chooser:
    page.statement.choose.setChecked(True)
    assert page.statement.chooser is not None
    return page.statement.chooser


def chosen(desk: Desk) -> tuple[str, ...]:
    return desk.session.record.portfolios.current().chosen


def titles(model: ChoosableModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def ticked(model: ChoosableModel) -> list[str]:
    states = [(row, model.index(row).data(Qt.ItemDataRole.CheckStateRole)) for row in range(model.rowCount())]
    return [str(model.index(row).data()) for row, state in states if state is Qt.CheckState.Checked]


def test_it_offers_the_activities_of_the_period_newest_first(chooser: Chooser) -> None:
    assert titles(chooser.model) == [f"Learning {number}" for number in range(14, 0, -1)]
    assert ticked(chooser.model) == [f"Learning {number}" for number in range(5, 0, -1)]


def test_ticking_by_keyboard_is_one_step_that_can_be_undone(
    chooser: Chooser, page: PortfolioPage, desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    before = chosen(desk)
    chooser.search.line.setText("november 2026")
    qtbot.waitUntil(lambda: titles(chooser.model) == ["Learning 14"])
    chooser.list.setFocus()
    chooser.list.setCurrentIndex(chooser.model.index(0))
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert len(chosen(desk)) == len(before) + 1
    assert "Learning 14: in your statement" in heard.sentences
    qtbot.waitUntil(lambda: ticked(chooser.model) == ["Learning 14"])
    qtbot.waitUntil(lambda: len(page.statement.chosen.buttons()) == 6)
    desk.session.undo()
    assert chosen(desk) == before
    qtbot.waitUntil(lambda: ticked(chooser.model) == [])


def test_a_click_anywhere_on_a_row_takes_the_tick_away(chooser: Chooser, desk: Desk) -> None:
    row = titles(chooser.model).index("Learning 5")
    chooser.list.scrollTo(chooser.model.index(row))
    middle = chooser.list.visualRect(chooser.model.index(row)).center()
    QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(chosen(desk)) == 4


def test_a_screen_reader_hears_what_it_is_and_whether_it_is_chosen(chooser: Chooser) -> None:
    said = chooser.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Learning 14. ")
    assert said.endswith("Not in your statement")
    interface = QAccessible.queryAccessibleInterface(chooser.list)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Activities of the period"


def test_esc_folds_the_list_and_gives_the_focus_back(chooser: Chooser, page: PortfolioPage) -> None:
    QTest.keyClick(chooser.search.line, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert page.statement.choose.hasFocus()


def test_tab_leads_through_it_where_it_stands(chooser: Chooser, page: PortfolioPage) -> None:
    stops = page.statement.tab_stops()
    assert stops.index(page.statement.choose) < stops.index(chooser.search.line) < stops.index(chooser.list)
    assert page.statement.choose.nextInFocusChain() is not None
