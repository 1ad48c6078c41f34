"""Roles aimed for, what they ask, opportunities, and the fields of posts that tell where one has been."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import edit_activity, new_activity
from otcpd.actions.pathway.aims import (
    Asked,
    add_aim,
    add_expectation,
    delete_aim,
    edit_aim,
    edit_expectation,
    mark_met,
    move_expectation,
    remove_expectation,
    take_expectations,
)
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.ladder import ladder_facts, link_item, raise_in_session
from otcpd.actions.pathway.opportunities import (
    add_opportunity,
    add_to_log,
    delete_opportunity,
    edit_opportunity,
    link_activity,
)
from otcpd.actions.people import add_post
from otcpd.actions.posts import edit_post
from otcpd.actions.supervision.sessions import plan_session
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.activity import Category
from otcpd.domain.career import AimState, ExpectationKind, OpportunityKind, OpportunityState, Setting
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.ladder import Evidence, ladder
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone

LEADERSHIP = "rcot_career@2022:leadership"
ITEM = Asked(ExpectationKind.ITEM, item=LEADERSHIP, level=6)
TRAINING = Asked(ExpectationKind.TRAINING, "Adult protection")


@pytest.fixture
def aim(record: Record) -> str:
    return add_aim(record, "Team lead", "rcot_career@2022").new_id


@pytest.fixture
def opportunity(record: Record) -> str:
    return add_opportunity(record, "A day with the hand clinic").new_id


def asked(record: Record, aim: str) -> list[str]:
    return [one.item or one.text for one in record.roles.aim(aim).expectations]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Lead OT"),
        ("state", AimState.REACHED),
        ("employer", "Rowan Council"),
        ("setting", Setting.JOINT),
        ("grade", "Grade 11"),
        ("framework", ""),
        ("by", date(2028, 4, 1)),
        ("why", "I want to shape how we learn."),
    ],
)
def test_every_field_of_a_role_is_one_step(record: Record, aim: str, field: str, value: FieldValue) -> None:
    undone_and_redone(record, lambda: edit_aim(record, aim, field, value), lambda: record.roles.aim(aim), "Edit role")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", OpportunityKind.SECONDMENT),
        ("title", "Two days"),
        ("host", "NHS Alder"),
        ("state", OpportunityState.AGREED),
        ("start", date(2026, 12, 1)),
        ("end", date(2026, 12, 2)),
        ("note", "Ask Fiona."),
    ],
)
def test_every_field_of_an_opportunity_is_one_step(
    record: Record, opportunity: str, field: str, value: FieldValue
) -> None:
    undone_and_redone(
        record,
        lambda: edit_opportunity(record, opportunity, field, value),
        lambda: record.roles.opportunity(opportunity),
        "Edit opportunity",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("setting", Setting.NHS),
        ("grade", "Band 6"),
        ("wte", 60),
        ("wte", None),
        ("locality", "Stroke ward"),
        ("specialisms", "Hands"),
        ("fixed_until", date(2027, 1, 31)),
        ("note", "Ask in February."),
    ],
)
def test_every_new_field_of_a_post_is_one_step(record: Record, field: str, value: FieldValue) -> None:
    post = add_post(record, "OT", "").created[-1]
    edit_post(record, post, "wte", 80)
    undone_and_redone(record, lambda: edit_post(record, post, field, value), record.people.posts, "Edit post")


def test_a_role_asks_things_in_an_order(record: Record, aim: str) -> None:
    undone_and_redone(
        record,
        lambda: take_expectations(record, aim, [ITEM, TRAINING, ITEM]),
        lambda: record.roles.aim(aim),
        "Take what the role asks",
    )
    assert asked(record, aim) == [LEADERSHIP, "Adult protection"]
    last = add_expectation(record, aim, Asked(ExpectationKind.OTHER, "Drives")).new_id
    undone_and_redone(
        record, lambda: move_expectation(record, last, None), lambda: record.roles.aim(aim), "Move what the role asks"
    )
    assert asked(record, aim) == ["Drives", LEADERSHIP, "Adult protection"]
    move_expectation(record, last, record.roles.aim(aim).expectations[1].id)
    assert asked(record, aim) == [LEADERSHIP, "Drives", "Adult protection"]
    edit_expectation(record, last, "text", "Drives a van")
    remove_expectation(record, record.roles.aim(aim).expectations[0].id)
    assert asked(record, aim) == ["Drives a van", "Adult protection"]
    undone_and_redone(record, lambda: delete_aim(record, aim), record.roles.aims, "Delete role")


def test_met_on_a_day_or_by_an_activity_until_somebody_takes_it_back(record: Record, aim: str, activity: str) -> None:
    key = add_expectation(record, aim, TRAINING).new_id
    mark_met(record, key, date(2026, 5, 1))
    mark_met(record, key, None, activity)
    (met,) = record.roles.aim(aim).expectations
    assert (met.done_on, met.activity) == (None, activity)
    mark_met(record, key, None)
    assert record.roles.aim(aim).expectations[0].activity is None
    with refused(record, NotAcceptable, "is still to come"):
        mark_met(record, key, date(2027, 1, 1))


def test_what_cannot_be_is_refused(record: Record, aim: str, opportunity: str) -> None:
    with refused(record, NotAcceptable, "no item of a framework"):
        add_expectation(record, aim, Asked(ExpectationKind.ITEM, item="leadership"))
    with refused(record, NotAcceptable, "There are no words yet."):
        add_expectation(record, aim, Asked(ExpectationKind.TRAINING, " "))
    with refused(record, NotAcceptable, "A role has no field ‘salary’."):
        edit_aim(record, aim, "salary", "much")
    with refused(record, NotAcceptable, "no role aimed for with the id"):
        add_opportunity(record, "A day", aim="gone")
    with refused(record, NotAcceptable, "no expectation with the id"):
        remove_expectation(record, "gone")
    edit_opportunity(record, opportunity, "start", date(2026, 12, 2))
    with refused(record, NotAcceptable, "is before the first"):
        edit_opportunity(record, opportunity, "end", date(2026, 12, 1))
    with refused(record, NotAcceptable, "It begins on 2 December 2026."):
        add_to_log(record, opportunity)
    post = add_post(record, "OT", "", date(2026, 1, 1)).created[-1]
    with refused(record, NotAcceptable, "is before the first"):
        edit_post(record, post, "fixed_until", date(2025, 1, 1))
    with refused(record, NotAcceptable, "of a full-time one"):
        edit_post(record, post, "wte", 201)


@pytest.mark.parametrize("kind", list(OpportunityKind))
def test_what_came_of_it_goes_into_the_log(record: Record, kind: OpportunityKind) -> None:
    one = add_opportunity(record, "Two days away", kind).new_id
    edit_opportunity(record, one, "start", date(2026, 11, 3))
    edit_opportunity(record, one, "end", date(2026, 11, 4))
    made = add_to_log(record, one).created[0]
    activity = record.activities.get(made)
    assert (activity.title, activity.date, activity.end_date) == ("Two days away", date(2026, 11, 3), date(2026, 11, 4))
    assert activity.category is Category.WORK_BASED
    assert bool(activity.type) is (kind is not OpportunityKind.OTHER)
    assert record.roles.opportunity(one).activities == (made,)
    link_activity(record, one, made, on=False)
    assert record.roles.opportunity(one).activities == ()
    delete_opportunity(record, one)
    assert record.roles.opportunities() == []
    assert record.activities.get(made).deleted is None


def test_the_ladder_reads_the_file(record: Record, aim: str, activity: str) -> None:
    """What is written up, has no evidence, and is linked to an item that counts for the one asked."""
    take_expectations(record, aim, [ITEM])
    nes = "nes_nmahp@2026:leadership"
    known = all_frameworks(record)
    assert nes in known.counting_for(LEADERSHIP)
    second = new_activity(record, title="Led the audit").created[0]
    edit_activity(record, second, "finished", True)
    undone_and_redone(
        record, lambda: link_item(record, second, nes), lambda: record.activities.get(second), "Link activity"
    )
    link_item(record, activity, LEADERSHIP)
    facts = ladder_facts(record, known)
    (rung,) = ladder(record.roles.aim(aim), facts).rungs
    assert rung.standing is Evidence.THIN
    assert rung.activities == (second, activity)
    assert rung.why == "Two activities, only one of them written up. None has evidence."


def test_it_is_raised_once(record: Record) -> None:
    session = plan_session(record, date(2026, 11, 26)).created[0]
    raise_in_session(record, session, "For the role ‘Team lead’: Leadership")
    assert not raise_in_session(record, session, "For the role ‘Team lead’: Leadership")
    assert [one.text for one in record.sessions.get(session).topics] == ["For the role ‘Team lead’: Leadership"]
