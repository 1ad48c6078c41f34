"""Goals: what can be said of them, what is refused, and that undo takes anything back."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import delete_activity, restore_activity
from otcpd.actions.bin import put_back
from otcpd.actions.pathway.assessments import mark_today
from otcpd.actions.pathway.goals import (
    about_item,
    delete_goal,
    edit_goal,
    goal_about,
    let_go,
    link_activity,
    move_review,
    new_goal,
    pause_goal,
    reach_goal,
    remove_review,
    reopen_goal,
    set_goals_of_activity,
)
from otcpd.actions.pathway.milestones import (
    add_milestone,
    edit_milestone,
    move_milestone,
    remove_milestone,
    tick_milestone,
)
from otcpd.actions.supervision.sessions import delete_session, plan_session, set_session_goals
from otcpd.domain.assessment import MarkSide
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.goal import Goal, GoalState
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.record.support import sound

TODAY = date(2026, 11, 21)
EDUCATOR = "Become a practice educator"


@pytest.fixture
def goal(record: Record) -> str:
    return new_goal(record, EDUCATOR, target_date=date(2027, 6, 30)).new_id


def test_a_goal_holds_what_was_said_of_it(record: Record, goal: str) -> None:
    edit_goal(record, goal, "why", "Our team has had no placement for three years.")
    edit_goal(record, goal, "support", "Two study days.", typing=True)
    about_item(record, goal, "rcot_career@2022:facilitation", 4, 6)
    found = record.goals.get(goal)
    assert found.title == EDUCATOR
    assert found.why == "Our team has had no placement for three years."
    assert found.support == "Two study days."
    assert (found.framework_item, found.level_now, found.level_target) == ("rcot_career@2022:facilitation", 4, 6)
    assert found.target == date(2027, 6, 30)
    assert found.state is GoalState.OPEN
    assert sound(record)


def test_what_no_goal_can_be_is_refused(record: Record, goal: str) -> None:
    with refused(record, NotAcceptable, "no field"):
        edit_goal(record, goal, "colour", "green")
    with refused(record, NotAcceptable, "A level is a number"):
        edit_goal(record, goal, "level_now", 100)
    with refused(record, NotAcceptable, "no role"):
        edit_goal(record, goal, "aim", "nobody")
    with refused(record, NotAcceptable, "no goal"):
        edit_goal(record, "nothing", "title", "x")
    with refused(record, NotAcceptable, "still to come"):
        reach_goal(record, goal, day=date(2027, 1, 1))


def test_closing_and_opening_again(record: Record, goal: str) -> None:
    pause_goal(record, goal)
    assert record.goals.get(goal).is_open
    reach_goal(record, goal, "I had a student in autumn.")
    assert _said(record.goals.get(goal)) == (GoalState.REACHED, "I had a student in autumn.", TODAY)
    reopen_goal(record, goal)
    assert _said(record.goals.get(goal)) == (GoalState.OPEN, "I had a student in autumn.", None)
    let_go(record, goal, day=date(2026, 10, 1))
    assert _said(record.goals.get(goal)) == (GoalState.LET_GO, "I had a student in autumn.", date(2026, 10, 1))
    record.undo()
    assert record.goals.get(goal).state is GoalState.OPEN
    assert sound(record)


def test_goals_come_in_the_order_of_their_targets(record: Record, goal: str) -> None:
    later = new_goal(record, "Some day").new_id
    sooner = new_goal(record, "Soon", target_date=date(2027, 1, 1)).new_id
    assert [one.id for one in record.goals.all()] == [sooner, goal, later]
    reach_goal(record, sooner)
    assert list(record.goals.titles(closed=False)) == [goal, later]
    delete_goal(record, later)
    assert [one.id for one in record.goals.all(binned=True)] == [later]
    put_back(record, [later])
    assert list(record.goals.titles()) == [sooner, goal, later]


def test_steps_are_ticked_moved_and_taken_away(record: Record, goal: str) -> None:
    first = add_milestone(record, goal, "Read the handbook").new_id
    last = add_milestone(record, goal, "Offer a placement", date(2027, 9, 1)).new_id
    middle = add_milestone(record, goal, "Shadow somebody", after=first).new_id
    edit_milestone(record, first, "text", "Read the placement handbook", typing=True)
    tick_milestone(record, first, date(2026, 11, 1))
    assert [one.id for one in record.goals.get(goal).milestones] == [first, middle, last]
    move_milestone(record, last, None)
    remove_milestone(record, middle)
    found = record.goals.get(goal)
    assert [(one.text, one.due, one.done_on) for one in found.milestones] == [
        ("Offer a placement", date(2027, 9, 1), None),
        ("Read the placement handbook", None, date(2026, 11, 1)),
    ]
    assert found.steps_done == 1
    tick_milestone(record, first, None)
    assert record.goals.get(goal).steps_done == 0
    with refused(record, NotAcceptable, "still to come"):
        tick_milestone(record, first, date(2027, 1, 1))
    with refused(record, NotAcceptable, "not there any more"):
        edit_milestone(record, "nothing", "text", "x")
    assert sound(record)


def test_days_of_review(record: Record, goal: str) -> None:
    move_review(record, goal, None, date(2027, 3, 1))
    move_review(record, goal, None, date(2026, 11, 26))
    move_review(record, goal, date(2027, 3, 1), date(2027, 3, 8))
    assert record.goals.get(goal).reviews == (date(2026, 11, 26), date(2027, 3, 8))
    remove_review(record, goal, date(2026, 11, 26))
    move_review(record, goal, None, date(2027, 1, 4))
    assert record.goals.get(goal).reviews == (date(2027, 1, 4), date(2027, 3, 8))
    assert sound(record)


def test_activities_are_linked_from_both_sides(record: Record, goal: str, activity: str) -> None:
    link_activity(record, goal, activity)
    assert record.goals.get(goal).activities == (activity,)
    assert [one.id for one in record.goals.of_activity(activity)] == [goal]
    other = new_goal(record, "Lead the falls pathway audit").new_id
    changes = set_goals_of_activity(record, activity, [other])
    assert changes.of("goal") == {goal, other}
    assert changes.of("activity") == {activity}
    assert record.activities.get(activity).goals == (other,)
    delete_activity(record, activity)
    assert record.goals.get(other).activities == ()
    restore_activity(record, activity)
    assert record.goals.get(other).activities == (activity,)
    link_activity(record, other, activity, on=False)
    assert record.goals.get(other).activities == ()
    with refused(record, NotAcceptable, "no goal"):
        set_goals_of_activity(record, activity, ["nothing"])
    assert sound(record)


def test_sessions_that_spoke_to_a_goal(record: Record, goal: str) -> None:
    session = plan_session(record, TODAY).created[0]
    set_session_goals(record, session, [goal])
    assert record.goals.sessions(goal) == [session]
    with refused(record, NotAcceptable, "no goal"):
        set_session_goals(record, session, [goal, "nothing"])
    delete_session(record, session)
    assert record.goals.sessions(goal) == []


def _said(goal: Goal) -> tuple[GoalState, str, date | None]:
    return goal.state, goal.outcome, goal.closed_on


def test_a_goal_from_a_gap_takes_the_levels_she_marked(record: Record) -> None:
    leadership = "rcot_career@2022:leadership"
    for side, level in ((MarkSide.NOW, 4), (MarkSide.TARGET, 5)):
        mark_today(record, "rcot_career@2022", leadership, side, level)
    made = [
        record.goals.get(goal_about(record, *about).new_id)
        for about in ((leadership,), (leadership, 6), ("rcot_career@2022:research",), ("",))
    ]
    assert [(one.framework_item, one.level_now, one.level_target) for one in made] == [
        (leadership, 4, 5),
        (leadership, 4, 6),
        ("rcot_career@2022:research", None, None),
        ("", None, None),
    ]
