"""Who meets, and under which agreement: each is one step, new people included."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.actions.names import one_line
from otcpd.actions.people import person_named
from otcpd.actions.supervision import values
from otcpd.actions.supervision.sessions import check_past, given_by, others_of
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import SessionState
from otcpd.record.gate import Step
from otcpd.record.record import Record


def name_people(record: Record, session: str, names: Sequence[str]) -> Changes:
    """Makes the people of these names those of a session; who is not in the file yet comes into it."""
    current = record.sessions.get(session)
    called = {one.id: one.name for one in (*record.people.all(binned=True), *record.people.all())}
    with record.step("Edit the people") as step:
        kept = {called.get(one, "").casefold(): one for one in current.people}
        wanted = [kept.get(one_line(name).casefold()) or person_named(record, step, name) for name in names]
        _meet(step, session, current.people, wanted)
    return step.changes


def give_agreement(record: Record, session: str, agreement: str | None, day: date | None = None) -> Changes:
    """Puts a session under an agreement with all that follows from it: people, kind, length, mode and place; None
    lets it stand alone. `day` moves it as well, as for one that was just begun. Raises NotAcceptable for an agreement
    that is none, and for a held session whose day would come to lie ahead."""
    current = record.sessions.get(session)
    if day is not None and current.state is SessionState.HELD:
        check_past(record, day)
    found = record.agreements.get(agreement) if agreement else None
    with record.step("Edit session") as step:
        step.set("supervision_session", session, "agreement", agreement or None)
        if day is not None:
            step.set("supervision_session", session, "date", values.day(record, day))
        if found is not None:
            for name, value in given_by(found, day or current.day).items():
                step.set("supervision_session", session, name, value)
            _meet(step, session, current.people, others_of(found))
    return step.changes


def _meet(step: Step, session: str, before: Sequence[str], now: Sequence[str]) -> None:
    for person in sorted({*before} - {*now}):
        step.unlink("session_person", {"session": session, "person": person})
    for person in dict.fromkeys(now):
        if person not in before:
            step.link("session_person", {"session": session, "person": person})
