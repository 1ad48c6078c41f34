"""Long work in a process of its own: drawing PDFs, reading evidence, imports, backups.

A thread would freeze the window, because the libraries that do this work hold the interpreter for
seconds on end; and a file that brings one of them down must not bring the window down with it. So a
worker process takes an importable function and plain values, and hands back progress, a result or
an error. It is started with "spawn", the one way that is the same on Windows, macOS and Linux, when
there is a first job; it serves one job after the other, and is started anew after a crash or a cancel.

A job may have limits of time and memory. The parent watches them while it waits, in the same way on
every platform: a job over one of them is ended with its process, and fails like one that crashed.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from otcpd.domain.errors import MachineSaidNo, NotAcceptable, OtcpdError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class ReportProgress(Protocol):
    """What a job calls to say how far it is: `done` of `total` steps, and in words what it is at."""

    def __call__(self, done: int, total: int, words: str = "") -> None: ...


class Limits(NamedTuple):
    """What one job may take: `seconds` from its first moment, `memory` in bytes that its process holds."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Task:
    """A job: a function that the worker can import, and values that can be pickled.

    The function is also given `progress`, a `ReportProgress`, by keyword.
    """

    function: Callable[..., object]
    args: tuple[object, ...] = ()
    kwargs: Mapping[str, object] = field(default_factory=dict)
    limits: Limits | None = None

    def within(self, limits: Limits) -> Task:
        """The same job, ended when it takes more than that: it then fails with a `GivenUp`."""
        return replace(self, limits=limits)


def task(function: Callable[..., object], *args: object, **kwargs: object) -> Task:
    """A job, written like the call itself."""
    return Task(function, args, kwargs)


class Progress(NamedTuple):
    """How far a job is."""

    done: int
    total: int
    words: str = ""


class Result(NamedTuple):
    """A job is done; `value` is what its function returned."""

    value: object


class Failure(NamedTuple):
    """A job ended with an error: an OtcpdError for the person, or a WorkerBug for the bug handler."""

    error: OtcpdError | WorkerBug


Event = Progress | Result | Failure


class WorkerBug(RuntimeError):
    """A job raised something that is not an OtcpdError: a fault of ours. Holds the worker's traceback."""


class GivenUp(NotAcceptable):
    """The worker process ended in the middle of a job. The job left no result; a later one finds a fresh process."""


class Crashed(GivenUp):
    """The process went down by itself, or was ended by the system or another program."""


class TookTooLong(GivenUp):
    """The job was over its limit of time."""


class TookTooMuchMemory(GivenUp):
    """The job was over its limit of memory, or the machine had none left for it."""


class NotStarted(MachineSaidNo):
    """The worker process could not be started, or ended before it heard of the job: it is not about the job's file."""


_UNCHANGED = "Your CPD file is unchanged."


def not_started() -> NotStarted:
    """What a person is told when the worker never stood."""
    return NotStarted(
        "otcpd’s helper for longer work could not be started on this computer.",
        "Your file is fine and nothing was lost.",
        "Close other programs and try again. If it stays like this, start the computer anew, ask whoever looks after"
        " it whether a security program holds otcpd up, or install otcpd again.",
    )


def unreadable() -> Crashed:
    """What a person is told when the worker went down in the middle of a job."""
    return Crashed("This file could not be read.", _UNCHANGED, "Try it again, or try another copy of the file.")


def too_slow() -> TookTooLong:
    """What a person is told when a job took too long."""
    return TookTooLong(
        "Reading this file took too long.", _UNCHANGED, "Open it in another program and save it again, more simply."
    )


def too_large() -> TookTooMuchMemory:
    """What a person is told when a job took too much memory."""
    return TookTooMuchMemory(
        "Reading this file took too much memory.", _UNCHANGED, "Make a smaller copy of it in another program."
    )


WATCH = 0.05
"""Seconds between two looks at what a job with limits takes."""
STARTING = 60.0
"""Seconds that a fresh process may take until it begins a job, on top of the job's own."""
_AWAY = 1.0
"""A computer that slept, or a window that was busy, counts as this many seconds at most for the job."""


class _Watch:
    """Counts what a job takes, each time the parent looks. Nothing is counted twice, and no thread is needed."""

    def __init__(self, limits: Limits, pid: int) -> None:
        import psutil  # most jobs have no limits

        self._limits = limits
        self._spent = -STARTING
        self._looked = time.monotonic()
        self._gone = psutil.Error
        self._process: psutil.Process | None = None
        with contextlib.suppress(psutil.Error):  # if it has gone already, the pipe will tell
            self._process = psutil.Process(pid)

    def begun(self) -> None:
        """The job itself begins only now."""
        self._spent = 0.0
        self._looked = time.monotonic()

    def breach(self) -> GivenUp | None:
        """The limit that the job is over, if it is. Looks no more often than needed."""
        now = time.monotonic()
        if now - self._looked < WATCH:
            return None
        self._spent += min(now - self._looked, _AWAY)
        self._looked = now
        if self._spent > self._limits.seconds:
            return too_slow()
        return too_large() if self._memory() > self._limits.memory else None

    def _memory(self) -> int:
        if self._process is None:
            return 0
        try:
            return int(self._process.memory_info().rss)
        except self._gone:
            return 0


