"""The private folder in which a job works on copies: of evidence, or of a whole CPD file.

It stands where the system keeps temporary files, can be read by nobody else, and goes when the job ends,
however it ends: it belongs to the window, for the worker process may be ended at any moment. What a crash of
the whole program leaves is swept by a later export of a profile.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from otcpd.disk import machine_errors
from otcpd.domain.errors import DiskFull
from otcpd.record.record import Record

PREFIX = "otcpd-profile-"
MARK = "otcpd-export"
"""The file by which we know a folder as ours; it holds the id of the process that the folder belongs to."""
OLD = 60 * 60
"""Seconds after which a folder whose process is gone is swept. Not at once: a process may be one that we cannot
see, in a container that shares the temporary folder."""


class WorkingFolder:
    """A folder with the originals as they are in the CPD file; the worker process adds its own beside them."""

    def __init__(self, full: Callable[[], DiskFull] | None = None) -> None:
        """Makes it. Raises DiskFull, or what `full` makes instead; ReadOnly or MachineSaidNo."""
        full = full or no_room
        with temporary_files(full):
            self._folder = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        try:
            with temporary_files(full):
                (self.path / MARK).write_text(str(os.getpid()), encoding="ascii")
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def file(self, number: int) -> Path:
        """Where the original of evidence `number` stands."""
        return self.path / f"E{number}"

    def close(self) -> None:
        """Delete it with everything in it. May be called twice."""
        self._folder.cleanup()

    def abandoned(self) -> list[Path]:
        """Other folders of ours, more than an hour old, whose process is gone.

        Their age is counted from our own, which has just been made on the same disk: so neither a stopped
        nor a wrong clock makes a living one old. A folder counts as ours if the name says so, it is a real
        folder of this person, and our mark, a plain file of this person, is in it.
        """
        found: list[Path] = []
        with contextlib.suppress(OSError):
            made = (self.path / MARK).stat().st_mtime
            for folder in self.path.parent.glob(f"{PREFIX}*"):
                if folder != self.path and _left(folder, made - OLD):
                    found.append(folder)
        return found


def spool(record: Record, evidence: str, target: Path) -> Iterator[int]:
    """Writes the bytes of a piece of evidence to `target`, a chunk of at most 1 MB each time it is asked; gives
    how many bytes are there so far.

    Raises FileDamaged at the end if they are not what came in, NotAcceptable if there is no such piece,
    DiskFull, ReadOnly or MachineSaidNo.
    """
    done = 0
    with temporary_files(no_room), target.open("xb") as file:
        for chunk in record.evidence.chunks(evidence):
            file.write(chunk)
            file.flush()
            done += len(chunk)
            yield done


def contents(folder: Path) -> list[Path]:
    """What is in a folder of ours, then its mark and the folder itself: to be forgotten in this order."""
    inside: list[Path] = []
    with contextlib.suppress(OSError):
        inside += folder.rglob("*")
    mark = folder / MARK
    return [*(path for path in reversed(inside) if path != mark), mark, folder]


def delete(folder: WorkingFolder) -> Iterator[None]:
    """Deletes the folder with everything in it, a file for each step; all that is left when it is given up."""
    try:
        for path in contents(folder.path):
            forget(path)
            yield
    finally:
        folder.close()


def forget(path: Path) -> None:
    """Deletes a file, a link or an empty folder. Where that is not possible it stays."""
    with contextlib.suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


@contextmanager
def temporary_files(full: Callable[[], DiskFull]) -> Iterator[None]:
    """Says of a full disk that it is the one for temporary files: the person has chosen another one.

    Raises what `full` makes, ReadOnly or MachineSaidNo for the machine's errors in the block.
    """
    folder = Path(tempfile.gettempdir())
    try:
        with machine_errors(folder):
            yield
    except DiskFull as error:
        raise full() from error


def no_room_to_work() -> DiskFull:
    """There is no room for the copy that a job works on."""
    return DiskFull(
        f"The disk that holds temporary files is full (‘{tempfile.gettempdir()}’).",
        "Your CPD file is unchanged.",
        "Make room on that disk, and try again.",
    )


def no_room() -> DiskFull:
    """There is no room to make a profile in."""
    return DiskFull(
        f"The profile was not made. The disk that holds temporary files is full (‘{tempfile.gettempdir()}’).",
        "Your CPD file is unchanged, and so is any older file of this name.",
        "Make room on that disk, and export the profile again.",
    )


def _left(folder: Path, before: float) -> bool:
    import psutil  # seldom needed: such folders are rare

    mark = folder / MARK
    with contextlib.suppress(OSError, ValueError):
        if not (stat.S_ISDIR(folder.lstat().st_mode) and stat.S_ISREG(mark.lstat().st_mode)):
            return False
        if not (_is_mine(folder) and _is_mine(mark)):
            return False
        return mark.lstat().st_mtime < before and not psutil.pid_exists(int(mark.read_text(encoding="ascii")))
    return False


def _is_mine(path: Path) -> bool:
    """Windows keeps temporary files of each person apart, so the question is only asked where it has a meaning."""
    return not hasattr(os, "getuid") or path.lstat().st_uid == os.getuid()
