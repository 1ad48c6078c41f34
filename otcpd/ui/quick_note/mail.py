"""Reads the heads of e-mails that were dropped on the quick note, in the worker process."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from otcpd.domain.errors import OtcpdError
from otcpd.ui.background import Job
from otcpd.ui.session import Session


class MailReader(QObject):
    """One e-mail at a time is enough: the first gives the note its words."""

    read_one = Signal(object)
    """A MailHead; an empty one where the file could not be read."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        session.closing.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether an e-mail is being read."""
        return self._job is not None

    def read(self, paths: list[str]) -> None:
        """Read the first e-mail among these files, if there is one."""
        from otcpd.actions.quick_note_mail import is_mail, mail_task  # only e-mails need it

        mail = next((path for path in map(Path, paths) if is_mail(path)), None)
        if mail is not None and self._job is None:
            self._job = self._session.background.call(mail_task(mail), self._on_done, self._on_failed)

    def cancel(self) -> None:
        """Give it up."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _on_done(self, head: object) -> None:
        self._job = None
        self.read_one.emit(head)

    def _on_failed(self, _error: OtcpdError) -> None:
        from otcpd.exchange.mail_head import MailHead  # as above

        self._job = None
        self.read_one.emit(MailHead())
