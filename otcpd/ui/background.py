"""The window's side of the worker process: jobs in order, answers on the UI thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.background import Failure, Progress, Result, Task, Worker, WorkerBug, unreadable
from otcpd.domain.errors import OtcpdError

POLL = 20
"""Milliseconds between two looks at the worker, while it has a job."""
MOST_AT_ONCE = 100
"""Progress messages taken at one look."""


class Job(QObject):
    """One job. Exactly one of `done`, `failed` and `cancelled` comes, after any number of `progressed`."""

    progressed = Signal(int, int, str)
    """Steps done, steps in all, and in words what it is at."""
    done = Signal(object)
    """What the function returned."""
    failed = Signal(OtcpdError)
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, wanted: Task, parent: Background) -> None:
        super().__init__(parent)
        self.wanted = wanted

    def cancel(self) -> None:
        """Give the job up: end the worker if it is at this job, or take the job out of the queue."""
        home = self.parent()
        if isinstance(home, Background):
            home.cancel(self)


class Background(QObject):
    """The one helper for long work. Connect to a job's signals in the same turn as `run` returns it."""

    busy_changed = Signal(bool)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._current: Job | None = None
        self._waiting: deque[Job] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waiting."""
        return self._current is not None or bool(self._waiting)

    def run(self, wanted: Task) -> Job:
        """Queue a job. It starts with the next turn of the event loop, or when those before it have ended."""
        was_busy = self.busy
        job = Job(wanted, self)
        self._waiting.append(job)
        self._timer.start()
        if not was_busy:
            self.busy_changed.emit(True)
        return job

    def cancel(self, job: Job) -> None:
        """Give `job` up; nothing happens if it has ended already."""
        if job is self._current:
            self._worker.cancel()
            self._current = None
        elif job in self._waiting:
            self._waiting.remove(job)
        else:
            return
        job.cancelled.emit()
        self._end(job)

    def shutdown(self) -> None:
        """Give everything up, silently, and end the worker."""
        self._timer.stop()
        self._worker.close()
        for job in (self._current, *self._waiting):
            if job is not None:
                job.deleteLater()
        self._current = None
        self._waiting.clear()

    def call(self, wanted: Task, done: Callable[[object], None], failed: Callable[[OtcpdError], None]) -> Job:
        """`run`, with the two usual connections made. `done` and `failed` are methods of the caller."""
        job = self.run(wanted)
        job.done.connect(done)
        job.failed.connect(failed)
        return job

    def _look(self) -> None:
        job = self._current
        if job is None:
            self._start_next()
            return
        latest: Progress | None = None
        # At most so many at once: a job that reports faster than we look must not hold the window.
        for _ in range(MOST_AT_ONCE):
            if not isinstance(event := self._worker.poll(), Progress):
                break
            latest = event
        if latest is not None:
            job.progressed.emit(latest.done, latest.total, latest.words)
        if not isinstance(event, Result | Failure) or job is not self._current:
            return
        self._current = None
        if isinstance(event, Result):
            job.done.emit(event.value)
            self._end(job)
        elif isinstance(event, Failure):
            self._fail(job, event.error)
        if self._current is None and self._waiting:
            self._start_next()  # many small jobs would otherwise wait for the timer more than they take

    def _fail(self, job: Job, error: OtcpdError | WorkerBug) -> None:
        if isinstance(error, OtcpdError):
            job.failed.emit(error)
            self._end(job)
            return
        job.failed.emit(unreadable())
        self._end(job)
        raise error

    def _start_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        self._current = self._waiting.popleft()
        self._worker.start(self._current.wanted)

    def _end(self, job: Job) -> None:
        job.ended.emit()
        job.deleteLater()
        if not self.busy:
            self._timer.stop()
            self.busy_changed.emit(False)
