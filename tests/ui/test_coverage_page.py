"""Coverage in the window: the matrix, the list, what is behind a cell, and the document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import set_standards
from otcpd.domain.coverage import Grain
from otcpd.ui.pages.coverage import words
from otcpd.ui.pages.coverage.offers import NOTHING
from otcpd.ui.pages.coverage.page import CoveragePage
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def coverage_page(opened: Opened, thing: str = "") -> CoveragePage:
    """The page on HCPC's standards of proficiency, which two of three activities are linked to."""
    record = opened.window.desk.session.record
    summer, stairs, falls = (one.id for one in record.activities.all())
    opened.window.desk.session.act(set_standards, falls, ["hcpc_sop@2023:7", "hcpc_sop@2023:8"])
    opened.window.desk.session.act(set_standards, stairs, ["hcpc_sop@2023:7"])
    opened.window.desk.session.act(set_standards, summer, ["hcpc_cpd@2006:1"])
    opened.window.resize(1440, 900)
    page = opened.window.go_to("coverage", thing)
    assert isinstance(page, CoveragePage)
    opened.qtbot.waitUntil(lambda: page.table.rows.columnCount() > 3, timeout=SLOW)
    return page


def row_of(page: CoveragePage, start: str) -> int:
    names = [page.table.rows.name(row) for row in range(page.table.rows.rowCount())]
    return next(row for row, name in enumerate(names) if name.startswith(start))


def at(page: CoveragePage, row: int, column: int) -> QModelIndex:
    return page.table.rows.index(row, column)


def test_a_cell_is_walked_to_and_opened_with_keys_and_leads_to_the_log(opened: Opened) -> None:
    page = coverage_page(opened)
    table, rows = page.table, page.table.rows
    assert page.tools.framework.combo.currentText() == "HCPC standards of proficiency"
    assert page.header.fact.text() == "2 of 15 have something in this time. 3 activities in all."
    assert page.tools.nowhere.text() == "1 activity is linked to none of these"
    seven = row_of(page, "7 ")
    last = rows.columnCount() - 2
    assert at(page, seven, last).data() == "2"
    assert at(page, seven, last).data(SPOKEN) == "7 Communication, November 2026: 2 activities"
    assert rows.headerData(last, Qt.Orientation.Horizontal) == "November 2026"
    assert at(page, 0, last + 1).data() == "2", "an activity that counts for two standards is one"
    assert table.accessibleName() == words.TABLE

    table.setFocus()
    table.setCurrentIndex(at(page, seven, last - 1))
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.side.title.text() == "7 Communication, November 2026"
    assert page.side.about.text() == "2 activities, 2 h"
    titles = [row.title for row in page.side.list.rows.rows()]
    assert titles == ["Journal club on falls", "Two papers on stair lifts"]
    page.tools.nowhere.click()
    assert [row.title for row in page.side.list.rows.rows()] == ["Equipment pathway"]
    with opened.qtbot.waitSignal(page.page_wanted) as asked:
        page.side.open.click()
    assert asked.args[0] == "log"


def test_items_are_sifted_and_shown_as_a_list(opened: Opened) -> None:
    page = coverage_page(opened)
    page.take_up(NOTHING)
    assert page.table.rows.rowCount() == 14
    page.tools.only_nothing.setChecked(False)
    page.tools.search_field.set_text("communication")
    page.tools.search_field.searched.emit("communication")
    assert [page.table.rows.name(row) for row in range(page.table.rows.rowCount())] == [words.ANY, "7 Communication"]
    page.tools.view.segment(words.LIST).click()
    texts = [at(page, 1, column).data() for column in range(4)]
    assert texts == ["7 Communication", "2", "2 h", "19 Nov 2026"]
    assert at(page, 1, 2).data(SPOKEN) == "7 Communication, Time: 2 h"
    page.tools.search_field.set_text("nothing is called so")
    page.tools.search_field.searched.emit("nothing is called so")
    assert page.left.currentWidget() is not page._holder
    page.tools.search_field.set_text("")
    page.tools.view.segment(words.MATRIX).click()
    page.tools.grain.set_value(Grain.ACTIVITIES)
    page.tools.grain.chosen.emit(Grain.ACTIVITIES.value)
    heads = [page.table.rows.headerData(column, Qt.Orientation.Horizontal) for column in range(1, 4)]
    assert heads == ["Equipment pathway", "Two papers on stair lifts", "Journal club on falls"]


def test_other_times_and_frameworks_and_what_is_linked_meanwhile(opened: Opened) -> None:
    page = coverage_page(opened)
    page.tools.period.set_value(words.LAST_CYCLE)
    page.tools.period.chosen.emit(words.LAST_CYCLE)
    assert page.header.fact.text() == "No activities in this time."
    page.tools.period.set_value(words.OWN)
    page.tools.period.chosen.emit(words.OWN)
    page.tools.own.start.set_value(date(2026, 11, 1))
    page.tools.own.end.set_value(date(2026, 11, 10))
    page.tools.own.end.committed.emit(date(2026, 11, 10))
    assert page.header.fact.text() == "1 of 15 have something in this time. 1 activity in all."
    page.tools.own.end.set_value(date(2026, 10, 1))
    page.tools.own.end.committed.emit(date(2026, 10, 1))
    assert "before" in page.tools.own.problem
    page.tools.period.set_value(words.THIS_CYCLE)
    page.tools.period.chosen.emit(words.THIS_CYCLE)
    page.show_thing("hcpc_cpd@2006")
    assert page.header.fact.text() == "1 of 5 have something in this time. 3 activities in all."
    falls = opened.window.desk.session.record.activities.all()[-1].id
    opened.window.desk.session.act(set_standards, falls, ["hcpc_cpd@2006:3"])
    assert page.header.fact.text() == "2 of 5 have something in this time. 3 activities in all."


def test_tools_table_and_entries_take_turns_where_there_is_no_room(opened: Opened) -> None:
    page = coverage_page(opened)
    opened.window.resize(760, 560)
    opened.qtbot.waitUntil(page.turn.isVisible, timeout=SLOW)
    assert page.table.isVisible()
    page.turn.click()
    assert page.tools.framework.isVisible()
    assert not page.table.isVisible()
    page.turn.click()
    page.table.opened.emit(row_of(page, "7 "), 0)
    assert page.side.list.isVisible()
    assert not page.table.isVisible()
    QTest.keyClick(page.side.list, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
