"""The disk: files that appear whole or not at all, and the machine's errors in our words.

Stands beside the domain: every layer above may use it.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from otcpd.domain.errors import DiskFull, FileMissing, MachineSaidNo, OtcpdError, ReadOnly

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
_TOO_LONG = frozenset({errno.ENAMETOOLONG})
_MOST_SHOWN = 40
_UNTOUCHED = "Your CPD file is unchanged, and so is any older file of this name."


GATHERED = 1_000_000
"""Bytes that are written at once where a library writes them one by one."""
SETTLED_AT_ONCE = 8_000_000
"""Bytes of a file that go to the disk at once: a slow stick takes about half a second for them."""


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write into that takes the place of `path` when all went well, and vanishes if not.

    Raises DiskFull, ReadOnly or MachineSaidNo; `path` then holds what it held before.
    """
    with whole_files() as files:
        yield files.begin(path)


@contextmanager
def whole_files() -> Iterator[WholeFiles]:
    """Several files that take their places together when all went well, and vanish if not.

    Raises DiskFull, ReadOnly or MachineSaidNo, about the file that was being written last; what stood in
    their places is then as it was. Only the end of the process, in the moment in which names change, leaves
    some files new and others old; each of them is whole.
    """
    files = WholeFiles()
    try:
        yield files
        files.put_in_place()
    except OSError as error:
        raise _not_written(error, files.current) from error
    finally:
        files.clear_away()


class WholeFiles:
    """The files of a `whole_files` block; made by it alone."""

    def __init__(self) -> None:
        self.current = Path()
        """The place of the file that is being written."""
        self._targets: dict[BinaryIO, Path] = {}
        self._parts: dict[BinaryIO, Path] = {}

    def begin(self, path: Path) -> BinaryIO:
        """A new file that is to be at `path`; it may be moved by `name` while it is written."""
        self.current = path
        part = path.with_name(part_name())
        file = io.BufferedWriter(_Settling(part, "xb"))
        self._targets[file], self._parts[file] = path, part
        return file

    def name(self, file: BinaryIO, path: Path) -> None:
        """Let a file be at another place of the same folder."""
        self._targets[file] = path

    def drop(self, file: BinaryIO) -> None:
        """Give a file up."""
        file.close()
        self._parts[file].unlink(missing_ok=True)
        del self._targets[file], self._parts[file]

    def put_in_place(self) -> None:
        """Let all files take their places, or none if one of them is refused its own. Raises OSError."""
        for file, path in self._targets.items():
            self.current = path
            file.close()
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            _lasting(self._parts[file])
        # After the long part: from here on it is a matter of names.
        older: dict[Path, Path | None] = {}
        placed: list[Path] = []
        try:
            for file, path in self._targets.items():
                self.current = path
                older[path] = _kept(path) if len(self._targets) > 1 else None
                self._parts[file].replace(path)
                placed.append(path)
        except OSError:
            for path in placed:
                _put_back(older[path], path)
            raise
        finally:
            for kept in filter(None, older.values()):
                kept.unlink(missing_ok=True)
        for folder in {path.parent for path in self._targets.values()}:
            _settle(folder)

    def clear_away(self) -> None:
        """Delete what did not come to its place."""
        for file, part in self._parts.items():
            with contextlib.suppress(OSError):
                file.close()
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


class _Settling(io.FileIO):
    """A file that reaches the disk while it is written, so that its end is no long wait without a word."""

    _unsettled = 0

    def write(self, data: Any) -> int:
        written = super().write(data)
        self._unsettled += written
        if self._unsettled >= SETTLED_AT_ONCE:
            self._unsettled = 0
            os.fsync(self.fileno())
        return written


@contextmanager
def enduring(file: BinaryIO) -> Iterator[BinaryIO]:
    """`file` for a library that cannot bear an error while it writes: qpdf ends the whole process then.

    In the block writing never fails. The first error is raised, as the OSError it was, when the block ends.
    """
    patient = _Patient(file)
    gathered = io.BufferedWriter(patient, GATHERED)  # qpdf writes a few bytes at a time, hundreds of thousands of times
    try:
        yield gathered
        gathered.flush()
    finally:
        patient.over = True
        gathered.close()
    if patient.error is not None:
        raise patient.error


