"""Backups while the window is open: one soon after it opens and one a day, made in the worker process."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.actions import safety
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.record.backup import Backup
from otcpd.ui.background import Job
from otcpd.ui.session import Session
from otcpd.ui.times import at_moment, when

SOON = 3_000
"""Milliseconds after the window is first shown."""
HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class BackupState:
    """`made` tells when the newest checked backup was made, in short, `said` in a sentence ("at 09:12").

    Both are empty where there is none; `problem` says why none could be made.
    """

    made: str = ""
    said: str = ""
    problem: OtcpdError | None = None


class BackupWatch(QObject):
    """Looks every hour whether a backup is due. A file open for reading is somebody else's to back up."""

    told = Signal(object)
    """A BackupState."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = session.services.backup_folder(session.record.id)
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        session.closing.connect(self.stop)

    def begin(self) -> None:
        """The window is on the screen."""
        if not (self._session.read_only or self._timer.isActive()):
            self._timer.start(SOON)

    def stop(self) -> None:
        """The file is about to close: give up a backup under way, which leaves nothing half-made behind."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Make a backup if one is due, else say when the newest was made."""
        self._timer.setInterval(HOUR)
        try:
            due = safety.backup_is_due(self._session.record, self._folder)
            newest = safety.backups(self._folder)[-1:]
        except OtcpdError as error:
            self._on_failed(error)
            return
        if newest:
            self._say(newest[0])
        if due:
            self.back_up()

    def back_up(self) -> None:
        """Make a backup now."""
        if self._job is not None or self._session.read_only:
            return
        now = self._session.services.clock.now()
        self._job = self._session.background.run(task(safety.back_up, self._session.record.path, self._folder, now))
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _on_done(self, made: object) -> None:
        if isinstance(made, Backup):
            self._say(made)

    def _on_failed(self, error: OtcpdError) -> None:
        self.told.emit(BackupState(problem=error))

    def _on_ended(self) -> None:
        self._job = None

    def _say(self, backup: Backup) -> None:
        today = self._session.services.clock.today()
        self.told.emit(BackupState(when(backup.made, today), at_moment(backup.made, today)))
