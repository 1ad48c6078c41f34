"""The program before a CPD file is open, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.machine import MachineSettings
from otcpd.ui.pages.welcome.window import WelcomeWindow
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.start import Program
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.desk_support import Answers, services

LIMIT = 30_000


@contextmanager
def program_in(folder: Path, clock: FixedClock, theme: Theme, answers: Answers) -> Iterator[Program]:
    """The program with its own folder, and nothing of it left afterwards."""
    given = services(folder, clock)
    made = Program(given, theme, MachineSettings(given.settings_file), answers)
    yield made
    if made.window is not None:
        made.window.close()
    made.shutdown()
    made.deleteLater()


def welcomed(program: Program, qtbot: QtBot) -> WelcomeWindow:
    """The welcome screen, with the focus."""
    program.start(None)
    assert program.welcome is not None
    program.welcome.resize(1280, 800)
    program.welcome.activateWindow()
    qtbot.waitUntil(program.welcome.isActiveWindow)
    return program.welcome


def opened(program: Program, qtbot: QtBot) -> MainWindow:
    """The window on a file, once there is one."""
    qtbot.waitUntil(lambda: program.window is not None, timeout=LIMIT)
    assert program.window is not None
    return program.window


def focused() -> QWidget:
    """Where the focus is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)
