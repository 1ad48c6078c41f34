"""A dialog is never higher than there is room for: what has to be pressed stays in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.pages.activity_picker import ActivityPicker
from otcpd.ui.pages.settings.erase_question import EraseQuestion
from otcpd.ui.quick_note.panel import QuickNote
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.shadow import REACH
from tests.ports import FixedClock
from tests.ui.windowed import SLOW, Windowed, windowed


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        made.window.resize(640, 440)
        yield made


def in_sight(dialog: QDialog, widget: QWidget) -> bool:
    """Whether all of it lies within the dialog."""
    return dialog.rect().contains(widget.rect().translated(widget.mapTo(dialog, widget.rect().topLeft())))


def test_an_activity_is_picked_in_a_low_window(shown: Windowed) -> None:
    picker = ActivityPicker(shown.window.desk, "Use ‘Certificate’ in an activity", shown.window)
    picker.open()
    shown.qtbot.waitUntil(picker.isVisible, timeout=SLOW)
    assert picker.height() <= shown.window.height()
    assert in_sight(picker, picker.use_button)
    assert picker.list.height() > 60
    picker.close()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_what_goes_for_good_is_read_whole_and_the_buttons_stay(shown: Windowed, theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    lines = [f"Something that goes or stays, number {number}, told in a sentence of its own." for number in range(9)]
    question = EraseQuestion(
        theme, "Erase it for good?", lines, lines, "", safe="Keep it", act="Erase it", parent=shown.window
    )
    question.open()
    room = question.screen().availableGeometry().height()
    shown.qtbot.waitUntil(lambda: question.height() > room // 2, timeout=SLOW)
    assert question.height() <= room
    assert in_sight(question, question.safe)
    assert in_sight(question, question.act)
    bar = question._lists.verticalScrollBar()
    assert bar.maximum() > 0, "there is more than fits"
    shown.qtbot.waitUntil(question.safe.hasFocus, timeout=SLOW)
    while bar.value() < bar.maximum():
        before = bar.value()
        QTest.keyClick(question.safe, Qt.Key.Key_PageDown)
        assert bar.value() > before
    question.close()
    theme.set_factor(1.0)


def test_a_quick_note_at_large_text_is_whole_in_a_small_window(shown: Windowed, theme: Theme) -> None:
    theme.set_factor(2.0)
    note = QuickNote(shown.window.desk, shown.window)
    note.begin(shown.window)
    shown.qtbot.waitUntil(note.isVisible, timeout=SLOW)
    note.line.set_text("Sling sizing tips from the rep: measure from coccyx to top of head, not shoulder. " * 3)
    room = note.screen().availableGeometry().adjusted(-REACH, -REACH, REACH, REACH)
    shown.qtbot.waitUntil(lambda: room.contains(note.geometry()), timeout=SLOW)
    assert note.column.totalMinimumSize().width() <= note.width() <= shown.window.width()
    assert in_sight(note, note.line)
    assert in_sight(note, note.keep_button)
    note.close()
    theme.set_factor(1.0)
