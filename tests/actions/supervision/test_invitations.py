"""Invitations that become planned sessions, are changed and called off."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from otcpd.actions.people import add_person, edit_person
from otcpd.actions.supervision.agreements import new_agreement
from otcpd.actions.supervision.calendar_export import export_calendar
from otcpd.actions.supervision.invitations import InvitationPlan, News, plan_for, plan_invitations
from otcpd.actions.supervision.invitations_taking import CALLED_OFF, LABEL, take_invitations
from otcpd.actions.supervision.sessions import (
    delete_session,
    edit_session,
    hold_session,
    miss_session,
    move_session,
    plan_session,
)
from otcpd.domain.supervision import AgreementKind, Mode, SessionState
from otcpd.record.record import Record
from tests.actions.support import undone_and_redone
from tests.exchange.calendars import calendar, event, read
from tests.record.support import sound

AHEAD = date(2026, 11, 26)
FIONA = "ORGANIZER;CN=Fiona Alder:mailto:fiona.alder@example.org"
TEN = "DTSTART;TZID=Europe/London:20261126T100000"
HOUR = "DURATION:PT1H"


def planned(record: Record, *parts: str, method: str = "REQUEST") -> InvitationPlan:
    """What a calendar of these parts would do."""
    return plan_for(record, read(calendar(*parts, method=method), today=record.clock.today()))


def taken(record: Record, *parts: str, method: str = "REQUEST") -> InvitationPlan:
    """What a calendar of these parts has done."""
    plan = planned(record, *parts, method=method)
    take_invitations(record, plan)
    return plan


def test_an_invitation_becomes_a_planned_session_of_its_agreement(record: Record, agreement: str, fiona: str) -> None:
    plan = planned(record, event(TEN, FIONA, "LOCATION:Room 4; Teams", "DESCRIPTION:secret"))
    (one,) = plan.proposals
    assert (one.news, one.agreement, one.people, one.likely) == (News.NEW, agreement, (fiona,), True)
    undone_and_redone(record, lambda: take_invitations(record, plan), record.sessions.all, LABEL)
    (made,) = record.sessions.all()
    assert (made.day, made.start, made.minutes, made.place) == (AHEAD, time(10), 60, "Room 4; Teams")
    assert (made.state, made.mode, made.calendar_uid) == (SessionState.PLANNED, Mode.VIDEO, "u1")
    assert (made.agreement, made.people, made.led_by_ot) == (agreement, (fiona,), True)
    assert sound(record)


def test_the_same_invitation_again_changes_nothing(record: Record, agreement: str) -> None:
    taken(record, event(TEN, HOUR, FIONA))
    plan = planned(record, event(TEN, HOUR, FIONA))
    assert plan.proposals == ()
    assert plan.known == (("Supervision", AHEAD),)
    assert not take_invitations(record, plan)


def test_a_later_version_moves_the_session_and_doubles_nothing(record: Record, agreement: str) -> None:
    taken(record, event(TEN, FIONA))
    plan = taken(record, event("DTSTART:20261127T140000Z", "DURATION:PT45M", "LOCATION:Room 9", FIONA, "SEQUENCE:1"))
    assert [(one.news, one.was) for one in plan.proposals] == [
        (News.CHANGED, "26 November 2026, 10:00, 60 min, Room 2")
    ]
    (made,) = record.sessions.all()
    assert (made.day, made.start, made.minutes, made.place) == (date(2026, 11, 27), time(14), 45, "Room 9")


def test_what_an_invitation_does_not_say_stays(record: Record, agreement: str) -> None:
    taken(record, event(TEN, HOUR, "LOCATION:Room 4", FIONA))
    taken(record, event("DTSTART;VALUE=DATE:20261126", FIONA))
    (made,) = record.sessions.all()
    assert (made.start, made.minutes, made.place) == (time(10), 60, "Room 4")


def test_a_session_that_was_held_meanwhile_is_left_alone(record: Record, agreement: str) -> None:
    today = record.clock.today()
    taken(record, event(f"DTSTART:{today:%Y%m%d}T100000", FIONA))
    (made,) = record.sessions.all()
    early = planned(record, event(f"DTSTART:{today:%Y%m%d}T140000", FIONA))
    hold_session(record, made.id)
    late = planned(record, event(f"DTSTART:{today:%Y%m%d}T140000", FIONA))
    off = planned(record, event(f"DTSTART:{today:%Y%m%d}T100000", FIONA), method="CANCEL")
    for plan in (early, late, off):
        assert not take_invitations(record, plan)
    assert record.sessions.get(made.id).start == time(10)
    assert off.left == (("‘Supervision’", "It is called off; your session was held."),)


def test_a_missed_session_stays_missed(record: Record, agreement: str) -> None:
    taken(record, event(TEN, FIONA))
    miss_session(record, record.sessions.all()[0].id, None)
    plan = taken(record, event(TEN, FIONA, "SEQUENCE:4"))
    assert plan.left == (("‘Supervision’ on 26 November 2026", "Its session was missed, and stays so."),)
    assert [one.state for one in record.sessions.all()] == [SessionState.MISSED]


def test_one_that_is_called_off_is_missed_only_when_taken(record: Record, agreement: str) -> None:
    taken(record, event(TEN, FIONA))
    plan = planned(record, event(TEN, FIONA), method="CANCEL")
    assert [one.news for one in plan.proposals] == [News.CANCELLED]
    assert record.sessions.all()[0].state is SessionState.PLANNED
    undone_and_redone(record, lambda: take_invitations(record, plan), record.sessions.all, LABEL)
    (made,) = record.sessions.all()
    assert (made.state, made.reason, made.missed_by) == (SessionState.MISSED, CALLED_OFF, None)


def test_what_is_called_off_and_was_never_planned_is_said(record: Record) -> None:
    plan = planned(record, event(TEN), method="CANCEL")
    assert plan.left == (("‘Supervision’", "It is called off, and you have no session planned for it."),)


def test_a_series_becomes_sessions_and_follows_its_changes(record: Record, agreement: str) -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=4"
    taken(record, event(TEN, rule, FIONA))
    assert [one.day.day for one in record.sessions.all()] == [26, 3, 10, 17]
    plan = taken(
        record,
        event(TEN, rule, FIONA, "EXDATE;TZID=Europe/London:20261210T100000", "SEQUENCE:1"),
        event("RECURRENCE-ID:20261203T100000Z", "DTSTART:20261204T150000Z", FIONA),
    )
    assert [one.news for one in plan.proposals] == [News.CHANGED, News.CANCELLED]
    assert [(one.day.day, one.state) for one in record.sessions.all()] == [
        (26, SessionState.PLANNED),
        (4, SessionState.PLANNED),
        (10, SessionState.MISSED),
        (17, SessionState.PLANNED),
    ]
    whole = taken(record, event(TEN, rule, FIONA), method="CANCEL")
    assert [one.news for one in whole.proposals] == [News.CANCELLED] * 3
    assert {one.state for one in record.sessions.all()} == {SessionState.MISSED}


def test_an_invitation_joins_the_session_that_was_planned_by_hand(record: Record, agreement: str) -> None:
    session = plan_session(record, AHEAD, agreement=agreement).created[0]
    plan = taken(record, event(TEN, FIONA))
    assert [(one.news, one.session) for one in plan.proposals] == [(News.CHANGED, session)]
    (made,) = record.sessions.all()
    assert (made.id, made.start, made.calendar_uid) == (session, time(10), "u1")


def test_a_session_of_another_hour_is_another_session(record: Record, agreement: str) -> None:
    plan_session(record, AHEAD, agreement=agreement, start=time(15))
    taken(record, event(TEN, FIONA))
    assert len(record.sessions.all()) == 2


def test_a_session_moved_by_hand_keeps_its_invitation(record: Record, agreement: str) -> None:
    taken(record, event(TEN, FIONA))
    move_session(record, record.sessions.all()[0].id, date(2026, 12, 1), time(9))
    plan = planned(record, event("DTSTART:20261202T090000Z", FIONA, "SEQUENCE:1"))
    assert [(one.news, one.was) for one in plan.proposals] == [(News.CHANGED, "1 December 2026, 09:00")]


def test_a_deleted_session_does_not_come_back_by_itself(record: Record, agreement: str) -> None:
    taken(record, event(TEN, FIONA))
    delete_session(record, record.sessions.all()[0].id)
    plan = planned(record, event(TEN, FIONA))
    assert (plan.proposals, plan.left[0][1]) == ((), "You deleted its session, which is in your bin.")


def test_after_an_undo_it_can_be_taken_again(record: Record, agreement: str) -> None:
    taken(record, event(TEN, FIONA))
    record.undo()
    assert [one.news for one in planned(record, event(TEN, FIONA)).proposals] == [News.NEW]


def test_our_own_file_changed_in_a_calendar_comes_back(record: Record, agreement: str, tmp_path: Path) -> None:
    session = plan_session(record, AHEAD, agreement=agreement, start=time(10)).created[0]
    path = tmp_path / "out.ics"
    export_calendar(record, path)
    assert plan_invitations(record, path).proposals == ()
    path.write_bytes(path.read_bytes().replace(b"20261126T10", b"20261127T13").replace(b"20261126T11", b"20261127T14"))
    plan = plan_invitations(record, path)
    assert [one.news for one in plan.proposals] == [News.CHANGED]
    take_invitations(record, plan)
    (made,) = record.sessions.all()
    assert (made.id, made.day, made.start, made.calendar_uid) == (session, date(2026, 11, 27), time(13), "")


def test_our_own_file_of_another_record_is_left_out(record: Record, agreement: str) -> None:
    plan = planned(record, event(TEN, uid="0190a0d0-0000-7000-8000-000000000000@otcpd"))
    assert plan.left[0][1] == "It was written by otcpd for a session that is not in this file."


def test_only_what_is_chosen_is_taken_and_in_the_agreement_that_is_chosen(record: Record, agreement: str) -> None:
    plan = planned(record, event(TEN, FIONA), event(TEN, FIONA, uid="u2"), event(TEN, uid="u3", title="Dentist"))
    assert [one.likely for one in plan.proposals] == [True, True, False]
    take_invitations(record, plan, ["u2", "u3"], {"u2": None})
    made = {one.calendar_uid: one for one in record.sessions.all()}
    assert {key: one.agreement for key, one in made.items()} == {"u2": None, "u3": None}
    assert made["u2"].minutes is None
    take_invitations(record, plan, ["u2", "u3"])
    assert len(record.sessions.all()) == 2


@pytest.mark.parametrize(
    ("title", "lines", "kind", "with_agreement"),
    [
        ("Supervision", ['ORGANIZER;CN="Alder, Fiona (Adult Services)":mailto:x@example.org'], "professional", True),
        ("Catch up", ["ORGANIZER;CN=F:mailto:FIONA.ALDER@example.org"], "professional", True),
        ("Supervision with Fiona Alder", [], "professional", True),
        ("Professional supervision", [], "professional", True),
        ("Supervision", [], "professional", False),
        ("Peer supervision", ["ATTENDEE;CN=Ann Birch:mailto:a@example.org"], "peer", True),
        ("1:1", ["ORGANIZER;CN=Mo Elm:mailto:m@example.org"], "line_management", False),
        ("Team meeting", [FIONA, "ATTENDEE;CN=Mo Elm:mailto:m@example.org"], "professional", False),
        ("Mentoring", ["ORGANIZER;CN=Mo Elm:mailto:m@example.org"], "mentoring", False),
        ("Reflective group supervision", [], "group", False),
    ],
)
def test_which_agreement_an_invitation_belongs_to(
    record: Record, agreement: str, fiona: str, title: str, lines: list[str], kind: str, with_agreement: bool
) -> None:
    edit_person(record, fiona, "contact", "01632 960123, fiona.alder@example.org")
    ann = add_person(record, "Ann Birch").created[0]
    new_agreement(record, AgreementKind.PEER, supervisor=ann)
    own = f"ATTENDEE;CN={record.people.owner().name}:mailto:own@example.org"
    (one,) = planned(record, event(TEN, own, *lines, title=title)).proposals
    assert one.kind == kind
    assert (one.agreement is not None) is with_agreement


def test_an_ended_agreement_takes_no_more_sessions(record: Record, agreement: str, fiona: str) -> None:
    from otcpd.actions.supervision.agreements import end_agreement

    end_agreement(record, agreement, date(2026, 11, 23))
    (one,) = planned(record, event(TEN, FIONA)).proposals
    assert (one.agreement, one.people) == (None, (fiona,))
    take_invitations(record, planned(record, event(TEN, FIONA)))
    assert record.sessions.all()[0].people == (fiona,)


def test_a_place_that_the_person_changed_is_shown_as_a_change(record: Record, agreement: str) -> None:
    taken(record, event(TEN, "LOCATION:Room 4", FIONA))
    edit_session(record, record.sessions.all()[0].id, "place", "Room 5")
    (one,) = planned(record, event(TEN, "LOCATION:Room 4", FIONA)).proposals
    assert (one.news, one.was) == (News.CHANGED, "26 November 2026, 10:00, Room 5")


def test_our_own_file_is_no_news_whatever_became_of_its_sessions(
    record: Record, agreement: str, fiona: str, tmp_path: Path
) -> None:
    missed = plan_session(record, AHEAD, agreement=agreement).created[0]
    miss_session(record, missed, None)
    move_session(record, plan_session(record, AHEAD, agreement=agreement).created[0], date(2026, 12, 1), time(9))
    for mode in Mode:
        plan_session(record, AHEAD, people=[fiona], mode=mode, start=time(9), minutes=30)
    export_calendar(record, tmp_path / "out.ics")
    plan = plan_invitations(record, tmp_path / "out.ics")
    assert not plan.proposals
    assert not plan.left
    assert len(plan.known) == 3 + len(Mode)
