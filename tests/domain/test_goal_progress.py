"""How goals stand, in words, and when Home speaks of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from otcpd.domain.goal import Goal, GoalState, Milestone
from otcpd.domain.goal_progress import (
    STANDING_WORDS,
    Standing,
    goals_told,
    in_order,
    next_review,
    standing,
    steps_told,
    to_decide,
    why_so,
)
from otcpd.domain.goal_steps import goal_steps

TODAY = date(2026, 11, 21)
GOAL = Goal("a", "me", "Become a practice educator")
LATE, DONE = Milestone("1", "Read it", date(2026, 11, 1)), Milestone("2", "Say it", done_on=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("goal", "wanted"),
    [
        (GOAL, Standing.NOT_BEGUN),
        (replace(GOAL, activities=("x",)), Standing.ON_TRACK),
        (replace(GOAL, milestones=(DONE,)), Standing.ON_TRACK),
        (replace(GOAL, milestones=(LATE,)), Standing.STEP_DUE),
        (replace(GOAL, milestones=(replace(LATE, done_on=TODAY),)), Standing.ON_TRACK),
        (replace(GOAL, target=TODAY + timedelta(days=30)), Standing.DUE_SOON),
        (replace(GOAL, target=TODAY + timedelta(days=31)), Standing.NOT_BEGUN),
        (replace(GOAL, target=TODAY), Standing.DUE_SOON),
        (replace(GOAL, target=TODAY - timedelta(days=1)), Standing.PAST),
        (replace(GOAL, reviews=(TODAY,)), Standing.REVIEW_DUE),
        (replace(GOAL, reviews=(date(2026, 6, 1), date(2027, 1, 1)), milestones=(DONE,)), Standing.ON_TRACK),
        (replace(GOAL, reviews=(TODAY,), target=date(2026, 1, 1)), Standing.PAST),
        (replace(GOAL, state=GoalState.PAUSED, target=date(2026, 1, 1)), Standing.PAUSED),
        (replace(GOAL, state=GoalState.REACHED, target=date(2026, 1, 1)), Standing.REACHED),
        (replace(GOAL, state=GoalState.LET_GO), Standing.LET_GO),
    ],
)
def test_how_a_goal_stands(goal: Goal, wanted: Standing) -> None:
    assert standing(goal, TODAY) is wanted
    assert STANDING_WORDS[wanted]


def test_the_next_review_is_the_first_to_come_or_the_last_that_waits() -> None:
    assert next_review(GOAL, TODAY) is None
    assert next_review(replace(GOAL, reviews=(date(2026, 1, 1), date(2026, 6, 1))), TODAY) == date(2026, 6, 1)
    assert next_review(replace(GOAL, reviews=(date(2026, 6, 1), date(2027, 6, 1))), TODAY) == date(2027, 6, 1)


def test_each_reason_is_a_sentence_with_a_way_on() -> None:
    assert why_so(GOAL, TODAY) == ""
    past = why_so(replace(GOAL, target=date(2026, 6, 30)), TODAY)
    assert past == "It was to be reached by 30 June 2026. Give it another day, or close it."
    review = why_so(replace(GOAL, reviews=(TODAY,)), TODAY)
    assert review == "You wanted to look at it again today. Set the next day once you have."
    assert why_so(replace(GOAL, milestones=(LATE,)), TODAY) == "‘Read it’ was to be done by 1 November 2026."


def test_steps_and_goals_are_told_in_words() -> None:
    assert steps_told(GOAL) == ""
    assert steps_told(replace(GOAL, milestones=(LATE, LATE))) == "None of two done"
    assert steps_told(replace(GOAL, milestones=(LATE, DONE, LATE))) == "One of three done"
    reached = replace(GOAL, state=GoalState.REACHED)
    assert goals_told([GOAL, GOAL, GOAL, reached]) == "Three open, one reached"
    assert goals_told([]) == ""


def test_open_goals_come_by_their_day_and_closed_ones_last() -> None:
    some_day = replace(GOAL, id="b")
    soon = replace(GOAL, id="c", target=TODAY)
    resting = replace(GOAL, id="d", state=GoalState.PAUSED, target=TODAY)
    before = replace(GOAL, id="e", state=GoalState.REACHED, closed_on=date(2025, 1, 1))
    lately = replace(GOAL, id="f", state=GoalState.LET_GO, closed_on=date(2026, 1, 1))
    found = in_order([before, some_day, resting, lately, soon])
    assert [goal.id for goal in found] == ["c", "b", "d", "f", "e"]
    assert [goal.id for goal in to_decide(found, {"c"})] == ["b", "d"]


def test_home_speaks_of_what_is_due_or_near() -> None:
    assert goal_steps([], TODAY) == []
    far = replace(GOAL, target=TODAY + timedelta(days=8), reviews=(TODAY + timedelta(days=8),))
    assert goal_steps([far, replace(GOAL, state=GoalState.PAUSED, target=TODAY)], TODAY) == []
    (step,) = goal_steps([replace(GOAL, reviews=(TODAY + timedelta(days=5),))], TODAY)
    assert step.title == "Look again at ‘Become a practice educator’"
    assert step.why == "Its review is on 26 November, in five days."
    assert (step.page, step.thing, step.button) == ("pathway", "a", "Open the goal")
    (step,) = goal_steps([replace(GOAL, target=date(2026, 10, 1)), replace(GOAL, id="b", target=TODAY)], TODAY)
    assert step.title == "Close, or give another day to ‘Become a practice educator’"
    assert step.why.endswith("Give it another day, or close it. So it is with one more.")
    (step,) = goal_steps([replace(GOAL, target=TODAY)], TODAY)
    assert (step.title, step.why) == (
        "See how it stands with ‘Become a practice educator’",
        "It is to be reached today.",
    )