class _Patient(io.RawIOBase):
    """Writes as long as that goes well, and after that only says so."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self.error: OSError | None = None
        self.over = False
        """Whether what is still to be written does not matter any more."""

    def write(self, data: Any) -> int:
        if self.error is None and not self.over:
            try:
                return self._file.write(data)
            except OSError as error:
                self.error = error
        return memoryview(data).nbytes

    def flush(self) -> None:
        """The file is flushed by whoever opened it."""

    def writable(self) -> bool:
        return True


def half_written(folder: Path) -> dict[Path, int]:
    """The files in `folder` that are not whole yet, and which process writes each, or wrote it until it was ended.

    The number is 0 where the name does not tell.
    """
    found: dict[Path, int] = {}
    with contextlib.suppress(OSError):
        for path in folder.glob(".otcpd-*.part"):
            writer = path.name.split("-")[1]
            found[path] = int(writer) if path.name.count("-") == 2 and writer.isdecimal() else 0
    return found


def part_name() -> str:
    """A name for a file that is not whole yet: `half_written` knows it."""
    return f".otcpd-{os.getpid()}-{os.urandom(6).hex()}.part"


def put_in_place(part: Path, path: Path) -> None:
    """Lets a finished file take the place of `path`, so that a power cut finds the one or the other.

    Raises OSError; `path` is then as it was.
    """
    _lasting(part)
    part.replace(path)
    _settle(path.parent)


def _lasting(part: Path) -> None:
    """Makes what was written into a file last through a power cut."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _kept(path: Path) -> Path | None:
    """A second name for the file that is at `path`, so that it can be put back; None if there is no file."""
    import shutil

    if not path.exists():
        return None
    kept = path.with_name(part_name())
    try:
        os.link(path, kept)
    except OSError:
        # Sticks and some network drives know no second names.
        shutil.copy2(path, kept)
    return kept


def _put_back(kept: Path | None, path: Path) -> None:
    with contextlib.suppress(OSError):
        if kept is None:
            path.unlink()
        else:
            kept.replace(path)


def _settle(folder: Path) -> None:
    """Makes a rename in `folder` last through a power cut; Windows has no way to ask for that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def machine_errors(path: Path) -> Iterator[None]:
    """Turns the machine's errors about a file or folder that is read or moved into ours.

    Raises DiskFull, ReadOnly, FileMissing or, for anything else, MachineSaidNo.
    """
    try:
        yield
    except OSError as error:
        raise _refused(error, path) from error


def _not_written(error: OSError, path: Path) -> MachineSaidNo:
    if error.errno in _FULL:
        return DiskFull(
            f"‘{path.name}’ was not saved. The disk is full.", _UNTOUCHED, "Make room on it, or choose another folder."
        )
    if error.errno in _FORBIDDEN:
        return ReadOnly(
            f"‘{path.name}’ was not saved. Nothing can be written in this folder, or another program has"
            " the file open.",
            _UNTOUCHED,
            "Close the file there, or choose another folder.",
        )
    if error.errno in _GONE:
        return MachineSaidNo(
            f"‘{path.name}’ was not saved. Its folder is not there.", _UNTOUCHED, "Choose a folder that exists."
        )
    if error.errno in _TOO_LONG:
        return _too_long(path)
    return MachineSaidNo(
        f"‘{path.name}’ was not saved. The machine says: {error.strerror or error}.",
        _UNTOUCHED,
        "Choose another name or folder.",
    )


def _too_long(path: Path) -> MachineSaidNo:
    return MachineSaidNo(
        f"The name ‘{path.name[:_MOST_SHOWN]}…’ is too long for this computer.",
        "Nothing was changed.",
        "Choose a shorter name, or a folder that is less deep.",
    )


def _refused(error: OSError, path: Path) -> OtcpdError:
    if error.errno in _FULL:
        return DiskFull(
            "Not saved. The disk is full.", "Nothing that was there before is lost.", "Free some space and try again."
        )
    if error.errno in _FORBIDDEN:
        return ReadOnly(
            f"‘{path}’ cannot be read or written: this computer does not allow it.",
            "Nothing was changed.",
            "Choose another folder, or ask for the right to use this one.",
        )
    if error.errno in _GONE:
        return FileMissing(
            f"There is no file or folder ‘{path}’.",
            "Nothing was changed.",
            "Check the name. If it is on a stick or a network drive, connect that first.",
        )
    if error.errno in _TOO_LONG:
        return _too_long(path)
    return MachineSaidNo(
        f"This computer could not read or write ‘{path}’ ({error.strerror or error}).",
        "Nothing that was there before is lost.",
        "Check the disk or the stick, and try again.",
    )
