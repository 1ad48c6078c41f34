"""What Home knows of the backups of the open file."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from otcpd.domain.errors import OtcpdError
from otcpd.domain.next_steps import BackupFacts
from otcpd.ui.backup_watch import BackupState
from otcpd.ui.pages.base import Desk


class BackupNews(QObject):
    """Hears what the watch tells, and asks for the newest backup only then: a folder may be far away."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._newest: datetime | None = None
        self._tried = False
        self._problem: OtcpdError | None = None
        desk.backups.told.connect(self._on_told)

    @property
    def newest(self) -> datetime | None:
        """When the newest backup was made, as far as the watch has told."""
        return self._newest

    def facts(self) -> BackupFacts | None:
        """For the rules; None where the file is thrown away, or somebody else's to back up."""
        session = self._desk.session
        if session.read_only or self._desk.sample:
            return None
        problem = self._problem.text if self._problem is not None else ""
        return BackupFacts(self._newest, session.record.changed_at(), problem, self._tried)

    def _on_told(self, state: BackupState) -> None:
        problem = state.problem
        now = self._desk.session.services.clock.now()
        found = [one.made for one in self._desk.backups.all() if one.made <= now]
        newest = max(found, default=None)
        if (newest, problem, True) == (self._newest, self._problem, self._tried):
            return
        self._newest, self._problem, self._tried = newest, problem, True
        self.changed.emit()
