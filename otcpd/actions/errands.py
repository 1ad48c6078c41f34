"""Jobs in the worker process on a CPD file that the window has closed, and opens again afterwards.

They read or write the whole file, which takes its time; nobody else has it meanwhile, for they hold its lock.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from otcpd.actions import safety
from otcpd.actions.import_report import ImportReport
from otcpd.actions.importing import import_file
from otcpd.actions.in_worker import WorkerSurroundings, writing
from otcpd.actions.safety import Erased
from otcpd.background import Limits, ReportProgress
from otcpd.disk import machine_errors
from otcpd.domain.errors import FileInUse, MachineSaidNo, NotAcceptable
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record import backup as copies
from otcpd.record.engine import journal_of
from otcpd.record.lock import WriterLock

IMPORT_LIMITS = Limits(seconds=3_600.0, memory=2_000_000_000)
"""What an import may take: a file made to deceive must not bring the computer down."""


def erase_job(
    path: Path,
    row: str,
    field: str | None,
    reason: str,
    folders: Sequence[Path],
    draft: Path,
    around: WorkerSurroundings,
    progress: ReportProgress,
) -> Erased:
    """Erases for good, see `safety.erase`; the file is written anew."""
    progress(0, 0, "Writing the file anew without it")
    with writing(path, around) as record:
        return safety.erase(record, row, field, reason, *folders, draft=draft)


def import_job(
    path: Path,
    source: Path,
    mapping: Mapping[str, str],
    backup_folder: Path,
    around: WorkerSurroundings,
    progress: ReportProgress,
    folder: Path,
) -> ImportReport:
    """Takes in what is in `source`, see `importing.import_file`; copies go into `folder`.

    Ended at any moment, it has changed nothing or all.
    """
    progress(0, 0, "Taking it in")
    with writing(path, around) as record:
        return import_file(record, source, mapping, look=read_evidence, backup_folder=backup_folder, folder=folder)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a CPD file is now; and where the old one still is, if it could not be deleted."""

    path: Path
    stays: Path | None = None


def move_job(source: Path, target: Path, machine: str, progress: ReportProgress) -> Moved:
    """Moves a CPD file: on one disk by its name alone, else by a proved copy, after which the old file goes.

    Raises NotAcceptable if something stands at `target`; DiskFull and its like. At
    every moment there is a whole file at one of the places.
    """
    progress(0, 0, "Moving the file")
    _refuse_place(source, target)
    old = source.resolve()  # where a link leads to a file, it is the link that goes
    lock = WriterLock(source)
    _take(lock, machine)
    try:
        if not _renamed(source, target):
            copies.copy_as(source, target, progress=progress)
            with contextlib.suppress(OSError):  # the new one is proved, and the person is told of an old one that stays
                source.unlink()
        return Moved(target, old if old.exists() else None)
    finally:
        lock.release()


def _refuse_place(source: Path, target: Path) -> None:
    with machine_errors(target):
        _refuse_what_is_there(source, target)


def _refuse_what_is_there(source: Path, target: Path) -> None:
    if not target.parent.is_dir():
        raise NotAcceptable(
            f"There is no folder ‘{target.parent}’.", "Your CPD file is where it was.", "Choose a folder that exists."
        )
    if target.exists():
        same = target.samefile(source)
        raise NotAcceptable(
            "Your CPD file is there already." if same else f"There is already a file ‘{target.name}’ in that folder.",
            "" if same else "Neither it nor your CPD file has been changed.",
            "Choose another name or folder.",
        )


def _take(lock: WriterLock, machine: str) -> None:
    try:
        lock.take(machine=machine, since="")
    except FileInUse as error:
        raise FileInUse(error.happened, error.safe, "Close it there and try again.") from error


def _renamed(source: Path, target: Path) -> bool:
    """Gives the file its new name where both places are on one disk. False if they are not, or if a save is
    unfinished: its journal bears the old name."""
    if journal_of(source).exists() or source.is_symlink():
        return False
    with machine_errors(target):
        if source.stat().st_dev != target.parent.stat().st_dev:
            return False
        try:
            source.rename(target)
        except OSError as error:
            raise MachineSaidNo(
                f"The file could not be moved ({error.strerror or error}).",
                "Your CPD file is where it was.",
                "Choose another folder, or try again.",
            ) from error
    return True


def renew_job(
    path: Path, folder: Path, now: datetime, holding: Sequence[copies.Backup], progress: ReportProgress
) -> tuple[copies.Backup, ...]:
    """Makes a new backup and lets those go that hold what was erased; returns those that could not be deleted."""
    progress(0, 0, "Making a new backup")
    safety.renew_backups(path, folder, now, holding)
    return tuple(one for one in holding if one.path.exists())


def holding_job(
    folders: Sequence[Path], row: str, field: str | None, progress: ReportProgress
) -> tuple[copies.Backup, ...]:
    """Which backups hold the thing with this id (or its `field`), the newest first."""
    progress(0, 0, "Looking into the backups")
    return tuple(reversed(copies.holding(safety.backups(*folders), row, field)))
