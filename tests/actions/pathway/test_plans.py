"""Learning plans: a year, its goals, what is to be learnt, who agreed, and the turn to the next year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from otcpd.actions.activities import new_activity
from otcpd.actions.pathway.goals import reach_goal
from otcpd.actions.pathway.plan_agreeing import agree_plan, edit_review, note_review, remove_agreement, remove_review
from otcpd.actions.pathway.plan_learning import (
    add_learning,
    agree_to_it,
    ask_for_it,
    edit_learning,
    learnt_it,
    refuse_it,
    remove_learning,
    the_learning,
    want_it,
)
from otcpd.actions.pathway.plans import (
    begin_plan,
    delete_plan,
    edit_carried,
    edit_plan,
    move_goal,
    put_goal_in,
    take_goal_out,
    what_changed,
)
from otcpd.actions.pathway.turning_the_year import Decided, Way, goals_to_decide, turn_the_year
from otcpd.actions.undoing import redo, undo
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.goal import GoalState
from otcpd.domain.learning_plan import LearningState
from otcpd.domain.plan_standing import OtBackground, current_plan, ot_background
from otcpd.record.plan_changes import Part
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.ports import FixedClock


def _goal(record: Record, title: str) -> str:
    with record.step("New goal") as step:
        return step.insert("goal", {"title": title})


@pytest.fixture
def goals(record: Record) -> list[str]:
    return [_goal(record, title) for title in ("Lead a moving and handling group", "Assess for major adaptations")]


@pytest.fixture
def plan(record: Record, goals: list[str]) -> str:
    return next(one for one in begin_plan(record, goals=goals).created if one in {p.id for p in record.plans.all()})


def test_a_plan_begins_with_twelve_months_from_today(record: Record) -> None:
    assert current_plan(record.plans.all(), record.clock.today()) is None
    begin_plan(record)
    found = current_plan(record.plans.all(), record.clock.today())
    today = record.clock.today()
    assert found is not None
    assert (found.start, found.end) == (today, date(today.year + 1, today.month, today.day) - timedelta(days=1))
    assert found.title == f"Learning plan {today.year} to {today.year + 1}"
    assert found.review_on is not None
    assert found.start < found.review_on < found.end


def test_title_and_review_that_were_the_usual_ones_follow_the_days(record: Record, plan: str) -> None:
    edit_plan(record, plan, "start", date(2026, 4, 1))
    edit_plan(record, plan, "end", date(2027, 3, 31))
    found = record.plans.get(plan)
    assert found.review_on == date(2026, 9, 30)
    edit_plan(record, plan, "title", "My year")
    edit_plan(record, plan, "review_on", None)
    edit_plan(record, plan, "end", date(2028, 3, 31))
    found = record.plans.get(plan)
    assert (found.title, found.review_on) == ("My year", None)
    edit_plan(record, plan, "title", "  ")
    assert record.plans.get(plan).title == "Learning plan 2026 to 2028"


def test_a_plan_of_a_slip_of_the_finger_is_refused(record: Record, plan: str) -> None:
    for end in (date(2020, 1, 1), date(2060, 1, 1)):
        with pytest.raises(NotAcceptable):
            edit_plan(record, plan, "end", end)
    with pytest.raises(NotAcceptable):
        edit_plan(record, plan, "weather", "fine")


def test_goals_keep_their_order_and_can_be_moved_and_taken_out(record: Record, plan: str, goals: list[str]) -> None:
    third = _goal(record, "Supervise a student")
    put_goal_in(record, plan, third)
    put_goal_in(record, plan, third)
    assert _goals_of(record, plan) == [*goals, third]
    move_goal(record, plan, third, -1)
    assert _goals_of(record, plan) == [goals[0], third, goals[1]]
    move_goal(record, plan, third, -5)
    assert _goals_of(record, plan) == [third, *goals]
    move_goal(record, plan, third, 1)
    assert _goals_of(record, plan) == [goals[0], third, goals[1]]
    learning = add_learning(record, plan, "A course", goal=third).new_id
    take_goal_out(record, plan, third)
    assert _goals_of(record, plan) == goals
    assert the_learning(record, learning).goal is None
    put_goal_in(record, plan, third)
    assert _goals_of(record, plan) == [*goals, third]


def test_a_goal_that_comes_back_into_a_plan_is_no_longer_carried_over(record: Record, plan: str) -> None:
    goal = _goal(record, "Supervise a student")
    put_goal_in(record, plan, goal)
    (link,) = [one for one in record.plans.get(plan).goals if one.goal == goal]
    with record.step("Carry") as step:
        step.set("plan_goal", link.id, "carried_reason", "No time")
    take_goal_out(record, plan, goal)
    put_goal_in(record, plan, goal)
    assert [one.carried_reason for one in record.plans.get(plan).goals if one.goal == goal] == [""]


def test_nothing_is_decided_before_it_was_asked_for(record: Record, plan: str) -> None:
    learning = add_learning(record, plan, "Course").new_id
    refuse_it(record, learning, "Morag Larch", day=date(2026, 11, 9))
    edit_learning(record, learning, "asked_on", date(2026, 11, 2))
    with refused(record, NotAcceptable, "asked for on 2 November 2026"):
        edit_learning(record, learning, "decided_on", date(2026, 11, 1))
    with refused(record, NotAcceptable, "after that day"):
        edit_learning(record, learning, "asked_on", date(2026, 11, 10))


def _goals_of(record: Record, plan: str) -> list[str]:
    return [one.goal for one in record.plans.get(plan).goals]


def test_learning_goes_from_wanted_to_done(record: Record, plan: str, goals: list[str]) -> None:
    learning = add_learning(record, plan, " Housing law ", goal=goals[0], minutes=420, pence=12_000).new_id
    assert the_learning(record, learning).text == "Housing law"
    ask_for_it(record, learning, date(2026, 11, 2))
    agree_to_it(record, learning, "Morag Larch", date(2026, 11, 9))
    agreed = the_learning(record, learning)
    assert (agreed.state, agreed.asked_on, agreed.decided_on) == (
        LearningState.AGREED,
        date(2026, 11, 2),
        date(2026, 11, 9),
    )
    activity = new_activity(record, title="Housing law").new_id
    learnt_it(record, learning, activity)
    done = the_learning(record, learning)
    assert (done.state, done.activity, done.decided_by) == (LearningState.DONE, activity, "Morag Larch")
    assert activity in record.goals.get(goals[0]).activities
    want_it(record, learning)
    again = the_learning(record, learning)
    assert (again.state, again.asked_on, again.decided_by, again.activity) == (LearningState.WANTED, None, "", None)
    remove_learning(record, learning)
    assert record.plans.get(plan).learning == ()


def test_a_refusal_says_by_whom_and_why(record: Record, plan: str) -> None:
    learning = add_learning(record, plan, "Conference").new_id
    refuse_it(record, learning, "  Morag   Larch ", "No budget this year", date(2026, 11, 9))
    refused = the_learning(record, learning)
    assert refused.state is LearningState.REFUSED
    assert (refused.decided_by, refused.reason) == ("Morag Larch", "No budget this year")
    assert (refused.asked_on, refused.decided_on) == (date(2026, 11, 9), date(2026, 11, 9))


def test_an_answer_comes_neither_before_the_question_nor_from_the_future(record: Record, plan: str) -> None:
    learning = add_learning(record, plan, "Conference").new_id
    ask_for_it(record, learning, date(2026, 11, 9))
    with pytest.raises(NotAcceptable, match="after that day"):
        agree_to_it(record, learning, day=date(2026, 11, 8))
    with pytest.raises(NotAcceptable, match="still to come"):
        agree_to_it(record, learning, day=record.clock.today() + timedelta(days=1))
    with pytest.raises(NotAcceptable):
        add_learning(record, plan, "  ")
    with pytest.raises(NotAcceptable):
        edit_learning(record, learning, "pence", -1)


def test_an_agreement_keeps_what_was_said_of_the_person_on_that_day(record: Record, plan: str) -> None:
    agree_plan(record, plan, "Morag Larch", date(2026, 11, 9), "Line manager", is_ot=False)
    assert ot_background(record.plans.get(plan).agreements) is not OtBackground.YES
    (morag,) = (one for one in record.people.all() if one.name == "Morag Larch")
    assert morag.is_ot is False
    agree_plan(record, plan, "morag larch", date(2026, 11, 10))
    assert [one.is_ot for one in record.plans.get(plan).agreements] == [False, False]
    agree_plan(record, plan, "Fiona Alder", role="Professional lead", is_ot=True)
    found = record.plans.get(plan)
    assert ot_background(found.agreements) is OtBackground.YES
    remove_agreement(record, found.agreements[-1].id)
    assert ot_background(record.plans.get(plan).agreements) is not OtBackground.YES


def test_nobody_agrees_with_herself_or_tomorrow(record: Record, plan: str) -> None:
    with pytest.raises(NotAcceptable, match="This is you"):
        agree_plan(record, plan, record.people.owner().name)
    with pytest.raises(NotAcceptable, match="still to come"):
        agree_plan(record, plan, "Fiona Alder", record.clock.today() + timedelta(days=1))
    with pytest.raises(NotAcceptable):
        agree_plan(record, plan, " ")


def test_a_review_is_noted_and_put_right(record: Record, plan: str) -> None:
    note_review(record, plan, date(2026, 11, 9), "Fiona Alder", "Half way there")
    (review,) = record.plans.get(plan).reviews
    edit_review(record, review.id, "text", "More than half way there")
    (review,) = record.plans.get(plan).reviews
    assert (review.day, review.text) == (date(2026, 11, 9), "More than half way there")
    remove_review(record, review.id)
    assert record.plans.get(plan).reviews == ()


def test_what_changed_after_it_was_agreed_is_told(record: Record, plan: str, goals: list[str]) -> None:
    learning = add_learning(record, plan, "A course", minutes=60).new_id
    assert _changed(record, plan) == ()
    agree_plan(record, plan, "Fiona Alder", is_ot=True)
    ask_for_it(record, learning)
    edit_plan(record, plan, "note", "Ask again in May")
    note_review(record, plan)
    assert _changed(record, plan) == (), "how far it has come is no change of the plan"
    edit_learning(record, learning, "minutes", 90)
    take_goal_out(record, plan, goals[1])
    assert _changed(record, plan) == (Part.GOALS, Part.LEARNING)
    edit_learning(record, learning, "minutes", 60)
    put_goal_in(record, plan, goals[1])
    assert _changed(record, plan) == (), "what was changed back is no change"
    added = add_learning(record, plan, "A visit").new_id
    with record.step("Edit goal") as step:
        step.set("goal", goals[0], "measurable", "Two groups")
    edit_plan(record, plan, "protected", "Friday afternoons")
    assert _changed(record, plan) == (Part.WORDING, Part.LEARNING, Part.PROTECTED)
    agree_plan(record, plan, "Morag Larch", is_ot=False)
    assert _changed(record, plan) == ()
    remove_learning(record, added)
    assert _changed(record, plan) == (Part.LEARNING,)
    undo(record)
    assert _changed(record, plan) == ()


def _changed(record: Record, plan: str) -> tuple[Part, ...]:
    return what_changed(record, record.plans.get(plan))


def test_the_year_turns_in_one_step(record: Record, plan: str, goals: list[str], clock: FixedClock) -> None:
    before = record.plans.get(plan)
    assert [one.id for one in goals_to_decide(record, before)] == goals
    ways = {goals[0]: Decided(Way.CARRIED, "The group starts in spring"), goals[1]: Decided(Way.REACHED, "Ten done")}
    turn_the_year(record, plan, ways)
    old, new = record.plans.all()
    assert [one.carried_reason for one in old.goals] == ["The group starts in spring", ""]
    assert [one.goal for one in new.goals] == [goals[0]]
    assert (new.start, new.end) == (old.end + timedelta(days=1), date(old.end.year + 1, old.end.month, old.end.day))
    assert goals_to_decide(record, old) == []
    closed = record.goals.get(goals[1])
    assert (closed.state, closed.outcome, closed.closed_on) == (GoalState.REACHED, "Ten done", clock.today())
    assert record.goals.get(goals[0]).state is GoalState.OPEN
    undo(record)
    assert [one.id for one in record.plans.all()] == [plan]
    assert record.goals.get(goals[1]).state is GoalState.OPEN
    redo(record)
    assert len(record.plans.all()) == 2


def test_no_goal_is_forgotten_at_the_turn(record: Record, plan: str, goals: list[str]) -> None:
    for ways in (
        {},
        {goals[0]: Decided(Way.LET_GO)},
        {goals[0]: Decided(Way.LET_GO), goals[1]: Decided(Way.CARRIED, " ")},
    ):
        with pytest.raises(NotAcceptable):
            turn_the_year(record, plan, ways)
    assert len(record.plans.all()) == 1
    assert all(record.goals.get(goal).state is GoalState.OPEN for goal in goals)
    ways = dict.fromkeys(goals, Decided(Way.LET_GO))
    with pytest.raises(NotAcceptable):
        turn_the_year(record, plan, ways, start=date(2020, 1, 1))
    turn_the_year(record, plan, ways)
    assert record.plans.all()[-1].goals == ()


def test_what_is_carried_goes_into_the_plan_that_is_there(record: Record, plan: str, goals: list[str]) -> None:
    later = begin_plan(record).created[0]
    turn_the_year(record, plan, {goals[0]: Decided(Way.CARRIED, "Spring"), goals[1]: Decided(Way.LET_GO)})
    assert len(record.plans.all()) == 2
    assert _goals_of(record, later) == [goals[0]]


def test_why_a_goal_was_carried_over_can_be_put_right(record: Record, plan: str, goals: list[str]) -> None:
    ways = {goals[0]: Decided(Way.CARRIED, "Spring"), goals[1]: Decided(Way.LET_GO)}
    turn_the_year(record, plan, ways)
    edit_carried(record, plan, goals[0], "The group starts in spring")
    assert record.plans.get(plan).goals[0].carried_reason == "The group starts in spring"
    with pytest.raises(NotAcceptable):
        edit_carried(record, plan, "nobody", "")


def test_a_deleted_plan_is_in_the_bin_and_its_goals_are_not(record: Record, plan: str, goals: list[str]) -> None:
    delete_plan(record, plan)
    assert record.plans.all() == []
    assert [one.id for one in record.plans.all(binned=True)] == [plan]
    assert all(record.goals.get(goal).deleted is None for goal in goals)


def test_a_goal_is_not_lost_with_the_plan_it_was_carried_into(record: Record, plan: str, goals: list[str]) -> None:
    turn_the_year(record, plan, dict.fromkeys(goals, Decided(Way.CARRIED, "The group starts in spring")))
    delete_plan(record, record.plans.all()[-1].id)
    reach_goal(record, goals[0])
    turn_the_year(record, plan, {})
    assert _goals_of(record, record.plans.all()[-1].id) == [goals[1]]
    turn_the_year(record, plan, {})
    assert len(record.plans.all()) == 2
