"""Starts the window program: one look, one worker, one window on one CPD file at a time."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions import files
from otcpd.actions.files_coming_in import note_of
from otcpd.actions.services import Services
from otcpd.background import Worker
from otcpd.domain.errors import OtcpdError
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.background import Background
from otcpd.ui.backup_watch import BackupWatch
from otcpd.ui.desktop import Desktop, SystemDesktop
from otcpd.ui.letting_go import let_go
from otcpd.ui.look_settings import is_still
from otcpd.ui.machine import MachineSettings
from otcpd.ui.messages import Messages
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.welcome.sample import SampleMaker
from otcpd.ui.session import Session
from otcpd.ui.shell.faults import FaultHandler
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.shell.opening import Opening
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme
from otcpd.ui.times import at_moment

if TYPE_CHECKING:
    from otcpd.record.backup import Backup
    from otcpd.ui.pages.welcome.window import WelcomeWindow
    from otcpd.ui.shell.errand import Errand, ErrandRun, Return


def run_window(services: Services, record_path: Path | None) -> int:
    """Runs the window until it is closed; returns the exit code. Without a path the last file is opened."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("otcpd")
    app.setDesktopFileName("otcpd")
    app.setQuitOnLastWindowClosed(False)
    offer_shipped_fonts()
    machine = MachineSettings(services.settings_file)
    factor = machine.number("text_size", 1.0)
    theme = Theme(app.styleHints(), choice=machine.theme, factor=factor, still=is_still(machine))
    theme.dress(app)
    program = Program(services, theme, machine, SystemDesktop())
    program.finished.connect(app.quit)
    faults = FaultHandler(services, theme, app)
    with faults:
        program.start(record_path)
        QTimer.singleShot(0, _begin_to_collect)
        code = app.exec()
    program.shutdown()
    return code


