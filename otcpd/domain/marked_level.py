"""The level that somebody marked for something a role asks, in her newest self-assessment that says anything of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from otcpd.domain.assessment import Assessment
from otcpd.domain.frameworks import Frameworks


class MarkedLevel(NamedTuple):
    """A level, the day of the self-assessment, and the item for which it was marked: the same or one above it."""

    level: int
    day: date
    item: str


def marked_level(frameworks: Frameworks, item: str, assessments: Sequence[Assessment]) -> MarkedLevel | None:
    """`assessments` come oldest first. What is marked for the item itself, or for what says the same, comes before what
    is marked for the pillar above it."""
    for ref in (item, *frameworks.above(item)):
        alike = frameworks.alike(ref)
        for assessment in reversed(assessments):
            for one in (ref, *sorted(alike - {ref})):
                now = assessment.mark(one).now
                if now is not None:
                    return MarkedLevel(now, assessment.day, one)
    return None
