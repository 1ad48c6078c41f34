"""What the first hundred bytes of a file tell, read without waking the engine."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

from otcpd.disk import machine_errors
from otcpd.domain.errors import FileDamaged, FileTooNew, NotACpdFile
from otcpd.record import schema
from otcpd.record.engine import APPLICATION_ID, damaged, journal_of, missing

_SQLITE = b"SQLite format 3\x00"


class Header(NamedTuple):
    """A CPD file's schema version (major * 1000 + minor)."""

    version: int

    @property
    def newer_minor(self) -> bool:
        """Whether a newer otcpd of the same major made it: it opens for reading only."""
        return self.version > schema.VERSION


def read_header(path: Path) -> Header:
    """Looks at a file before opening it, so that a wrong one is never touched.

    Raises FileMissing, NotACpdFile, FileTooNew, or FileDamaged for one that has been cut short.
    """
    with machine_errors(path):
        if not path.exists():
            raise missing(path)
        if not path.is_file():
            raise _not_ours(path)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(100)
    journal = journal_of(path)
    if _has_content(journal) and len(head) < 100:
        return Header(schema.VERSION)  # the engine will roll the journal back and decide
    if not head.startswith(_SQLITE) or len(head) < 100:
        raise _not_ours(path)
    page_size, pages, version, application = _numbers(head)
    if application != APPLICATION_ID:
        raise _not_ours(path)
    if version // 1000 > schema.MAJOR:
        raise too_new(path)
    if not _has_content(journal) and size < page_size * pages:
        raise _cut_short(path)
    if version // 1000 < 1:
        raise damaged(path)  # no otcpd ever made such a version
    return Header(version)


def _numbers(head: bytes) -> tuple[int, int, int, int]:
    (page_size,) = struct.unpack(">H", head[16:18])
    (pages,) = struct.unpack(">I", head[28:32])
    (version,) = struct.unpack(">I", head[60:64])
    (application,) = struct.unpack(">I", head[68:72])
    return (65536 if page_size == 1 else page_size), pages, version, application


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _not_ours(path: Path) -> NotACpdFile:
    return NotACpdFile(
        f"‘{path.name}’ is not a CPD file.",
        "It has not been changed.",
        "Choose a file that otcpd made; its name ends in ‘.otcpd’.",
    )


def too_new(path: Path) -> FileTooNew:
    """The error for a file of a newer major version."""
    return FileTooNew(
        f"‘{path.name}’ was made by a newer otcpd.",
        "Your CPD file is unchanged.",
        "Update the app to open it.",
    )


def _cut_short(path: Path) -> FileDamaged:
    error = damaged(path)
    return FileDamaged(f"‘{path.name}’ is damaged: it has been cut short.", error.safe, error.next_step)
