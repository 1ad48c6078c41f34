"""Supervision sessions: planned, held, moved, missed; and the activity of the log that records one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time

from otcpd.actions.activities import add_activity
from otcpd.actions.pathway.goals import check_goals
from otcpd.actions.supervision import values
from otcpd.actions.supervision.agreed_record import check_open
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import (
    NOTES,
    PRIVATE_NOTES,
    Agreement,
    AgreementKind,
    LinkRole,
    MissedBy,
    Mode,
    Session,
    SessionState,
)
from otcpd.record.gate import Step
from otcpd.record.record import Record

_FIELDS: Mapping[str, Reader] = {
    "date": values.day,
    "start": values.maybe_time,
    "minutes": values.maybe_minutes,
    "kind": values.one_of(AgreementKind),
    "mode": values.one_of(Mode),
    "agreement": values.maybe_agreement,
    "led_by_ot": values.switch,
    "as_supervisor": values.switch,
    "missed_by": values.one_of(MissedBy, maybe=True),
    "protected_kept": values.maybe_switch,
    "next_on": values.maybe_day,
    "agreed_supervisee": values.maybe_day,
    "agreed_supervisor": values.maybe_day,
    **dict.fromkeys(("place", "reason", "calendar_uid", *NOTES, *PRIVATE_NOTES), values.text),
}
_AGREED_TO = frozenset(("date", "start", "minutes", "kind", "mode", "place", *NOTES))
"""What both say is true when they agree to a record."""
_TYPED = frozenset(("place", "reason", *NOTES, *PRIVATE_NOTES))

_PEER = (AgreementKind.PEER, AgreementKind.GROUP)


def plan_session(
    record: Record,
    day: date,
    *,
    agreement: str | None = None,
    people: Iterable[str] | None = None,
    **fields: FieldValue,
) -> Changes:
    """Plans a session. With an agreement it takes from it what is not given: kind, people, length, mode, place.

    Raises NotAcceptable for values that cannot be.
    """
    with record.step("New session") as step:
        add_session(record, step, day, agreement=agreement, people=people, fields=fields)
    return step.changes


def add_session(
    record: Record,
    step: Step,
    day: date,
    *,
    agreement: str | None = None,
    people: Iterable[str] | None = None,
    fields: Mapping[str, FieldValue] | None = None,
) -> str:
    """Adds a planned session within a step and returns its id; see `plan_session`."""
    found = record.agreements.get(agreement) if agreement else None
    given: dict[str, FieldValue] = {"kind": AgreementKind.PROFESSIONAL, "mode": Mode.IN_PERSON}
    if found is not None:
        given |= given_by(found, day)
    given |= {**(fields or {}), "date": day, "agreement": agreement}
    row = {name: values.stored(record, _FIELDS, name, value, "A session") for name, value in given.items()}
    others = others_of(found) if people is None and found is not None else list(people or ())
    checked = [values.person(record, one) for one in others]
    made = step.insert(
        "supervision_session", {**row, "state": SessionState.PLANNED, "created": step.at, "modified": step.at}
    )
    for person in checked:
        step.link("session_person", {"session": made, "person": person})
    return made


def edit_session(record: Record, session: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field. A session given to another agreement takes who leads it from there.

    Raises NotAcceptable for what cannot be, for a held session whose day would come to lie ahead, and for what stands
    in a record that was agreed to.
    """
    current = record.sessions.get(session)
    stored = values.stored(record, _FIELDS, field, value, "A session")
    if field in _AGREED_TO:
        check_open(record, session)
    if field == "date" and isinstance(value, date) and current.state is SessionState.HELD:
        check_past(record, value)
    with record.step("Edit session", typing=typing and field in _TYPED) as step:
        step.set("supervision_session", session, field, stored)
        if field == "agreement" and stored is not None:
            agreement = record.agreements.get(str(stored))
            step.set("supervision_session", session, "kind", agreement.kind)
            step.set("supervision_session", session, "led_by_ot", agreement.supervisor_is_ot)
            step.set("supervision_session", session, "as_supervisor", agreement.as_supervisor)
    return step.changes


def hold_session(record: Record, session: str) -> Changes:
    """Says that it took place. Raises NotAcceptable while its day is still to come."""
    current = record.sessions.get(session)
    check_past(record, current.day)
    with record.step("Record the session") as step:
        become(step, session, SessionState.HELD)
    return step.changes


