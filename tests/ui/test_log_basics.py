"""Date, duration, category and type of the open activity, in the real window on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions import activities
from otcpd.actions.own_types import add_type
from otcpd.domain.activity import Category
from otcpd.ui.widgets.form_field import FormField, ProblemLine
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


@pytest.mark.parametrize(
    ("typed", "day"), [("3/11/26", date(2026, 11, 3)), ("yesterday", date(2026, 11, 20)), ("1 Oct", date(2026, 10, 1))]
)
def test_dates_are_read_the_british_way(opened: Opened, typed: str, day: date) -> None:
    activity = opened.newest()
    opened.detail.basics.date.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type(typed)
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(activity).date == day
    assert opened.log.open_key == activity


def test_a_day_to_come_is_refused_below_the_field(opened: Opened) -> None:
    opened.detail.basics.date.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type("25 December 2026")
    opened.press(Qt.Key.Key_Tab)
    field = opened.detail.basics.date.parentWidget()
    assert "Pick a date up to 21 November 2026." in str(getattr(field, "problem", ""))
    assert opened.record.activities.get(opened.newest()).date == date(2026, 11, 19)


def test_a_period_has_a_last_day_that_is_checked(opened: Opened) -> None:
    basics = opened.detail.basics
    basics.add_end.click()
    opened.type("20/11/2026")
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).end_date == date(2026, 11, 20)
    basics.end.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type("1/11/2026")
    opened.press(Qt.Key.Key_Return)
    assert "is before the first" in basics.end.doubt
    assert basics.end.value() == date(2026, 11, 20)
    basics.drop_end.click()
    assert opened.record.activities.get(opened.newest()).end_date is None


def test_a_type_of_the_catalogue_brings_its_category(opened: Opened) -> None:
    activity = opened.record.activities.rows()[2].id
    opened.log.show_thing(activity)
    opened.detail.basics.type.line.setFocus()
    opened.type("Journal club")
    opened.detail.basics.type.commit()
    found = opened.record.activities.get(activity)
    assert found.type == "journal_club"
    assert found.category is Category.WORK_BASED
    assert opened.detail.basics.category.value() == "work_based"


def test_the_list_begins_with_the_types_that_were_used_most(opened: Opened) -> None:
    activities.new_activity(opened.record, type="peer_supervision")
    for _ in range(2):
        activities.new_activity(opened.record, type="journal_club")
    add_type(opened.record, "Kitchen lab")
    opened.log.show_thing(opened.record.activities.rows()[-1].id)
    field = opened.detail.basics.type
    field.show_all()
    offered = [str(field.offers.model().index(row, 0).data()) for row in range(field.offers.model().rowCount())]
    assert offered[:4] == ["Journal club", "Peer supervision", "Kitchen lab", "Learning by doing"]
    assert len(offered) == len(set(offered))
    assert field.offers.width() >= 320
    field.offers.hide()


def press_in_list(opened: Opened, key: Qt.Key) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)


def test_words_of_ones_own_make_a_type_once_their_row_is_taken(opened: Opened) -> None:
    opened.detail.basics.type.line.setFocus()
    opened.type("Kitchen lab")
    press_in_list(opened, Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).type == "Kitchen lab"
    assert opened.record.activities.own_types() == [("Kitchen lab", Category.WORK_BASED)]
    assert opened.toast == "‘Kitchen lab’ is now one of your types"
    opened.window.toast.acted.emit()
    assert opened.record.activities.own_types() == []
    assert opened.record.activities.get(opened.newest()).type == ""
    assert opened.detail.basics.type.text() == ""


def test_enter_takes_the_type_that_is_highlighted(opened: Opened) -> None:
    opened.detail.basics.type.line.setFocus()
    opened.type("journ")
    press_in_list(opened, Qt.Key.Key_Down)
    assert opened.detail.basics.type.offers.currentIndex().data() == "Journal club"
    press_in_list(opened, Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).type == "journal_club"
    assert opened.record.activities.own_types() == []
    assert opened.detail.basics.type.text() == "Journal club"


def test_words_that_are_no_type_are_left_standing_with_a_sentence(opened: Opened) -> None:
    basics = opened.detail.basics
    basics.type.line.setFocus()
    opened.type("journ")
    basics.type.offers.hide()
    opened.press(Qt.Key.Key_Tab)
    assert opened.record.activities.get(opened.newest()).type == ""
    assert opened.record.activities.own_types() == []
    form = basics.type.parentWidget()
    assert isinstance(form, FormField)
    assert form.problem == "‘journ’ is not a type yet. Pick one from the list, or its row Add ‘journ’."
    assert basics.type.text() == "journ"
    opened.log.show_thing(opened.record.activities.rows()[1].id)
    assert (basics.type.text(), form.problem) == ("", "")


def test_what_is_wrong_with_a_field_stands_in_full_below_the_row(opened: Opened) -> None:
    basics = opened.detail.basics
    for field, typed in ((basics.date, "31/13/2026"), (basics.duration, "a while")):
        field.line.setFocus()
        opened.ctrl(Qt.Key.Key_A)
        opened.type(typed)
        opened.press(Qt.Key.Key_Return)
    opened.qtbot.waitUntil(_StandsStill(basics).now, timeout=SLOW)
    tops = {field.mapTo(basics, QPoint(0, 0)).y() for field in (basics.date, basics.duration)}
    assert len(tops) == 1
    lines = [line for line in basics.findChildren(ProblemLine) if line.isVisible()]
    assert len(lines) == 2
    assert {line.width() for line in lines} == {basics.width()}
    assert all(line.y() > basics.date.mapTo(basics, QPoint(0, 0)).y() + basics.date.height() for line in lines)
    assert all(line.height() >= line.heightForWidth(line.width()) for line in lines)


class _StandsStill:
    """The layout has made room for what is now on show."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def now(self) -> bool:
        return self._widget.height() >= self._widget.sizeHint().height()


class _Wider:
    def __init__(self, widget: QWidget, width: int) -> None:
        self._widget, self._width = widget, width

    def now(self) -> bool:
        return self._widget.width() > self._width


def test_a_type_is_whole_in_the_usual_windows(opened: Opened) -> None:
    basics = opened.detail.basics
    session = opened.window.desk.session
    session.act(activities.edit_activity, opened.newest(), "type", "Discussion with colleagues")
    for width in (1280, 1440, 1920):
        opened.window.resize(width, 900)
        opened.qtbot.waitUntil(_Wider(opened.window, width - 1).now, timeout=SLOW)
        text = basics.type.line.fontMetrics().horizontalAdvance(basics.type.line.text())
        opened.qtbot.waitUntil(_Wider(basics.type.line, text).now, timeout=SLOW)