class Worker:
    """The worker process, as its parent holds it. One job at a time; no thread is involved."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._busy = False
        self._job: Task | None = None
        """The job that a process hears of when it stands: until then a large message would hold us."""
        self._watch: _Watch | None = None
        self._refused = False
        """Whether the system started no process for the job under way."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def busy(self) -> bool:
        """Whether a job was started whose end has not been polled yet."""
        return self._busy

    @property
    def pid(self) -> int | None:
        """The id of the process; None while there is none."""
        return self._process.pid if self._process is not None else None

    def start(self, job: Task) -> None:
        """Begin a job. Raises RuntimeError while another one is under way."""
        if self._busy:
            raise RuntimeError("the worker has a job already")
        if not (self._process is not None and self._process.is_alive() and self._hears(job)):
            self.close()  # it may have gone away while idle: the system was short of memory, say
            try:
                self._spawn()
            except OSError:
                self._refused = True
            self._job = job
        self._busy = True
        pid = self.pid
        self._watch = _Watch(job.limits, pid) if job.limits is not None and pid is not None else None

    def poll(self, timeout: float = 0.0) -> Event | None:
        """The next event, waiting at most `timeout` seconds; None if there is none yet or no job at all.

        Here a job over its limits is ended: its failure is a `TookTooLong` or `TookTooMuchMemory`.
        """
        until = time.monotonic() + timeout
        while self._busy:
            left = max(0.0, until - time.monotonic())
            event = self._next_event(min(left, WATCH) if self._watch else left)
            if isinstance(event, Result | Failure):
                return event
            if self._watch is not None and (breach := self._watch.breach()) is not None:
                self.close()
                return Failure(breach)
            if event is not None or not left:
                return event
        return None

    def _next_event(self, timeout: float) -> Event | None:
        """What the worker says next, within `timeout` seconds. What is between it and us is not passed on."""
        from multiprocessing.connection import wait

        if self._refused:
            self.close()
            return Failure(not_started())
        pipe = self._pipe
        assert pipe is not None
        while wait([pipe], timeout):
            try:
                said: Event | _Sign = pipe.recv()
                if said is _Sign.STANDING and self._job is not None:
                    job, self._job = self._job, None
                    self._hears(job)  # if not, the pipe tells in a moment
            except (EOFError, ConnectionError):
                stood = self._job is None
                self.close()
                return Failure(unreadable() if stood else not_started())
            if not isinstance(said, _Sign):
                self._busy = isinstance(said, Progress)
                return said
            if said is _Sign.BEGINNING and self._watch is not None:
                self._watch.begun()
            timeout = 0.0
        return None

    def run(self, job: Task) -> object:
        """Do a job and wait for it: for the command line. Returns what its function returned.

        Raises its OtcpdError, or WorkerBug for a fault of ours.
        """
        self.start(job)
        while True:
            match self.poll(timeout=60.0):
                case Result(value):
                    return value
                case Failure(error):
                    raise error
                case Progress() | None:
                    pass

    def cancel(self) -> None:
        """End the job by ending the process. Does nothing when there is no job."""
        if self._busy:
            self.close()

    def close(self) -> None:
        """End the process, whatever it is at; a later `start` makes a new one."""
        process, pipe = self._process, self._pipe
        self._process, self._pipe, self._busy, self._job, self._watch = None, None, False, None, None
        self._refused = False
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()

    def _hears(self, job: Task) -> bool:
        """Send the job; False if nobody is there to take it."""
        assert self._pipe is not None
        try:
            self._pipe.send((job.function, job.args, dict(job.kwargs)))
        except BrokenPipeError:
            return False
        return True

    def _spawn(self) -> None:
        import multiprocessing  # most starts of the window need no worker for a while

        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="otcpd-worker", daemon=True)
        try:
            process.start()
        except OSError:
            ours.close()
            raise
        finally:
            # Only without a copy of its own end does the parent learn that the worker has gone.
            theirs.close()
        self._process, self._pipe = process, ours


class _Sign(Enum):
    """What the worker says that is no event of a job."""

    STANDING = "standing"
    """The process is there, and hears jobs."""
    BEGINNING = "beginning"
    """It has a job in its hands, with everything imported that it needs to understand it."""


# In the worker process


def _serve(pipe: Connection[Any, Any]) -> None:
    """Serve jobs until the parent closes its end or goes away."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(_Sign.STANDING)
        while True:
            function, args, kwargs = pipe.recv()
            pipe.send(_Sign.BEGINNING)
            with _Answer(pipe) as answer:
                answer.give(function(*args, progress=answer.progress, **kwargs))
    except (EOFError, ConnectionError):
        return


class _Answer:
    """Sends the end of a job to the parent, whatever the end is: nothing is swallowed on the way."""

    def __init__(self, pipe: Connection[Any, Any]) -> None:
        self._pipe = pipe

    def give(self, value: object) -> None:
        """Send what the job returned; a value that cannot be pickled is a fault like any other."""
        self._pipe.send(Result(value))

    def progress(self, done: int, total: int, words: str = "") -> None:
        """Tell the parent how far the job is."""
        self._pipe.send(Progress(done, total, words))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, OtcpdError):
            self._pipe.send(Failure(error))
        elif isinstance(error, MemoryError):
            self._pipe.send(Failure(too_large()))
        elif isinstance(error, Exception):
            import traceback

            self._pipe.send(Failure(WorkerBug("".join(traceback.format_exception(kind, error, trace)))))
        return error is None or isinstance(error, Exception)
