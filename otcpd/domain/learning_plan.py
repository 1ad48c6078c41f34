"""The learning plan of a year: goals, the learning planned for them, and who agreed to it.

Plans mean more when they are agreed with somebody who has an OT background (Scottish Government, engagement events of
February 2016): a plan says who agreed, and says so when nobody of them has one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_PENCE = 100_000_000
"""A million pounds: more than anybody's learning costs."""


class LearningState(StrEnum):
    """How far a planned piece of learning has come."""

    WANTED = "wanted"
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal in a plan. `carried_reason` is why it went over to the next one; empty while it did not."""

    id: str
    goal: str
    carried_reason: str = ""


@dataclass(frozen=True, slots=True)
class PlannedLearning:
    """Something to learn: time in minutes and cost in pence as asked for, None where nobody said.

    `decided_by` says in words who agreed or refused, `reason` why; `activity` is what it became in the log.
    """

    id: str
    text: str
    goal: str | None = None
    minutes: int | None = None
    pence: int | None = None
    state: LearningState = LearningState.WANTED
    asked_on: date | None = None
    decided_on: date | None = None
    decided_by: str = ""
    reason: str = ""
    activity: str | None = None


@dataclass(frozen=True, slots=True)
class PlanAgreement:
    """Somebody agreed to the plan on a day, in a role ("Line manager"). `is_ot` is whether they have an OT background,
    as it was said on that day; None while nobody said."""

    id: str
    person: str
    day: date
    role: str = ""
    is_ot: bool | None = None


@dataclass(frozen=True, slots=True)
class PlanReview:
    """A look at the plan in the middle of the year or at its end; `person` is with whom."""

    id: str
    day: date
    text: str = ""
    person: str | None = None


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """What somebody means to learn from `start` to `end`. `protected` says what protected time it counts on, `note`
    is for herself."""

    id: str
    owner: str
    title: str
    start: date
    end: date
    created: datetime
    modified: datetime
    protected: str = ""
    note: str = ""
    review_on: date | None = None
    """The day of its mid-year review, None while none is set."""
    goals: tuple[PlanGoal, ...] = ()
    learning: tuple[PlannedLearning, ...] = ()
    agreements: tuple[PlanAgreement, ...] = ()
    reviews: tuple[PlanReview, ...] = ()
    deleted: datetime | None = None

    @property
    def agreed(self) -> bool:
        """Whether anybody agreed to it."""
        return bool(self.agreements)
