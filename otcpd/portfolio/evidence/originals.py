"""The evidence beside the PDF: numbered files in a folder or a ZIP, without their hidden details."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import IO, BinaryIO

from otcpd.disk import WholeFiles, machine_errors, whole_files
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.originals_names import safe_name
from otcpd.portfolio.evidence.stripping import stripped_copy
from otcpd.portfolio.evidence.stripping_plan import PIECE

LIST = "About these files.txt"
"""The list that stands beside the numbered files."""

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can hold: the same content gives the same bytes."""

_PACKED = frozenset({".pdf", ".docx", ".xlsx", ".pptx", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".zip"})
"""Endings of files that deflating makes no smaller."""

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A piece of evidence as it came, spooled to `path`. `number` is that of the profile.

    `name` is what the person's file was called; only its ending is used, since it may name a patient.
    """

    number: int
    caption: str
    name: str
    kind: EvidenceKind
    state: EvidenceState
    path: Path


def _silent(_done: int, _total: int) -> None:
    pass


def original_name(file: OriginalFile) -> str:
    """What the file is called beside the PDF, such as "E2 Course certificate.pdf": safe on any computer."""
    return safe_name(file.number, file.caption, file.name, file.kind)


def write_originals_folder(
    files: Sequence[OriginalFile], folder: Path, whole: WholeFiles | None = None, report: Report = _silent
) -> tuple[int, ...]:
    """Write the files and a list of them into `folder`, which is made if need be.

    A file of the same name is replaced, nothing else is touched. With `whole` they take their places
    when its other files do. Gives the numbers of those whose hidden details could not be taken out.
    Raises FileMissing, DiskFull, ReadOnly or MachineSaidNo (OSError for what `whole` cannot write).
    """
    with machine_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if whole is None:
        with whole_files() as own:
            return _write_folder(files, folder, own, report)
    return _write_folder(files, folder, whole, report)


def _write_folder(files: Sequence[OriginalFile], folder: Path, whole: WholeFiles, report: Report) -> tuple[int, ...]:
    kept: list[int] = []
    ordered = _ordered(files)
    for done, file in enumerate(ordered):
        report(done, len(ordered))
        # Closed at once: some systems let a process hold no more than 256 files.
        with _clean(file) as (copy, clean), whole.begin(folder / original_name(file)) as target:
            _pour(copy, target)
        kept += [] if clean else [file.number]
    with whole.begin(folder / LIST) as target:
        target.write(_list(ordered, kept))
    return tuple(kept)


def write_originals_zip(files: Sequence[OriginalFile], target: BinaryIO, report: Report = _silent) -> tuple[int, ...]:
    """Write a ZIP of the files and a list of them to `target`: the same files give the same bytes.

    Gives the numbers of those whose hidden details could not be taken out. Raises FileMissing or
    MachineSaidNo for files that cannot be read, OSError for a target that cannot be written.
    """
    kept: list[int] = []
    ordered = _ordered(files)
    with zipfile.ZipFile(target, "w") as archive:
        for done, file in enumerate(ordered):
            report(done, len(ordered))
            with _clean(file) as (copy, clean):
                _add(archive, original_name(file), copy)
            kept += [] if clean else [file.number]
        archive.writestr(_member(LIST), _list(ordered, kept))
    return tuple(kept)


def _ordered(files: Sequence[OriginalFile]) -> list[OriginalFile]:
    return sorted(files, key=attrgetter("number"))


@contextmanager
def _clean(file: OriginalFile) -> Iterator[tuple[BinaryIO, bool]]:
    """A copy without hidden details, and whether it is. It lies beside the spooled file and goes by itself."""
    with machine_errors(file.path):
        copy = tempfile.TemporaryFile(dir=file.path.parent)  # noqa: SIM115 - closed below, after others have read it
    with copy:
        with machine_errors(file.path):
            clean = stripped_copy(file.path, file.kind, file.state, copy)
            copy.seek(0)
        yield copy, clean


def _add(archive: zipfile.ZipFile, name: str, copy: BinaryIO) -> None:
    size = copy.seek(0, 2)
    copy.seek(0)
    with archive.open(_member(name), "w", force_zip64=size > 1 << 30) as target:
        _pour(copy, target)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, FIXED_TIME)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_STORED if Path(name).suffix in _PACKED else zipfile.ZIP_DEFLATED
    return info


def _pour(source: IO[bytes], target: IO[bytes]) -> None:
    while piece := source.read(PIECE):
        target.write(piece)


def _list(files: Sequence[OriginalFile], kept: Sequence[int]) -> bytes:
    lines = ["The evidence of this profile, by its numbers", "", *map(original_name, files), ""]
    clean = [file for file in files if file.number not in kept]
    if clean:
        lines += ["Names of authors, places and comments were taken out of these copies.", ""]
    if kept:
        lines += ["These could not be searched for such details and are as they were attached:", ""]
        lines += [original_name(file) for file in files if file.number in kept]
    return ("\r\n".join(lines).rstrip() + "\r\n").encode("utf-8")
