"""One run of the export machine beside the event loop: slices between events, jobs in the worker process."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.actions.profile_export import Outcome, ProfileExport, stopped
from otcpd.actions.profile_plan import ProfileMade, ProfilePlan
from otcpd.background import Failure, Progress, Result, Task
from otcpd.domain.errors import OtcpdError
from otcpd.portfolio.content import ProfileContent
from otcpd.ui.background import Job
from otcpd.ui.session import Session


class ExportRun(QObject):
    """Drives one `ProfileExport` after the other. What a run makes on its way goes bit by bit when it ends.

    Of `made`, `failed` and `given_up` one comes for each run.
    """

    progressed = Signal(object)
    """A Progress of the whole run."""
    made = Signal(object)
    """A ProfileMade: everything is in place."""
    failed = Signal(object)
    """An OtcpdError: nothing was written."""
    given_up = Signal()
    """It was cancelled, or the file was closed: everything is as it was before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._export: ProfileExport | None = None
        self._job: Job | None = None
        self._next_slice = QTimer(self)
        self._next_slice.setInterval(0)
        self._next_slice.timeout.connect(self._go_on)
        self._going: deque[Iterator[None]] = deque()
        """What runs made on their way and is being deleted."""
        self._next_to_go = QTimer(self)
        self._next_to_go.setInterval(0)
        self._next_to_go.timeout.connect(self._delete_more)
        session.closing.connect(self._on_closing)

    @property
    def under_way(self) -> bool:
        """Whether a run is under way."""
        return self._export is not None

    def begin(self, plan: ProfilePlan) -> tuple[ProfileContent, Progress]:
        """Begin a run, once none is under way; gives what the profile will say. Raises what `ProfileExport` raises."""
        export = ProfileExport(self._session.record, plan)
        self._export = export
        self._next_slice.start()
        return export.content, export.progress()

    def cancel(self) -> None:
        """Give up what is under way, if anything is."""
        if self._export is None:
            return
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._put_down()
        self.given_up.emit()

    def _go_on(self, outcome: Outcome | None = None) -> None:
        """The next slice of work, or the next job."""
        export = self._export
        assert export is not None
        try:
            step = export.advance(outcome)
        except OtcpdError as error:
            self._put_down()
            self.failed.emit(error)
            return
        except BaseException:
            self._put_down()
            self.failed.emit(stopped())
            raise
        if isinstance(step, ProfileMade):
            self._put_down()
            self.made.emit(step)
            return
        if isinstance(step, Task):
            self._next_slice.stop()
            self._job = self._session.background.run(step)
            self._job.progressed.connect(self._on_progress)
            self._job.done.connect(self._on_done)
            self._job.failed.connect(self._on_failed)
        else:
            self._next_slice.start()
        self.progressed.emit(export.progress())  # last, since whoever hears it may give the run up

    def _on_progress(self, done: int, total: int, about: str) -> None:
        if self._export is not None:
            self.progressed.emit(self._export.progress(Progress(done, total, about)))

    def _on_done(self, value: object) -> None:
        self._job = None
        self._go_on(Result(value))

    def _on_failed(self, error: OtcpdError) -> None:
        self._job = None
        self._go_on(Failure(error))

    def _put_down(self) -> None:
        """Nothing is under way any more. Hundreds of megabytes deleted at once would hold the window."""
        self._next_slice.stop()
        if self._export is not None:
            self._going.append(self._export.give_up())
            self._export = None
            self._next_to_go.start()

    def _delete_more(self) -> None:
        """One more file, between two events."""
        while self._going:
            for _ in self._going[0]:
                return
            self._going.popleft()
        self._next_to_go.stop()

    def _on_closing(self) -> None:
        """Nobody is there to delete anything later."""
        self.cancel()
        while self._going:
            self._delete_more()
