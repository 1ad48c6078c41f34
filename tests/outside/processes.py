"""Ends all that a display has started: also what its bus started by itself, which is nobody's child any more."""

from __future__ import annotations

import psutil

MARK = "OTCPD_TEST_DISPLAY"
"""A variable that all of a display's processes inherit, whoever started them."""
_GRACE = 5.0
"""Seconds in which a process that is asked to end may do so."""


def of_display(mark: str) -> list[psutil.Process]:
    """The processes that carry this mark, this one left out."""
    found: list[psutil.Process] = []
    own = psutil.Process().pid
    for process in psutil.process_iter():
        try:
            if process.pid != own and process.environ().get(MARK) == mark:
                found.append(process)
        except psutil.Error:
            continue  # it has ended meanwhile, or is somebody else's
    return found


def end_all(mark: str) -> None:
    """Ask them to end, and end those that do not."""
    for ask in (psutil.Process.terminate, psutil.Process.kill):
        remaining = of_display(mark)
        for process in remaining:
            try:
                ask(process)
            except psutil.NoSuchProcess:
                continue
        psutil.wait_procs(remaining, timeout=_GRACE)
