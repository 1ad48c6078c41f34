"""The bin in the window: what was deleted can be read, put back one or several at once, or sent to be erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from otcpd.actions import activities
from otcpd.actions.bin import KINDS
from otcpd.ui.pages.bin.page import PUT_BACK_LAST, BinPage
from otcpd.ui.thing_icons import THING_ICONS
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program
from tests.ui.seeing import Told


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def bin_page(opened: Opened) -> BinPage:
    """The bin, opened as from the menu."""
    page = opened.window.go_to("bin")
    assert isinstance(page, BinPage)
    return page


def titles(page: BinPage) -> list[str]:
    """What the list shows."""
    return [row.title for row in page.list.rows.rows()]


def test_what_was_deleted_is_there_to_read_and_comes_back(opened: Opened, clock: FixedClock) -> None:
    key = opened.log.open_key
    opened.window.desk.session.act(activities.edit_activity, key, "learning", "Rugs")
    page = bin_page(opened)
    assert page.nothing.isVisible()
    assert page.header.title.hasFocus()
    opened.window.go_to("log")
    opened.log.delete(key)
    clock.advance(days=20)
    page = bin_page(opened)
    assert titles(page) == ["Journal club on falls"]
    assert page.list.rows.rows()[0].meta == "Activity, deleted 21 Nov 2026"
    assert "What I learnt\nRugs" in page.pane.reading.toPlainText()
    page.list.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert page.pane.put_back.hasFocus()
    opened.press(Qt.Key.Key_Return)
    assert opened.toast == "‘Journal club on falls’ is back in your log"
    assert key in {row.id for row in opened.record.activities.rows()}
    assert page.nothing.isVisible()
    opened.window.undo()
    assert titles(page) == ["Journal club on falls"]


def test_several_are_put_back_at_once_and_one_can_be_erased(opened: Opened, qtmodeltester: ModelTester) -> None:
    for row in opened.record.activities.rows():
        activities.delete_activity(opened.record, row.id)
    page = bin_page(opened)
    qtmodeltester.check(page.list.rows)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here
    wanted = Told()
    page.page_wanted.disconnect()
    page.page_wanted.connect(wanted.note)
    assert len(page.list.chosen_keys()) == 1
    page.pane.erase.click()
    assert wanted.values == ["settings"]
    page.list.setFocus()
    page.list.selectAll()
    assert page.pane.head.toPlainText() == "3 things chosen"
    assert page.pane.put_back.text() == "Put back 3 things"
    assert not page.pane.erase.isVisible()
    opened.ctrl(Qt.Key.Key_Return)
    assert page.entries == ()
    assert len(opened.record.activities.rows()) == 3


def test_a_long_bin_is_searched_and_filtered(opened: Opened) -> None:
    record = opened.record
    for number in range(9):
        made = activities.new_activity(record, title=f"Kerb walk {number}").new_id
        activities.delete_activity(record, made)
    activities.delete_activity(record, opened.log.open_key)
    page = bin_page(opened)
    opened.ctrl(Qt.Key.Key_F)
    assert page.search_field.line.hasFocus()
    opened.type("kerb 7")
    opened.qtbot.waitUntil(lambda: titles(page) == ["Kerb walk 7"])
    opened.press(Qt.Key.Key_Escape)
    assert len(titles(page)) == 10
    page.show_thing(page.entries[-1].id)
    assert page.list.chosen_key() == page.entries[-1].id
    page.list.selectionModel().clear()
    page.list.selectionModel().select(page.list.rows.index(2, 0), QItemSelectionModel.SelectionFlag.Select)
    assert page.pane.entries == (page.entries[2],)


def test_the_palette_puts_back_what_was_deleted_last(opened: Opened, clock: FixedClock) -> None:
    first, second = (row.id for row in opened.record.activities.rows()[:2])
    activities.delete_activity(opened.record, first)
    clock.advance(60)
    activities.delete_activity(opened.record, second)
    page = bin_page(opened)
    page.take_up(PUT_BACK_LAST)
    assert [entry.id for entry in page.entries] == [first]


def test_in_a_narrow_window_list_and_pane_take_turns(opened: Opened) -> None:
    activities.delete_activity(opened.record, opened.log.open_key)
    page = bin_page(opened)
    opened.window.resize(800, 600)
    assert page.list.isVisible()
    assert not page.pane.isVisible()
    page.list.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert page.pane.put_back.hasFocus()
    assert not page.list.isVisible()
    opened.press(Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_every_kind_of_thing_has_an_icon() -> None:
    assert set(KINDS) <= set(THING_ICONS)
