"""Where a profile goes: a sensible name and folder, and nothing half-written left there."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from otcpd.domain.period import Period

PDF = ".pdf"
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_PARTS = ".otcpd-*.part"
"""What `otcpd.disk.whole_file` calls a file that is not whole yet."""


def file_name(person: str, period: Period) -> str:
    """ "CPD profile Eilidh Rowan 2025-2026.pdf"; letters that no file system takes everywhere are left out."""
    name = " ".join(
        "".join(letter for letter in person if letter.isprintable() and letter not in _NOT_IN_NAMES).split()
    )
    first, last = period.start.year, period.end.year
    years = f"{first}" if first == last else f"{first}-{last}"
    return f"{' '.join(part for part in ('CPD profile', name.strip('. '), years) if part)}{PDF}"


def usual_folder(last_used: str) -> Path:
    """The folder of the last export if it is still there, else the person's documents."""
    if last_used and Path(last_used).is_dir():
        return Path(last_used)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def as_pdf(place: Path) -> Path:
    """`place` with the ending of a PDF: so a profile can never take the place of a CPD file."""
    return place if place.suffix.lower() == PDF else place.with_name(place.name + PDF)


def half_written(folder: Path) -> frozenset[Path]:
    """Files in `folder` that some program of ours is writing, or was when it was ended."""
    with contextlib.suppress(OSError):
        return frozenset(folder.glob(_PARTS))
    return frozenset()


def clear_away(parts: frozenset[Path]) -> None:
    """Delete what an ended worker left. Where that is not possible it stays, small and hidden."""
    for part in parts:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
