"""Putting a file in place whole: a new one beside it first, then one rename."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from otcpd.domain.errors import DiskFull, MachineSaidNo, ReadOnly

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
_UNTOUCHED = "Your CPD file is unchanged, and so is any older file of this name."


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that it holds either all of it or what it held before.

    Raises DiskFull, ReadOnly or MachineSaidNo; the half-written file beside `path` is removed then.
    """
    part = path.with_name(f".otcpd-{secrets.token_hex(6)}.part")
    try:
        try:
            _write_to_disk(part, data)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _settle(path.parent)
    except OSError as error:
        raise in_words(error, path) from error


def _write_to_disk(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the rename itself last through a power cut; Windows has no way to ask for that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def in_words(error: OSError, path: Path) -> MachineSaidNo:
    """What a person is told when the machine refuses to write `path`."""
    if error.errno in _FULL:
        return DiskFull(
            f"“{path.name}” was not saved. The disk is full.",
            _UNTOUCHED,
            "Make room on it, or choose another folder.",
        )
    if error.errno in _FORBIDDEN:
        return ReadOnly(
            f"“{path.name}” was not saved. Nothing can be written in this folder, or another program has"
            " the file open.",
            _UNTOUCHED,
            "Close the file there, or choose another folder.",
        )
    if error.errno in _GONE:
        return MachineSaidNo(
            f"“{path.name}” was not saved. Its folder is not there.",
            _UNTOUCHED,
            "Choose a folder that exists.",
        )
    return MachineSaidNo(
        f"“{path.name}” was not saved. The machine says: {error.strerror or error}.",
        _UNTOUCHED,
        "Choose another name or folder.",
    )
