"""A learning plan as plain content: see `otcpd.portfolio.papers.content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of a goal, done on a day or not yet."""

    text: str
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanPaperGoal:
    """A goal of the plan. `texts` are labels with what is written under them; `about` is the pillar or item it is
    about with its levels, in words; `carried` why it goes over to the next plan."""

    title: str
    state: str
    texts: tuple[tuple[str, str], ...] = ()
    about: str = ""
    target: date | None = None
    steps: tuple[PlanStep, ...] = ()
    outcome: str = ""
    carried: str = ""


@dataclass(frozen=True, slots=True)
class PlanPaperLearning:
    """Something to learn. `state` is in words ("Refused"); `goal` is which one of the plan it is for, from 1; minutes
    and pence are None where nobody said; `became` is the title of the activity it was."""

    text: str
    state: str
    goal: int | None = None
    minutes: int | None = None
    pence: int | None = None
    asked_on: date | None = None
    decided_on: date | None = None
    decided_by: str = ""
    reason: str = ""
    became: str = ""


@dataclass(frozen=True, slots=True)
class PlanPaperAgreement:
    """Who agreed. `is_ot` is None while nobody said; `changed` that the plan is no longer what they agreed to."""

    name: str
    day: date
    role: str = ""
    is_ot: bool | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class PlanPaperReview:
    """A look at the plan; `person` is with whom."""

    day: date
    text: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A learning plan to read and to sign.

    `sums` is what was asked for, agreed and refused, in a sentence; `promises` where protected time is promised, and
    `taken` how much of it was had so far; `changed` what is no longer as it was agreed, in a sentence. `review_on` is
    the day of a review to come.
    """

    title: str
    name: str
    start: date
    end: date
    prepared: date
    registration: str = ""
    post: str = ""
    employer: str = ""
    goals: tuple[PlanPaperGoal, ...] = ()
    learning: tuple[PlanPaperLearning, ...] = ()
    sums: str = ""
    protected: str = ""
    promises: tuple[str, ...] = ()
    taken: str = ""
    agreements: tuple[PlanPaperAgreement, ...] = ()
    background: str = ""
    """Whether anybody who agreed has an OT background, in a sentence."""
    changed: str = ""
    reviews: tuple[PlanPaperReview, ...] = ()
    review_on: date | None = None
