"""Keeping the CPD file safe: backups, restoring, verifying, erasing for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from otcpd.actions.backup_places import refuse_vanished
from otcpd.actions.files_coming_in import beside, forget_coming
from otcpd.actions.in_worker import told_as
from otcpd.actions.quick_note_drafts import drop_draft_with, drop_files_with
from otcpd.actions.restoring import put_back
from otcpd.background import ReportProgress
from otcpd.disk import machine_errors
from otcpd.domain.changes import Changes
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.record import backup as copies
from otcpd.record.backup import Backup
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found; every list is empty when all is well. The entries are for help desks."""

    structure: tuple[str, ...]
    journal: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing at all was found."""
        return not (self.structure or self.journal or self.evidence)


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasing changed, and the backups that still hold what was erased."""

    changes: Changes
    backups: tuple[Backup, ...]
    draft: bool = False
    """Whether a draft of a quick note held it and went too."""
    coming: bool = False
    """Whether a file that is still to be added was named by it, and is not waited for any more."""


def back_up(
    record_path: Path, folder: Path, now: datetime, progress: Callable[[int, int], None] | None = None
) -> Backup:
    """Makes a proved backup and lets old ones go. Plain values in and out: it runs in the worker process.

    Raises MachineSaidNo if the person chose the folder and it is not there any more, and what `copy_to` raises.
    """
    refuse_vanished(folder)
    made = copies.back_up(record_path, folder, now, progress=progress)
    # Those of days to come were made while the clock was wrong: they must not make today's look old.
    copies.let_go(copies.thin([one for one in copies.backups_in(folder) if one.made <= made.made]))
    return made


def copy_to(record_path: Path, folder: Path, now: datetime) -> Backup:
    """Makes a proved backup in a folder of the person's choice; nothing there is ever thinned."""
    with machine_errors(folder):
        is_file = folder.exists() and not folder.is_dir()
    if is_file:
        raise NotAcceptable(f"‘{folder}’ is not a folder.", "No backup was made.", "Name a folder.")
    return copies.back_up(record_path, folder, now)


def copy_job(record_path: Path, target: Path, progress: ReportProgress) -> None:
    """The job for the worker process that puts a proved copy of the file at `target`, which the person chose."""
    with machine_errors(target):
        same = target.exists() and target.samefile(record_path)
    if same:
        raise NotAcceptable(
            f"‘{target.name}’ is your CPD file itself.", "It has not been changed.", "Choose another name or folder."
        )
    copies.copy_as(record_path, target, progress=told_as(progress))


def backup_is_due(record: Record, folder: Path) -> bool:
    """Whether a day has passed since the newest backup and something has changed since.

    A backup from days to come was made while the clock was wrong: it must not put off the next one.
    """
    now = record.clock.now()
    made = [one.made for one in copies.backups_in(folder) if one.made <= now]
    if not made:
        return True
    newest = made[-1]
    if now - newest < _DAY:
        return False
    changed = record.changed_at()
    return changed is not None and changed >= newest


def backups(*folders: Path) -> list[Backup]:
    """The backups in some folders, oldest first; a folder that is not there has none."""
    found = [one for folder in folders for one in copies.backups_in(folder)]
    return sorted(found, key=lambda one: one.made)


def restore(backup: Path, target: Path, around: Surroundings) -> Path | None:
    """Puts a proved copy of a backup in the place of a CPD file that no window has open.

    Returns where the file that stood there is kept now, or None. Raises FileInUse, CannotOpen.
    """
    return put_back(backup, target, around.machine, around.clock.now())


def verify(record: Record) -> Verdict:
    """Checks the file whole: its structure, the journal replayed against the tables, every evidence byte."""
    journal = [f"{one.table} {one.row} {one.field}".strip() for one in record.verify()]
    return Verdict(tuple(record.integrity()), tuple(journal), tuple(record.damaged_content()))


def erase(
    record: Record, row: str, field: str | None, reason: str, *folders: Path, draft: Path | None = None
) -> Erased:
    """Erases a text, or everything in an entry, file or person, for good. `folders` are those of the backups.

    `draft` is the file in which the draft of a quick note waits: it goes too if it says a name or title that goes.
    From its files, and from the list of files that are still to be added beside it, go those whose path does.

    Raises NotAcceptable without a reason, or for an id or field that is none; MachineSaidNo if the draft could not
    be deleted, or that list or the file not be written anew.
    """
    if not reason.strip():
        raise NotAcceptable(
            "There is no reason yet.", "Nothing was erased.", "Say why, without repeating what is to go."
        )
    older = copies.holding(backups(*folders), row, field)
    names = record.names_to_go(row, field)
    whole = row if field is None else ""
    try:
        changes = record.erase(row, field, reason.strip())
    except MachineSaidNo:
        _clear_drafts(draft, names, whole)
        raise
    return Erased(changes, tuple(older), *_clear_drafts(draft, names, whole))


def _clear_drafts(draft: Path | None, names: tuple[str, ...], activity: str) -> tuple[bool, bool]:
    """Whether a draft went, and something from the list of files beside it. The draft goes also if the list cannot."""
    if draft is None:
        return False, False
    try:
        coming = forget_coming(beside(draft), names, activity)
    finally:
        gone = drop_draft_with(draft, names)
        unnamed = drop_files_with(draft, names)
    return gone, coming or unnamed


def renew_backups(record_path: Path, folder: Path, now: datetime, holding: Sequence[Backup]) -> Backup:
    """Makes a new proved backup and only then lets those go that hold what was erased."""
    refuse_vanished(folder)
    made = copies.back_up(record_path, folder, now)
    copies.let_go(holding)
    return made
