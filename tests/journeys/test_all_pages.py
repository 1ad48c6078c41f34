"""Through all pages of the sample, watched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.demo import demo
from tests.journeys.round import go_round
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import opened_program
from tests.watchdog import Watchdog


def test_through_all_pages(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock, watchdog: Watchdog
) -> None:
    path = tmp_path / "sample.otcpd"
    demo(path, surroundings(clock), activities=120, today=clock.today()).close()
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        go_round(program.open(path), watchdog, qtbot)
    assert watchdog.count > 100
