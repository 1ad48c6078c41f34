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

ROUNDS = 7


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
    kinds = {"bare": ("bare",), "list": ("list",), "ours": ("ours", str(large_path))}
    found: dict[str, list[tuple[float, float]]] = {kind: [] for kind in kinds}
    for arguments in kinds.values():
        _start(*arguments, home=tmp_path)  # writes the bytecode
    for _ in range(ROUNDS):
        for kind, arguments in kinds.items():
            found[kind].append(_start(*arguments, home=tmp_path))
    (bare, list_only, ours) = (
        tuple(statistics.median(figures[place] for figures in found[kind]) for place in (0, 1))
        for kind in ("bare", "list", "ours")
    )
    for against, theirs in (("bare PySide6", bare), ("PySide6 with a plain list", list_only)):
        after = "" if theirs is bare else ", against a list"
        time_name, memory_name = (f"{what}, 3,000 activities{after}" for what in ("First usable window", "Its memory"))
        measured(Measured(time_name, ours[0], theirs[0], against, 1.8))
        measured(Measured(memory_name, ours[1], theirs[1], against, 2.0, "MB"))
