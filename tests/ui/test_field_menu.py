"""The menus that Qt makes itself, in our look: those of fields, and that of the calendar's months."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from otcpd.domain.dates import long_day, parse_day
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reading import Reading
from otcpd.ui.widgets.text_field import TextField
from tests.ui.seeing import Stage


def today() -> date:
    return date(2026, 11, 21)


def read_day(text: str) -> date:
    return parse_day(text, today())


@pytest.mark.parametrize("kind", ["a line", "a long text", "a text to read"])
def test_the_menu_of_a_field_is_as_our_menus_are(
    stage: Stage, qtbot: QtBot, qapp: QApplication, theme: Theme, kind: str
) -> None:
    theme.dress(qapp)
    line, text, reading = TextField(theme), LongText(theme), Reading(theme, "Words")
    shown: QWidget = {"a line": line, "a long text": text, "a text to read": reading}[kind]
    field: QWidget = {"a line": line.line, "a long text": text.editor, "a text to read": reading}[kind]
    stage.show(shown)
    place = field.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), place))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert theme.tokens.accent_soft in menu.styleSheet()
    assert menu.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_the_month_that_is_pointed_at_can_be_told_from_the_others(stage: Stage, qtbot: QtBot, theme: Theme) -> None:
    theme.set_choice(ThemeChoice.DARK)
    day = DateField(theme, read_day, long_day, today)
    stage.show(day)
    day.set_value(date(2026, 11, 3))
    day.open_calendar()
    button = day.findChild(QToolButton, "qt_calendar_monthbutton")
    assert isinstance(button, QToolButton)
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(menu.actions()[3])
    assert _ground(menu, 3) != _ground(menu, 4)
    menu.close()


def _ground(menu: QMenu, line: int) -> str:
    """The colour behind the words of a line, near its upper edge."""
    place = menu.actionGeometry(menu.actions()[line])
    return menu.grab().toImage().pixelColor(place.center().x(), place.top() + 3).name()
