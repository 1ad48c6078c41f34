"""How a goal stands: derived from its days, its steps and what is linked to it, and told in words, never as a score."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum

from otcpd.domain.countdown import until
from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.words import in_words, quoted

SOON = timedelta(days=30)
"""A goal that is to be reached within so many days is due soon."""


class Standing(StrEnum):
    """How a goal stands today. Of several that hold, the one declared first is told."""

    REACHED = "reached"
    LET_GO = "let_go"
    PAUSED = "paused"
    PAST = "past"
    """Its day has gone by."""
    REVIEW_DUE = "review_due"
    STEP_DUE = "step_due"
    """The day of a step has gone by, and the step is not done."""
    DUE_SOON = "due_soon"
    NOT_BEGUN = "not_begun"
    ON_TRACK = "on_track"


STANDING_WORDS = {
    Standing.REACHED: "Reached",
    Standing.LET_GO: "Let go",
    Standing.PAUSED: "Paused",
    Standing.PAST: "Past its date",
    Standing.REVIEW_DUE: "Review due",
    Standing.STEP_DUE: "A step is due",
    Standing.DUE_SOON: "Due soon",
    Standing.NOT_BEGUN: "Not begun",
    Standing.ON_TRACK: "On track",
}
"""What each is called."""

TO_LOOK_AT = (Standing.PAST, Standing.REVIEW_DUE, Standing.STEP_DUE)
"""Those that ask for a look at the goal."""

_CLOSED = {
    GoalState.REACHED: Standing.REACHED,
    GoalState.LET_GO: Standing.LET_GO,
    GoalState.PAUSED: Standing.PAUSED,
}


def standing(goal: Goal, today: date) -> Standing:
    """How a goal stands today."""
    if goal.state in _CLOSED:
        return _CLOSED[goal.state]
    review = next_review(goal, today)
    if goal.target is not None and goal.target < today:
        return Standing.PAST
    if review is not None and review <= today:
        return Standing.REVIEW_DUE
    if any(one.done_on is None and one.due is not None and one.due < today for one in goal.milestones):
        return Standing.STEP_DUE
    if goal.target is not None and goal.target - today <= SOON:
        return Standing.DUE_SOON
    return Standing.ON_TRACK if goal.steps_done or goal.activities else Standing.NOT_BEGUN


def next_review(goal: Goal, today: date) -> date | None:
    """The review to come; if none is, the last one, which then is due: a review is done once another day is set."""
    coming = next((day for day in goal.reviews if day > today), None)
    return coming or (goal.reviews[-1] if goal.reviews else None)


def why_so(goal: Goal, today: date) -> str:
    """One sentence on why it stands so and what one might do; empty where there is nothing to say."""
    found = standing(goal, today)
    if found is Standing.PAST and goal.target is not None:
        return f"It was to be reached by {long_day(goal.target)}. Give it another day, or close it."
    if found is Standing.REVIEW_DUE:
        review = next_review(goal, today)
        assert review is not None
        when = "today" if review == today else f"on {long_day(review)}"
        return f"You wanted to look at it again {when}. Set the next day once you have."
    if found is Standing.STEP_DUE:
        late = next(one for one in goal.milestones if one.done_on is None and one.due is not None and one.due < today)
        return f"{quoted(late.text)} was to be done by {long_day(late.due or today)}."
    if found is Standing.DUE_SOON and goal.target is not None:
        return f"That is {until(today, goal.target)}."
    return ""


def steps_told(goal: Goal) -> str:
    """ "Three of five done"; empty for a goal without steps."""
    total = len(goal.milestones)
    if not total:
        return ""
    done = in_words(goal.steps_done) if goal.steps_done else "none"
    return f"{done[:1].upper()}{done[1:]} of {in_words(total)} done"


def goals_told(goals: Collection[Goal]) -> str:
    """ "Three open, one reached": how many there are of each kind."""
    names = (
        (GoalState.OPEN, "open"),
        (GoalState.PAUSED, "paused"),
        (GoalState.REACHED, "reached"),
        (GoalState.LET_GO, "let go"),
    )
    counts = [(sum(1 for goal in goals if goal.state is state), name) for state, name in names]
    told = ", ".join(f"{in_words(count)} {name}" for count, name in counts if count)
    return f"{told[:1].upper()}{told[1:]}"


def in_order(goals: Iterable[Goal]) -> list[Goal]:
    """Open goals by their day, paused ones after them, then closed ones, the last closed first."""
    every = list(goals)
    by_day = sorted(every, key=_by_day)
    closed = sorted((one for one in every if not one.is_open), key=_closed_on, reverse=True)
    open_ones = [one for one in by_day if one.state is GoalState.OPEN]
    return [*open_ones, *(one for one in by_day if one.state is GoalState.PAUSED), *closed]


def to_decide(goals: Iterable[Goal], carried: Collection[str] = ()) -> list[Goal]:
    """What of these goals of a year that is over is neither closed nor carried over (ids) yet."""
    return [goal for goal in goals if goal.is_open and goal.id not in carried]


def _by_day(goal: Goal) -> tuple[bool, date, str]:
    return goal.target is None, goal.target or date.max, goal.id


def _closed_on(goal: Goal) -> tuple[date, str]:
    return goal.closed_on or date.min, goal.id
