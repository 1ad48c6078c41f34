"""How learning plans stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.learning_plan import (
    LearningPlan,
    LearningState,
    PlanAgreement,
    PlanGoal,
    PlannedLearning,
    PlanReview,
)
from otcpd.domain.plan_standing import (
    NextThing,
    Sum,
    carried_from,
    current_plan,
    learning_sums,
    middle,
    next_thing,
    next_year,
    ot_sentence,
    plan_after,
    review_due,
    undecided_goals,
    usual_title,
)
from otcpd.domain.plan_steps import plan_steps

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def _plan(key: str, start: date, end: date) -> LearningPlan:
    return LearningPlan(key, "eilidh", usual_title(start, end), start, end, _MADE, _MADE)


LAST = _plan("last", date(2025, 11, 1), date(2026, 10, 31))
NOW = _plan("now", date(2026, 11, 1), date(2027, 10, 31))
NEW = _plan("new", date(2026, 11, 20), date(2027, 11, 19))
NEXT = _plan("next", date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([], None),
        ([LAST], "last"),
        ([LAST, NOW], "now"),
        ([NEW, NOW, LAST], "new"),
        ([LAST, NEXT], "next"),
        ([NEXT, NOW], "now"),
    ],
)
def test_the_plan_that_counts_now(plans: list[LearningPlan], expected: str | None) -> None:
    found = current_plan(plans, TODAY)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([], (TODAY, date(2027, 11, 20))),
        ([LAST], (date(2026, 11, 1), date(2027, 10, 31))),
        ([NOW], (date(2027, 11, 1), date(2028, 10, 31))),
        ([_plan("old", date(2020, 1, 1), date(2020, 12, 31))], (TODAY, date(2027, 11, 20))),
    ],
)
def test_the_next_year_begins_where_the_last_one_ends(plans: list[LearningPlan], expected: tuple[date, date]) -> None:
    assert next_year(plans, TODAY) == expected


def test_a_plan_is_called_by_its_years_and_looked_at_in_its_middle() -> None:
    assert usual_title(NOW.start, NOW.end) == "Learning plan 2026 to 2027"
    assert usual_title(NEXT.start, NEXT.end) == "Learning plan 2027"
    assert middle(NEXT.start, NEXT.end) == date(2027, 7, 2)


_STATES = {
    "open": GoalState.OPEN,
    "paused": GoalState.PAUSED,
    "reached": GoalState.REACHED,
    "gone": GoalState.LET_GO,
    "carried": GoalState.OPEN,
}
GOALS: Mapping[str, Goal] = {key: Goal(key, "eilidh", key, state=state) for key, state in _STATES.items()}


def test_goals_wait_until_they_are_closed_or_carried_over() -> None:
    rows = [PlanGoal(f"row {key}", key, "More time" if key == "carried" else "") for key in (*GOALS, "binned")]
    assert undecided_goals(replace(LAST, goals=tuple(rows)), GOALS) == ("open", "paused")


def test_a_goal_tells_from_which_plan_it_was_carried_over() -> None:
    older = replace(_plan("older", date(2024, 11, 1), date(2025, 10, 31)), goals=(PlanGoal("a", "open", "No time"),))
    last = replace(LAST, goals=(PlanGoal("b", "open", "Still none"), PlanGoal("c", "paused")))
    now = replace(NOW, goals=(PlanGoal("d", "open"), PlanGoal("e", "paused")))
    assert carried_from(now, [now, last, older]) == {"open": last}
    assert carried_from(last, [now, last, older]) == {"open": older}
    assert carried_from(older, [now, last, older]) == {}


def _learning(key: str, state: LearningState, minutes: int | None, pence: int | None, by: str = "") -> PlannedLearning:
    asked = None if state is LearningState.WANTED or not (by or state is LearningState.ASKED) else TODAY
    return PlannedLearning(
        key, key, minutes=minutes, pence=pence, state=state, asked_on=asked, decided_on=asked if by else None,
        decided_by=by,
    )  # fmt: skip


def test_sums_tell_what_was_asked_agreed_refused_and_done() -> None:
    found = learning_sums(
        [
            _learning("book", LearningState.WANTED, 60, 2_000),
            _learning("course", LearningState.ASKED, 420, 12_000),
            _learning("visit", LearningState.AGREED, 210, None, "Morag Larch"),
            _learning("conference", LearningState.REFUSED, 840, 30_000, "Morag Larch"),
            _learning("seminar", LearningState.DONE, 90, 0, "Morag Larch"),
            _learning("webinar", LearningState.DONE, 60, None),
        ]
    )
    assert found.wanted == Sum(1, 60, 2_000)
    assert found.asked == Sum(4, 420 + 210 + 840 + 90, 42_000)
    assert found.waiting == Sum(1, 420, 12_000)
    assert found.agreed == Sum(2, 300, 0)
    assert found.refused == Sum(1, 840, 30_000)
    assert found.done == Sum(2, 150, 0)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ((), ""),
        ((False,), "Agreed by nobody with an OT background."),
        ((False, False), "Agreed by nobody with an OT background."),
        ((False, None), "Agreed by nobody who is known to have an OT background."),
        ((None,), "Agreed by nobody who is known to have an OT background."),
        ((False, True, None), "Agreed with somebody who has an OT background."),
    ],
)
def test_it_says_plainly_whether_anybody_had_an_ot_background(said: tuple[bool | None, ...], sentence: str) -> None:
    agreed = [PlanAgreement(f"a{place}", "p", TODAY, is_ot=is_ot) for place, is_ot in enumerate(said)]
    assert ot_sentence(agreed) == sentence


@pytest.mark.parametrize(
    ("review_on", "reviews", "today", "due"),
    [
        (None, [], TODAY, False),
        (date(2027, 5, 1), [], TODAY, False),
        (date(2027, 5, 1), [], date(2027, 5, 1), True),
        (date(2027, 5, 1), [date(2027, 1, 5)], date(2027, 5, 2), True),
        (date(2027, 5, 1), [date(2027, 4, 20)], date(2027, 5, 2), False),
        (date(2027, 5, 1), [date(2027, 5, 20)], date(2027, 6, 2), False),
        (date(2027, 5, 1), [], date(2027, 11, 1), False),
    ],
)
def test_a_review_is_due_from_its_day_until_somebody_looked(
    review_on: date | None, reviews: list[date], today: date, due: bool
) -> None:
    rows = tuple(PlanReview(f"r{place}", day) for place, day in enumerate(reviews))
    assert review_due(replace(NOW, review_on=review_on, reviews=rows), today) is due


_FILLED = replace(NOW, goals=(PlanGoal("row", "open"),))
_AGREED = replace(_FILLED, agreements=(PlanAgreement("a", "p", TODAY),))


@pytest.mark.parametrize(
    ("plan", "plans", "changed", "expected"),
    [
        (None, [], False, NextThing.START),
        (NOW, [NOW], False, NextThing.FILL),
        (_FILLED, [_FILLED], False, NextThing.AGREE),
        (_AGREED, [_AGREED], False, NextThing.ADD),
        (_AGREED, [_AGREED], True, NextThing.AGREE_AGAIN),
        (replace(_AGREED, review_on=TODAY), [_AGREED], True, NextThing.REVIEW),
        (LAST, [LAST], False, NextThing.TURN),
        (LAST, [LAST, NOW], False, NextThing.ADD),
        (replace(NOW, end=date(2026, 12, 10)), [NOW], False, NextThing.TURN),
    ],
)
def test_the_next_sensible_thing(
    plan: LearningPlan | None, plans: list[LearningPlan], changed: bool, expected: NextThing
) -> None:
    assert next_thing(plan, plans, TODAY, changed=changed, waiting=False) is expected


def test_goals_that_wait_are_asked_for_though_the_next_plan_is_there() -> None:
    assert next_thing(LAST, [LAST, NOW], TODAY, changed=False, waiting=True) is NextThing.TURN
    assert plan_after(LAST, [NEXT, NOW, LAST]) is NOW
    assert plan_after(NEXT, [NEXT, NOW, LAST]) is None


def test_home_speaks_of_a_year_to_turn_and_of_a_review_that_is_due() -> None:
    ended = replace(LAST, goals=(PlanGoal("row", "open"), PlanGoal("row 2", "paused")))
    (turn,) = plan_steps([ended, NOW], GOALS, TODAY)
    assert (turn.page, turn.thing, turn.button) == ("plan", "last", "Turn the year")
    assert "Two goals wait" in turn.why
    (review,) = plan_steps([LAST, replace(NOW, review_on=date(2026, 11, 20))], GOALS, TODAY)
    assert (review.thing, review.why) == ("now", "Its review was to be on 20 November.")
    assert plan_steps([LAST, NOW], GOALS, TODAY) == []
