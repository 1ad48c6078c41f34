"""The form of the filters, its chips, and filters kept under a name, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities
from otcpd.actions.companions import add_companion
from otcpd.actions.saved_filters import saved_filters
from otcpd.actions.settings import change_setting
from otcpd.domain.log_filter import LogFilter
from otcpd.record.settings import LOG_FILTERS
from otcpd.ui.pages.log.filters import Filters
from otcpd.ui.pages.log.filters_saved import NEWER
from otcpd.ui.pages.log.filters_sheet import FilterSheet
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.seeing import Heard, description_of, name_of

JOURNAL, PAPERS, PATHWAY = "Journal club on falls", "Two papers on stair lifts", "Equipment pathway"


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        first, second, third = (row.id for row in program.record.activities.rows())
        act = program.window.desk.session.act
        act(activities.set_tags, first, ["falls", "peers"])
        act(activities.set_tags, second, ["stairs"])
        act(activities.set_standards, first, ["hcpc_sop@2023:10"])
        act(activities.edit_activity, third, "protected_minutes", 30)
        act(add_companion, second, "Fiona Alder")
        yield program


def titles(opened: Opened) -> list[str]:
    return [one for one in opened.shown() if one in (JOURNAL, PAPERS, PATHWAY)]


def sheet_of(opened: Opened) -> FilterSheet:
    opened.log.tools.open_filter()
    sheet = opened.log.tools.sheet
    opened.qtbot.waitUntil(sheet.isVisible, timeout=SLOW)
    return sheet


def tick(opened: Opened, facet: str, text: str) -> None:
    """Take one choice of a line, as a person does."""
    sheet = sheet_of(opened)
    sheet.rows[facet].click()
    row = next(row for row, one in enumerate(sheet.picker.model.shown()) if one.text == text)
    sheet.picker.list.setCurrentIndex(sheet.picker.model.index(row, 0))
    QTest.keyClick(sheet.picker.list, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("facet", "text", "chip", "left"),
    [
        ("categories", "Self-directed", "Self-directed", [PAPERS]),
        ("tags", "#falls", "#falls", [JOURNAL]),
        ("standards", "10 Reflection and review of practice", "10 Reflection and review of practice", [JOURNAL]),
        ("people", "Fiona Alder", "With Fiona Alder", [PAPERS]),
        ("types", "No type yet", "No type yet", [JOURNAL, PAPERS, PATHWAY]),
    ],
)
def test_each_line_has_its_choices(opened: Opened, facet: str, text: str, chip: str, left: list[str]) -> None:
    tick(opened, facet, text)
    assert titles(opened) == left
    assert [one.text() for one in opened.log.tools.chips.chips] == [chip]
    assert description_of(opened.log.tools.filter) == chip


def test_several_of_a_line_are_any_of_them_and_lines_hold_together(opened: Opened) -> None:
    heard = Heard(opened.window.desk.announcer)
    tick(opened, "tags", "#falls")
    tick(opened, "tags", "#stairs")
    assert titles(opened) == [JOURNAL, PAPERS]
    tick(opened, "people", "Fiona Alder")
    assert titles(opened) == [PAPERS]
    assert heard.sentences[-1] == "1 of 3"
    sheet = opened.log.tools.sheet
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible(), "Esc goes back one step first"
    assert description_of(sheet.rows["tags"]) == "#falls, #stairs"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_ticks_of_the_first_page(opened: Opened) -> None:
    sheet = sheet_of(opened)
    sheet.ticks["protected"].click()
    assert titles(opened) == [PATHWAY]
    sheet.ticks["protected"].click()
    sheet.ticks["evidence"].click()
    assert titles(opened) == []
    sheet.ticks["no_evidence"].click()
    assert not sheet.ticks["evidence"].isChecked(), "there is not both"
    sheet.ticks["unreflected"].click()
    assert [one.text() for one in opened.log.tools.chips.chips] == ["No evidence", "Needs reflection"]
    assert titles(opened) == [JOURNAL, PAPERS, PATHWAY]


def test_the_form_says_what_the_filters_leave_and_lets_them_go(opened: Opened) -> None:
    sheet = sheet_of(opened)
    assert sheet.head.fact.text() == "3 activities"
    assert not sheet.foot.clear.isVisible()
    sheet.ticks["protected"].click()
    assert sheet.head.fact.text() == "1 filter, 1 of 3"
    assert name_of(sheet.foot.show_them) == "Show 1 activity"
    sheet.ticks["evidence"].click()
    assert (sheet.head.fact.text(), name_of(sheet.foot.show_them)) == ("2 filters, 0 of 3", "No activity fits")
    sheet.foot.clear.click()
    assert (sheet.head.fact.text(), titles(opened)) == ("3 activities", [JOURNAL, PAPERS, PATHWAY])
    assert not any(tick.isChecked() for tick in sheet.ticks.values())
    sheet.foot.show_them.click()
    assert not sheet.isVisible()


def test_days_from_and_until(opened: Opened) -> None:
    sheet = sheet_of(opened)
    sheet.rows["days"].click()
    sheet.days.end.line.setText("1 July 2026")
    sheet.days.end.commit()
    assert titles(opened) == [PATHWAY]
    sheet.days.end.line.setText("")
    sheet.days.start.line.setText("10 November 2026")
    sheet.back.click()
    assert titles(opened) == [JOURNAL], "what stands in a field counts when one goes back"
    assert description_of(sheet.rows["days"]) == "From 10 November 2026"
    sheet.rows["days"].click()
    sheet.days.cycle.click()
    assert [one.text() for one in opened.log.tools.chips.chips] == ["This cycle", "From 10 November 2026"]


def test_chips_go_by_key_and_the_focus_goes_on(opened: Opened) -> None:
    tools = opened.log.tools
    tools.set_filters(Filters(only=LogFilter(tags=frozenset({"falls", "stairs"}), start=date(2026, 1, 1))))
    first, second, third = tools.chips.chips
    assert [name_of(chip) for chip in (first, second, third)] == ["#falls", "#stairs", "From 1 January 2026"]
    first.setFocus()
    opened.press(Qt.Key.Key_Right)
    assert second.hasFocus()
    opened.press(Qt.Key.Key_Delete)
    assert third.hasFocus()
    assert titles(opened) == [JOURNAL]
    opened.press(Qt.Key.Key_Backspace)
    assert first.hasFocus()
    opened.press(Qt.Key.Key_Return)
    assert tools.filter.hasFocus()
    assert not tools.chips.isVisible()
    assert tools.filters == Filters()


def test_changes_come_in_and_go_out_of_what_is_shown(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(only=LogFilter(tags=frozenset({"falls"}), standards=frozenset({"x"}))))
    opened.log.tools.set_filters(Filters(only=LogFilter(standards=frozenset({"hcpc_sop@2023:10"}))))
    last = opened.record.activities.rows()[-1].id
    act = opened.window.desk.session.act
    act(activities.set_standards, last, ["hcpc_sop@2023:10"])
    assert titles(opened) == [JOURNAL, PATHWAY]
    act(activities.set_standards, last, [])
    assert titles(opened) == [JOURNAL]


def test_a_filter_is_kept_renamed_deleted_and_brought_back(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(only=LogFilter(tags=frozenset({"falls"}))))
    saved = sheet_of(opened).saved
    saved.save.click()
    QTest.keyClicks(saved.name.line, "My falls")
    QTest.keyClick(saved.name.line, Qt.Key.Key_Return)
    assert opened.toast == "Filter ‘My falls’ saved."
    assert not saved.save.isVisible(), "it is kept already"
    saved.rows[0].make_menu().actions()[0].trigger()
    QTest.keyClicks(saved.name.line, "Falls")
    saved.keep.click()
    assert [row.use.text() for row in saved.rows] == ["Falls"]
    opened.log.tools.chips.clear.click()
    assert len(titles(opened)) == 3
    sheet_of(opened).saved.rows[0].use.click()
    assert titles(opened) == [JOURNAL]
    assert not opened.log.tools.sheet.isVisible()
    sheet_of(opened).saved.rows[0].make_menu().actions()[1].trigger()
    assert opened.toast == "Filter ‘Falls’ deleted"
    assert saved_filters(opened.record) == ()
    opened.window.toast.acted.emit()
    assert [one.name for one in saved_filters(opened.record)] == ["Falls"]


def test_a_filter_of_a_newer_version_is_told_and_not_applied(opened: Opened) -> None:
    opened.window.desk.session.act(
        change_setting, LOG_FILTERS, '[{"name": "Glad", "filter": {"tags": ["falls"], "mood": ["glad"]}}]'
    )
    (row,) = sheet_of(opened).saved.rows
    assert description_of(row.use) == NEWER
    row.use.click()
    assert opened.toast.startswith("‘Glad’ asks for something that this version of otcpd does not know")
    assert not opened.log.tools.filters.only
    assert len(titles(opened)) == 3
    row.make_menu().actions()[1].trigger()
    opened.window.toast.acted.emit()
    assert '"mood": ["glad"]' in (opened.record.settings.get(LOG_FILTERS) or "")


def test_a_name_that_is_none_is_told(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(only=LogFilter(evidence=True)))
    saved = sheet_of(opened).saved
    saved.save.click()
    saved.keep.click()
    assert "no name yet" in opened.toast
    assert saved.name.isVisible()
    QTest.keyClick(saved.name.line, Qt.Key.Key_Escape)
    assert saved.save.hasFocus()


def test_in_a_low_window_one_chip_stands_for_all(opened: Opened) -> None:
    opened.window.desk.theme.set_factor(2.0)
    opened.window.resize(640, 440)
    tools = opened.log.tools
    tools.set_filters(Filters(only=LogFilter(evidence=False, unreflected=True)))
    opened.qtbot.waitUntil(tools.all_in_one.isVisible, timeout=SLOW)
    (chip,) = tools.chips.chips
    assert chip.text() == "No evidence, Needs reflection"
    chip.click()
    assert tools.filters == Filters()
    sheet = sheet_of(opened)
    assert sheet.rows["show"].isVisibleTo(sheet)
    sheet.rows["sort"].click()
    QTest.keyClick(sheet.picker.list, Qt.Key.Key_Down)
    QTest.keyClick(sheet.picker.list, Qt.Key.Key_Space)
    assert tools.filters == Filters(newest=False)


def test_views_by_name(opened: Opened) -> None:
    opened.log.take_up("no_evidence")
    assert opened.log.tools.show_control.value() == "no_evidence"
    opened.log.show_thing("to_finish")
    assert opened.log.tools.show_control.value() == "to_finish"
    assert opened.log.open_key == opened.newest()
    opened.log.take_up("add_in_one_line")
    assert opened.log.pane.quick.field.line.hasFocus()
    opened.log.take_up("filter")
    assert opened.log.tools.sheet.isVisible()
