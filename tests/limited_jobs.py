"""Jobs for the worker process that take too much, in one way or the other."""

from __future__ import annotations

import time
from pathlib import Path

from otcpd.background import ReportProgress

MEGABYTE = 1024**2


def never_end(*, progress: ReportProgress) -> None:
    """A job that says nothing and never ends."""
    while True:
        time.sleep(60)


def chatter(*, progress: ReportProgress) -> None:
    """A job that reports all the time and never ends."""
    done = 0
    while True:
        done += 1
        progress(done, done + 1)


def chatter_and_end(times: int, *, progress: ReportProgress) -> str:
    """A job that reports faster than anybody listens."""
    for done in range(times):
        progress(done, times)
    return "done"


def swell(step: int, *, progress: ReportProgress) -> None:
    """A job that takes `step` megabytes more each time, for ever."""
    held: list[bytes] = []
    while True:
        held.append(b"x" * (step * MEGABYTE))
        progress(len(held), len(held) + 1)


def hold(megabytes: int, *, progress: ReportProgress) -> int:
    """A job that needs some memory and ends."""
    return len(b"x" * (megabytes * MEGABYTE))


def have_no_memory(*, progress: ReportProgress) -> None:
    """A job that asks for more than there is."""
    raise MemoryError


def wait_for(file: Path, *, progress: ReportProgress) -> str:
    """A job that ends when `file` is there."""
    progress(0, 1, "Waiting")
    while not file.exists():
        time.sleep(0.01)
    return "there"


def measure(text: str, *, progress: ReportProgress) -> int:
    """A job that is given much to know."""
    return len(text)
