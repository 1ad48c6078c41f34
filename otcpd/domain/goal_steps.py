"""Next steps about goals: one whose review or day has come, or is near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from otcpd.domain.countdown import until
from otcpd.domain.dates import plain_day
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.goal_progress import next_review, why_so
from otcpd.domain.next_steps import NextStep, Tone, Urgency
from otcpd.domain.words import in_words, quoted

NEAR = timedelta(days=7)
"""So many days before its review or its day a goal is worth a look."""


@dataclass(frozen=True, slots=True)
class _Due:
    goal: Goal
    day: date
    review: bool


def goal_steps(goals: Sequence[Goal], today: date) -> list[NextStep]:
    """One step for the goal that waits longest; it says how many more there are. Paused goals wait for nobody."""
    found = sorted((due for goal in goals if (due := _due(goal, today)) is not None), key=_by_day)
    if not found:
        return []
    first, more = found[0], len(found) - 1
    title = quoted(first.goal.title) if first.goal.title.strip() else "a goal without a title"
    doing = "Look again at" if first.review else "Close, or give another day to"
    if not first.review and first.day >= today:
        doing = "See how it stands with"
    rest = f" So it is with {in_words(more)} more." if more else ""
    return [
        NextStep(
            f"{doing} {title}",
            f"{_why(first, today)}{rest}",
            "Open the goal",
            Urgency.GOAL,
            page="pathway",
            thing=first.goal.id,
            icon="steps",
            tone=Tone.ACCENT,
            due=first.day,
        )
    ]


def _due(goal: Goal, today: date) -> _Due | None:
    if goal.state is not GoalState.OPEN:
        return None
    days = [_Due(goal, goal.target, review=False)] if goal.target is not None else []
    review = next_review(goal, today)
    if review is not None:
        days.append(_Due(goal, review, review=True))
    near = [due for due in days if due.day - today <= NEAR]
    # What is past its day is told as that, whatever review there was.
    return min(near, key=_past_first) if near else None


def _why(due: _Due, today: date) -> str:
    if due.day < today:
        return why_so(due.goal, today)
    when = "today" if due.day == today else f"on {plain_day(due.day, today)}, {until(today, due.day)}"
    return f"Its review is {when}." if due.review else f"It is to be reached {when}."


def _by_day(due: _Due) -> tuple[date, str]:
    return due.day, due.goal.id


def _past_first(due: _Due) -> tuple[bool, date]:
    return due.review, due.day
