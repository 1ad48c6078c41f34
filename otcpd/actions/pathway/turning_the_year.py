"""Turning the year: each goal of a plan is reached, let go, or carried over with a reason, and the next plan begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from otcpd.actions.pathway.goals import close_within
from otcpd.actions.pathway.plans import NOTHING, check_year, insert_plan, positions
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.learning_plan import LearningPlan
from otcpd.domain.order import keys_after
from otcpd.domain.plan_standing import next_year, plan_after, undecided_goals, year_from
from otcpd.domain.words import quoted
from otcpd.record.gate import Step
from otcpd.record.record import Record


class Way(StrEnum):
    """What becomes of a goal at the end of its year."""

    REACHED = "reached"
    LET_GO = "let_go"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Decided:
    """The way of one goal. `words` are the outcome, or the reason for which it goes over to the next year."""

    way: Way
    words: str = ""


def goals_to_decide(record: Record, plan: LearningPlan) -> list[Goal]:
    """The goals of a plan that wait for a decision, in their order."""
    goals = {one.goal: record.goals.get(one.goal) for one in plan.goals}
    alive = {key: goal for key, goal in goals.items() if goal.deleted is None}
    return [alive[key] for key in undecided_goals(plan, alive)]


def next_years_days(record: Record, plan: LearningPlan) -> tuple[date, date]:
    """The days that the next plan has unless somebody says otherwise: after this one, or from today where this one
    ended long ago."""
    return next_year([plan], record.clock.today())


def plan_to_come(record: Record, plan: LearningPlan) -> LearningPlan | None:
    """The plan that has been begun already for the time after this one: what is carried over goes there."""
    return plan_after(plan, record.plans.all())


def turn_the_year(
    record: Record, plan: str, ways: Mapping[str, Decided], start: date | None = None, end: date | None = None
) -> Changes:
    """Closes or carries over the open goals of a plan, and begins the next one with those carried: one step to undo.

    `ways` is by the id of a goal. Where the next plan is there already, they go into that one, and the days do not
    matter; where it was and is in the bin now, the open goals that went into it go into the new one.

    Raises NotAcceptable while a goal is undecided, for one carried over without a reason, and for days that do not come
    after those of the plan.
    """
    now = record.plans.get(plan)
    waiting = goals_to_decide(record, now)
    for goal in waiting:
        _check(goal, ways.get(goal.id))
    later = plan_to_come(record, now)
    days = _days(record, now, start, end) if later is None else None
    carried = [goal.id for goal in waiting if ways[goal.id].way is Way.CARRIED]
    if later is None:
        going = {*carried, *_carried_into_nothing(record, now)}
        carried = [one.goal for one in now.goals if one.goal in going]
    with record.step("Turn the year") as step:
        for goal in waiting:
            _decide(step, now, goal, ways[goal.id], record.clock.today())
        if days is not None:
            insert_plan(step, *days, "", carried)
        elif later is not None:
            _put_into(record, step, later, carried)
    return step.changes


def _days(record: Record, plan: LearningPlan, start: date | None, end: date | None) -> tuple[date, date]:
    usual, _ = next_years_days(record, plan)
    start = start or usual
    end = end or year_from(start)
    check_year(record, start, end)
    if start <= plan.start:
        raise NotAcceptable(
            f"{long_day(start)} is not after the plan that ends.", NOTHING, f"Pick a day after {long_day(plan.start)}."
        )
    return start, end


def _carried_into_nothing(record: Record, plan: LearningPlan) -> list[str]:
    """Open goals that were carried over before, into a plan that is in the bin now."""
    told = [one.goal for one in plan.goals if one.carried_reason.strip()]
    return [goal.id for goal in map(record.goals.get, told) if goal.is_open and goal.deleted is None]


def _put_into(record: Record, step: Step, plan: LearningPlan, goals: Sequence[str]) -> None:
    new = [goal for goal in goals if all(one.goal != goal for one in plan.goals)]
    rows = positions(record, "plan_goal", plan.id, "goal")
    for goal, position in zip(new, keys_after(rows[-1][2] or None if rows else None, len(new)), strict=True):
        step.link("plan_goal", {"plan": plan.id, "goal": goal}, {"position": position, "carried_reason": ""})


def _check(goal: Goal, decided: Decided | None) -> None:
    if decided is None:
        raise NotAcceptable(
            f"{quoted(goal.title)} is not decided yet.", NOTHING, "Say whether it is reached, let go or carried over."
        )
    if decided.way is Way.CARRIED and not decided.words.strip():
        raise NotAcceptable(
            f"{quoted(goal.title)} has no reason yet.", NOTHING, "Say in a few words why it goes over to the next year."
        )


def _decide(step: Step, plan: LearningPlan, goal: Goal, decided: Decided, today: date) -> None:
    words = decided.words.strip()
    if decided.way is Way.CARRIED:
        link = next(one for one in plan.goals if one.goal == goal.id)
        step.set("plan_goal", link.id, "carried_reason", words)
        return
    state = GoalState.REACHED if decided.way is Way.REACHED else GoalState.LET_GO
    close_within(step, goal.id, state, words, today.isoformat())
