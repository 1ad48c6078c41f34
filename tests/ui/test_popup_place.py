"""What opens from a control stands beside it, inside the window and the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.widgets.popup_place import painted, placed, room_beside
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

SCREEN = QRect(0, 0, 1366, 768)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


@given(
    st.builds(QSize, st.integers(40, 600), st.integers(40, 700)),
    st.builds(QRect, st.integers(0, 1300), st.integers(0, 700), st.integers(32, 400), st.integers(32, 60)),
)
def test_it_is_inside_the_screen_and_covers_its_control_only_where_no_side_has_room(
    size: QSize, control: QRect
) -> None:
    control = control.intersected(SCREEN)
    place = QRect(placed(size, control, SCREEN, SCREEN), size)
    assert SCREEN.contains(place)
    room = max(SCREEN.bottom() - control.bottom(), control.top()) - 4
    assert size.height() > room or not place.intersects(control)


def test_edges_meet_at_the_left_and_at_the_right_where_the_window_ends() -> None:
    window, size = QRect(100, 0, 1000, 700), QSize(300, 200)
    left = QRect(120, 50, 90, 38)
    assert placed(size, left, window, SCREEN) == QPoint(120, 92)
    right = QRect(970, 50, 90, 38)
    assert placed(size, right, window, SCREEN).x() + size.width() == right.right() + 1


def test_what_is_wider_than_the_window_may_reach_out_of_it() -> None:
    assert placed(QSize(500, 90), QRect(10, 10, 50, 30), QRect(0, 0, 320, 300), SCREEN).x() == 10


def test_the_list_of_types_leaves_its_field_free_and_begins_at_the_present_type(opened: Opened) -> None:
    field = opened.detail.basics.type
    field.load("journal_club", fresh=True)
    screen = field.screen().availableGeometry()
    for height in (screen.height(), screen.height() // 2):
        opened.window.resize(screen.width(), height)
        field.show_all()
        opened.qtbot.waitUntil(field.offers.isVisible, timeout=SLOW)
        place = field.offers.geometry()
        assert not place.intersects(painted(field))
        assert screen.contains(place)
        assert place.height() <= room_beside(field)
        assert field.offers.currentIndex().data() == field.text()
        field.offers.hide()


def test_the_form_of_the_filters_and_the_menus_stay_inside_the_window(opened: Opened) -> None:
    window = opened.window
    window.move(0, 0)
    window.resize(window.screen().availableGeometry().width(), 500)
    opened.log.tools.open_filter()
    sheet = opened.log.tools.sheet
    opened.qtbot.waitUntil(sheet.isVisible, timeout=SLOW)
    tools = opened.log.tools
    control = tools.all_in_one if tools.all_in_one.isVisible() else tools.filter
    button = painted(control)
    assert sheet.geometry().right() == button.right()
    assert not sheet.geometry().intersects(button)
    assert window.screen().availableGeometry().contains(sheet.geometry())
    sheet.close()
    menu = tools.make_sort_menu()
    menu.open_below(control)
    assert menu.geometry().right() == button.right()
    assert menu.geometry().top() == button.bottom() + 5
    menu.close()
