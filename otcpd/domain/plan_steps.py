"""Next steps about learning plans: one that ended with goals undecided, and a review that is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from otcpd.domain.dates import plain_day
from otcpd.domain.goal import Goal
from otcpd.domain.learning_plan import LearningPlan
from otcpd.domain.next_steps import NextStep, Tone, Urgency
from otcpd.domain.plan_standing import current_plan, review_due, undecided_goals
from otcpd.domain.words import counted


def plan_steps(plans: Sequence[LearningPlan], goals: Mapping[str, Goal], today: date) -> list[NextStep]:
    """At most one of each; of several plans that ended the newest is told."""
    return [*_ended(plans, goals, today), *_review(plans, today)]


def _ended(plans: Sequence[LearningPlan], goals: Mapping[str, Goal], today: date) -> list[NextStep]:
    ended = [one for one in plans if one.end < today and undecided_goals(one, goals)]
    if not ended:
        return []
    plan = max(ended, key=_end)
    count = len(undecided_goals(plan, goals))
    what = counted(count, "goal").capitalize()
    return [
        NextStep(
            "Turn the year of your learning plan",
            f"It ended on {plain_day(plan.end, today)}. {what} {'waits' if count == 1 else 'wait'} for a word: reached,"
            " let go, or carried over.",
            "Turn the year",
            Urgency.GOAL,
            page="plan",
            thing=plan.id,
            icon="calendar",
            tone=Tone.ACCENT,
            due=plan.end,
        )
    ]


def _review(plans: Sequence[LearningPlan], today: date) -> list[NextStep]:
    plan = current_plan(plans, today)
    if plan is None or plan.review_on is None or not review_due(plan, today):
        return []
    when = "today" if plan.review_on == today else f"on {plain_day(plan.review_on, today)}"
    return [
        NextStep(
            "Look at your learning plan again",
            f"Its review was to be {when}.",
            "Open the plan",
            Urgency.GOAL,
            page="plan",
            thing=plan.id,
            icon="calendar",
            tone=Tone.ACCENT,
            due=plan.review_on,
        )
    ]


def _end(plan: LearningPlan) -> date:
    return plan.end
