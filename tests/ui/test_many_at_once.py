"""Lists with hundreds of chosen things: work grows with their number, never with its square."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.demo import demo
from otcpd.actions.several import delete_several, use_several_in_statement
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.bin.page import BinPage
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.link_button import LinkButton
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import Answers, clear_desk, make_desk, shown

MANY = 60


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    record = demo(tmp_path / "many.otcpd", surroundings(clock), activities=MANY, today=clock.today())
    made = make_desk(record, tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


def test_a_search_in_the_bin_looks_once_at_all_that_is_chosen(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    record = desk.session.record
    delete_several(record, [row.id for row in record.activities.rows()])
    page = BinPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.list.selectAll()
    count = len(page.list.chosen_keys())
    assert count >= MANY
    heard: list[str] = []
    page.list.chosen.connect(heard.append)
    page.list.show_rows(list(reversed(page.list.rows.rows())))
    assert len(page.list.chosen_keys()) == count
    assert len(heard) == 1


def test_a_few_chosen_activities_are_listed_and_the_log_has_the_rest(desk: Desk, qtbot: QtBot) -> None:
    record = desk.session.record
    ids = [row.id for row in record.activities.rows()]
    use_several_in_statement(record, ids, True)
    page: PortfolioPage = shown(desk, qtbot)
    listed = page.statement.chosen.buttons()
    assert len(listed) == 13
    rest = listed[-1]
    assert isinstance(rest, LinkButton)
    assert rest.text() == f"and {len(record.portfolios.current().chosen) - 12} more, in the log"
    with qtbot.waitSignal(page.page_wanted) as asked:
        rest.click()
    assert asked.args == ["log", "chosen"]
