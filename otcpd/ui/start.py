"""Starts the window program: one look, one worker, one window on one CPD file at a time."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions.services import Services
from otcpd.background import Worker
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.background import Background
from otcpd.ui.desktop import Desktop, SystemDesktop
from otcpd.ui.machine import MachineSettings
from otcpd.ui.messages import Messages
from otcpd.ui.pages.base import Desk
from otcpd.ui.session import Session
from otcpd.ui.shell.faults import FaultHandler
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.shell.opening import Opening
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme


def run_window(services: Services, record_path: Path | None) -> int:
    """Runs the window until it is closed; returns the exit code. Without a path the last file is opened."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("otcpd")
    app.setDesktopFileName("otcpd")
    app.setQuitOnLastWindowClosed(False)
    offer_shipped_fonts()
    machine = MachineSettings(services.settings_file)
    theme = Theme(app.styleHints(), choice=machine.theme, factor=machine.number("text_size", 1.0))
    theme.dress(app)
    program = Program(services, theme, machine, SystemDesktop())
    program.finished.connect(app.quit)
    faults = FaultHandler(services, theme, app)
    with faults:
        program.start(record_path)
        code = app.exec()
    program.shutdown()
    return code


class Program(QObject):
    """Opens CPD files, each in a window that takes the place of the one before."""

    finished = Signal()
    """No window is left."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        machine: MachineSettings,
        desktop: Desktop,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.theme = theme
        self.machine = machine
        self.desktop = desktop
        self.announcer = Announcer(self)
        self.background = Background(Worker(), self)
        self.window: MainWindow | None = None
        self.opening: Opening | None = None

    def start(self, path: Path | None) -> None:
        """Open a file, the last one if none is named, or ask which."""
        known = [path] if path is not None else [entry for entry in self.machine.recent() if entry.is_file()]
        if known:
            self.open(known[0])
        else:
            self.ask_for_file()

    def ask_for_file(self) -> None:
        """Have a CPD file chosen."""
        parent = self.window if self.window is not None else QWidget()
        self.desktop.choose_files(parent, "Open a CPD file", "CPD files (*.otcpd)", self._on_chosen, several=False)

    def open(self, path: Path) -> None:
        """Open a file in place of the one that is open."""
        if self.window is not None and self.window.desk.session.record.path.absolute() == path.absolute():
            self.window.activateWindow()
            return
        self.opening = Opening(path.absolute(), self.services, self.machine, self.theme, self.window)
        self.opening.setParent(self)
        self.opening.opened.connect(self.show_record)
        self.opening.gave_up.connect(self._on_gave_up)
        self.opening.begin()

    def show_record(self, record: Record, told: str = "") -> None:
        """Show an open file. If the window before it cannot close, the file is closed again."""
        self._forget_opening()
        before = self.window
        if before is not None:
            before.closed.disconnect(self._on_closed)
            if not before.close():
                before.closed.connect(self._on_closed)
                record.close()
                return
            before.deleteLater()
        session = Session(record, self.services, self.background)
        desk = Desk(self.theme, self.announcer, session, Messages(session), self.desktop, self.machine)
        window = MainWindow(desk)
        session.setParent(window)
        window.closed.connect(self._on_closed)
        window.open_wanted.connect(self.ask_for_file)
        self.window = window
        window.show()
        if told:
            desk.messages.say(told)

    def shutdown(self) -> None:
        """Give up what is under way and end the worker."""
        self.background.shutdown()
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    def _on_chosen(self, paths: list[Path]) -> None:
        self.open(paths[0])

    def _on_gave_up(self) -> None:
        self._forget_opening()
        if self.window is None:
            self.finished.emit()

    def _on_closed(self) -> None:
        self.finished.emit()

    def _forget_opening(self) -> None:
        if self.opening is not None:
            self.opening.deleteLater()
            self.opening = None
