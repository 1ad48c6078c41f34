"""The main window on a small file, opened on Home, for tests of what floats over every page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions import files
from otcpd.actions.activities import new_activity
from otcpd.domain.activity import Category
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.letting_go import let_go
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.moulds import moulded
from tests.record.support import make_file, surroundings
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.seeing import Heard

SLOW = 20_000
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class Windowed:
    """The window, and keys that go wherever the focus is."""

    window: MainWindow
    qtbot: QtBot
    heard: Heard
    answers: Answers = field(default_factory=Answers)

    @property
    def record(self) -> Record:
        return self.window.desk.session.record

    def titles(self) -> list[str]:
        """The titles of the activities, newest first."""
        return [row.title for row in self.record.activities.rows()]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key."""
        QTest.keyClick(self._target(), key, modifier)

    def type(self, text: str) -> None:
        """Type."""
        QTest.keyClicks(self._target(), text)

    def active(self, widget: QWidget) -> None:
        """Wait until this window has the focus."""
        self.qtbot.waitUntil(widget.isActiveWindow, timeout=SLOW)

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self.window


@contextmanager
def windowed(
    qtbot: QtBot, theme: Theme, announcer: Announcer, folder: Path, clock: FixedClock, *, reading: Path | None = None
) -> Iterator[Windowed]:
    """The window on a file with two activities, and nothing of it left afterwards.

    `reading` names a file that is opened for reading only instead.
    """
    if reading:
        record = files.open_to_read(reading, surroundings(clock, 9))
    else:
        record = moulded(folder / "eilidh.otcpd", clock, 1, "two activities", _filled)
    answers = Answers()
    desk = make_desk(record, folder, clock, theme, announcer, answers)
    window = MainWindow(desk)
    window.resize(1280, 860)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=SLOW)
    try:
        yield Windowed(window, qtbot, Heard(announcer), answers)
    finally:
        clear_desk(desk)
        window.hide()
        let_go(window)


def _filled(path: Path, around: Surroundings) -> Record:
    record = make_file(path, around)
    for day, title, category in (
        (date(2026, 11, 19), "Journal club on falls", Category.WORK_BASED),
        (date(2026, 11, 3), "Two papers on stair lifts", None),
    ):
        new_activity(record, date=day, title=title, category=category, minutes=60)
    return record
