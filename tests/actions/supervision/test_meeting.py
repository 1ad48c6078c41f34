"""Who meets under which agreement: each in one step."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.supervision.meeting import give_agreement, name_people
from otcpd.actions.supervision.sessions import hold_session, plan_session
from otcpd.actions.undoing import undo
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import AgreementKind
from otcpd.record.record import Record
from tests.actions.support import refused


def test_people_come_by_name_and_those_who_are_new_come_into_the_file(record: Record, fiona: str) -> None:
    session = plan_session(record, date(2026, 11, 26), people=[fiona]).created[0]
    name_people(record, session, ["fiona alder", "Iain Birch"])
    names = {one.id: one.name for one in record.people.all()}
    assert sorted(names[one] for one in record.sessions.get(session).people) == ["Fiona Alder", "Iain Birch"]
    name_people(record, session, ["Iain Birch"])
    assert fiona not in record.sessions.get(session).people
    undo(record)
    undo(record)
    assert record.sessions.get(session).people == (fiona,)


def test_a_session_takes_from_its_agreement_what_follows_from_it(record: Record, fiona: str, agreement: str) -> None:
    session = plan_session(record, date(2026, 11, 26), kind=AgreementKind.PEER).created[0]
    give_agreement(record, session, agreement, date(2026, 12, 3))
    kept = record.sessions.get(session)
    assert (kept.agreement, kept.day, kept.kind) == (agreement, date(2026, 12, 3), AgreementKind.PROFESSIONAL)
    assert (kept.people, kept.place, kept.minutes, kept.led_by_ot) == ((fiona,), "Room 2", 60, True)
    give_agreement(record, session, None)
    alone = record.sessions.get(session)
    assert (alone.agreement, alone.people) == (None, (fiona,))


def test_an_agreement_that_is_none_changes_nothing(record: Record) -> None:
    session = plan_session(record, date(2026, 11, 26)).created[0]
    with pytest.raises(NotAcceptable):
        give_agreement(record, session, "nothing")


def test_a_held_one_does_not_come_to_lie_ahead(record: Record, agreement: str) -> None:
    session = plan_session(record, date(2026, 11, 5)).created[0]
    hold_session(record, session)
    with refused(record, NotAcceptable, "still to come"):
        give_agreement(record, session, agreement, date(2026, 12, 3))
    give_agreement(record, session, agreement)
    assert record.sessions.get(session).agreement == agreement
