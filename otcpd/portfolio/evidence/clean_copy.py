"""The file of a piece of evidence as it goes beside the profile: a copy without its hidden details."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import FileMissing, MachineSaidNo
from otcpd.portfolio.evidence.pieces import Source
from otcpd.portfolio.evidence.stripping.strip import shows_what_was_marked, stripped_copy


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """What came of the file of evidence `number`: it is at `path`, or it cannot be read any more (None).

    `clean`: it has no hidden details such as author, place, comments. `not_blacked_out`: it has marks for
    blacking out that were never applied, and all that they cover.
    """

    number: int
    path: Path | None
    clean: bool = False
    not_blacked_out: bool = False


def clean_copy(source: Source, folder: Path) -> CleanCopy:
    """Writes a copy of the file at `source` into `folder`; of one that cannot be taken apart, as it is.

    Raises DiskFull, ReadOnly or MachineSaidNo for what cannot be written.
    """
    try:
        with machine_errors(source.path), source.path.open("rb") as file:
            file.read(1)
    except (FileMissing, MachineSaidNo):
        return CleanCopy(source.number, None)
    target = copy_place(source, folder)
    with machine_errors(target):
        with target.open("wb+") as copy:
            clean = stripped_copy(source.path, source.kind, source.state, copy)
        return CleanCopy(source.number, target, clean, shows_what_was_marked(source.path))


def copy_place(source: Source, folder: Path) -> Path:
    """Where the copy of a piece is written."""
    return folder / f"E{source.number}-copy"
