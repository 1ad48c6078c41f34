"""The month to pick a day from."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QTableView, QToolButton

from otcpd.domain.dates import long_day, parse_day
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.calendar import Calendar
from otcpd.ui.widgets.date_field import DateField
from tests.ui.seeing import Stage


def today() -> date:
    return date(2026, 11, 21)


def read_day(text: str) -> date:
    return parse_day(text, today())


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_each_day_of_the_calendar_is_large_enough_to_press(stage: Stage, theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    day = DateField(theme, read_day, long_day, today)
    stage.show(day)
    day.set_value(date(2026, 11, 3))
    day.open_calendar()
    days = day.findChild(QTableView, "qt_calendar_calendarview")
    assert isinstance(days, QTableView)
    cells = [days.visualRect(days.model().index(row, column)) for row in range(7) for column in range(7)]
    cells = [cell for cell in cells if not cell.isEmpty()]
    assert len(cells) >= 42
    assert min(min(cell.width(), cell.height()) for cell in cells) >= 32
    assert all(days.viewport().rect().contains(cell) for cell in cells)
    arrow = day.findChild(QToolButton, "qt_calendar_nextmonth")
    assert isinstance(arrow, QToolButton)
    assert arrow.iconSize().width() == theme.px(18)
    calendar = day.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    heads = {calendar.weekdayTextFormat(weekday).foreground().color().name() for weekday in Qt.DayOfWeek}
    assert heads == {theme.colour("ink2").name()}


def test_no_day_can_be_picked_that_a_file_cannot_keep(stage: Stage, theme: Theme) -> None:
    day = DateField(theme, read_day, long_day, today)
    stage.show(day)
    day.open_calendar()
    calendar = day.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    calendar.setSelectedDate(QDate(-4713, 1, 1))
    calendar.clicked.emit(calendar.selectedDate())
    assert day.value() == date(1900, 1, 1)
