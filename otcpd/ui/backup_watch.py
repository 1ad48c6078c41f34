"""Backups while the window is open: one soon after it opens and one a day, made in the worker process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.domain.errors import OtcpdError
from otcpd.ui.background import Job
from otcpd.ui.session import Session
from otcpd.ui.times import at_moment, when

# A start needs no backup: what makes them is loaded when the window is up.
if TYPE_CHECKING:
    from otcpd.record.backup import Backup

SOON = 3_000
"""Milliseconds after the window is first shown."""
HOUR = 3_600_000
UNCHANGED = "Your CPD file is unchanged."
TRY_AGAIN = "Choose another folder in Settings, under Backups, or make a backup again."


class BackupState(NamedTuple):
    """`made` tells when the newest checked backup was made, in short, `said` in a sentence ("at 09:12").

    Both are empty where there is none; `problem` says why none could be made.
    """

    made: str = ""
    said: str = ""
    problem: OtcpdError | None = None

    @property
    def sentence(self) -> str:
        """The newest backup; after a problem what happened, what is safe and what to do. Empty where neither is."""
        newest = ""
        if self.said:
            day = f"today {self.said}" if self.said.startswith("at ") else self.said.removeprefix("on ")
            newest = f"Newest backup: {day}, checked."
        if self.problem is None:
            return newest
        safe = " ".join(part for part in (self.problem.safe or UNCHANGED, newest) if part)
        return f"{self.problem.happened} {safe} {self.problem.next_step or TRY_AGAIN}"


class BackupWatch(QObject):
    """Looks every hour whether a backup is due. A file open for reading is somebody else's to back up."""

    told = Signal(object)
    """A BackupState."""
    began = Signal()
    """A backup is being made."""
    progressed = Signal(int, int)
    """Pages copied, and pages in all."""
    ended = Signal()
    """It is made, or given up, or was refused."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._state = BackupState()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        session.closing.connect(self.stop)

    @property
    def state(self) -> BackupState:
        """What was told last."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    def all(self) -> list[Backup]:
        """Every backup of this file that can be found now, the newest first."""
        from otcpd.actions import safety

        return safety.backups(*self._session.services.backup_folders(self._session.record.id))[::-1]

    def note(self, found: Sequence[Backup]) -> None:
        """Somebody looked and `found` these, the newest first: what was told keeps to them, and so does a problem."""
        state = self._state_of(found, self._state.problem)
        if state != self._state:
            self._tell(state)

    def begin(self) -> None:
        """The window is on the screen."""
        if not (self._session.read_only or self._timer.isActive()):
            self._timer.start(SOON)

    def stop(self) -> None:
        """The file is about to close: give up a backup under way, which leaves nothing half-made behind."""
        self._timer.stop()
        self.cancel()

    def cancel(self) -> None:
        """Give up a backup under way."""
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Make a backup if one is due, else say when the newest was made."""
        if self._timer.isActive():
            self._timer.setInterval(HOUR)
        from otcpd.actions import safety

        session = self._session
        try:
            due = safety.backup_is_due(session.record, session.services.backup_folder(session.record.id))
        except OtcpdError as error:
            self._on_failed(error)
            return
        self.tell()
        if due:
            self.back_up()

    def tell(self) -> None:
        """Say when the newest backup was made."""
        found = self.all()
        if found:
            self._tell(self._state_of(found, None))

    def back_up(self) -> None:
        """Make a backup now."""
        from otcpd.actions import safety
        from otcpd.background import task

        session = self._session
        if self._job is not None or session.read_only:
            return
        now, folder = session.services.clock.now(), session.services.backup_folder(session.record.id)
        self._job = session.background.run(task(safety.back_up, session.record.path, folder, now))
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self.began.emit()

    def _on_progress(self, done: int, total: int, _words: str) -> None:
        self.progressed.emit(done, total)

    def _on_done(self, made: object) -> None:
        from otcpd.record.backup import Backup

        if isinstance(made, Backup):
            self._tell(self._state_of([made], None))

    def _on_failed(self, error: OtcpdError) -> None:
        self._tell(BackupState(self._state.made, self._state.said, error))

    def _on_ended(self) -> None:
        self._job = None
        self.ended.emit()

    def _state_of(self, found: Sequence[Backup], problem: OtcpdError | None) -> BackupState:
        """One of days to come was made while the clock was wrong: it is named only where there is no other."""
        clock = self._session.services.clock
        newest = next((one for one in found if one.made <= clock.now()), found[0] if found else None)
        if newest is None:
            return BackupState(problem=problem)
        return BackupState(when(newest.made, clock.today()), at_moment(newest.made, clock.today()), problem)

    def _tell(self, state: BackupState) -> None:
        self._state = state
        self.told.emit(state)
