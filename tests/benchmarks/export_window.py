"""A process of its own that exports a profile as the window does, and watches how long the window is held.

`python -m tests.benchmarks.export_window RECORD OUT`. Prints the longest time, in milliseconds, that the event
loop was kept from its next turn: before the worker's first job, and in the whole export.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QApplication

from otcpd.actions.export_choices import choose_most
from otcpd.actions.files import open_to_write
from otcpd.ui.announce import Announcer
from otcpd.ui.export.flow import ExportFlow, ExportState, Stage
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import Answers, clear_desk, make_desk

BEAT = 1
"""Milliseconds between two beats of the event loop's heart."""


class Heart(QObject):
    """Beats as long as the event loop turns, and notes the longest pause."""

    def __init__(self, flow: ExportFlow) -> None:
        super().__init__(flow)
        self.longest = 0.0
        self.while_reading = 0.0
        self._flow = flow
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Begin to beat and to export."""
        self._clock.start()
        self._timer.start()
        QTimer.singleShot(0, self._flow.begin)

    def _beat(self) -> None:
        pause = self._clock.nsecsElapsed() / 1e6
        self._clock.restart()
        self.longest = max(self.longest, pause)
        if self._flow.state.words.startswith("Reading"):
            self.while_reading = max(self.while_reading, pause)


def main(path: Path, out: Path) -> None:
    """Export everything into one file from the page, in a window that nobody sees."""
    app = QApplication(sys.argv[:1])
    clock = FixedClock()
    record = open_to_write(path, surroundings(clock))
    choose_most(record, None)
    theme = Theme(app.styleHints())
    desk = make_desk(record, out.parent, clock, theme, Announcer(), Answers(place=out))
    page = PortfolioPage(desk)
    page.resize(1200, 900)
    page.show()
    while page.header.visibleRegion().isEmpty():
        app.processEvents()
    app.processEvents()  # what the page did when it was first shown
    flow = page.flow
    heart = Heart(flow)

    def stop(state: ExportState) -> None:
        if state.stage in (Stage.READY, Stage.FAILED):
            app.quit()

    flow.told.connect(stop)
    heart.begin()
    app.exec()
    assert flow.state.stage is Stage.READY, flow.state.error
    sys.stdout.write(f"{heart.while_reading} {heart.longest}\n")
    clear_desk(desk)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
