"""The real window on a real file, for tests: started as the program starts it, with a desktop that answers."""

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

from otcpd.actions import activities
from otcpd.actions.looking import looking_in_worker
from otcpd.actions.services import Services
from otcpd.domain.activity import Category
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from otcpd.ui.desktop import Chosen
from otcpd.ui.letting_go import let_go
from otcpd.ui.machine import MachineSettings
from otcpd.ui.pages.log.detail import Detail
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.start import Program
from otcpd.ui.theme.theme import Theme, ThemeChoice
from tests.ports import FixedClock
from tests.record.moulds import moulded
from tests.record.support import make_file, new_record, surroundings

SLOW = 20_000


@dataclass
class AnsweringDesktop:
    """Answers at once with the paths it was given, and notes what was opened."""

    files: list[Path] = field(default_factory=list)
    place: Path | None = None
    opened: list[Path] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)

    def choose_files(self, parent: QWidget, title: str, kinds: str, chosen: Chosen, *, several: bool = True) -> None:
        if self.files:
            chosen(self.files if several else self.files[:1])

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str, chosen: Chosen) -> None:
        if self.place is not None:
            chosen([self.place])

    def choose_folder(self, parent: QWidget, title: str, suggested: Path, chosen: Chosen) -> None:
        if self.place is not None:
            chosen([self.place])

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return True

    def copy(self, text: str) -> bool:
        self.copied.append(text)
        return True


class Opened:
    """The program with its window, and short ways to look at it and to press keys."""

    def __init__(self, qtbot: QtBot, services: Services, theme: Theme) -> None:
        self.qtbot = qtbot
        self.services = services
        self.desktop = AnsweringDesktop()
        self.machine = MachineSettings(services.settings_file)
        self.program = Program(services, theme, self.machine, self.desktop)

    def open(self, path: Path) -> MainWindow:
        """Open a file, as from the command line, and go to its log."""
        self.program.start(path)
        window = self.window
        window.go_to("log")
        window.resize(1280, 860)
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow, timeout=SLOW)
        if self.record.activities.rows():
            self.qtbot.waitUntil(self._has_opened, timeout=SLOW)
        return window

    def _has_opened(self) -> bool:
        return bool(self.log.open_key)

    def close(self) -> None:
        """Close the window, as a person does."""
        if self.program.window is not None:
            self.program.window.close()
            let_go(self.program.window)
            self.program.window = None

    @property
    def window(self) -> MainWindow:
        assert self.program.window is not None
        return self.program.window

    @property
    def record(self) -> Record:
        return self.window.desk.session.record

    @property
    def log(self) -> LogPage:
        page = self.window.page
        assert isinstance(page, LogPage)
        return page

    @property
    def detail(self) -> Detail:
        return self.log.details.detail

    @property
    def toast(self) -> str:
        return self.window.toast.sentence if self.window.toast.isVisible() else ""

    def newest(self) -> str:
        """The id of the newest activity."""
        return self.record.activities.rows()[0].id

    def titles(self) -> list[str]:
        """The titles of the activities in the file, newest first."""
        return [row.title for row in self.record.activities.rows()]

    def shown(self) -> list[str]:
        """What the list shows, heads included."""
        model = self.log.pane.model
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the focus is."""
        QTest.keyClick(self._target(), key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type, wherever the focus is."""
        QTest.keyClicks(self._target(), text)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def services_in(folder: Path, clock: FixedClock, seed: int = 3) -> Services:
    """Services whose data folder is `folder`."""
    return Services(clock=clock, around=surroundings(clock, seed), looking=looking_in_worker, data_folder=folder)


def new_file(path: Path, clock: FixedClock) -> Path:
    """A CPD file without any activity."""
    new_record(path, clock, seed=2).close()
    return path


def log_file(folder: Path, clock: FixedClock) -> Path:
    """Three activities: two in November, one in the summer, so that there are gaps."""
    path = folder / "eilidh.otcpd"
    moulded(path, clock, 5, "log", _log).close()
    return path


def _log(path: Path, around: Surroundings) -> Record:
    record = make_file(path, around)
    for day, title, category in (
        (date(2026, 11, 19), "Journal club on falls", Category.WORK_BASED),
        (date(2026, 11, 3), "Two papers on stair lifts", Category.SELF_DIRECTED),
        (date(2026, 6, 22), "Equipment pathway", None),
    ):
        activities.new_activity(record, date=day, title=title, category=category, minutes=60)
    return record


@contextmanager
def opened_program(qtbot: QtBot, qapp: QApplication, folder: Path, clock: FixedClock) -> Iterator[Opened]:
    """The program, and nothing of it left afterwards."""
    theme = Theme(qapp.styleHints(), choice=ThemeChoice.LIGHT, still=True)
    theme.dress(qapp)
    opened = Opened(qtbot, services_in(folder, clock), theme)
    try:
        yield opened
    finally:
        opened.close()
        opened.program.shutdown()
        opened.program.deleteLater()
        theme.deleteLater()
