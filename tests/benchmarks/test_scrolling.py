"""25,000 activities: the log scrolls without a late frame, pages change at once, and the window is never held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.shell.registry import PAGES
from tests.benchmarks.ratios import Measured, percentile, timed, worked
from tests.journeys.round import go_round
from tests.ports import FixedClock
from tests.ui.opened import Opened, opened_program
from tests.watchdog import AIM_LARGE, held_to

FRAME = 16.0
"""Milliseconds of one frame at 60 Hz."""
AT_ONCE = 100.0
"""Milliseconds in which another page stands there."""
STEPS = 400
JUMPS = 100
ROUNDS = 3


@pytest.fixture
def opened(huge_path: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    """The window on the file of 25,000 activities."""
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(huge_path)
        yield program


def test_scrolling(opened: Opened, measured: Callable[[Measured], None]) -> None:
    view = opened.log.pane.list
    bar = view.verticalScrollBar()

    def frame(value: int) -> float:
        def draw() -> None:
            bar.setValue(value)
            view.viewport().repaint()

        return timed(draw)

    most = bar.maximum()
    frames = [frame(120 * step) for step in range(STEPS)]
    frames += [frame(most * step // JUMPS) for step in range(JUMPS)]
    name = "Frame while scrolling 25,000 activities, 95 % of cases"
    measured(Measured(name, percentile(frames, 0.95), FRAME, "one frame", 1.0))


def _rest(qtbot: QtBot) -> None:
    """What was put off until the loop has nothing else to do is done."""
    last = QTimer()
    last.setSingleShot(True)
    with qtbot.waitSignal(last.timeout):
        last.start(0)


def test_changing_pages(opened: Opened, measured: Callable[[Measured], None]) -> None:
    window = opened.window

    def change(key: str) -> float:
        def show() -> None:
            window.go_to(key)
            QApplication.processEvents()

        return worked(show)

    keys = [spec.page.key for spec in PAGES]
    for key in keys:
        change(key)
        _rest(opened.qtbot)
    rounds = [{key: change(key) for key in keys} for _ in range(ROUNDS)]
    slowest = max(min(times[key] for times in rounds) for key in keys)
    measured(Measured("Slowest page shown again, 25,000 activities", slowest, AT_ONCE, "a tenth of a second", 1.0))


def test_the_window_is_never_held(
    opened: Opened,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    measured: Callable[[Measured], None],
) -> None:
    with held_to(AIM_LARGE, request, monkeypatch) as watchdog:
        go_round(opened.window, watchdog, qtbot)
    name = "Longest that the window was held, 25,000 activities"
    measured(Measured(name, watchdog.longest, AIM_LARGE, "a tenth of a second", 1.0))
