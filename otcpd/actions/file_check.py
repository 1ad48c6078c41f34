"""Checking a whole CPD file in the worker process, while the window goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.in_worker import WorkerSurroundings, reading, reading_a_copy, told_as
from otcpd.actions.safety import Verdict, verify
from otcpd.background import ReportProgress
from otcpd.domain.activity import TEXT_FIELDS
from otcpd.domain.errors import FileDamaged
from otcpd.domain.words import count_words
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class FileContents:
    """How much is in a CPD file. `size` is that of all evidence, in bytes; `words` those of the log."""

    activities: int
    evidence: int
    evidence_size: int
    people: int
    words: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check looked at, and what it found."""

    verdict: Verdict
    activities: int
    """Activities that are not in the bin."""
    evidence: int
    """Pieces of evidence whose every byte was read."""


def contents_job(path: Path, around: WorkerSurroundings, progress: ReportProgress) -> FileContents:
    """The job for the worker process that counts what is in the file at `path`; nothing in the bin counts."""
    progress(0, 0)
    with reading(path, around) as record:
        activities = record.activities.all()
        evidence = record.evidence.all()
        return FileContents(
            len(activities),
            len(evidence),
            sum(one.size for one in evidence),
            len(record.people.all()),
            sum(count_words(str(getattr(one, name))) for one in activities for name in ("title", *TEXT_FIELDS)),
        )


def check_job(path: Path, folder: Path, around: WorkerSurroundings, progress: ReportProgress) -> Checked:
    """The job for the worker process that checks the file at `path` whole.

    A copy in `folder` is checked: reading the whole file in one go would keep the window from saving. Raises
    DiskFull if there is no room for the copy. Damage that keeps the file from being read is a finding.
    """
    try:
        with reading_a_copy(path, folder, around, told_as(progress, "Reading the file")) as record:
            progress(0, 0, "Checking the history and the evidence")
            return _checked(record)
    except FileDamaged as error:
        return Checked(Verdict((error.happened,), (), ()), 0, 0)


def _checked(record: Record) -> Checked:
    return Checked(verify(record), len(record.activities.all()), len(record.evidence.stored()))
