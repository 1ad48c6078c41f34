"""Several activities chosen at once, and the same once more, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.quick_add import quick_add
from otcpd.domain.activity import Category
from otcpd.ui.pages.log.filters import Filters, Show
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.seeing import Heard

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        program.log.pane.list.setFocus()
        yield program


def chosen(opened: Opened) -> list[str]:
    by_id = {row.id: row.title for row in opened.log.contents.rows}
    return [by_id[one].split()[0] for one in opened.log.selection.ids]


def test_shift_and_arrows_choose_several_and_esc_one(opened: Opened) -> None:
    heard = Heard(opened.window.desk.announcer)
    opened.press(Qt.Key.Key_Down, SHIFT)
    assert chosen(opened) == ["Journal", "Two"]
    pane, selection = opened.log.pane, opened.log.selection
    assert pane.bar.isVisible()
    assert not pane.quick.isVisible()
    assert pane.bar.count.text() == "2 selected"
    assert (selection.pane.title, selection.pane.time) == ("2 activities selected", "2 h in all.")
    assert selection.pane.isVisible()
    assert not opened.log.details.isVisible()
    assert heard.sentences == ["2 selected. 2 h in all."]
    opened.press(Qt.Key.Key_Escape)
    assert chosen(opened) == ["Two"]
    assert pane.quick.isVisible()
    assert opened.detail.title.text() == "Two papers on stair lifts"
    assert opened.log.details.isVisible()


def test_keys_of_every_list(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_A)
    assert chosen(opened) == ["Journal", "Two", "Equipment"], "gaps are no activities"
    opened.press(Qt.Key.Key_End)
    assert chosen(opened) == [], "the gap before everything"
    opened.press(Qt.Key.Key_Home)
    assert chosen(opened) == ["Journal"]
    opened.press(Qt.Key.Key_Down, CTRL)
    assert chosen(opened) == ["Journal"]
    opened.ctrl(Qt.Key.Key_Space)
    assert chosen(opened) == ["Journal", "Two"]
    opened.ctrl(Qt.Key.Key_Space)
    assert chosen(opened) == ["Journal"]
    opened.press(Qt.Key.Key_End, SHIFT)
    assert chosen(opened) == ["Journal", "Two", "Equipment"], "from where the last plain key went"


def test_clicks_with_ctrl_and_shift(opened: Opened) -> None:
    listing, model = opened.log.pane.list, opened.log.pane.model
    ids = [row.id for row in opened.log.contents.rows]

    def click(which: str, modifier: Qt.KeyboardModifier) -> None:
        place = listing.visualRect(model.index_of(which)).center()
        QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    click(ids[0], Qt.KeyboardModifier.NoModifier)
    click(ids[2], SHIFT)
    assert chosen(opened) == ["Journal", "Two", "Equipment"]
    click(ids[1], CTRL)
    assert chosen(opened) == ["Journal", "Equipment"]
    click(ids[1], Qt.KeyboardModifier.NoModifier)
    assert chosen(opened) == ["Two"]


def test_a_tag_for_several_is_one_step(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_A)
    bar = opened.log.pane.bar
    bar.tag.click()
    QTest.keyClicks(bar.sheet.picker.field.line, "#Falls")
    QTest.keyClick(bar.sheet.picker.field.line, Qt.Key.Key_Return)
    assert not bar.sheet.isVisible()
    assert opened.toast == "Tag ‘falls’ added to 3 activities"
    assert {row.tags for row in opened.record.activities.rows()} == {("falls",)}
    assert len(opened.log.selection.ids) == 3, "what was chosen stays chosen"
    opened.window.toast.acted.emit()
    assert {row.tags for row in opened.record.activities.rows()} == {()}


def test_a_standard_a_category_and_the_statement(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_A)
    bar = opened.log.pane.bar
    bar.standard.click()
    QTest.keyClicks(bar.sheet.picker.field.line, "Reflection and review")
    QTest.keyClick(bar.sheet.picker.field.line, Qt.Key.Key_Return)
    assert opened.toast == "3 activities added to ‘10 Reflection and review of practice’"
    bar.category_wanted.emit(Category.FORMAL)
    assert opened.toast == "3 activities put under ‘Formal’"
    texts = {action.text(): action for action in bar.make_menu().actions()}
    assert [*texts][:3] == ["Add a tag…", "Link a standard…", "Use in my statement"]
    texts["Use in my statement"].trigger()
    assert opened.toast == "3 activities in your statement"
    for row in opened.record.activities.rows():
        assert (row.category, row.chosen) == (Category.FORMAL, True)
        assert opened.record.activities.get(row.id).standards == ("hcpc_sop@2023:10",)


def test_delete_takes_all_that_is_chosen_and_undo_brings_it_back(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down, SHIFT)
    opened.press(Qt.Key.Key_Delete)
    assert opened.titles() == ["Equipment pathway"]
    assert opened.toast == "2 activities deleted. They are in the bin."
    assert opened.detail.title.text() == "Equipment pathway"
    opened.window.toast.acted.emit()
    assert len(opened.titles()) == 3
    assert chosen(opened) == ["Journal", "Two"]


def test_what_is_chosen_stays_while_the_list_changes(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down, SHIFT)
    opened.window.desk.session.act(quick_add, "seating clinic today 30 min")
    assert chosen(opened) == ["Journal", "Two"]
    opened.log.tools.set_filters(Filters(newest=False))
    assert chosen(opened) == ["Two", "Journal"]
    opened.log.tools.set_filters(Filters(show=Show.CHOSEN))
    assert chosen(opened) == []
    assert opened.log.pane.quick.isVisible()


def test_the_menu_of_a_row(opened: Opened) -> None:
    listing = opened.log.pane.list
    with opened.qtbot.waitSignal(listing.menu_wanted):
        QApplication.sendEvent(
            listing.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    offered = [action for action in opened.log.selection.make_menu().actions() if action.text()]
    actions = {action.text().partition("\t")[0]: action for action in offered}
    assert [*actions] == [
        "Open",
        "Duplicate activity",
        "Use in my statement",
        "Select all activities",
        "Delete activity",
    ]
    keys = {action.text().partition("\t")[0]: action.text().partition("\t")[2] for action in offered}
    assert (keys["Open"], keys["Duplicate activity"], keys["Delete activity"]) == ("Enter", "Ctrl+D", "Delete")
    actions["Use in my statement"].trigger()
    assert opened.log.contents.rows[0].chosen
    opened.press(Qt.Key.Key_Down, SHIFT)
    several = [
        action.text().partition("\t")[0] for action in opened.log.selection.make_menu().actions() if action.text()
    ]
    assert several[-1] == "Delete 2 activities"
    assert "Duplicate activity" not in several


def test_ctrl_d_makes_the_same_once_more(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_D)
    assert opened.toast == "Copied as a new activity of today"
    assert opened.titles()[:2] == ["Journal club on falls", "Journal club on falls"]
    assert opened.log.contents.rows[0].date == opened.record.clock.today()
    assert opened.log.open_key == opened.newest()
    assert opened.detail.title.editor.hasFocus()
    opened.window.toast.acted.emit()
    assert len(opened.titles()) == 3


def test_in_a_narrow_window_the_bar_comes_with_the_list(opened: Opened) -> None:
    opened.window.resize(800, 600)
    opened.log.pane.list.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    assert opened.log.pane.bar.isVisible()
    assert not opened.log.selection.pane.isVisible()
    opened.log.pane.bar.clear.click()
    opened.qtbot.waitUntil(opened.log.pane.quick.isVisible, timeout=SLOW)
    assert len(opened.log.selection.ids) == 1
