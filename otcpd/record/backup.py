"""Backups: whole copies through SQLite's own backup interface, each proved after it is made."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from otcpd.disk import machine_errors, part_name, put_in_place
from otcpd.domain.dates import long_day
from otcpd.domain.errors import Busy, FileDamaged, NotAcceptable, OtcpdError, ReadOnly
from otcpd.record.engine import (
    Connection,
    connect,
    copied_with_journal,
    damaged,
    journal_of,
    missing,
    our_errors,
    set_lost_journal_aside,
)
from otcpd.record.header import Header, read_header

MOST_COPIES = 12
MOST_BYTES = 2 * 1024**3

_DAILY = 5
_WEEKLY = 26
"""Days up to which one a day and one a week are kept: at most nine copies, which leaves room for months."""

_STEP_PAGES = 2048
_BEGINNINGS = 4
_PARTIAL = ".partial"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d\d\d\d\dZ)(?:-\d+)?\.otcpd")


@dataclass(frozen=True, slots=True)
class Backup:
    """One proved copy: where, of when, and its size in bytes."""

    path: Path
    made: datetime
    size: int


def back_up(
    source: Path,
    folder: Path,
    now: datetime,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Backup:
    """Copies the CPD file at `source` into `folder`, checks the copy whole, and only then names it.

    Opens its own connection, so it may run beside the window's; saves come through in between. `progress`
    hears pages done and pages in all. Raises CannotOpen if the source cannot be read, MachineSaidNo if
    the disk is full or forbids it; the folder then holds what it held.
    """
    if not source.is_file():
        raise missing(source)
    with machine_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".{_stamp(now)}{_PARTIAL}"
    with _alone_in(folder), _cleared_away(folder):
        _copy(source, partial, progress)
        try:
            prove(partial)
        except FileDamaged as error:
            raise damaged(source) from error
        with machine_errors(folder):
            final = _free_name(folder, now)
            put_in_place(partial, final)
    return Backup(final, now.replace(microsecond=0), final.stat().st_size)


def copy_as(source: Path, target: Path, *, progress: Callable[[int, int], None] | None = None) -> None:
    """Puts a proved copy of the CPD file at `source` at `target`; what stood there stays unless all goes well.

    Raises what `back_up` raises. Ended from outside, it leaves a file that `disk.half_written` knows.
    """
    if not source.is_file():
        raise missing(source)
    partial = target.with_name(part_name())
    try:
        with machine_errors(target):
            partial.touch()
        _copy(source, partial, progress)
        try:
            prove(partial)
        except FileDamaged as error:
            raise damaged(source) from error
        with machine_errors(target):
            set_lost_journal_aside(target)
            put_in_place(partial, target)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Only one backup at a time is made in a folder, so that one may clear away what another left."""
    lock = FileLock(folder / ".backup.lock")
    try:
        with machine_errors(folder):
            lock.acquire(timeout=0)
    except Timeout:
        raise Busy(
            "Another backup is being made just now.", "Nothing was changed.", "Wait a moment and try again."
        ) from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink(missing_ok=True)  # while still held, as in `WriterLock.release`
        lock.release()


@contextmanager
def _cleared_away(folder: Path) -> Iterator[None]:
    """Nothing half-made stays: not from this backup, nor from one that was ended from outside."""
    _clear(folder)
    try:
        yield
    finally:
        _clear(folder)


def _clear(folder: Path) -> None:
    for path in folder.glob(f".*{_PARTIAL}*"):
        with contextlib.suppress(OSError):
            path.unlink()


class _BegunAgain(Exception):
    """The source was written to so often that the copy began anew once too often."""


def _copy(source: Path, target: Path, progress: Callable[[int, int], None] | None) -> None:
    """Copies in pieces between which saves come through; each save makes the copy begin anew.

    So after some beginnings the rest is copied in one go, and it is the saves that wait.
    """
    left = 0
    beginnings = 0

    def told(_status: int, remaining: int, total: int) -> None:
        nonlocal left, beginnings
        beginnings += remaining >= left
        left = remaining
        if beginnings > _BEGINNINGS:
            raise _BegunAgain
        if progress is not None:
            progress(total - remaining, total)

    with (
        _readable(source) as reading,
        our_errors(target),
        contextlib.closing(connect(target, create=True)) as writing,
    ):
        try:
            reading.backup(writing, pages=_STEP_PAGES, progress=told)
        except _BegunAgain:
            reading.backup(writing, pages=-1)
        writing.execute("PRAGMA journal_mode = DELETE").fetchall()


@contextmanager
def _readable(source: Path) -> Iterator[Connection]:
    """A reading connection; where an unfinished save cannot be rolled back in place, on a private copy."""
    import tempfile

    with contextlib.ExitStack() as stack:
        try:
            connection = stack.enter_context(contextlib.closing(connect(source)))
            with our_errors(source):
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except ReadOnly:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="otcpd-"))
            copy = copied_with_journal(source, Path(folder))
            connection = stack.enter_context(contextlib.closing(connect(copy)))
        connection.execute("PRAGMA query_only = ON")
        yield connection


