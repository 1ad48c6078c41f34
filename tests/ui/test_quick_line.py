"""The line that adds: what it shows of how it will be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
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