def miss_session(
    record: Record, session: str, missed_by: MissedBy | None, reason: str = "", *, protected_kept: bool | None = None
) -> Changes:
    """Says that it did not take place: on whose side, why, and whether the time for it had been kept free."""
    record.sessions.get(session)
    check_open(record, session)
    with record.step("Note the missed session") as step:
        become(step, session, SessionState.MISSED)
        step.set("supervision_session", session, "missed_by", missed_by)
        step.set("supervision_session", session, "reason", reason.strip())
        step.set("supervision_session", session, "protected_kept", protected_kept)
    return step.changes


def plan_again(record: Record, session: str) -> Changes:
    """Takes back that it was held or missed: it is planned again, with all that was written."""
    record.sessions.get(session)
    check_open(record, session)
    with record.step("Plan it again") as step:
        become(step, session, SessionState.PLANNED)
    return step.changes


def move_session(record: Record, session: str, day: date, start: time | None = None, reason: str = "") -> Changes:
    """Moves a session: this one stays as moved, and another takes its place with its people and what was prepared.

    Raises NotAcceptable for the same day and time, and for a session that was held or moved before.
    """
    current = record.sessions.get(session)
    if current.state is SessionState.HELD:
        raise NotAcceptable("This session was held.", "Nothing was changed.", "Change its date instead.")
    if current.state is SessionState.MOVED:
        raise NotAcceptable("This session was moved already.", "Nothing was changed.", "Move the one in its place.")
    if (current.day, current.start) == (day, start):
        raise NotAcceptable("It is on that day already.", "Nothing was changed.", "Pick another day or time.")
    fields: dict[str, FieldValue] = {
        name: getattr(current, name)
        for name in ("minutes", "kind", "mode", "place", "led_by_ot", "as_supervisor", "calendar_uid")
    }
    fields |= {"start": start, **{name: getattr(current, name) for name in PRIVATE_NOTES}}
    with record.step("Move the session") as step:
        made = add_session(record, step, day, agreement=current.agreement, people=current.people, fields=fields)
        for topic in current.topics:
            if topic.discussed_in is None:
                step.set("session_topic", topic.id, "session", made)
        become(step, session, SessionState.MOVED)
        step.set("supervision_session", session, "moved_to", made)
        step.set("supervision_session", session, "reason", reason.strip())
        for name in ("calendar_uid", *PRIVATE_NOTES):
            step.set("supervision_session", session, name, "")
    return step.changes


def plan_next(record: Record, session: str, day: date, start: time | None = None) -> Changes:
    """Plans the session after this one, with the same people, and notes its day as the next date of this one."""
    current = record.sessions.get(session)
    fields: dict[str, FieldValue] = {
        name: getattr(current, name) for name in ("minutes", "kind", "mode", "place", "led_by_ot", "as_supervisor")
    }
    fields["start"] = start if start is not None else current.start
    with record.step("Plan the next session") as step:
        add_session(record, step, day, agreement=current.agreement, people=current.people, fields=fields)
        step.set("supervision_session", session, "next_on", values.day(record, day))
    return step.changes


def agree_record(record: Record, session: str, side: MissedBy, day: date | None) -> Changes:
    """Notes the day on which one side or both agreed to the record as true; None takes that back."""
    record.sessions.get(session)
    names = {
        MissedBy.SUPERVISEE: ("agreed_supervisee",),
        MissedBy.SUPERVISOR: ("agreed_supervisor",),
        MissedBy.BOTH: ("agreed_supervisee", "agreed_supervisor"),
    }
    with record.step("Agree to the record" if day else "Take the agreeing back") as step:
        for name in names[side]:
            step.set("supervision_session", session, name, values.maybe_day(record, day))
    return step.changes


def set_session_people(record: Record, session: str, people: Iterable[str]) -> Changes:
    """Makes these the people of a session beside the owner. Raises NotAcceptable for somebody not in the file."""
    current = set(record.sessions.get(session).people)
    wanted = {values.person(record, person) for person in people}
    with record.step("Edit the people") as step:
        for person in sorted(current - wanted):
            step.unlink("session_person", {"session": session, "person": person})
        for person in sorted(wanted - current):
            step.link("session_person", {"session": session, "person": person})
    return step.changes


def link_activity(record: Record, session: str, activity: str, on: bool = True) -> Changes:
    """Links an activity that was talked about, or takes the link away. Raises NotAcceptable for ids that are none."""
    record.sessions.get(session)
    record.activities.get(activity)
    with record.step("Link the activity" if on else "Take the link away") as step:
        ends = {"session": session, "activity": activity}
        if on:
            step.link("session_activity", ends, {"role": LinkRole.DISCUSSED})
        else:
            step.unlink("session_activity", ends)
    return step.changes


