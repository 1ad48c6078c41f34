"""The sample to look round in, made in the worker process: it takes a second or more."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from otcpd.actions.demo import demo
from otcpd.actions.demo_clock import SampleBits, SampleClock
from otcpd.background import ReportProgress
from otcpd.record.opening import Surroundings


def make_sample(path: Path, now: datetime, program: str, progress: ReportProgress) -> None:
    """The job for the worker process: `task(make_sample, path, now, program)`. Plain values in, a closed file out.

    Raises what `demo` raises.
    """
    around = Surroundings(SampleClock(now), SampleBits(str(path)), "sample", program, _nothing_before)
    demo(path, around, today=now.astimezone().date(), heard=progress).close()


def _nothing_before(path: Path) -> None:
    """A file just made needs no migration, and so no backup before one."""
