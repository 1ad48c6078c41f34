"""A copy of a file without the details that nobody sees: author, place, comments, history."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import BinaryIO

from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.portfolio.evidence.stripping.plan import PIECE, NotStripped, carry_out

_HEAD = 1024
_WORDS = frozenset({EvidenceKind.TEXT, EvidenceKind.EMAIL})


def stripped_copy(source: Path, kind: EvidenceKind, state: EvidenceState, target: BinaryIO) -> bool:
    """Write a copy of `source` to `target`, which must be empty and can be read and moved about in.

    False if hidden details could not be taken out, or not all of them. What cannot be taken apart is
    copied as it is; so are texts and messages, which hide nothing. Raises OSError.
    """
    try:
        return _strip(source, target)
    except NotStripped:
        target.seek(0)
        target.truncate()
        with source.open("rb") as file:
            while piece := file.read(PIECE):
                target.write(piece)
        return kind in _WORDS and state is EvidenceState.READABLE


def shows_what_was_marked(source: Path) -> bool:
    """Whether `source` has marks for blacking out that were never applied. Raises OSError."""
    with source.open("rb") as file:
        if not _is_pdf(file.read(_HEAD)):
            return False
    from otcpd.portfolio.evidence.stripping.redactions import has_redaction_marks

    return has_redaction_marks(source)


def _is_pdf(head: bytes) -> bool:
    return b"%PDF-" in head


def _strip(source: Path, target: BinaryIO) -> bool:
    with source.open("rb") as file:
        head = file.read(_HEAD)
        if _is_pdf(head):
            from otcpd.portfolio.evidence.stripping.pdf import strip_pdf

            strip_pdf(source, target)
            return True
        if head.startswith(b"PK\x03\x04"):
            from otcpd.portfolio.evidence.stripping.docx import strip_docx

            return strip_docx(source, target)
        from otcpd.portfolio.evidence.stripping.pictures import strip_picture

        if not head:
            raise NotStripped
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            carry_out(strip_picture(data), data, target)
            return True
