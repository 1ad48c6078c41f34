"""A long log: read in slices, laid out without Qt's own layout, followed change by change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, several
from otcpd.actions.demo import demo
from otcpd.ui.pages.log.contents import SLICE, LogContents
from otcpd.ui.pages.log.filters import Filters, Show
from otcpd.ui.widgets.row_places import RowPlaces
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, opened_program

MANY = 2 * SLICE + 200


@given(heights=st.lists(st.integers(1, 90), max_size=40), y=st.integers(0, 3_700))
def test_the_row_at_a_height_is_the_one_that_stands_there(heights: list[int], y: int) -> None:
    places = RowPlaces(heights)
    row = places.at(y)
    assert places.count == len(heights)
    assert places.end == sum(heights)
    assert (row == -1) == (y >= places.end)
    if row >= 0:
        assert places.top(row) <= y < places.top(row) + places.height(row)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = tmp_path / "long.otcpd"
    demo(path, surroundings(clock), activities=MANY, today=clock.today()).close()
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


class _Complete:
    """Everything has been read."""

    def __init__(self, contents: LogContents) -> None:
        self._contents = contents

    def now(self) -> bool:
        return self._contents.complete


def test_a_long_log_comes_in_slices_and_follows_changes(opened: Opened) -> None:
    log, record = opened.log, opened.record
    assert len(log.contents.rows) >= SLICE
    opened.qtbot.waitUntil(_Complete(log.contents).now, timeout=SLOW)
    assert log.contents.rows == record.activities.rows()
    assert log.header.fact.text().endswith(f"{MANY:,} in all")
    assert log.contents.counts(Filters())[Show.ALL] == MANY
    act = opened.window.desk.session.act
    ids = [row.id for row in log.contents.rows]
    act(activities.edit_activity, ids[-3], "title", "An early beginning")
    act(several.delete_several, ids[5:900])
    act(activities.restore_activity, ids[7])
    act(activities.edit_activity, ids[3], "date", log.contents.rows[-1].date)
    act(several.tag_several, ids[1000:], "late")
    assert log.contents.rows == record.activities.rows()
    fresh = LogContents(record)
    while not fresh.complete:
        fresh.read_more()
    assert log.contents.shown(Filters()) == fresh.shown(Filters()) == list(log.pane.model.entries())


def test_what_changes_before_all_is_read_is_read_right(opened: Opened, clock: FixedClock) -> None:
    record = opened.record
    contents = LogContents(record)
    ids = [row.id for row in record.activities.rows()]
    for change in (
        activities.edit_activity(record, ids[2], "title", "Read already"),
        activities.edit_activity(record, ids[-2], "title", "Not read yet"),
        activities.delete_activity(record, ids[4]),
        activities.delete_activity(record, ids[-4]),
        activities.new_activity(record, title="New"),
    ):
        contents.follow(change)
    while not contents.complete:
        contents.read_more()
    assert contents.rows == record.activities.rows()


def test_rows_stand_where_their_heights_say_and_scrolling_finds_them(opened: Opened) -> None:
    listing, model = opened.log.pane.list, opened.log.pane.model
    opened.qtbot.waitUntil(_Complete(opened.log.contents).now, timeout=SLOW)
    last = model.rowCount() - 1
    index = model.index(last - 10, 0)
    listing.scrollTo(index)
    inside = listing.viewport().rect()
    assert inside.contains(listing.visualRect(index))
    assert listing.indexAt(listing.visualRect(index).center()) == index
    bottoms = [listing.visualRect(model.index(row, 0)).bottom() for row in range(last + 1)]
    tops = [listing.visualRect(model.index(row, 0)).top() for row in range(last + 1)]
    assert tops[1:] == [bottom + 1 for bottom in bottoms[:-1]]
    assert listing.verticalScrollBar().maximum() == bottoms[-1] + 1 - tops[0] - listing.viewport().height()
