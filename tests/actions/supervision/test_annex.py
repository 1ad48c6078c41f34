"""The annex of a profile on supervision: facts of the sessions that the owner had, and nothing anybody wrote."""

from __future__ import annotations

from datetime import date

from otcpd.actions.people import add_person
from otcpd.actions.profile import profile_content
from otcpd.actions.supervision.agenda import LISTS, add_line
from otcpd.actions.supervision.agreements import delete_agreement, edit_agreement, end_agreement, new_agreement
from otcpd.actions.supervision.annex import supervision_annex
from otcpd.actions.supervision.sessions import edit_session, hold_session, miss_session, plan_session
from otcpd.domain.period import Period
from otcpd.domain.supervision import NOTES, PRIVATE_NOTES, AgreementKind
from otcpd.record.record import Record

YEAR = Period(date(2025, 12, 1), date(2026, 12, 31))
TODAY = date(2026, 11, 21)


def held(record: Record, day: date, **fields: str | None) -> str:
    """A session that took place."""
    session = plan_session(record, day, **fields).created[0]
    hold_session(record, session)
    return session


def test_it_counts_what_she_had(record: Record, agreement: str, fiona: str) -> None:
    held(record, date(2026, 2, 5), agreement=agreement)
    held(record, date(2026, 9, 17), agreement=agreement)
    missed = plan_session(record, date(2026, 10, 1), agreement=agreement).created[0]
    miss_session(record, missed, None)
    held(record, date(2026, 3, 3), kind=AgreementKind.PEER)
    student = add_person(record, "Ash Birch").created[0]
    given = new_agreement(
        record, AgreementKind.PROFESSIONAL, supervisee=student, supervisor=record.owner, terms={"start": YEAR.start}
    ).created[0]
    held(record, date(2026, 4, 4), agreement=given)
    first, alone = supervision_annex(record, YEAR).rows
    assert (first.kind, first.often.replace("\u00a0", " ")) == ("Professional supervision", "Every 4 to 6 weeks, 1 h")
    assert (first.led_by_ot, first.start, first.end, first.held, first.minutes) == (
        True,
        date(2026, 1, 5),
        TODAY,
        2,
        120,
    )
    assert (alone.kind, alone.often, alone.led_by_ot, alone.held) == ("Peer supervision", "", False, 1)


def test_sessions_stay_when_their_agreement_goes_into_the_bin(record: Record, agreement: str) -> None:
    held(record, date(2026, 2, 5), agreement=agreement)
    delete_agreement(record, agreement)
    (row,) = supervision_annex(record, YEAR).rows
    assert (row.kind, row.often, row.led_by_ot, row.held, row.minutes) == ("Professional supervision", "", True, 1, 60)


def test_a_session_before_its_agreement_widens_its_days(record: Record, agreement: str) -> None:
    held(record, date(2025, 12, 20), agreement=agreement)
    end_agreement(record, agreement, date(2026, 6, 30))
    (row,) = supervision_annex(record, YEAR).rows
    assert (row.start, row.end) == (date(2025, 12, 20), date(2026, 6, 30))
    assert supervision_annex(record, Period(date(2026, 7, 1), TODAY)).rows == ()


def test_no_word_of_supervision_gets_into_a_profile(record: Record, agreement: str) -> None:
    session = held(record, date(2026, 9, 17), agreement=agreement)
    for name in (*NOTES, *PRIVATE_NOTES, "place", "reason"):
        edit_session(record, session, name, f"Zebra {name}")
    for table in LISTS:
        add_line(record, table, session, f"Zebra {table}")
    edit_agreement(record, agreement, "name", "Zebra group")
    content = profile_content(record, supervision=True)
    assert content.supervision is not None
    assert content.supervision.held == 1
    assert "Zebra" not in repr(content)
    assert "Fiona" not in repr(content)
    assert profile_content(record).supervision is None
