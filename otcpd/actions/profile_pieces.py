"""A file of evidence on its way into a profile: the job of the worker process for one piece."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from otcpd.background import ReportProgress
from otcpd.disk import machine_errors
from otcpd.domain.errors import MachineSaidNo
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal, Source

if TYPE_CHECKING:
    from otcpd.portfolio.evidence.clean_copy import CleanCopy

_REFUSALS = {
    EvidenceState.LOCKED: Refusal.LOCKED,
    EvidenceState.BROKEN: Refusal.BROKEN,
    EvidenceState.UNKNOWN: Refusal.UNKNOWN,
}

_MAY_BE_MAIL = (EvidenceKind.TEXT, EvidenceKind.OTHER)


def prepare(source: Source, folder: Path, progress: ReportProgress) -> PreparedPiece:
    """What a profile shows of the file at `source`; pages go to PDFs in `folder`.

    The file itself says what it is: what the CPD file recorded may come from an older look at it. A bad
    file is no error but a refusal, and so is one that this computer does not let us read. Raises FileMissing,
    and DiskFull or another MachineSaidNo for what cannot be written to `folder`.
    """
    from otcpd.exchange.evidence_kind import evidence_kind

    refusal = _not_to_be_read(source.path)
    if refusal is not None:
        return PreparedPiece(source.number, refusal=refusal)
    kind, state = evidence_kind(source.path)
    if kind is EvidenceKind.EMAIL or (source.kind is EvidenceKind.EMAIL and kind in _MAY_BE_MAIL):
        return PreparedPiece(source.number, refusal=Refusal.EMAIL)

    def report(done: int, total: int) -> None:
        progress(done, total)

    if kind is EvidenceKind.PDF:
        from otcpd.portfolio.evidence.pdf.piece import prepare_pdf

        return prepare_pdf(source, folder, report)
    if kind is EvidenceKind.IMAGE:
        from otcpd.portfolio.evidence.pictures.piece import prepare_picture

        return prepare_picture(source, folder, report)
    if state is EvidenceState.READABLE and kind in (EvidenceKind.TEXT, EvidenceKind.WORD):
        return _words(source)
    return PreparedPiece(source.number, refusal=_REFUSALS.get(state, Refusal.UNKNOWN))


def copy_clean(source: Source, folder: Path, progress: ReportProgress) -> CleanCopy:
    """A copy of the file at `source` without its hidden details, in `folder`: the job for one original.

    A bad file is copied as it is. Raises DiskFull, ReadOnly or MachineSaidNo for what cannot be written.
    """
    from otcpd.portfolio.evidence.clean_copy import clean_copy

    progress(0, 1)
    return clean_copy(source, folder)


def _not_to_be_read(path: Path) -> Refusal | None:
    """Why nothing can be read there. Raises FileMissing."""
    try:
        with machine_errors(path), path.open("rb") as file:
            return None if file.read(1) else Refusal.EMPTY
    except MachineSaidNo:  # another program may hold it: one that looks for viruses, say
        return Refusal.UNREADABLE


def _words(source: Source) -> PreparedPiece:
    from otcpd.exchange.evidence_text import read_evidence
    from otcpd.portfolio.evidence.text_piece import prepare_text

    found = read_evidence(source.path)
    if found.state in _REFUSALS:
        return PreparedPiece(source.number, refusal=_REFUSALS[found.state])
    return prepare_text(source.number, found.text, found.kind)
