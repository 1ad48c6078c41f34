"""The person's own figures of her workload, so that the talk about protected time has facts: numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Workload:
    """How things stood on one day; None for what she did not note. Duty is in half days a month."""

    id: str
    owner: str
    day: date
    caseload: int | None = None
    """People on her caseload."""
    waiting: int | None = None
    """People waiting."""
    duty_half_days: int | None = None
    deleted: datetime | None = None
