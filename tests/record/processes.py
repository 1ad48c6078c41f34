"""Programs that tests start beside themselves, to be killed or asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PREPARED = (
    "import sys\nfrom pathlib import Path\nfrom tests.record.support import *\nfrom tests.ports import FixedClock\n"
)
"""What every such program begins with."""


@contextmanager
def running(program: str, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """A Python program that can be spoken with over its input and output; killed at the end at the latest."""
    process = subprocess.Popen(
        [sys.executable, "-c", PREPARED + program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def says(process: subprocess.Popen[str]) -> str:
    """The next line that the program prints; empty when it has ended."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


HOLD_OPEN = """
from otcpd.record import opening
record = opening.open_for_writing(Path(sys.argv[1]), surroundings(FixedClock(), 21))
add_activity(record, "Written by the other window")
print("open", flush=True)
sys.stdin.readline()
record.close()
print("closed", flush=True)
"""
"""Opens a file for writing, says so, and holds it until a line comes in."""

STOP_IN_MID_SAVE = """
import os, signal
from otcpd.record import opening
record = opening.open_for_writing(Path(sys.argv[1]), surroundings(FixedClock(), 22))
with record.step("Import") as step:
    # More than the page cache holds, so that pages of the unfinished save reach the file.
    record.reader.rows("PRAGMA cache_size = 5")
    for number in range(60):
        step.insert("activity", {"date": "2026-11-01", "title": f"Half {number}", "learning": "unsaved " * 500,
                                 "created": step.at, "modified": step.at})
    print("in mid-save", flush=True)
    sys.stdin.readline()
"""
"""Stands still in the middle of a large save, to be killed there."""


def kill_in_mid_save(path: Path) -> None:
    """Leaves the file at `path` as a crash in the middle of a save does, with a journal beside it."""
    with running(STOP_IN_MID_SAVE, path) as process:
        assert says(process) == "in mid-save"
        process.kill()
        process.wait()
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 0
    assert b"unsaved unsaved" in path.read_bytes()
