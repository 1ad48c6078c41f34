"""The wheel in the window: its keys and presses, its words, and files for reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.portfolio.charts.wheel import Spoke, Wheel
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.wheel_view import WheelView
from tests.ui.seeing import Stage, description_of, has_colour, role_of

KEYS = ("a", "b", "c")
WHEEL = Wheel((5, 6, 7), (Spoke("Practice", 5, 7), Spoke("Learning"), Spoke("Leadership", 7, 7)))
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier

Marked = list[tuple[str, str, object]]


@pytest.fixture
def view(theme: Theme, stage: Stage) -> WheelView:
    made = WheelView(theme, "Your wheel")
    made.show_wheel(KEYS, WHEEL)
    stage.show(made, width=500)
    return made


@pytest.fixture
def marked(view: WheelView) -> Marked:
    found: Marked = []

    def note(key: str, side: str, level: object) -> None:
        found.append((key, side, level))

    view.marked.connect(note)
    return found


def press(view: WheelView, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    for key in keys:
        QTest.keyClick(view, key, held)


def at(view: WheelView, spoke: int, ring: int) -> QPoint:
    x, y = view.plan().point(spoke, ring)
    return QPoint(round(x), round(y))


def test_keys_walk_round_and_climb(view: WheelView, marked: Marked, theme: Theme) -> None:
    walked: list[str] = []
    view.walked.connect(walked.append)
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Down, held=SHIFT)
    assert marked == [("a", "now", 6), ("a", "now", None), ("a", "target", 6)]  # and above the last there is none
    press(view, Qt.Key.Key_Left)
    assert walked == ["Leadership: level 7 now, level 7 wanted."]
    assert has_colour(view, theme.colour("focus"))
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert view.current == "b"
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert marked[3:] == [("b", "now", 5), ("b", "now", None)]
    press(view, Qt.Key.Key_End)
    view.show_wheel(("c", "a"), replace(WHEEL, spokes=(WHEEL.spokes[2], WHEEL.spokes[0])))
    assert view.current == "c"
    assert walked[-1] == "Leadership: level 7 now, level 7 wanted."


def test_a_press_on_a_ring_marks_and_a_press_on_a_name_chooses(view: WheelView, marked: Marked) -> None:
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, PLAIN, at(view, 1, 1))
    QTest.mouseClick(view, left, SHIFT, at(view, 2, 0))
    label = view.plan().labels[0]
    assert label is not None
    QTest.mouseClick(view, left, PLAIN, QPoint(round(label.box.x) + 4, round(label.box.y) + 4))
    QTest.mouseClick(view, left, PLAIN, QPoint(1, 1))
    assert marked == [("b", "now", 6), ("c", "target", 5)]
    assert chosen == ["b", "c", "a"]


def test_a_screen_reader_finds_every_figure(view: WheelView, marked: Marked) -> None:
    assert role_of(view) == QAccessible.Role.Graphic
    assert description_of(view).startswith("Practice: level 5 now, level 7 wanted. Learning: no level marked.")
    assert "arrow keys" in description_of(view)
    view.show_wheel(KEYS, WHEEL, read_only=True)
    assert "arrow keys" not in description_of(view)
    press(view, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, PLAIN, at(view, 1, 1))
    assert not marked
