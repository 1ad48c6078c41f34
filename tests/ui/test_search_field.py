"""The field that searches."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.search_field import SearchField
from tests.ui.seeing import Heard, Stage, Told, description_of

TODAY = date(2026, 11, 21)


@pytest.fixture
def search(theme: Theme, announcer: Announcer) -> SearchField:
    return SearchField(theme, announcer, "Search your log", QKeySequence("Ctrl+F"))


def test_search_waits_for_a_pause(qtbot: QtBot, stage: Stage, search: SearchField) -> None:
    told = Told()
    search.searched.connect(told.note)
    stage.show(search)
    search.line.setFocus()
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search.line, "falls")
    assert told.values == ["falls"]


def test_enter_goes_on_with_what_stands_in_the_field(stage: Stage, search: SearchField) -> None:
    stage.show(search)
    told: list[str] = []
    search.searched.connect(told.append)
    search.entered.connect(partial(told.append, "entered"))
    QTest.keyClicks(search.line, "falls")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert told == ["falls", "entered"]


def test_escape_clears_and_then_goes_back(qtbot: QtBot, stage: Stage, search: SearchField) -> None:
    stage.show(search)
    search.line.setFocus()
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search.line, "falls")
    with qtbot.waitSignal(search.searched) as caught:
        QTest.keyClick(search.line, Qt.Key.Key_Escape)
    assert caught.args == [""]
    with qtbot.waitSignal(search.escaped):
        QTest.keyClick(search.line, Qt.Key.Key_Escape)


def test_what_a_search_found_is_read_out(stage: Stage, search: SearchField, heard: Heard) -> None:
    stage.show(search)
    search.set_text("falls")
    search.tell_found(3, 21)
    assert heard.sentences == [description_of(search.line)] == ["3 of 21"]
    search.clear()
    search.tell_found(21, 21)
    assert heard.sentences == ["3 of 21"]


def test_what_a_search_found_fits_the_field_as_it_is_now(stage: Stage, search: SearchField) -> None:
    window = stage.show(search, width=600)
    search.set_text("falls")
    search.show_found(1003, 21_000)
    shown = search.findChildren(Label)
    for width, words in ((600, "1,003 of 21,000"), (220, "1,003"), (600, "1,003 of 21,000")):
        window.resize(width, window.height())
        QGuiApplication.processEvents()
        assert words in [one.text() for one in shown]
        assert description_of(search.line) == "1,003 of 21,000"


def test_the_shortcut_stands_in_the_empty_field_under_the_style_sheet(
    qapp: QApplication, stage: Stage, theme: Theme, search: SearchField
) -> None:
    theme.dress(qapp)
    stage.show(search, width=400)
    search.line.clearFocus()
    corner = search.rect().adjusted(search.width() - 60, 8, -8, -8)
    empty = search.grab(corner).toImage()
    search.set_text("falls")
    assert any(empty.pixelColor(x, y).lightness() < 200 for x in range(empty.width()) for y in range(empty.height()))
    qapp.setStyleSheet("")
