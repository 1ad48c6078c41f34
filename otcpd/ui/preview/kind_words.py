"""What a file is, in the words of people."""

from __future__ import annotations

from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.sizes import size_in_words

KINDS = {
    EvidenceKind.PDF: "PDF",
    EvidenceKind.IMAGE: "Picture",
    EvidenceKind.WORD: "Word document",
    EvidenceKind.TEXT: "Text",
    EvidenceKind.EMAIL: "E-mail",
    EvidenceKind.OTHER: "Other file",
}
STATES = {
    EvidenceState.READABLE: "",
    EvidenceState.LOCKED: "has a password",
    EvidenceState.BROKEN: "seems to be broken",
    EvidenceState.UNKNOWN: "cannot be shown here",
}
ICONS = {EvidenceKind.IMAGE: "image", EvidenceKind.EMAIL: "note", EvidenceKind.OTHER: "file"}
"""Icons of kinds; the rest are pages."""


def about(piece: Evidence) -> str:
    """ "leaflet.pdf, PDF, 1.4 MB, has a password"."""
    parts = (piece.name, KINDS[piece.kind], size_in_words(piece.size), STATES[piece.state])
    return ", ".join(part for part in parts if part)
