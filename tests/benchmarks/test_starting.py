"""The first usable window comes soon after a bare one, and needs little more memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.ratios import Measured

ROUNDS = 5


def _start(*arguments: str, home: Path) -> tuple[float, float]:
    # An installed program has its bytecode beside it, so what keeps it from being written is left out here.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {"OTCPD_DATA": str(home / "data"), "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.start_window", str(time.time()), *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**kept, **places, "QT_QPA_PLATFORM": "offscreen"},
    )
    elapsed, memory = done.stdout.split()
    return float(elapsed), float(memory)


def test_first_usable_window(large_path: Path, tmp_path: Path, measured: Callable[[Measured], None]) -> None:
    kinds = {kind: (kind,) for kind in ("bare", "list")} | {kind: (kind, str(large_path)) for kind in ("ours", "log")}
    found: dict[str, list[tuple[float, float]]] = {kind: [] for kind in kinds}
    for arguments in kinds.values():
        _start(*arguments, home=tmp_path)  # writes the bytecode
    for _ in range(ROUNDS):
        for kind, arguments in kinds.items():
            found[kind].append(_start(*arguments, home=tmp_path))
    (bare, list_only, ours, log) = (
        tuple(statistics.median(figures[place] for figures in found[kind]) for place in (0, 1)) for kind in kinds
    )
    window, plain = "bare PySide6", "PySide6 with a plain list"
    measured(Measured("First usable window, 3,000 activities", ours[0], bare[0], window, 1.8))
    measured(Measured("Its memory, 3,000 activities", ours[1], bare[1], window, 2.0, "MB"))
    measured(Measured("Home and then the log, 3,000 activities", log[0], list_only[0], plain, 1.8))
    measured(Measured("Its memory with the log, 3,000 activities", log[1], list_only[1], plain, 2.0, "MB"))
