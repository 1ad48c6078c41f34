"""What lies before a session: topics, what was carried, and actions until somebody closes them."""

from __future__ import annotations

from datetime import date

from otcpd.actions.supervision.agenda import (
    add_line,
    add_topic_of,
    agenda_of,
    close_action,
    edit_action,
    edit_line,
    move_line,
    remove_line,
    tick_topic,
)
from otcpd.actions.supervision.agreements import new_agreement, renew_agreement
from otcpd.actions.supervision.sessions import bring_to_supervision, delete_session, hold_session, plan_session
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import ActionState, AgreementKind
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.record.support import sound

DAYS = (date(2026, 9, 10), date(2026, 10, 8), date(2026, 11, 5), date(2026, 11, 26))


def sessions(record: Record, agreement: str) -> list[str]:
    """Four sessions, the first three held."""
    made = [plan_session(record, day, agreement=agreement).created[0] for day in DAYS]
    for session in made[:3]:
        hold_session(record, session)
    return made


def test_an_action_is_carried_until_it_is_closed(record: Record, agreement: str, fiona: str) -> None:
    first, second, third, ahead = sessions(record, agreement)
    action = add_line(record, "session_action", first, "Send the rotation paper").created[0]
    edit_action(record, action, "who", fiona)
    edit_action(record, action, "due", date(2026, 11, 30))
    carried = [
        [(one.action.text, one.times) for one in agenda_of(record, later).actions] for later in (second, third, ahead)
    ]
    assert carried == [[("Send the rotation paper", times)] for times in (0, 1, 2)]
    close_action(record, action, ActionState.DONE, date(2026, 11, 19))
    (shown,) = agenda_of(record, ahead).actions
    assert (shown.action.state, shown.action.closed_on) == (ActionState.DONE, date(2026, 11, 19))
    hold = plan_session(record, date(2026, 11, 20), agreement=agreement).created[0]
    hold_session(record, hold)
    assert agenda_of(record, ahead).actions == ()
    close_action(record, action, ActionState.OPEN)
    assert [one.id for one in record.sessions.open_actions()] == [action]
    sound(record)


def test_what_is_open_outlives_renewals(record: Record, agreement: str) -> None:
    first, second, _third, ahead = sessions(record, agreement)
    add_line(record, "session_action", first, "Send the rotation paper")
    add_line(record, "session_topic", second, "Cover in January")
    renewed = renew_agreement(record, agreement, date(2026, 11, 9)).created[0]
    again = renew_agreement(record, renewed, date(2026, 11, 27)).created[0]
    last = plan_session(record, date(2026, 12, 10), agreement=again).created[0]
    other = new_agreement(record, AgreementKind.PEER).created[0]
    for session in (ahead, last):
        agenda = agenda_of(record, session)
        assert [(one.action.text, one.times) for one in agenda.actions] == [("Send the rotation paper", 2)]
        assert [one.text for one, _day in agenda.carried_topics] == ["Cover in January"]
    elsewhere = plan_session(record, date(2026, 12, 10), agreement=other).created[0]
    assert agenda_of(record, elsewhere).actions == ()


def test_a_topic_not_talked_about_comes_up_again(record: Record, agreement: str) -> None:
    first, second, third, ahead = sessions(record, agreement)
    topic = add_line(record, "session_topic", first, "Cover in January").created[0]
    assert [one.id for one, _day in agenda_of(record, second).carried_topics] == [topic]
    tick_topic(record, topic, third)
    assert [one.id for one, _day in agenda_of(record, third).carried_topics] == [topic]
    assert agenda_of(record, second).carried_topics == ()
    assert record.sessions.get(first).topics[0].discussed_in == third
    delete_session(record, third)
    assert [one.id for one, _day in agenda_of(record, ahead).carried_topics] == [topic]


def test_an_entry_marked_to_be_brought_becomes_a_topic(record: Record, agreement: str, activity: str) -> None:
    *_held, ahead = sessions(record, agreement)
    bring_to_supervision(record, activity, True)
    assert agenda_of(record, ahead).to_bring == (activity,)
    add_topic_of(record, ahead, activity)
    agenda = agenda_of(record, ahead)
    assert agenda.to_bring == ()
    assert [(one.text, one.activity) for one in agenda.topics] == [(record.activities.get(activity).title, activity)]
    assert record.sessions.to_bring() == []


def test_lines_keep_the_order_of_the_person(record: Record, agreement: str) -> None:
    session = sessions(record, agreement)[3]

    def order() -> list[str]:
        return [one.text for one in record.sessions.get(session).decisions]

    one, two = (add_line(record, "session_decision", session, text).created[0] for text in ("one", "two"))
    between = add_line(record, "session_decision", session, "between", after=one).created[0]
    assert order() == ["one", "between", "two"]
    move_line(record, "session_decision", two, None)
    assert order() == ["two", "one", "between"]
    move_line(record, "session_decision", two, between)
    assert order() == ["one", "between", "two"]
    edit_line(record, "session_decision", between, "In between", typing=True)
    remove_line(record, "session_decision", one)
    assert order() == ["In between", "two"]
    with refused(record, NotAcceptable, "not there any more"):
        edit_line(record, "session_decision", "nothing", "text")
    sound(record)


def test_those_without_an_agreement_carry_between_the_same_people(record: Record, fiona: str) -> None:
    first, second = (plan_session(record, day, people=[fiona]).created[0] for day in DAYS[:2])
    other = plan_session(record, DAYS[1]).created[0]
    add_line(record, "session_action", first, "Ask for a splinting clinic")
    assert [one.action.text for one in agenda_of(record, second).actions] == ["Ask for a splinting clinic"]
    assert agenda_of(record, other).actions == ()
