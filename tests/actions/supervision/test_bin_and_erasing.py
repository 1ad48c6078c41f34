"""Supervision and protected time in the bin, among what can be erased for good, and in the history of an activity."""

from __future__ import annotations

from datetime import date, time

import pytest

from otcpd.actions import activities
from otcpd.actions.bin import facts_of, in_bin, put_back, texts_of
from otcpd.actions.entry_history import bring_back, entry_history
from otcpd.actions.erasing import Erasable, erasables, parts, what_goes, what_stays
from otcpd.actions.people import edit_person, remove_person
from otcpd.actions.supervision.agenda import add_line
from otcpd.actions.supervision.agreements import change_terms, delete_agreement, edit_agreement, edit_terms
from otcpd.actions.supervision.sessions import (
    bring_to_supervision,
    delete_session,
    edit_session,
    hold_session,
    link_activity,
    make_activity,
    plan_session,
)
from otcpd.record.record import Record
from tests.actions.support import undone_and_redone
from tests.ports import FixedClock
from tests.record.support import sound


@pytest.fixture
def held(record: Record, agreement: str) -> str:
    """A session with Fiona in which much was said."""
    session = plan_session(record, date(2026, 10, 29), agreement=agreement, start=time(14, 30)).created[0]
    hold_session(record, session)
    edit_session(record, session, "formative", "Seating for somebody who slides forward")
    edit_session(record, session, "calendar_uid", "fiona-alder-29-october@calendar")
    for table, text in (
        ("session_topic", "Was I right to wait?"),
        ("session_decision", "Try the tilt"),
        ("session_action", "Ask the clinic"),
        ("session_action", "Read the paper"),
    ):
        add_line(record, table, session, text)
    return session


def names(record: Record) -> list[str]:
    """What is in the bin, newest first."""
    return [entry.name for entry in in_bin(record)]


def test_a_deleted_session_stands_in_the_bin_by_kind_and_day_and_comes_back(record: Record, held: str) -> None:
    before = record.sessions.get(held)
    delete_session(record, held)
    (entry,) = in_bin(record)
    assert (entry.kind, entry.name) == ("supervision_session", "Professional, 29 October 2026")
    assert facts_of(record, entry) == "Held, 14:30, 1 h, in person, with Fiona Alder"
    assert texts_of(record, entry) == (
        ("Topics", "Was I right to wait?"),
        ("Skills and learning", "Seating for somebody who slides forward"),
        ("Decisions", "Try the tilt"),
        ("Actions", "Ask the clinic\nRead the paper"),
    )
    label = "Put back ‘Professional, 29 October 2026’"
    undone_and_redone(record, lambda: put_back(record, [held]), lambda: names(record), label)
    assert record.sessions.get(held) == before


def test_a_deleted_agreement_says_with_whom_and_since_when(record: Record, agreement: str, held: str) -> None:
    edit_agreement(record, agreement, "end_reason", "New post")
    before = record.agreements.get(agreement)
    delete_agreement(record, agreement)
    (entry,) = in_bin(record)
    assert (entry.kind, entry.name) == ("agreement", "Professional with Fiona Alder, from 5 January 2026")
    assert facts_of(record, entry) == "Every 4 to 6 weeks, 1 h. Its sessions stay where they are: one session."
    assert texts_of(record, entry) == (("Place", "Room 2"), ("Why it ended", "New post"))
    edit_agreement(record, agreement, "name", "Locality OTs")
    assert names(record) == ["Professional, Locality OTs, from 5 January 2026"]
    edit_agreement(record, agreement, "name", "")
    put_back(record, [agreement])
    assert record.agreements.get(agreement) == before
    assert record.sessions.get(held).agreement == agreement


def test_promised_and_protected_time_and_workload_are_named_by_what_they_are(record: Record, clock: FixedClock) -> None:
    made: dict[str, dict[str, str | int]] = {
        "workload": {"date": "2026-11-02", "caseload": 38},
        "protected_slot": {"date": "2026-11-12", "planned": 210, "taken": 0, "purpose": "cpd", "reason": "duty_cover"},
        "entitlement": {"start": "2026-01-01", "minutes": 210, "per": "month", "source": "job_plan", "note": "Agreed"},
    }
    for table, values in made.items():
        clock.advance(60)
        with record.step("New") as step:
            row = step.insert(table, values)
        with record.step("Delete") as step:
            step.remove(table, row)
    assert names(record) == ["3 h 30 a month, from 1 January 2026", "CPD, 12 November 2026", "2 November 2026"]
    assert [texts_of(record, entry) for entry in in_bin(record)] == [
        (("Note", "Agreed"),),
        (("Why it was lost", "Duty cover"),),
        (("People on the caseload", "38"),),
    ]
    put_back(record, [entry.id for entry in in_bin(record)])
    assert in_bin(record) == ()
    assert sound(record)


