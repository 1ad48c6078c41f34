"""The evidence beside the PDF: numbered files in a folder or a ZIP, without their hidden details."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import IO, BinaryIO

from otcpd.disk import WholeFiles, machine_errors, whole_files
from otcpd.domain.evidence import EvidenceKind
from otcpd.portfolio.evidence.originals_names import safe_name
from otcpd.portfolio.evidence.stripping.plan import PIECE
from otcpd.portfolio.evidence.words import not_blacked_out_words

LIST = "About these files.txt"
"""The list that stands beside the numbered files."""

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can hold: the same content gives the same bytes."""

_PACKED = frozenset({".pdf", ".docx", ".xlsx", ".pptx", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".zip"})
"""Endings of files that deflating makes no smaller."""

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A piece of evidence to stand beside the profile. `number` is that of the profile.

    `name` is what the person's file was called; only its ending is used, since it may name a patient.
    `path` is what is copied; None if the file cannot be read any more. `clean` and `not_blacked_out` as in
    `CleanCopy`.
    """

    number: int
    caption: str
    name: str
    kind: EvidenceKind
    path: Path | None
    clean: bool = False
    not_blacked_out: bool = False


def _silent(_done: int, _total: int) -> None:
    pass


def original_name(file: OriginalFile) -> str:
    """What the file is called beside the PDF, such as "E2 Course certificate.pdf": safe on any computer."""
    return safe_name(file.number, file.caption, file.name, file.kind)


def write_originals_folder(
    files: Sequence[OriginalFile], folder: Path, whole: WholeFiles | None = None, report: Report = _silent
) -> None:
    """Write the files and a list of them into `folder`, which is made if need be.

    A file of the same name is replaced, nothing else is touched. With `whole` they take their places
    when its other files do. Raises FileMissing, DiskFull, ReadOnly or MachineSaidNo (OSError for what
    `whole` cannot write).
    """
    with machine_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if whole is None:
        with whole_files() as own:
            _write_folder(files, folder, own, report)
    else:
        _write_folder(files, folder, whole, report)


def _write_folder(files: Sequence[OriginalFile], folder: Path, whole: WholeFiles, report: Report) -> None:
    ordered = sorted(files, key=attrgetter("number"))
    for file, path in _there(ordered, report):
        # Closed at once: some systems let a process hold no more than 256 files.
        with _opened(path) as copy, whole.begin(folder / original_name(file)) as target:
            _pour(copy, target)
    with whole.begin(folder / LIST) as target:
        target.write(_list(ordered))


def write_originals_zip(files: Sequence[OriginalFile], target: BinaryIO, report: Report = _silent) -> None:
    """Write a ZIP of the files and a list of them to `target`: the same files give the same bytes.

    Raises FileMissing or MachineSaidNo for files that cannot be read, OSError for a target that cannot
    be written.
    """
    ordered = sorted(files, key=attrgetter("number"))
    with zipfile.ZipFile(target, "w") as archive:
        for file, path in _there(ordered, report):
            with _opened(path) as copy:
                _add(archive, original_name(file), copy)
        archive.writestr(_member(LIST), _list(ordered))


def _there(files: Sequence[OriginalFile], report: Report) -> Iterator[tuple[OriginalFile, Path]]:
    """The files that can be copied, one after the other."""
    for done, file in enumerate(files):
        report(done, len(files))
        if file.path is not None:
            yield file, file.path


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    with machine_errors(path):
        copy = path.open("rb")
    with copy:
        yield copy


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


def _list(files: Sequence[OriginalFile]) -> bytes:
    there = [file for file in files if file.path is not None]
    lines = ["The evidence of this profile, by its numbers", "", *map(original_name, there), ""]
    if any(file.clean for file in there):
        lines += ["Names of authors, places and comments were taken out of these copies.", ""]
    kept = [original_name(file) for file in there if not file.clean]
    if kept:
        lines += ["These could not be searched for such details and are as they were attached:", "", *kept, ""]
    marked = [file.number for file in there if file.not_blacked_out]
    if marked:
        lines += [not_blacked_out_words(marked), ""]
    missing = [original_name(file) for file in files if file.path is None]
    if missing:
        lines += ["These could not be read, and are not here:", "", *missing]
    return ("\r\n".join(lines).rstrip() + "\r\n").encode("utf-8")
