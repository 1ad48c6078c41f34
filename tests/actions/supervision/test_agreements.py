"""Agreements: made, changed from a day on, ended and renewed, and nothing of them lost."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.people import add_person, remove_person
from otcpd.actions.supervision.agreements import (
    agree_to_terms,
    change_terms,
    delete_agreement,
    edit_agreement,
    edit_terms,
    end_agreement,
    go_on,
    new_agreement,
    remove_terms,
    renew_agreement,
    set_members,
    set_often,
)
from otcpd.actions.supervision.sessions import hold_session, plan_session
from otcpd.actions.undoing import undo
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import AgreementKind, AgreementState, Mode
from otcpd.record.record import Record
from tests.actions.supervision.conftest import BEGUN
from tests.actions.support import refused, undone_and_redone
from tests.record.support import sound

JUNE = date(2026, 6, 5)


def test_a_new_one_is_a_draft_with_what_was_given(record: Record, fiona: str) -> None:
    undone_and_redone(
        record,
        lambda: new_agreement(record, AgreementKind.PROFESSIONAL, supervisor=fiona, supervisor_is_ot=True),
        record.agreements.all,
        "New agreement",
    )
    (made,) = record.agreements.all()
    assert (made.supervisee, made.supervisor, made.supervisor_is_ot) == (record.owner, fiona, True)
    assert (made.newest.weeks_from, made.newest.every_weeks, made.newest.minutes) == (4, 6, 60)
    assert made.newest.mode is Mode.IN_PERSON
    assert made.state_on(record.clock.today()) is AgreementState.DRAFT
    sound(record)


def test_terms_that_were_agreed_to_are_changed_by_new_ones(record: Record, agreement: str) -> None:
    first = record.agreements.get(agreement).newest
    edit_terms(record, agreement, first.id, "purpose", "To think about my practice.")
    agree_to_terms(record, agreement, first.id, date(2026, 1, 12))
    with refused(record, NotAcceptable, "12 January 2026"):
        edit_terms(record, agreement, first.id, "minutes", 90)
    with refused(record, NotAcceptable, "12 January 2026"):
        set_often(record, agreement, first.id, None, 4)
    change_terms(record, agreement, JUNE)
    second = record.agreements.get(agreement).newest
    set_often(record, agreement, second.id, None, 4)
    changed = record.agreements.get(agreement)
    assert [(one.start, one.every_weeks, one.agreed_on) for one in changed.terms] == [
        (BEGUN, 6, date(2026, 1, 12)),
        (JUNE, 4, None),
    ]
    assert changed.newest.purpose == "To think about my practice."
    assert changed.state_on(JUNE) is AgreementState.ACTIVE
    remove_terms(record, agreement, second.id)
    assert record.agreements.get(agreement).terms[-1].id == first.id
    with refused(record, NotAcceptable, "only terms"):
        remove_terms(record, agreement, first.id)
    sound(record)


@pytest.mark.parametrize(("start", "words"), [(BEGUN, "began on 5 January"), (date(2025, 12, 1), "began on 5 January")])
def test_new_terms_follow_the_old_ones(record: Record, agreement: str, start: date, words: str) -> None:
    with refused(record, NotAcceptable, words):
        change_terms(record, agreement, start)


def test_an_end_can_be_taken_back(record: Record, agreement: str) -> None:
    with refused(record, NotAcceptable, "began on 5 January 2026"):
        end_agreement(record, agreement, date(2025, 12, 31))
    end_agreement(record, agreement, JUNE, " Fiona has moved to the hospital ")
    ended = record.agreements.get(agreement)
    assert (ended.ends, ended.end_reason) == (JUNE, "Fiona has moved to the hospital")
    assert ended.state_on(date(2026, 6, 6)) is AgreementState.ENDED
    assert ended.state_on(JUNE) is not AgreementState.ENDED
    with refused(record, NotAcceptable, "ended on 5 June 2026"):
        change_terms(record, agreement, date(2026, 7, 1))
    go_on(record, agreement)
    assert record.agreements.get(agreement).ends is None


def test_renewing_ends_the_old_one_and_keeps_the_history(record: Record, agreement: str, fiona: str) -> None:
    peer = add_person(record, "Isla Birch").created[0]
    set_members(record, agreement, [peer])
    agree_to_terms(record, agreement, record.agreements.get(agreement).newest.id, BEGUN)
    made = renew_agreement(record, agreement, JUNE).created[0]
    old, new = record.agreements.get(agreement), record.agreements.get(made)
    assert old.ends == date(2026, 6, 4)
    assert (new.renews, new.starts, new.supervisor, new.members) == (agreement, JUNE, fiona, (peer,))
    assert (new.newest.place, new.newest.agreed_on) == ("Room 2", None)
    with refused(record, NotAcceptable, "renewed from 5 June 2026 on"):
        renew_agreement(record, agreement, date(2026, 8, 5))
    delete_agreement(record, made)
    renew_agreement(record, agreement, date(2026, 8, 5))
    sound(record)


def test_what_is_planned_goes_on_under_the_new_one(record: Record, agreement: str) -> None:
    before, on, after = (
        plan_session(record, day, agreement=agreement).created[0] for day in (BEGUN, JUNE, date(2026, 11, 26))
    )
    hold_session(record, on)
    made = renew_agreement(record, agreement, JUNE).created[0]
    assert [record.sessions.get(one).agreement for one in (before, on, after)] == [agreement, agreement, made]
    undo(record)
    assert record.sessions.get(after).agreement == agreement
    sound(record)


def test_a_supervisor_who_is_removed_stays_in_the_agreement(record: Record, agreement: str, fiona: str) -> None:
    remove_person(record, fiona)
    assert record.agreements.get(agreement).supervisor == fiona
    edit_agreement(record, agreement, "supervisor", fiona)
    assert fiona in {one.id for one in record.people.all(binned=True)}


def test_what_cannot_be_is_refused(record: Record, agreement: str, fiona: str) -> None:
    terms = record.agreements.get(agreement).newest.id
    with refused(record, NotAcceptable, "Nobody can supervise themselves"):
        new_agreement(record, AgreementKind.PEER, supervisor=record.owner)
    with refused(record, NotAcceptable, "You are not in this agreement"):
        new_agreement(record, AgreementKind.PROFESSIONAL, supervisee=fiona)
    with refused(record, NotAcceptable, "Nobody can supervise themselves"):
        edit_agreement(record, agreement, "supervisee", fiona)
    with refused(record, NotAcceptable, "no such person"):
        edit_agreement(record, agreement, "supervisor", "somebody")
    with refused(record, NotAcceptable, "goes backwards"):
        set_often(record, agreement, terms, 8, 6)
    with refused(record, NotAcceptable, "weeks from 1 to 104"):
        edit_terms(record, agreement, terms, "every_weeks", 0)
    with refused(record, NotAcceptable, "no field"):
        edit_terms(record, agreement, terms, "colour", "green")
    with refused(record, NotAcceptable, "does not fit"):
        edit_agreement(record, agreement, "kind", "chat")


def test_a_deleted_agreement_comes_back_by_undo(record: Record, agreement: str) -> None:
    undone_and_redone(record, lambda: delete_agreement(record, agreement), record.agreements.all, "Delete agreement")
    assert record.agreements.all() == []
    assert [one.id for one in record.agreements.all(binned=True)] == [agreement]
