"""Takes files in as evidence, a piece at each turn of the event loop, so that the window stays free."""

from __future__ import annotations

import contextlib
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.actions import evidence
from otcpd.actions.looking import BEYOND_READING, look_task
from otcpd.domain.errors import Busy, NotAcceptable, OtcpdError
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.record.blobs import Intake
from otcpd.ui.background import Job
from otcpd.ui.session import Session

PATIENCE = 500
"""Milliseconds between two tries while another program holds the CPD file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to take in, and the activity it proves."""

    activity: str
    path: Path


class EvidenceIntake(QObject):
    """One file after the other. A file is looked into by the worker before it counts as evidence."""

    progressed = Signal(str, object, object)
    """The name of the file under way, bytes done, bytes in all (more than 32 bits hold)."""
    attached = Signal(str, object)
    """The id of the activity, and an `Attached`."""
    asked = Signal(str, int)
    """The id of an activity, and how many files it was asked to take for it."""
    refused = Signal(str, str, object)
    """The id of the activity, the name of the file, and an OtcpdError that says why it was not taken in."""
    idle = Signal()
    """Nothing is under way any more."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._waiting: deque[Wanted] = deque()
        self._wanted: Wanted | None = None
        self._intake: Intake | None = None
        self._found: EvidenceText | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        session.closing.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a file is on its way in."""
        return self._wanted is not None

    @property
    def activity(self) -> str:
        """The activity whose file is under way; empty for none."""
        return self._wanted.activity if self._wanted is not None else ""

    def add(self, activity: str, paths: list[Path]) -> None:
        """Take these files in, after those under way."""
        self.asked.emit(activity, len(paths))
        self._waiting.extend(Wanted(activity, path) for path in paths)
        if self._wanted is None:
            self._next()

    def cancel(self) -> None:
        """Give up the file under way and those that wait; nothing of them stays."""
        self._waiting.clear()
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._forget_bytes()
        self._next()

    def _next(self) -> None:
        self._intake = self._found = None
        while self._waiting:
            self._wanted = self._waiting.popleft()
            try:
                self._intake = evidence.begin_intake(self._session.record, self._wanted.path)
            except OtcpdError as error:
                self._refuse(error)
                continue
            self._timer.start(0)
            return
        self._wanted = None
        self.idle.emit()

    def _step(self) -> None:
        intake, wanted = self._intake, self._wanted
        assert intake is not None
        assert wanted is not None
        self._timer.setInterval(0)
        more = True
        try:
            if self._found is None:
                more = intake.step()
            else:
                self._finish(intake, wanted, self._found)
                return
        except Busy:
            self._timer.setInterval(PATIENCE)  # nothing of the file is lost by waiting, and it can be given up
        except OtcpdError as error:
            self._fail(error)
            return
        self.progressed.emit(wanted.path.name, intake.done, max(intake.size, intake.done))
        if not more:
            self._timer.stop()
            self._job = self._session.background.run(look_task(wanted.path))
            self._job.done.connect(self._on_looked)
            self._job.failed.connect(self._on_look_failed)

    def _on_looked(self, found: object) -> None:
        self._job = None
        assert isinstance(found, EvidenceText)
        self._found = found
        self._timer.start(0)

    def _finish(self, intake: Intake, wanted: Wanted, found: EvidenceText) -> None:
        stored = intake.finish()
        self._timer.stop()
        done = self._session.act(evidence.finish_attaching, wanted.activity, wanted.path.name, stored, found)
        if done is not None:
            self.attached.emit(wanted.activity, done)
        self._next()

    def _on_look_failed(self, error: OtcpdError) -> None:
        self._job = None
        if isinstance(error, NotAcceptable):
            # The file brought the worker down: it is kept as it is, like other broken ones.
            self._on_looked(BEYOND_READING)
        else:
            self._fail(error)

    def _fail(self, error: OtcpdError) -> None:
        self._timer.stop()
        self._forget_bytes()
        self._refuse(error)
        self._next()

    def _refuse(self, error: OtcpdError) -> None:
        assert self._wanted is not None
        self.refused.emit(self._wanted.activity, self._wanted.path.name, error)

    def _forget_bytes(self) -> None:
        if self._intake is not None:
            with contextlib.suppress(OtcpdError):  # what stays is swept when the file is next opened
                self._intake.cancel()
            self._intake = None
            self._session.tidy_soon()
