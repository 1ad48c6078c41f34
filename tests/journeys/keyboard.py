"""A person without a mouse: presses keys, and finds things by what a screen reader calls them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

MOST_STOPS = 150
"""More presses of Tab than any window has stops."""

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def focused() -> QWidget:
    """Where the focus is. There always is one."""
    found = QApplication.focusWidget()
    assert found is not None, "the focus is nowhere"
    return found


def name_of(thing: QObject) -> str:
    """What a screen reader calls it. On Linux Qt gives a drop-down its choice as name and its label beside it."""
    if isinstance(thing, QComboBox):
        return thing.accessibleName()
    interface = QAccessible.queryAccessibleInterface(thing)
    return interface.text(QAccessible.Text.Name) if interface else ""


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def write(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


def tab_to(name: str) -> QWidget:
    """Press Tab until a screen reader says `name`. Fails where the keyboard alone does not lead there."""
    stops: list[str] = []
    for _ in range(MOST_STOPS):
        here = name_of(focused())
        if here == name:
            return focused()
        stops.append(here)
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach ‘{name}’; it stops at {list(dict.fromkeys(stops))}")
