"""What a profile calls its parts."""

from __future__ import annotations


def evidence_name(number: int) -> str:
    """The name of a piece of evidence: "E2"."""
    return f"E{number}"
