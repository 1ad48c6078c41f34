"""Gaps in the log: seen in the list, explained in the pane."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import gaps
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program


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


def test_adding_an_activity_in_a_gap(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.log.details.gap_pane.add.click()
    assert opened.record.activities.get(opened.log.open_key).date == gap.end
    assert opened.detail.title.editor.hasFocus()
