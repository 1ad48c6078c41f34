"""Restoring a backup in the worker process: it copies and reads a whole CPD file, which takes its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from otcpd.background import ReportProgress
from otcpd.domain.errors import FileInUse, NotAcceptable
from otcpd.record import backup as copies
from otcpd.record.lock import WriterLock


def restore_job(backup: Path, target: Path, machine: str, now: datetime, progress: ReportProgress) -> Path | None:
    """The job for the worker process: `task(restore_job, backup, target, machine, now)`. See `put_back`."""
    progress(0, 1)

    def told(done: int, total: int) -> None:
        progress(done, total)

    return put_back(backup, target, machine, now, told)


def put_back(
    backup: Path, target: Path, machine: str, now: datetime, progress: Callable[[int, int], None] | None = None
) -> Path | None:
    """Puts a proved copy of a backup in the place of a CPD file that no window has open.

    `machine` is named to whoever wants to write the file meanwhile; `progress` hears pages done and
    pages in all. Returns where the file that stood there is kept now, or None. Raises FileInUse,
    CannotOpen.
    """
    if not target.parent.is_dir():
        raise NotAcceptable(f"There is no folder ‘{target.parent}’.", "Nothing was changed.", "Make it first.")
    lock = WriterLock(target)
    try:
        lock.take(machine=machine, since="")
    except FileInUse as error:
        raise FileInUse(error.happened, error.safe, "Close it there and try again.") from error
    try:
        return copies.restore(backup, target, now, progress=progress)
    finally:
        lock.release()
