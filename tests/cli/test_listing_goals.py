"""`otcpd list RECORD goals`: the fields of the contract, days, words, and the table."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import new_activity
from otcpd.actions.files import open_to_write
from otcpd.actions.pathway.goals import edit_goal, link_activity, move_review, new_goal, reach_goal
from otcpd.actions.pathway.milestones import add_milestone, tick_milestone
from tests.cli.conftest import CommandLine

GOAL = [
    *("id", "title", "why", "specific", "measurable", "achievable", "relevant", "time_bound", "framework_item"),
    *("level_now", "level_target", "milestones", "support", "target_date", "review_dates", "state", "activities"),
    "outcome",
]


@pytest.fixture
def aiming(otcpd: CommandLine) -> CommandLine:
    """A goal for June and one that was reached."""
    with open_to_write(otcpd.record, otcpd.services.around) as record:
        reached = new_goal(record, "Run a taught session").new_id
        reach_goal(record, reached, "Six colleagues came.", date(2026, 2, 25))
        goal = new_goal(record, "Become a practice educator", target_date=date(2027, 6, 30), level_target=6).new_id
        edit_goal(record, goal, "framework_item", "rcot_career@2022:learning")
        first = add_milestone(record, goal, "Read the handbook").new_id
        add_milestone(record, goal, "Book the training", date(2027, 3, 1))
        add_milestone(record, goal)
        tick_milestone(record, first, date(2026, 10, 1))
        move_review(record, goal, None, date(2026, 11, 26))
        link_activity(record, goal, new_activity(record, title="Half-way review").new_id)
    return otcpd


def test_goals_are_told_with_steps_and_days(aiming: CommandLine) -> None:
    goal, reached = aiming("list", aiming.record, "goals", "--format", "json").json
    assert list(goal) == list(reached) == GOAL
    assert [(one["text"], one["due"], one["done_on"]) for one in goal["milestones"]] == [
        ("Read the handbook", None, "2026-10-01"),
        ("Book the training", "2027-03-01", None),
    ]
    assert (goal["target_date"], goal["review_dates"], goal["state"]) == ("2027-06-30", ["2026-11-26"], "open")
    assert (goal["framework_item"], goal["level_now"], goal["level_target"]) == ("rcot_career@2022:learning", None, 6)
    assert len(goal["activities"]) == 1
    assert (reached["state"], reached["outcome"]) == ("reached", "Six colleagues came.")


def test_days_and_words_choose_among_them(aiming: CommandLine) -> None:
    found = aiming("list", aiming.record, "goals", "--from", "2027-06-01", "--format", "json").json
    assert [one["title"] for one in found] == ["Become a practice educator"]
    assert aiming("list", aiming.record, "goals", "--to", "2027-06-01", "--format", "json").json == []
    found = aiming("list", aiming.record, "goals", "--search", "colleagues", "--format", "json").json
    assert [one["title"] for one in found] == ["Run a taught session"]


def test_the_table_says_how_they_stand(aiming: CommandLine) -> None:
    table = aiming("list", aiming.record, "goals").out
    assert "30 June 2027" in table
    assert "One of three done" in table
    assert "Reached" in table
