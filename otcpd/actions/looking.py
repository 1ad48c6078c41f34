"""Looking into a file that comes in as evidence: what it is, and the words in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from otcpd.actions.evidence import Look
from otcpd.background import Limits, ReportProgress, Task, Worker, task
from otcpd.domain.errors import NotAcceptable, OtcpdError
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.exchange.evidence_text import EvidenceText, read_evidence

LIMITS = Limits(seconds=120.0, memory=1_000_000_000)
"""What looking into one file may take; one that takes more is kept like a broken one."""


def look_task(path: Path) -> Task:
    """The job for the worker process that looks into the file at `path`."""
    return task(look_at, path).within(LIMITS)


def look_at(path: Path, progress: ReportProgress) -> EvidenceText:
    """What `look_task` does in the worker process."""
    progress(0, 1)
    return read_evidence(path)


def look_at_several_task(paths: Sequence[Path]) -> Task:
    """The job that looks into several small files; its value is a list of what `look_at` tells of each, or of the
    OtcpdError that it raises.
    """
    return task(look_at_several, tuple(paths)).within(LIMITS)


def look_at_several(paths: Sequence[Path], progress: ReportProgress) -> list[EvidenceText | OtcpdError]:
    """What `look_at_several_task` does in the worker process."""
    found: list[EvidenceText | OtcpdError] = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        try:
            found.append(read_evidence(path))
        except OtcpdError as error:
            found.append(error)
    return found


@contextmanager
def looking_in_worker() -> Iterator[Look]:
    """Looks into files in a worker process and waits; one process serves for all files of the block.

    A file that brings the worker down is broken, and that is all: it is kept like other broken ones.
    The look raises FileMissing or MachineSaidNo when there is nothing to read.
    """
    with Worker() as worker:
        yield partial(_look, worker)


def _look(worker: Worker, path: Path) -> EvidenceText:
    try:
        found = worker.run(look_task(path))
    except NotAcceptable:
        return BEYOND_READING
    assert isinstance(found, EvidenceText)
    return found


BEYOND_READING = EvidenceText(EvidenceKind.OTHER, EvidenceState.BROKEN)
"""What is known of a file that brought the worker down."""
