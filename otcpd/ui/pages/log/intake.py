"""Takes files in as evidence, a piece at each turn of the event loop, so that the window stays free."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.actions.evidence import Attached, AttachedSeveral, CameIn, attach_several
from otcpd.actions.files_coming_in import ComingIn, note_coming, note_of, note_settled
from otcpd.actions.taking_in import Outcome, TakingIn, Turn
from otcpd.background import Failure, Result, Task
from otcpd.domain.errors import OtcpdError
from otcpd.ui.background import Job
from otcpd.ui.session import Session

PATIENCE = 500
"""Milliseconds between two tries while another program holds the CPD file."""


class EvidenceIntake(QObject):
    """Files and folders, one after the other or some together. Each is looked into by the worker before it counts.

    What is said of an activity is said with an empty text for files that prove none yet.
    """

    progressed = Signal(str, object, object)
    """The name of the file under way, bytes done, bytes in all (more than 32 bits hold)."""
    moved = Signal(int, int)
    """Files that are settled, taken in or refused, and files in all, since nothing was under way."""
    attached = Signal(str, object)
    """The id of the activity, and an `Attached`."""
    asked = Signal(str, int)
    """The id of an activity, and how many files more it is asked to take for it, or fewer."""
    refused = Signal(str, str, object)
    """The id of the activity, the name of the file, and an OtcpdError that says why it was not taken in."""
    idle = Signal()
    """Nothing is under way any more."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._taking = TakingIn(session.record, self, self._attach)
        self._job: Job | None = None
        self._settled = self._total = 0
        self._noted: list[ComingIn] = []
        self._note = note_of(session.services, session.record.id)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_turn)
        session.closing.connect(self._on_closing)

    @property
    def busy(self) -> bool:
        """Whether a file is on its way in."""
        return self._taking.busy

    @property
    def activity(self) -> str | None:
        """The activity whose file is under way, empty for one that proves none; None while there is none."""
        return self._taking.activity

    @property
    def left(self) -> int:
        """How many files are on their way, as far as is known: what is in a folder is counted when it is opened."""
        return max(1, self._total - self._settled) if self.busy else 0

    def add(self, activity: str, paths: list[Path]) -> None:
        """Take these files and folders in, after those under way. Until they are in they stand in a note."""
        was_busy = self.busy
        some = [ComingIn(activity, path.absolute()) for path in paths]
        self._noted += some
        note_coming(self._note, some)
        self._taking.add(activity, paths)
        if not was_busy and self.busy:
            self._timer.start(0)

    def cancel(self) -> None:
        """Give up the file under way and those that wait; nothing of them stays."""
        if self._give_up():
            self._session.tidy_soon()
            self._end()

    def _on_closing(self) -> None:
        """The note stays: nobody has given these files up."""
        if self._give_up():
            self.idle.emit()

    def _give_up(self) -> bool:
        was_busy = self.busy
        self._timer.stop()
        if self._job is not None:
            self._job.disconnect(self)
            self._job.cancel()
            self._job = None
        self._taking.cancel()
        return was_busy

    # What the files on their way tell

    def on_asked(self, activity: str, count: int) -> None:
        self._total += count
        self.asked.emit(activity, count)

    def on_attached(self, activity: str, done: Attached) -> None:
        self._settle()
        self.attached.emit(activity, done)

    def on_refused(self, activity: str, name: str, error: OtcpdError) -> None:
        self._settle()
        self._session.tidy_soon()
        self.refused.emit(activity, name, error)

    def on_progress(self, name: str, done: int, size: int) -> None:
        self.progressed.emit(name, done, size)

    def _settle(self) -> None:
        self._settled += 1
        self.moved.emit(self._settled, max(self._total, self._settled))

    def _attach(self, activity: str, files: list[CameIn], joins: str | None) -> AttachedSeveral | None:
        return self._session.act(attach_several, activity, files, joins=joins)

    # Turns

    def _on_turn(self, outcome: Outcome | None = None) -> None:
        step = self._taking.advance(outcome)
        if step is None:
            self._timer.stop()
            self._end()
        elif isinstance(step, Task):
            self._timer.stop()
            self._job = self._session.background.call(step, self._on_done, self._on_failed)
        else:
            self._timer.start(PATIENCE if step is Turn.WAIT else 0)

    def _on_done(self, value: object) -> None:
        self._job = None
        self._on_turn(Result(value))

    def _on_failed(self, error: OtcpdError) -> None:
        self._job = None
        self._on_turn(Failure(error))

    def _end(self) -> None:
        self._settled = self._total = 0
        noted, self._noted = self._noted, []
        note_settled(self._note, noted)
        self.idle.emit()
