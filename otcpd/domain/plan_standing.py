"""How learning plans stand: which one counts now, what is to be decided, who agreed, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from otcpd.domain.dates import add_months
from otcpd.domain.goal import Goal
from otcpd.domain.learning_plan import LearningPlan, LearningState, PlanAgreement, PlannedLearning

TURNING_DAYS = 28
"""So many days before a plan ends it is time to think of the next."""
REVIEWED_DAYS = 42
"""A review so many days before the day that was set for it counts as that one."""


# Which plan, and which years


def current_plan(plans: Iterable[LearningPlan], today: date) -> LearningPlan | None:
    """The plan that runs today (of several the one begun last), else the next to begin, else the one that ended
    last."""
    known = list(plans)
    running = [one for one in known if one.start <= today <= one.end]
    if running:
        return max(running, key=_begun)
    coming = [one for one in known if one.start > today]
    if coming:
        return min(coming, key=_begun)
    return max(known, key=_ended, default=None)


def plan_after(plan: LearningPlan, plans: Iterable[LearningPlan]) -> LearningPlan | None:
    """The plan that begins next after another one, if there is any."""
    return min((one for one in plans if one.start > plan.start), key=_begun, default=None)


def next_year(plans: Iterable[LearningPlan], today: date) -> tuple[date, date]:
    """Twelve months for a new plan: from the day after the last one, where that ends near today, else from today."""
    last = max((one.end for one in plans), default=None)
    near = last is not None and abs((last - today).days) <= 366
    start = last + timedelta(days=1) if last is not None and near else today
    return start, year_from(start)


def year_from(start: date) -> date:
    """The last of the twelve months that begin on a day."""
    return add_months(start, 12) - timedelta(days=1)


def middle(start: date, end: date) -> date:
    """The day in the middle, when a plan is looked at again."""
    return start + (end - start + timedelta(days=1)) // 2


def usual_title(start: date, end: date) -> str:
    """ "Learning plan 2026 to 2027"."""
    years = f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    return f"Learning plan {years}"


def _begun(plan: LearningPlan) -> tuple[date, str]:
    return plan.start, plan.id


def _ended(plan: LearningPlan) -> tuple[date, str]:
    return plan.end, plan.id


# Goals at the end of the year


def undecided_goals(plan: LearningPlan, goals: Mapping[str, Goal]) -> tuple[str, ...]:
    """The goals of a plan that are neither closed nor carried over; those in the bin need no word."""
    return tuple(
        one.goal
        for one in plan.goals
        if not one.carried_reason.strip() and (goal := goals.get(one.goal)) is not None and goal.is_open
    )


def carried_from(plan: LearningPlan, plans: Iterable[LearningPlan]) -> dict[str, LearningPlan]:
    """By the id of a goal of this plan the plan before it that carried the goal over, the newest of several."""
    inside = {one.goal for one in plan.goals}
    earlier = sorted((one for one in plans if one.start < plan.start), key=_begun)
    return {row.goal: one for one in earlier for row in one.goals if row.goal in inside and row.carried_reason.strip()}


# What is to be learnt


@dataclass(frozen=True, slots=True)
class Sum:
    """How many pieces of learning, with their minutes and pence as far as somebody said."""

    count: int = 0
    minutes: int = 0
    pence: int = 0


@dataclass(frozen=True, slots=True)
class LearningSums:
    """What was asked for in all; of it agreed (and perhaps done), refused, and waiting for an answer. `done` is what
    was learnt, asked for or not; `wanted` what nobody was asked for yet."""

    wanted: Sum
    asked: Sum
    waiting: Sum
    agreed: Sum
    refused: Sum
    done: Sum


def learning_sums(learning: Sequence[PlannedLearning]) -> LearningSums:
    """The sums over the learning of a plan, or of several."""
    return LearningSums(
        wanted=_sum(one for one in learning if one.state is LearningState.WANTED),
        asked=_sum(one for one in learning if was_asked(one)),
        waiting=_sum(one for one in learning if one.state is LearningState.ASKED),
        agreed=_sum(one for one in learning if was_agreed(one)),
        refused=_sum(one for one in learning if one.state is LearningState.REFUSED),
        done=_sum(one for one in learning if one.state is LearningState.DONE),
    )


def was_asked(one: PlannedLearning) -> bool:
    """Whether anybody was asked for it: what is done may never have been."""
    if one.state is LearningState.DONE:
        return one.asked_on is not None or was_agreed(one)
    return one.state is not LearningState.WANTED


def was_agreed(one: PlannedLearning) -> bool:
    """Whether somebody agreed to it."""
    decided = one.decided_on is not None or bool(one.decided_by.strip())
    return one.state is LearningState.AGREED or (one.state is LearningState.DONE and decided)


def _sum(learning: Iterable[PlannedLearning]) -> Sum:
    known = list(learning)
    return Sum(len(known), sum(one.minutes or 0 for one in known), sum(one.pence or 0 for one in known))


# Who agreed


class OtBackground(StrEnum):
    """Whether anybody who agreed has an OT background."""

    NOBODY_AGREED = "nobody_agreed"
    YES = "yes"
    NO = "no"
    NOT_SAID = "not_said"
    """Nobody who agreed is known to have one, and of somebody nobody said."""


def ot_background(agreements: Sequence[PlanAgreement]) -> OtBackground:
    """As it was said of each on the day."""
    if not agreements:
        return OtBackground.NOBODY_AGREED
    said = {one.is_ot for one in agreements}
    if True in said:
        return OtBackground.YES
    return OtBackground.NOT_SAID if None in said else OtBackground.NO


_OT_SENTENCES = {
    OtBackground.NOBODY_AGREED: "",
    OtBackground.YES: "Agreed with somebody who has an OT background.",
    OtBackground.NO: "Agreed by nobody with an OT background.",
    OtBackground.NOT_SAID: "Agreed by nobody who is known to have an OT background.",
}


def ot_sentence(agreements: Sequence[PlanAgreement]) -> str:
    """Says it plainly; empty while nobody agreed."""
    return _OT_SENTENCES[ot_background(agreements)]


# What is due


def review_due(plan: LearningPlan, today: date) -> bool:
    """Whether the day that was set for a review has come, the plan runs on, and nobody has looked at it."""
    if plan.review_on is None or not plan.review_on <= today <= plan.end:
        return False
    since = plan.review_on - timedelta(days=REVIEWED_DAYS)
    return not any(one.day >= since for one in plan.reviews)


def time_to_turn(plan: LearningPlan, today: date) -> bool:
    """Whether the plan has ended, or nearly so."""
    return today >= plan.end - timedelta(days=TURNING_DAYS)


class NextThing(StrEnum):
    """The next sensible thing to do about the plan: the page's filled button."""

    START = "start"
    FILL = "fill"
    """There is nothing in it that anybody could agree to."""
    AGREE = "agree"
    AGREE_AGAIN = "agree_again"
    REVIEW = "review"
    TURN = "turn"
    ADD = "add"
    """Nothing waits; there may be more to learn."""


def next_thing(
    plan: LearningPlan | None, plans: Sequence[LearningPlan], today: date, *, changed: bool, waiting: bool
) -> NextThing:
    """`changed` says that it is no longer what was agreed, `waiting` that goals of it are neither closed nor carried
    over. One whose year was turned asks for nothing."""
    if plan is None:
        return NextThing.START
    if time_to_turn(plan, today) and (waiting or plan_after(plan, plans) is None):
        return NextThing.TURN
    if today > plan.end:
        return NextThing.ADD
    return _next_within(plan, today, changed=changed)


def _next_within(plan: LearningPlan, today: date, *, changed: bool) -> NextThing:
    if not plan.goals and not plan.learning:
        return NextThing.FILL
    if not plan.agreed:
        return NextThing.AGREE
    if review_due(plan, today):
        return NextThing.REVIEW
    return NextThing.AGREE_AGAIN if changed else NextThing.ADD