def set_session_goals(record: Record, session: str, goals: Iterable[str]) -> Changes:
    """Makes these the goals that a session spoke to. Raises NotAcceptable for ids that are none."""
    current, wanted = set(record.sessions.get(session).goals), set(goals)
    check_goals(record, wanted - current)
    with record.step("Edit the goals") as step:
        for goal in sorted(current - wanted):
            step.unlink("session_goal", {"session": session, "goal": goal})
        for goal in sorted(wanted - current):
            step.link("session_goal", {"session": session, "goal": goal})
    return step.changes


def delete_session(record: Record, session: str) -> Changes:
    """Puts a session into the bin, with all that was written in it."""
    record.sessions.get(session)
    with record.step("Delete session") as step:
        step.remove("supervision_session", session)
    return step.changes


def make_activity(record: Record, session: str) -> Changes:
    """Makes an activity of the log of a held session. Its words stay where they are: only kind, day, length and people
    go into the log.

    Raises NotAcceptable for a session that was not held, or that has its activity already.
    """
    current = record.sessions.get(session)
    if current.state is not SessionState.HELD:
        raise NotAcceptable("This session was not held.", "Nothing was changed.", "Record it first.")
    if current.made is not None and record.activities.get(current.made).deleted is None:
        raise NotAcceptable("This session is in your log already.", "Nothing was changed.", "Open it there.")
    known = load_catalogue().type_of(_type(current))
    fields: dict[str, str | int | date | Category | None] = {
        "date": current.day,
        "title": _title(current),
        "type": _type(current),
        "category": known.category if known is not None else None,
        "minutes": current.minutes,
        "protected_minutes": current.minutes if current.protected_kept and current.minutes else 0,
    }
    with record.step("Add the session to your log") as step:
        activity = add_activity(record, step, fields)
        for person in current.people:
            step.link("activity_companion", {"activity": activity, "person": person})
        for goal in current.goals:
            step.link("activity_goal", {"activity": activity, "goal": goal})
        step.link("session_activity", {"session": session, "activity": activity}, {"role": LinkRole.MADE})
    return step.changes


def bring_to_supervision(record: Record, activity: str, on: bool) -> Changes:
    """Marks an activity as one to talk about in supervision, or takes the mark away."""
    record.activities.get(activity)
    with record.step("Bring to supervision" if on else "Do not bring to supervision") as step:
        step.set("activity", activity, "bring", int(on))
    return step.changes


def given_by(agreement: Agreement, day: date) -> dict[str, str | int]:
    """What a session of a day takes from its agreement, by column."""
    terms = agreement.terms_on(day)
    return {
        "kind": agreement.kind,
        "mode": terms.mode,
        "minutes": terms.minutes,
        "place": terms.place,
        "led_by_ot": int(agreement.supervisor_is_ot),
        "as_supervisor": int(agreement.as_supervisor),
    }


def others_of(agreement: Agreement) -> list[str]:
    """Everybody of an agreement but the owner."""
    everybody = dict.fromkeys((agreement.supervisor, agreement.supervisee, *agreement.members))
    return [person for person in everybody if person is not None and person != agreement.owner]


def become(step: Step, session: str, state: SessionState) -> None:
    """Sets the state within a step; what was said of another state goes."""
    step.set("supervision_session", session, "state", state)
    if state is not SessionState.MISSED:
        step.set("supervision_session", session, "missed_by", None)
        step.set("supervision_session", session, "reason", "")
    if state is not SessionState.MOVED:
        step.set("supervision_session", session, "moved_to", None)


def check_past(record: Record, day: date) -> None:
    """Raises NotAcceptable for a day on which nothing can have been held yet."""
    today = record.clock.today()
    if day > today:
        raise NotAcceptable(
            f"{long_day(day)} is still to come.", "Nothing was changed.", f"Pick a date up to {long_day(today)}."
        )


def _title(session: Session) -> str:
    title = load_catalogue().supervision.kinds[session.kind].title
    return f"{title}, as supervisor" if session.as_supervisor else title


def _type(session: Session) -> str:
    """The code of the catalogue's type of activity."""
    if session.as_supervisor:
        return "supervising_staff_or_students"
    return "peer_supervision" if session.kind in _PEER else "receiving_supervision"
