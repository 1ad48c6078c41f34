"""Another theme, chosen while things are open, looks as if they had been opened with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.domain.dates import long_day, parse_day
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.dialog import Dialog
from otcpd.ui.widgets.popup import PopUpSheet
from tests.ports import FixedClock
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk
from tests.ui.settings_support import shown_settings

STILL = ("you", "cycle", "posts", "types", "look", "shortcuts", "about")
"""The sections that show the same as long as the file stays the same; the rest look at folders and at the time."""

TODAY = date(2026, 11, 21)
ENOUGH = 4
"""So many pictures in a row are the same once a widget has settled."""


@pytest.fixture
def dressed(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """A theme that the whole program wears."""
    before = qapp.style().name()
    theme.dress(qapp)
    yield theme
    theme.set_choice(ThemeChoice.SYSTEM)
    qapp.setStyleSheet("")
    qapp.setStyle(before)
    qapp.setPalette(QPalette())


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, dressed: Theme, announcer: Announcer) -> Iterator[Desk]:
    record = filled_record(tmp_path / "eilidh.otcpd", clock)
    made = make_desk(record, tmp_path, clock, dressed, announcer, Answers())
    yield made
    clear_desk(made)


def picture(widget: QWidget) -> QImage:
    """As it is on the screen, without the caret."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return widget.grab().toImage()


def settled(widget: QWidget, qtbot: QtBot) -> QImage:
    """A picture that stays the same while the window goes on living."""
    pictures: list[QImage] = []

    def same() -> bool:
        pictures.append(picture(widget))
        return len(pictures) > ENOUGH and all(one == pictures[-1] for one in pictures[-ENOUGH:])

    qtbot.waitUntil(same)
    return pictures[-1]


def switched_and_new(
    theme: Theme, qtbot: QtBot, show: Callable[[], QWidget], again: Callable[[], QWidget]
) -> tuple[QImage, QImage]:
    theme.set_choice(ThemeChoice.LIGHT)
    first = show()
    light = settled(first, qtbot)
    theme.set_choice(ThemeChoice.DARK)
    switched = settled(first, qtbot)
    assert switched != light
    return switched, settled(again(), qtbot)


@pytest.mark.parametrize("key", STILL)
def test_every_section_of_the_settings(desk: Desk, qtbot: QtBot, key: str) -> None:
    def show() -> QWidget:
        page = shown_settings(desk, qtbot)
        page.show_thing(key)
        return page

    switched, new = switched_and_new(desk.theme, qtbot, show, show)
    assert switched == new


def test_a_dialog(dressed: Theme, qtbot: QtBot) -> None:
    def show() -> QWidget:
        dialog = Dialog(dressed, "Delete this file?", "21 activities go.", safe="Keep the file", act="Delete the file")
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    switched, new = switched_and_new(dressed, qtbot, show, show)
    assert switched == new


def test_a_calendar_that_was_open_before(dressed: Theme, qtbot: QtBot) -> None:
    def read(text: str) -> date:
        return parse_day(text, TODAY)

    def today() -> date:
        return TODAY

    def make() -> DateField:
        field = DateField(dressed, read, long_day, today)
        qtbot.addWidget(field)
        field.show()
        return field

    def opened(field: DateField) -> QWidget:
        field.open_calendar()
        return next(child for child in field.findChildren(PopUpSheet) if child.isVisible())

    field = make()
    opened(field).hide()
    dressed.set_choice(ThemeChoice.DARK)
    again = opened(field)
    switched = settled(again, qtbot)
    again.hide()
    other = make()
    new = opened(other)
    assert settled(new, qtbot) == switched
    new.hide()
