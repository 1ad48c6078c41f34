"""Jobs for the worker process in tests: importable, small, and some of them bad."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from otcpd.background import ReportProgress
from otcpd.domain.errors import DiskFull


def add(first: int, second: int, *, progress: ReportProgress) -> int:
    """A job that works."""
    progress(1, 2, "Adding")
    progress(2, 2, "Added")
    return first + second


def whoami(*, progress: ReportProgress) -> int:
    """The id of the process the job runs in."""
    return os.getpid()


def fill_the_disk(*, progress: ReportProgress) -> None:
    """A job that meets a problem a person can understand."""
    raise DiskFull("There is no room left.", "Nothing was lost.", "Make room and try again.")


def stumble(*, progress: ReportProgress) -> None:
    """A job with a fault of ours."""
    raise ZeroDivisionError("a slip")


def vanish(*, progress: ReportProgress) -> None:
    """A job that brings its process down."""
    os._exit(9)


def copy_and_vanish(folder: Path, *, progress: ReportProgress) -> None:
    """A job that brings its process down in the midst of work on a copy."""
    (folder / "copy.otcpd").write_bytes(b"a whole CPD file")
    os._exit(9)


def copy_and_never_end(folder: Path, *, progress: ReportProgress) -> None:
    """A job that has made a copy and works on it until it is ended."""
    (folder / "copy.otcpd").write_bytes(b"a whole CPD file")
    progress(1, 2, "Copied")
    while True:
        time.sleep(60)


def kill_itself(*, progress: ReportProgress) -> None:
    """A job that is killed from outside, as by a system short of memory."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def last_for_ever(started: Path, *, progress: ReportProgress) -> None:
    """A job that ends only when its process does; says that it began by making a file."""
    started.touch()
    progress(0, 1, "Waiting")
    while True:
        time.sleep(60)


def give_what_cannot_travel(*, progress: ReportProgress) -> object:
    """A job whose result cannot be pickled."""
    return os.scandir()
