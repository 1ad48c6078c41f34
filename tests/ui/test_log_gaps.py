"""Gaps in the log: seen in the list, explained in the pane."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions import gaps
from otcpd.ui.layout import FORM_MAX
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


def test_a_gap_is_explained_and_the_reason_taken_away_again(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    pane = opened.log.details.gap_pane
    pane.explain.click()
    assert pane.gap is not None
    assert not pane.gap.explained
    pane.choices["illness"].click()
    pane.note.editor.setFocus()
    opened.type("I was ill.")
    pane.explain.click()
    (reason,) = opened.record.gap_reasons.all()
    assert (reason.reason, reason.note, reason.start, reason.end) == ("illness", "I was ill.", gap.start, gap.end)
    assert "Gap of 4 months. Illness" in opened.shown()
    assert pane.take_away.isVisible()
    pane.note.editor.setFocus()
    opened.type(" More. ")
    opened.log.leave()
    assert "More." in opened.record.gap_reasons.all()[0].note
    pane.take_away.click()
    assert opened.record.gap_reasons.all() == []


def test_a_note_for_a_gap_without_reason_waits(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.log.details.gap_pane.note.editor.setFocus()
    opened.type("Half a note")
    opened.log.show_thing(opened.newest())
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    assert opened.log.details.gap_pane.note.text() == "Half a note"
    gaps.give_reason(opened.record, gap.start, gap.end, "leave")


def test_a_note_outlives_the_window_and_goes_with_the_reason(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    path = opened.record.path
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.log.details.gap_pane.note.editor.setFocus()
    opened.type("I was caring for my father.")
    assert "Optional, 6 of 60 words" in opened.log.details.gap_pane.note.editor.accessibleDescription()
    opened.close()
    opened.open(path)
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    pane = opened.log.details.gap_pane
    assert pane.note.text() == "I was caring for my father."
    pane.choices["family_leave"].click()
    pane.explain.click()
    assert opened.record.gap_reasons.all()[0].note == "I was caring for my father."
    assert gaps.note_begun(opened.record, gap.start) == ""
    assert opened.log.pane.list.hasFocus()
    assert opened.log.pane.list.chosen_key() == opened.log.open_key
    opened.window.undo()
    assert gaps.note_begun(opened.record, gap.start) == "I was caring for my father."
    assert pane.note.text() == "I was caring for my father."


def test_forms_grow_with_the_text(opened: Opened) -> None:
    opened.window.resize(2000, 900)
    gap = opened.log.contents.gaps[-1]
    texts = opened.detail.texts["learning"]
    opened.window.desk.theme.set_factor(1.25)
    opened.qtbot.waitUntil(_Wide(texts).now, timeout=SLOW)
    opened.window.desk.theme.set_factor(1.0)
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.window.desk.theme.set_factor(1.25)
    opened.qtbot.waitUntil(_Wide(opened.log.details.gap_pane.note).now, timeout=SLOW)


class _Wide:
    """Wider than a form may be at 100 %."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def now(self) -> bool:
        return self._widget.width() > FORM_MAX


def test_adding_an_activity_in_a_gap(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.log.details.gap_pane.add.click()
    assert opened.record.activities.get(opened.log.open_key).date == gap.end
    assert opened.detail.title.editor.hasFocus()