def _begin_to_collect() -> None:
    """What the start made stays for as long as the program runs: it need never be looked through."""
    gc.freeze()
    gc.enable()


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
        self.welcome: WelcomeWindow | None = None
        self.opening: Opening | None = None
        self.errand: ErrandRun | None = None
        self.samples = SampleMaker(services, self.background, self)
        self.samples.made.connect(self.show_sample)

    def start(self, path: Path | None) -> None:
        """Open a file, the last one if none is named, or show the welcome screen."""
        known = [path] if path is not None else [entry for entry in self.machine.recent() if entry.is_file()]
        if known:
            self.open(known[0])
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Show the doors: a new file, one there is, the sample."""
        from otcpd.ui.pages.welcome.window import WelcomeWindow  # a start with a file does without it

        if self.welcome is None:
            made = WelcomeWindow(self.theme, self.announcer, self.services, self.machine, self.desktop)
            made.made.connect(self._on_made)
            made.open_wanted.connect(self.ask_for_file)
            made.recent_wanted.connect(self.open)
            made.sample_wanted.connect(self.samples.make)
            made.sample_given_up.connect(self.samples.give_up)
            made.closed.connect(self._on_welcome_closed)
            self.samples.busy_changed.connect(made.doors.show_making)
            self.samples.progressed.connect(made.doors.show_progress)
            self.samples.failed.connect(made.doors.show_problem)
            self.welcome = made
        self.welcome.show()
        self.welcome.activateWindow()

    def ask_for_file(self) -> None:
        """Have a CPD file chosen."""
        parent = self.window or self.welcome
        assert parent is not None
        self.desktop.choose_files(parent, "Open a CPD file", "CPD files (*.otcpd)", self._on_chosen, several=False)

    def open(self, path: Path) -> None:
        """Open a file in place of the one that is open."""
        if self.window is not None and self.window.desk.session.record.path.absolute() == path.absolute():
            self.window.activateWindow()
            return
        self._open(path, self.window or self.welcome)

    def _open(self, path: Path, window: QWidget | None) -> None:
        self.opening = Opening(path.absolute(), self.services, self.machine, self.theme, self.background, window)
        self.opening.setParent(self)
        self.opening.opened.connect(self.show_record)
        self.opening.gave_up.connect(self._on_gave_up)
        self.opening.find_wanted.connect(self.ask_for_file)
        self.opening.begin()

    def show_record(self, record: Record, told: str = "") -> None:
        """Show an open file. If the window before it cannot close, the file is closed again."""
        self._forget_opening()
        if self._make_room(record):
            self.samples.clear_away()
            self._show(record, told)

    def show_sample(self, record: Record) -> None:
        """Show the sample file."""
        if self._make_room(record):
            self.samples.clear_away(but_newest=True)
            self._show(record, "", sample=True)

    def _make_room(self, record: Record) -> bool:
        """Close the window before this one; False, with the file closed, if it has to stay open."""
        before = self.window
        if before is None:
            return True
        gone = False
        try:
            gone = self._put_window_away(before)
        finally:
            if not gone:
                record.close()
        return gone

    def _put_window_away(self, before: MainWindow) -> bool:
        """Close a window without ending the program; False if it has to stay open."""
        before.closed.disconnect(self._on_closed)
        before.replaced = True
        gone = False
        try:
            gone = before.close()
        finally:
            before.replaced = False
            if not gone:
                before.closed.connect(self._on_closed)
        if gone:
            let_go(before)
        return gone

    def run_errand(self, errand: Errand) -> None:
        """Close the window, have its file worked on, and open it again."""
        from otcpd.ui.shell.errand import ErrandRun  # most days pass without one

        before = self.window
        if before is None or self.errand is not None:
            return
        self.errand = ErrandRun(errand, self.theme, before, self)
        self.errand.returned.connect(self._on_returned)
        self.errand.curtain.show()
        if not self._put_window_away(before):
            self._end_errand()
            return
        self.window = None
        self.errand.begin(self.background)

    def look_into(self, backup: Backup) -> None:
        """Show a backup for reading, in place of the file it was made of."""
        before = self.window
        assert before is not None
        session = before.desk.session
        try:
            record = files.open_to_read(backup.path, self.services.around)
        except OtcpdError as error:
            session.problem.emit(error)
            return
        home = session.home or session.record.path
        record.read_only_because = f"It is the backup made {at_moment(backup.made, self.services.clock.today())}."
        if self._make_room(record):
            self._show(record, "", home=home)

    def _on_returned(self, came: Return) -> None:
        assert self.errand is not None
        if came.left is not None:
            self.machine.note_moved(came.left, came.path)
            self.machine.save()
        self._open(came.path, self.errand.curtain)

    def _come_back(self) -> None:
        """The window is open again after an errand: go where it began, and say what came of it."""
        errand, window = self.errand, self.window
        if errand is None or window is None or errand.came is None:
            return
        came, desk = errand.came, window.desk
        problem = errand.problem
        self._end_errand()
        desk.session.brought = came.brought
        window.go_to("settings", came.section)
        if problem is not None:
            desk.session.problem.emit(problem)
        elif came.undoable:
            desk.messages.offer_undo(came.text, window.undo, passing=True)
        elif came.errand is not None:
            desk.messages.offer(came.text, came.action, partial(self.run_errand, came.errand), icon="tick")
        elif came.text:
            desk.messages.say(came.text)

    def _end_errand(self) -> None:
        if self.errand is not None:
            self.errand.end()
            self.errand = None

    def _go_home(self) -> None:
        assert self.window is not None
        session = self.window.desk.session
        if session.home is not None:
            self.open(session.home)
        else:
            self._open(session.record.path, self.window)  # what kept it from being written to may be gone

    def _show(self, record: Record, told: str, *, sample: bool = False, home: Path | None = None) -> None:
        session = Session(record, self.services, self.background)
        session.home = home
        session.errand_wanted.connect(self.run_errand)
        session.look_wanted.connect(self.look_into)
        desk = Desk(
            self.theme,
            self.announcer,
            session,
            Messages(session),
            self.desktop,
            self.machine,
            BackupWatch(session, session),
            sample,
        )
        window = MainWindow(desk)
        session.setParent(window)
        window.closed.connect(self._on_closed)
        window.open_wanted.connect(self.ask_for_file)
        window.home_wanted.connect(self._go_home)
        window.start_wanted.connect(self.show_welcome)
        self.window = window
        window.show()
        self._put_welcome_away()
        window.activateWindow()
        if told:
            desk.messages.say(told)
        self._come_back()
        if not record.read_only and note_of(self.services, record.id).exists():
            from otcpd.ui.shell.cut_off import CutOff  # most days nothing was cut off

            CutOff(desk, window).ask()

    def shutdown(self) -> None:
        """Give up what is under way and end the worker."""
        self._end_errand()
        self.background.shutdown()
        if self.window is not None:
            let_go(self.window)
            self.window = None
        self._put_welcome_away()
        self.samples.clear_away()

    def _put_welcome_away(self) -> None:
        if self.welcome is not None:
            self.welcome.closed.disconnect(self._on_welcome_closed)
            self.welcome.close()
            let_go(self.welcome)
            self.welcome = None

    def _on_made(self, record: Record) -> None:
        self.machine.note_opened(record.path, record.id)
        self.machine.save()
        self.show_record(record)

    def _on_welcome_closed(self) -> None:
        self.samples.give_up()
        if self.window is None:
            self.finished.emit()
        elif self.welcome is not None:
            let_go(self.welcome)
            self.welcome = None

    def _on_chosen(self, paths: list[Path]) -> None:
        self.open(paths[0])

    def _on_gave_up(self) -> None:
        self._forget_opening()
        self._end_errand()
        if self.window is None and self.welcome is None:
            self.show_welcome()

    def _on_closed(self) -> None:
        self.finished.emit()

    def _forget_opening(self) -> None:
        if self.opening is not None:
            self.opening.deleteLater()
            self.opening = None