def prove(path: Path) -> Header:
    """Opens a copy and reads it whole. Raises FileDamaged if anything in it is not as it should be."""
    header = read_header(path)
    with our_errors(path), contextlib.closing(connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()
        references = connection.execute("PRAGMA foreign_key_check").fetchone()
        owner = connection.execute("SELECT count(*) FROM record").fetchone()
        if found != ("ok",) or references is not None or owner != (1,):
            raise damaged(path)
    return header


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, oldest first; other files, and what cannot be seen any more, are passed over."""
    found = []
    with contextlib.suppress(OSError):  # a stick may be pulled out at any moment
        for path in folder.glob("*.otcpd") if folder.is_dir() else ():
            named = _NAME.fullmatch(path.name)
            if named:
                made = datetime.strptime(named[1], "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)
                found.append(Backup(path, made, path.stat().st_size))
    return sorted(found, key=_age_order)


def thin(backups: Sequence[Backup], *, most: int = MOST_COPIES, most_bytes: int = MOST_BYTES) -> list[Backup]:
    """Which backups to let go: beyond one a day for five days, one a week for four weeks, one a month.

    At most `most` copies and `most_bytes` in all are kept. The newest one is always kept.
    """
    newest_first = sorted(backups, key=_age_order, reverse=True)
    if not newest_first:
        return []
    latest = newest_first[0].made
    kept: list[Backup] = []
    periods: set[tuple[str, int]] = set()
    total = 0
    for backup in newest_first:
        period = _period(latest, backup.made)
        fits = len(kept) < most and total + backup.size <= most_bytes
        if not kept or (fits and period not in periods):
            kept.append(backup)
            periods.add(period)
            total += backup.size
    return [backup for backup in newest_first if backup not in kept]


def _period(latest: datetime, made: datetime) -> tuple[str, int]:
    days = (latest.date() - made.date()).days
    if days < _DAILY:
        return "day", made.date().toordinal()
    if days < _WEEKLY:
        return "week", made.date().toordinal() // 7
    return "month", made.year * 12 + made.month


def let_go(backups: Sequence[Backup]) -> None:
    """Deletes backups; one that cannot be deleted is left for the next time."""
    for backup in backups:
        with contextlib.suppress(OSError):
            backup.path.unlink()


def restore(
    backup: Path, target: Path, now: datetime, *, progress: Callable[[int, int], None] | None = None
) -> Path | None:
    """Puts a proved copy of `backup` in the place of `target`.

    What stood there is kept beside it under a name that says so; its path is returned. The backup
    itself stays. `progress` hears pages done and pages in all. Raises CannotOpen if the backup is no
    sound CPD file; `target` is then unchanged.
    """
    if not backup.is_file():
        raise missing(backup)
    if target.exists() and target.samefile(backup):
        raise NotAcceptable(
            "The backup and the CPD file are the same file.", "Nothing was changed.", "Choose another backup."
        )
    try:
        prove(backup)
    except FileDamaged as error:
        raise FileDamaged(
            f"The backup ‘{backup.name}’ is damaged itself.",
            "Nothing was changed.",
            "Choose an older backup.",
        ) from error
    partial = target.with_name(f".{target.name}.restoring")
    try:
        with machine_errors(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.unlink(missing_ok=True)
        _copy(backup, partial, progress)
        prove(partial)
        with machine_errors(target):
            return _exchange(partial, target, now)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def _exchange(partial: Path, target: Path, now: datetime) -> Path | None:
    """Keeps what stands at `target` under another name and puts `partial` in its place in one move.

    There is a CPD file at `target` at every moment; after an error it is the old one.
    """
    kept = _kept_aside(target, now)
    journal = journal_of(target)
    try:
        journal.unlink(missing_ok=True)  # its copy stands beside what was kept; it must not meet the new file
        put_in_place(partial, target)
    except OSError:
        if kept is not None:
            if journal_of(kept).exists() and not journal.exists():
                journal_of(kept).replace(journal)
            kept.unlink(missing_ok=True)
        raise
    return kept


def _kept_aside(target: Path, now: datetime) -> Path | None:
    """Gives a file a second name, and the journal of an unfinished save a copy to go with it."""
    import shutil

    if not target.exists():
        set_lost_journal_aside(target)
        return None
    stem = f"{target.stem} before restore {long_day(now.astimezone().date())}"
    aside = target.with_name(f"{stem}{target.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = target.with_name(f"{stem} {count}{target.suffix}")
    if journal_of(target).exists():
        shutil.copyfile(journal_of(target), journal_of(aside))
    try:
        aside.hardlink_to(target)
    except OSError:  # sticks and some network drives know no second names
        shutil.copyfile(target, aside)
    return aside


def holding(backups: Sequence[Backup], row: str, field: str | None) -> list[Backup]:
    """Which backups know the thing with this id and did not see it (or its `field`) erased.

    A backup that cannot be read counts as holding it.
    """
    return [backup for backup in backups if _holds(backup.path, row, field)]


def _holds(path: Path, row: str, field: str | None) -> bool:
    try:
        with our_errors(path), contextlib.closing(connect(path)) as connection:
            connection.execute("PRAGMA query_only = ON")
            found = connection.execute(
                "SELECT 1 FROM change WHERE row = ?1 AND NOT EXISTS"
                " (SELECT 1 FROM erasure WHERE erasure.row = ?1 AND field IN ('', ?2))",
                (row, field or ""),
            ).fetchone()
            return found is not None
    except OtcpdError:
        return True


def _free_name(folder: Path, now: datetime) -> Path:
    final = folder / f"{_stamp(now)}.otcpd"
    count = 1
    while final.exists():
        count += 1
        final = folder / f"{_stamp(now)}-{count}.otcpd"
    return final


def _stamp(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H%M%SZ")


def _age_order(backup: Backup) -> tuple[datetime, int, str]:
    return backup.made, len(backup.path.name), backup.path.name


__all__ = ["Backup", "back_up", "backups_in", "copy_as", "holding", "let_go", "prove", "restore", "thin"]
