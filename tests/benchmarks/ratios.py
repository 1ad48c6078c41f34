"""Timings as ratios against a baseline in the same run, so that a slow machine is no reason to fail."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

TOLERANCE = 3.0
"""The suite fails only past this many times a target: machines are shared."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table in docs/performance.md; `unit` says what `ours` and `baseline` count."""

    name: str
    ours: float
    baseline: float
    baseline_name: str
    target: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours in terms of the baseline."""
        return self.ours / self.baseline

    @property
    def line(self) -> str:
        """The line of the table."""
        return (
            f"| {self.name} | {self.ours:.1f} {self.unit} | {self.baseline_name}: {self.baseline:.1f} {self.unit} |"
            f" {self.ratio:.2f} | {self.target:.2f} |"
        )

    def check(self) -> None:
        """Fails past three times the target."""
        assert self.ratio <= self.target * TOLERANCE, self.line


def interleaved(ours: Callable[[], object], baseline: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median milliseconds of both, measured in turns so that a busy moment hits both alike."""
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        mine.append(timed(ours))
        theirs.append(timed(baseline))
    return statistics.median(mine), statistics.median(theirs)


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def worked(call: Callable[[], object]) -> float:
    """Milliseconds of this thread's own work in one call, whatever else the processor has to do."""
    begun = time.thread_time()
    call()
    return (time.thread_time() - begun) * 1000


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