def test_a_supervisor_in_the_bin_leaves_agreements_and_sessions_as_they_are(
    record: Record, fiona: str, agreement: str, held: str
) -> None:
    remove_person(record, fiona)
    assert record.agreements.get(agreement).supervisor == fiona
    delete_session(record, held)
    delete_agreement(record, agreement)
    assert set(names(record)) == {
        "Fiona Alder",
        "Professional, 29 October 2026",
        "Professional with Fiona Alder, from 5 January 2026",
    }
    assert facts_of(record, next(one for one in in_bin(record) if one.id == held)).endswith("with Fiona Alder")


def _thing(record: Record, row: str) -> Erasable:
    return next(one for one in erasables(record) if one.id == row)


def test_an_agreement_goes_for_good_with_the_words_of_its_terms(record: Record, agreement: str) -> None:
    edit_terms(
        record, agreement, record.agreements.get(agreement).newest.id, "purpose", "To think aloud about quixotry"
    )
    change_terms(record, agreement, date(2026, 6, 1))
    thing = _thing(record, agreement)
    assert (thing.word, thing.title, thing.meta) == (
        "Agreement",
        "Professional with Fiona Alder, from 5 January 2026",
        "",
    )
    every = parts(record, thing)
    assert [one.label for one in every] == [
        "Everything in it",
        "Name of the group",
        "Why it ended",
        "Place, from 5 January 2026",
        "What it is for, from 5 January 2026",
        "Place, from 1 June 2026",
        "What it is for, from 1 June 2026",
    ]
    assert "What its terms say, in every version." in what_goes(thing, every[0])
    assert any("Its sessions" in line for line in what_stays(thing, every[0]))
    record.erase(every[4].row, every[4].field, "A slip")
    record.erase(agreement, None, "A name")
    assert b"quixotry" not in record.path.read_bytes()
    assert agreement not in {one.id for one in erasables(record)} | {one.id for one in in_bin(record)}
    assert record.agreements.get(agreement).newest.every_weeks == 6, "its sessions still need to know of it"
    assert sound(record)


def test_a_session_goes_for_good_with_its_topics_decisions_and_actions(record: Record, held: str) -> None:
    thing = _thing(record, held)
    assert (thing.word, thing.title, thing.meta) == ("Session", "Professional, 29 October 2026", "")
    every = parts(record, thing)
    filled = [one.label for one in every if one.filled]
    assert filled[0] == "Everything in it"
    assert filled[1:] == [
        "Place",
        "Skills and learning",
        "Topic ‘Was I right to wait?’",
        "Decision ‘Try the tilt’",
        "Action ‘Ask the clinic’",
        "Action ‘Read the paper’",
    ]
    record.erase(every[-1].row, every[-1].field, "A slip")
    assert [one.text for one in record.sessions.get(held).actions] == ["Ask the clinic", ""]
    record.erase(held, None, "A name")
    data = record.path.read_bytes()
    assert not [
        words
        for words in (b"slides forward", b"right to wait", b"the tilt", b"the clinic", b"@calendar")
        if words in data
    ]
    assert in_bin(record) == ()


def test_what_a_person_can_be_reached_at_goes_by_itself(record: Record, fiona: str) -> None:
    edit_person(record, fiona, "contact", "fiona.alder@example.org")
    contact = next(one for one in parts(record, _thing(record, fiona)) if one.field == "contact")
    assert (contact.label, contact.filled) == ("E-mail or telephone", True)
    record.erase(fiona, "contact", "Not mine to keep")
    assert b"fiona.alder" not in record.path.read_bytes()


def test_the_history_of_an_activity_tells_of_supervision_and_takes_it_back(record: Record, held: str) -> None:
    activity = activities.new_activity(record, title="Kerb walk").new_id
    bring_to_supervision(record, activity, True)
    link_activity(record, held, activity)
    link, bring = entry_history(record, activity)[:2]
    assert (link.label, link.was, link.now) == (
        "Talked about in ‘Professional, 29 October 2026’",
        "Not on this activity",
        "On this activity",
    )
    assert (bring.label, bring.was, bring.now) == ("Bring to supervision", "No", "Yes")
    bring_back(record, activity, bring.id)
    assert record.sessions.to_bring() == []
    link_activity(record, held, activity, on=False)
    bring_back(record, activity, entry_history(record, activity)[0].id)
    assert record.sessions.get(held).activities == (activity,)
    make_activity(record, held)
    made = record.sessions.get(held).made
    assert made is not None
    assert "Made of ‘Professional, 29 October 2026’" in [line.label for line in entry_history(record, made)]
