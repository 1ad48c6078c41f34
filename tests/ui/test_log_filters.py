"""Searching and filtering the log, in the real window on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, evidence
from otcpd.actions.quick_add import quick_add
from otcpd.domain.log_filter import LogFilter
from otcpd.exchange.evidence_text import read_evidence
from otcpd.ui.models.log_entries import GapEntry
from otcpd.ui.pages.log.filters import Filters, Show
from otcpd.ui.widgets.activity_list import ActivityList
from otcpd.ui.widgets.label import Label
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


def under(*categories: str) -> LogFilter:
    return LogFilter(categories=frozenset(categories))


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


def test_search_finds_and_esc_shows_all_again(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_F)
    opened.type("stair")
    search = opened.log.tools.search
    with opened.qtbot.waitSignal(search.searched, timeout=SLOW):
        pass
    assert opened.shown() == ["November 2026", "Two papers on stair lifts"]
    assert search.line.accessibleDescription() == "1 of 3"
    assert [label.text() for label in search.findChildren(Label) if label.isVisible()] == ["1 of 3"]
    assert opened.log.tools.show_control.segment("no_evidence").accessibleDescription() == "1"
    opened.press(Qt.Key.Key_Escape)
    assert len(opened.shown()) == 7


def test_a_row_says_where_it_was_found_when_its_title_does_not_show_it(opened: Opened) -> None:
    first = opened.record.activities.rows()[0].id
    act = opened.window.desk.session.act
    act(activities.edit_activity, first, "learning", "Ask about special seating on the first visit.")
    model = opened.log.pane.model
    row = model.index_of(first)
    plain = model.data(row, Qt.ItemDataRole.AccessibleTextRole)
    before = opened.log.pane.list.grab().toImage()
    opened.log.tools.set_filters(Filters(query="seat"))
    assert opened.shown() == ["November 2026", "Journal club on falls"]
    told = "What I learnt: … about special seating on the first visit."
    assert model.data(model.index_of(first), Qt.ItemDataRole.AccessibleTextRole) == f"{plain}. {told}"
    assert opened.log.pane.list.grab().toImage() != before
    opened.log.tools.set_filters(Filters(query="falls"))
    assert model.data(model.index_of(first), Qt.ItemDataRole.AccessibleTextRole) == plain


def test_what_a_row_was_found_by_follows_its_files(opened: Opened, tmp_path: Path) -> None:
    first = opened.record.activities.rows()[0].id
    act = opened.window.desk.session.act
    notes = tmp_path / "notes.txt"
    notes.write_text("Rugs in the hall.", encoding="utf-8")
    made = act(evidence.attach, first, notes, read_evidence)
    assert made is not None
    opened.log.tools.set_filters(Filters(query="rugs"))
    model = opened.log.pane.model

    def told() -> str:
        return str(model.data(model.index_of(first), Qt.ItemDataRole.AccessibleTextRole))

    assert told().endswith("Evidence: in the text of a file")
    act(evidence.edit_caption, made.evidence, "Where the rugs lie")
    assert told().endswith("Evidence: Where the rugs lie notes.txt")


def test_a_search_without_result_says_so_and_offers_a_way_back(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(query="xylophone"))
    assert opened.shown() == []
    assert opened.log.pane.show_all.isVisible()
    opened.log.pane.show_all.click()
    assert len(opened.shown()) == 7


def test_time_before_the_first_entry_is_shown_without_alarm(opened: Opened) -> None:
    entry = opened.log.pane.model.entries()[-1]
    assert isinstance(entry, GapEntry)
    assert (entry.title, entry.explained) == ("Before your first entry", True)
    later = next(one for one in opened.log.pane.model.entries() if isinstance(one, GapEntry))
    assert (later.title, later.explained) == ("Gap of 4 months, needs a reason", False)
    opened.log.show_thing(entry.key)
    assert opened.log.details.gap_pane.explain.isVisible()


def test_filters_out_of_sight_are_named_and_let_go(opened: Opened) -> None:
    tools = opened.log.tools
    opened.window.resize(700, 600)
    tools.set_filters(Filters(show=Show.TO_FINISH, only=under("self_directed")))
    assert [chip.text() for chip in tools.chips.chips] == ["To finish, 1", "Self-directed"]
    tools.chips.clear.click()
    assert tools.filters == Filters()
    assert not tools.chips.isVisible()
    assert tools.all_in_one.hasFocus()


def test_a_new_search_begins_at_the_top(opened: Opened) -> None:
    for _ in range(20):
        opened.window.desk.session.act(quick_add, "seating clinic")
    listing = opened.log.pane.list
    opened.qtbot.waitUntil(_Scrolls(listing).now, timeout=SLOW)
    listing.scrollToBottom()
    assert listing.verticalScrollBar().value() > 0
    opened.log.tools.set_filters(Filters(query="seating"))
    assert listing.verticalScrollBar().value() == 0


class _Scrolls:
    """The list is longer than its place."""

    def __init__(self, listing: ActivityList) -> None:
        self._listing = listing

    def now(self) -> bool:
        return self._listing.verticalScrollBar().maximum() > 0


def test_filters_show_a_part_and_count(opened: Opened) -> None:
    opened.detail.top.use.click()
    assert opened.log.contents.counts(Filters()) == {"all": 3, "to_finish": 3, "chosen": 1, "no_evidence": 3}
    opened.log.tools.set_filters(Filters(show=Show.CHOSEN))
    assert opened.shown() == ["November 2026", "Journal club on falls"]
    opened.log.tools.set_filters(Filters(only=under("none"), newest=False))
    assert opened.shown() == ["June 2026", "Equipment pathway"]


def test_what_is_open_stays_open_when_a_filter_hides_it(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(only=under("self_directed")))
    assert opened.detail.title.text() == "Journal club on falls"
    assert opened.log.pane.list.chosen_key() == ""


@pytest.mark.parametrize("width", [640, 900, 1024, 1100, 1280, 1366, 1440, 1920])
def test_every_filter_can_be_reached_at_every_width(opened: Opened, width: int) -> None:
    opened.window.resize(width, 800)
    tools = opened.log.tools
    opened.qtbot.waitUntil(tools.isVisible, timeout=SLOW)
    assert tools.show_control.isVisible() or tools.all_in_one.isVisible()
    assert tools.filter.isVisible() or tools.all_in_one.isVisible()
    if width >= 1024:
        assert tools.show_control.isVisible(), "the choices stay in sight wherever there is room for them"
