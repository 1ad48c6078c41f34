"""Looking into a file that comes in as evidence: what it is, and the words in it."""

from __future__ import annotations

from pathlib import Path

from otcpd.background import ReportProgress, run_and_wait, task
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText, read_evidence


def look_at(path: Path, progress: ReportProgress) -> EvidenceText:
    """The job for the worker process: `task(look_at, path)`."""
    progress(0, 1)
    return read_evidence(path)


def look_and_wait(path: Path) -> EvidenceText:
    """Looks into a file in a worker process and waits.

    A file that brings the worker down is broken, and that is all: it is kept like other broken ones.
    Raises FileMissing or MachineSaidNo when there is nothing to read.
    """
    try:
        found = run_and_wait(task(look_at, path))
    except NotAcceptable:
        return BEYOND_READING
    assert isinstance(found, EvidenceText)
    return found


BEYOND_READING = EvidenceText(EvidenceKind.OTHER, EvidenceState.BROKEN)
"""What is known of a file that brought the worker down."""
