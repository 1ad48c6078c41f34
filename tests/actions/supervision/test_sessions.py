"""Sessions: planned, held, moved, missed, and put into the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from otcpd.actions.people import add_person
from otcpd.actions.supervision.agenda import add_line, edit_line, move_line, remove_line, tick_topic
from otcpd.actions.supervision.sessions import (
    agree_record,
    delete_session,
    edit_session,
    hold_session,
    link_activity,
    make_activity,
    miss_session,
    move_session,
    plan_again,
    plan_next,
    plan_session,
    set_session_people,
)
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import AgreementKind, MissedBy, Mode, SessionState
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.record.support import found, sound

PAST, AHEAD = date(2026, 11, 5), date(2026, 11, 26)


def test_a_session_takes_from_its_agreement(record: Record, agreement: str, fiona: str) -> None:
    undone_and_redone(
        record,
        lambda: plan_session(record, AHEAD, agreement=agreement, start=time(10)),
        record.sessions.all,
        "New session",
    )
    (made,) = record.sessions.all()
    assert (made.day, made.start, made.minutes, made.place) == (AHEAD, time(10), 60, "Room 2")
    assert (made.kind, made.mode, made.state) == (AgreementKind.PROFESSIONAL, Mode.IN_PERSON, SessionState.PLANNED)
    assert (made.led_by_ot, made.as_supervisor, made.people) == (True, False, (fiona,))
    assert found(record, "fiona", "supervision_session") == {made.id}
    sound(record)


def test_one_that_stands_alone_and_one_before_its_agreement(record: Record, agreement: str, fiona: str) -> None:
    alone = plan_session(record, PAST, people=[fiona], kind=AgreementKind.MENTORING).created[0]
    early = plan_session(record, date(2025, 12, 1), agreement=agreement).created[0]
    hold_session(record, early)
    assert record.sessions.get(alone).agreement is None
    assert record.sessions.get(early).state is SessionState.HELD


def test_only_a_day_that_has_come_can_be_recorded(record: Record, agreement: str) -> None:
    session = plan_session(record, AHEAD, agreement=agreement).created[0]
    with refused(record, NotAcceptable, "still to come"):
        hold_session(record, session)
    edit_session(record, session, "date", PAST)
    hold_session(record, session)
    with refused(record, NotAcceptable, "still to come"):
        edit_session(record, session, "date", AHEAD)


def test_a_missed_one_tells_by_whom_and_why(record: Record, agreement: str) -> None:
    session = plan_session(record, PAST, agreement=agreement).created[0]
    miss_session(record, session, MissedBy.SUPERVISOR, "duty", protected_kept=False)
    missed = record.sessions.get(session)
    assert (missed.state, missed.missed_by, missed.reason) == (SessionState.MISSED, MissedBy.SUPERVISOR, "duty")
    assert missed.protected_kept is False
    plan_again(record, session)
    again = record.sessions.get(session)
    assert (again.state, again.missed_by, again.reason) == (SessionState.PLANNED, None, "")


def test_a_moved_one_hands_on_what_was_prepared(record: Record, agreement: str, fiona: str) -> None:
    session = plan_session(record, PAST, agreement=agreement, start=time(10), calendar_uid="invite-1").created[0]
    talked, open_ = (add_line(record, "session_topic", session, text).created[0] for text in ("Seating", "Cover"))
    tick_topic(record, talked, session)
    edit_session(record, session, "notes_to_myself", "Say no to a third duty day.")
    edit_session(record, session, "wellbeing", "Short of sleep.")
    with refused(record, NotAcceptable, "on that day already"):
        move_session(record, session, PAST, time(10))
    made = move_session(record, session, AHEAD, time(11), "sickness").created[0]
    old, new = record.sessions.get(session), record.sessions.get(made)
    assert (old.state, old.moved_to, old.reason) == (SessionState.MOVED, made, "sickness")
    assert [one.id for one in old.topics] == [talked]
    assert [one.id for one in new.topics] == [open_]
    assert (new.day, new.start, new.people, new.calendar_uid) == (AHEAD, time(11), (fiona,), "invite-1")
    assert (new.notes_to_myself, new.wellbeing) == ("Say no to a third duty day.", "Short of sleep.")
    assert (old.notes_to_myself, old.wellbeing) == ("", "")
    with refused(record, NotAcceptable, "was moved already"):
        move_session(record, session, PAST)
    hold_session(record, session)
    assert record.sessions.get(session).moved_to is None
    with refused(record, NotAcceptable, "was held"):
        move_session(record, session, AHEAD)
    sound(record)


def test_the_next_date_makes_the_next_session(record: Record, agreement: str) -> None:
    session = plan_session(record, PAST, agreement=agreement, start=time(10)).created[0]
    made = plan_next(record, session, AHEAD).created[0]
    assert record.sessions.get(session).next_on == AHEAD
    assert (record.sessions.get(made).day, record.sessions.get(made).start) == (AHEAD, time(10))


def test_both_agree_to_a_record(record: Record, agreement: str) -> None:
    session = plan_session(record, PAST, agreement=agreement).created[0]
    agree_record(record, session, MissedBy.SUPERVISEE, PAST)
    assert not record.sessions.get(session).agreed_by_both
    agree_record(record, session, MissedBy.BOTH, AHEAD)
    assert record.sessions.get(session).agreed_by_both
    agree_record(record, session, MissedBy.SUPERVISOR, None)
    assert record.sessions.get(session).agreed_supervisee == AHEAD
    assert not record.sessions.get(session).agreed_by_both


def test_what_was_agreed_to_stays_until_the_agreeing_is_taken_back(record: Record, agreement: str) -> None:
    session = plan_session(record, PAST, agreement=agreement).created[0]
    hold_session(record, session)
    decision = add_line(record, "session_decision", session, "We go on").created[0]
    agree_record(record, session, MissedBy.SUPERVISOR, PAST)
    changes: list[Callable[[], Changes]] = [
        lambda: edit_session(record, session, "formative", "Other words"),
        lambda: edit_session(record, session, "minutes", 5),
        lambda: miss_session(record, session, MissedBy.BOTH),
        lambda: plan_again(record, session),
        lambda: add_line(record, "session_action", session, "One more"),
        lambda: edit_line(record, "session_decision", decision, "We stop"),
        lambda: remove_line(record, "session_decision", decision),
        lambda: move_line(record, "session_decision", decision, None),
    ]
    for change in changes:
        with refused(record, NotAcceptable, "agreed to"):
            change()
    edit_session(record, session, "notes_to_myself", "Mine alone.")
    agree_record(record, session, MissedBy.SUPERVISOR, None)
    edit_line(record, "session_decision", decision, "We stop")


def test_one_click_puts_it_into_the_log(record: Record, agreement: str, fiona: str) -> None:
    session = plan_session(record, PAST, agreement=agreement).created[0]
    edit_session(record, session, "formative", "What nobody else shall read.")
    with refused(record, NotAcceptable, "was not held"):
        make_activity(record, session)
    hold_session(record, session)
    edit_session(record, session, "protected_kept", True)
    made = make_activity(record, session).created[0]
    activity = record.activities.get(made)
    assert (activity.date, activity.title, activity.type) == (PAST, "Professional supervision", "receiving_supervision")
    assert (activity.category, activity.minutes, activity.protected_minutes) == (Category.WORK_BASED, 60, 60)
    assert [one.person for one in activity.companions] == [fiona]
    assert "nobody else" not in repr(activity)
    assert record.sessions.get(session).made == made
    assert record.sessions.of_activity(made) == [session]
    with refused(record, NotAcceptable, "in your log already"):
        make_activity(record, session)
    sound(record)


def test_people_and_activities_are_linked_and_taken_away(record: Record, activity: str, agreement: str) -> None:
    session = plan_session(record, PAST, agreement=agreement).created[0]
    isla = add_person(record, "Isla Birch").created[0]
    set_session_people(record, session, [isla])
    link_activity(record, session, activity)
    assert record.sessions.get(session).people == (isla,)
    assert record.sessions.get(session).activities == (activity,)
    link_activity(record, session, activity, on=False)
    set_session_people(record, session, [])
    assert record.sessions.get(session).activities == ()
    assert record.sessions.get(session).people == ()
    undone_and_redone(record, lambda: delete_session(record, session), record.sessions.all, "Delete session")
    assert record.sessions.rows() == []
