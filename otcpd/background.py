"""Long work in a process of its own: drawing PDFs, reading evidence, imports, backups.

A thread would freeze the window, because the libraries that do this work hold the interpreter for
seconds on end; and a file that brings one of them down must not bring the window down with it. So a
worker process takes an importable function and plain values, and hands back progress, a result or
an error. It is started with "spawn", the one way that is the same on Windows, macOS and Linux, when
there is a first job; it serves one job after the other, and is started anew after a crash or a cancel.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from otcpd.domain.errors import NotAcceptable, OtcpdError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class ReportProgress(Protocol):
    """What a job calls to say how far it is: `done` of `total` steps, and in words what it is at."""

    def __call__(self, done: int, total: int, words: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class Task:
    """A job: a function that the worker can import, and values that can be pickled.

    The function is also given `progress`, a `ReportProgress`, by keyword.
    """

    function: Callable[..., object]
    args: tuple[object, ...] = ()
    kwargs: Mapping[str, object] = field(default_factory=dict)


def task(function: Callable[..., object], *args: object, **kwargs: object) -> Task:
    """A job, written like the call itself."""
    return Task(function, args, kwargs)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    done: int
    total: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A job is done; `value` is what its function returned."""

    value: object


@dataclass(frozen=True, slots=True)
class Failure:
    """A job ended with an error: an OtcpdError for the person, or a WorkerBug for the bug handler."""

    error: OtcpdError | WorkerBug


Event = Progress | Result | Failure


class WorkerBug(RuntimeError):
    """A job raised something that is not an OtcpdError: a fault of ours. Holds the worker's traceback."""


def unreadable() -> NotAcceptable:
    """What a person is told when the worker went down in the middle of a job."""
    return NotAcceptable(
        "This file could not be read.",
        "Your CPD file is unchanged.",
        "Try it again, or try another copy of the file.",
    )


class Worker:
    """The worker process, as its parent holds it. One job at a time; no thread is involved."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._busy = False

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
        message = (job.function, job.args, dict(job.kwargs))
        try:
            self._living_pipe().send(message)
        except BrokenPipeError:
            # It went away while idle (the system was short of memory, say).
            self.close()
            self._living_pipe().send(message)
        self._busy = True

    def poll(self, timeout: float = 0.0) -> Event | None:
        """The next event, waiting at most `timeout` seconds; None if there is none yet or no job at all."""
        if not self._busy or self._pipe is None:
            return None
        from multiprocessing.connection import wait

        if not wait([self._pipe], timeout):
            return None
        try:
            event: Event = self._pipe.recv()
        except (EOFError, ConnectionError):
            self.close()
            return Failure(unreadable())
        if not isinstance(event, Progress):
            self._busy = False
        return event

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
        self._process, self._pipe, self._busy = None, None, False
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()

    def _living_pipe(self) -> Connection[Any, Any]:
        if self._process is not None and not self._process.is_alive():
            self.close()
        if self._pipe is None:
            import multiprocessing  # most starts of the window need no worker for a while

            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs,), name="otcpd-worker", daemon=True)
            process.start()
            # Only without a copy of its own end does the parent learn that the worker has gone.
            theirs.close()
            self._process, self._pipe = process, ours
        return self._pipe


# In the worker process


def _serve(pipe: Connection[Any, Any]) -> None:
    """Serve jobs until the parent closes its end or goes away."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            function, args, kwargs = pipe.recv()
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
        elif isinstance(error, Exception):
            import traceback

            self._pipe.send(Failure(WorkerBug("".join(traceback.format_exception(kind, error, trace)))))
        return error is None or isinstance(error, Exception)
