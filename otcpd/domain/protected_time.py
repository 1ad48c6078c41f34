"""Protected time: what was promised, planned, taken and lost.

For CPD, reflection, supervision and research alike. No law gives council OTs a figure that this could know: what is
agreed stands in an agreement or a job plan, and the person enters it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ProtectedUse(StrEnum):
    """What protected time is for."""

    CPD = "cpd"
    REFLECTION = "reflection"
    SUPERVISION = "supervision"
    RESEARCH = "research"


class Per(StrEnum):
    """Over what an entitlement runs."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class EntitlementSource(StrEnum):
    """Where it is promised."""

    AGREEMENT = "agreement"
    JOB_PLAN = "job_plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entitlement:
    """So many minutes `per` week, month or year, from `start` to `end` (None: it goes on)."""

    id: str
    owner: str
    start: date
    minutes: int
    per: Per = Per.MONTH
    end: date | None = None
    source: EntitlementSource = EntitlementSource.JOB_PLAN
    agreement: str | None = None
    post: str | None = None
    note: str = ""
    deleted: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProtectedSlot:
    """Time set aside on a day. `taken` are the minutes of it that were had, None while the person has not said.

    What is not taken is lost, for `reason`: a code of the catalogue or the person's words. `activity` is what it was
    used for; that activity's own protected minutes are then not counted a second time.
    """

    id: str
    owner: str
    day: date
    planned: int
    use: ProtectedUse = ProtectedUse.CPD
    taken: int | None = None
    reason: str = ""
    note: str = ""
    activity: str | None = None
    deleted: datetime | None = None

    @property
    def lost(self) -> int:
        """Minutes planned and not had; 0 while nothing is said."""
        return 0 if self.taken is None else max(self.planned - self.taken, 0)
