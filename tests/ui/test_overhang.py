"""Painted edges are in line with text and fields; rings hang over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.layout import NARROW
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.look import LookSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.sidebar import Mark, Page, Sidebar
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.settings_support import section, shown_settings


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    made = make_desk(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


def left(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint(0, 0)).x()


def test_a_button_in_a_card_begins_where_the_words_begin(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme)
    qtbot.addWidget(card)
    words, button = Label(theme, "Words"), Button(theme, "Do it")
    card.body.addWidget(words)
    card.body.addLayout(Overhang(button))
    card.resize(400, 200)
    card.show()
    assert left(button, card) + button.body().left() == left(words, card)
    assert button.width() == button.sizeHint().width()


def test_what_is_hidden_takes_no_part_of_the_height(qtbot: QtBot, theme: Theme) -> None:
    place, shown, hidden = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(shown, 1)
    column.addLayout(Overhang(hidden, fills=True), 1)
    hidden.hide()
    place.resize(300, 400)
    place.show()
    assert (shown.width(), shown.height()) == (300, 400)
    hidden.show()
    qtbot.waitUntil(_Tall(shown, 200).now)
    assert hidden.height() == 200


class _Tall:
    """Has come to a height."""

    def __init__(self, widget: QWidget, height: int) -> None:
        self._widget, self._height = widget, height

    def now(self) -> bool:
        return self._widget.height() == self._height


def test_the_last_button_of_a_header_ends_at_its_edge_but_for_the_ring(qtbot: QtBot, theme: Theme) -> None:
    header = PageHeader(theme, "Page")
    qtbot.addWidget(header)
    buttons = [Button(theme, "One"), Button(theme, "Two")]
    for button in buttons:
        header.add_button(button)
    header.resize(800, 60)
    header.show()
    assert left(buttons[1], header) + buttons[1].width() == header.width()


def test_switch_and_choices_begin_where_fields_begin(desk: Desk, qtbot: QtBot) -> None:
    page = shown_settings(desk, qtbot)
    look = section(page, "look", LookSection)
    edge = left(look.text_size, look)
    assert left(look.theme_choice, look) == edge
    assert left(look.still, look) + look.still.body().left() == edge


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_mark_stands_above_the_middle_of_the_icons(qtbot: QtBot, theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    sidebar = Sidebar(theme, [Page("home", "home", "Home")])
    qtbot.addWidget(sidebar)
    sidebar.set_shape(64, rail=True)
    sidebar.resize(sidebar.width(), 800)
    sidebar.show()
    (mark,) = sidebar.findChildren(Mark)
    item = sidebar.item("home")
    middles = [left(one, sidebar) + one.width() / 2 for one in (mark, item)]
    assert abs(middles[0] - middles[1]) <= 1


def test_where_the_list_is_alone_its_bar_stands_at_the_edge(desk: Desk, qtbot: QtBot) -> None:
    page: SettingsPage = shown_settings(desk, qtbot, 911, NARROW)
    page.resize(911, 300)
    bar = page.list.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert left(bar, page) + bar.width() == page.width()
