"""Runs a program and watches what it and its children take."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

LOOK = 0.01
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a program said, how long it took in milliseconds, and the most memory it held, with all its children."""

    said: str
    milliseconds: float
    megabytes: float


def watched(module: str, *arguments: object, folder: Path) -> Run:
    """Runs one of our modules in a process of its own; `folder` takes its temporary files."""
    begun = time.monotonic()
    most = 0
    with subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(folder), "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        first = psutil.Process(process.pid)
        while process.poll() is None:
            most = max(most, _held(first))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(LOOK)
        taken = time.monotonic() - begun
        assert process.stdout is not None
        said = process.stdout.read()
    assert process.returncode == 0
    return Run(said, taken * 1000, most / 1e6)


def _held(first: psutil.Process) -> int:
    held = 0
    with contextlib.suppress(psutil.Error):
        for one in (first, *first.children(recursive=True)):
            with contextlib.suppress(psutil.Error):
                held += one.memory_info().rss
    return held
