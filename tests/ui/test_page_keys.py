"""Keys that mean something else on each page: finish, new here, preview, search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from otcpd.domain.activity import Status
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.log.finishing import ALL_DONE
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.windowed import SLOW, Windowed, windowed

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        yield made


def log_of(shown: Windowed) -> LogPage:
    shown.press(Qt.Key.Key_2, CTRL)
    page = shown.window.page
    assert isinstance(page, LogPage)
    shown.qtbot.waitUntil(_Open(page).now, timeout=SLOW)
    return page


class _Open:
    def __init__(self, page: LogPage) -> None:
        self._page = page

    def now(self) -> bool:
        return bool(self._page.open_key)


def left(shown: Windowed) -> list[str]:
    return [row.title for row in shown.record.activities.rows() if row.status is Status.CAPTURED]


def test_ctrl_enter_finishes_one_after_the_other_and_can_be_taken_back(shown: Windowed) -> None:
    page = log_of(shown)
    first = page.open_key
    shown.press(Qt.Key.Key_Return, CTRL)
    assert left(shown) == ["Two papers on stair lifts"]
    assert page.open_key != first
    assert shown.window.toast.sentence == "‘Journal club on falls’ is finished"
    shown.press(Qt.Key.Key_Return, CTRL)
    assert left(shown) == []
    assert shown.window.toast.sentence.endswith(f"is finished. {ALL_DONE}")
    shown.press(Qt.Key.Key_Return, CTRL)
    assert shown.window.toast.sentence == ALL_DONE
    shown.press(Qt.Key.Key_Z, CTRL)
    assert left(shown) == ["Two papers on stair lifts"]


def test_ctrl_enter_while_writing_keeps_what_was_typed(shown: Windowed) -> None:
    page = log_of(shown)
    first = page.open_key
    page.enter(page.details)
    shown.press(Qt.Key.Key_End)
    shown.type(", part 2")
    shown.press(Qt.Key.Key_Return, CTRL)
    assert shown.record.activities.get(first).title == "Journal club on falls, part 2"
    assert shown.record.activities.get(first).finished


def test_ctrl_enter_elsewhere_leads_to_what_is_to_finish(shown: Windowed) -> None:
    shown.press(Qt.Key.Key_Return, CTRL)
    page = shown.window.page
    assert isinstance(page, LogPage)
    assert page.tools.filters.show.value == "to_finish"


def test_the_next_to_finish_is_found_wherever_it_stands(shown: Windowed) -> None:
    new_activity(shown.record, title="Long ago", date=date(2025, 12, 1))
    page = log_of(shown)
    for _ in range(3):
        shown.press(Qt.Key.Key_Return, CTRL)
    assert left(shown) == []
    assert page.open_key


def test_new_on_a_page_without_things_of_its_own_is_an_activity(shown: Windowed) -> None:
    shown.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert shown.window.page.accessibleName() == "CPD log"
    assert len(shown.titles()) == 3


def test_searching_a_page_without_a_search_opens_the_palette(shown: Windowed) -> None:
    shown.press(Qt.Key.Key_F, CTRL)
    assert shown.window.aids.finder is not None
    assert shown.window.aids.finder.isVisible()
    shown.window.aids.finder.hide()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "Home"),
        (Qt.Key.Key_2, "CPD log"),
        (Qt.Key.Key_5, "Evidence"),
        (Qt.Key.Key_6, "Portfolio"),
        (Qt.Key.Key_8, "Settings"),
    ],
)
def test_ctrl_and_a_figure_open_a_page(shown: Windowed, key: Qt.Key, name: str) -> None:
    shown.press(key, CTRL)
    assert shown.window.page.accessibleName() == name
