"""The first usable window comes soon after a bare one, and needs little more memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.ratios import Measured

ROUNDS = 7


def _start(*arguments: str, home: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_window", *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "OTCPD_DATA": str(home)},
    )
    elapsed, memory = done.stdout.split()
    return float(elapsed), float(memory)


def test_first_usable_window(large_path: Path, tmp_path: Path, measured: Callable[[Measured], None]) -> None:
    mine: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        bare.append(_start("bare", home=tmp_path))
        mine.append(_start("ours", str(large_path), home=tmp_path))
    for place, name, target, unit in (
        (0, "First usable window, 3,000 activities", 1.8, "ms"),
        (1, "Memory at the first window, 3,000 activities", 2.0, "MB"),
    ):
        ours = statistics.median(figures[place] for figures in mine)
        theirs = statistics.median(figures[place] for figures in bare)
        measured(Measured(name, ours, theirs, "bare PySide6", target, unit))
