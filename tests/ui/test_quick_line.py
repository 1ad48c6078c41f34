"""The line that adds: what it shows of how it will be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


def test_a_line_without_a_day_says_that_it_is_today(opened: Opened) -> None:
    quick = opened.log.pane.quick
    quick.field.line.setFocus()
    opened.type("1h webinar on splinting")
    opened.qtbot.waitUntil(quick.parts.isVisible, timeout=5000)
    assert "Today" in quick.parts.sentences()


def test_a_day_that_is_none_is_named_before_it_is_kept(opened: Opened) -> None:
    quick = opened.log.pane.quick
    quick.field.line.setFocus()
    opened.type("1h webinar 31 November")
    opened.qtbot.waitUntil(quick.parts.isVisible, timeout=5000)
    assert any("November has 30 days" in sentence for sentence in quick.parts.sentences())


def test_a_long_paste_is_kept_whole_and_gives_a_short_title(opened: Opened) -> None:
    pasted = f"2h webinar on splinting, and {'what was said there, word for word, ' * 6000}the end"
    quick = opened.log.pane.quick
    quick.field.line.setFocus()
    QApplication.clipboard().setText(pasted)
    quick.field.line.paste()
    quick.field.line.textEdited.emit(quick.field.text())
    opened.qtbot.waitUntil(quick.parts.isVisible, timeout=5000)
    assert any("also goes to ‘What it was’" in sentence for sentence in quick.parts.sentences())
    opened.press(Qt.Key.Key_Return)
    kept = opened.record.activities.get(opened.newest())
    assert kept.description == pasted
    assert len(kept.title) <= 200
    assert kept.minutes == 120


def test_lines_after_the_first_go_to_the_description(opened: Opened) -> None:
    quick = opened.log.pane.quick
    quick.field.line.setFocus()
    quick.field.line.insert("Webinar on splinting\r\nThe first half.\nThe second half.")
    opened.press(Qt.Key.Key_Return)
    kept = opened.record.activities.get(opened.newest())
    assert (kept.title, kept.description) == ("Webinar on splinting", "The first half.\nThe second half.")


def test_a_title_that_is_none_is_told_and_kept(opened: Opened) -> None:
    detail = opened.detail
    detail.title.setFocus()
    detail.title.editor.selectAll()
    detail.title.editor.insertPlainText("splints " * 25_000)
    detail.basics.type.line.setFocus()
    assert "200,000 characters" in detail.title_length.text()
    assert detail.title_length.isVisible()
    assert len(opened.record.activities.get(opened.newest()).title) > 199_000
    detail.title.editor.selectAll()
    detail.title.editor.insertPlainText("Splints")
    assert detail.title_length.isHidden()
