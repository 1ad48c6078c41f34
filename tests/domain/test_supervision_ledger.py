"""The strip of months of an agreement: which mark a month has, and what else is told of it."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.domain.period import Period
from otcpd.domain.supervision import AgreementKind, Session, SessionState
from otcpd.domain.supervision_ledger import LEDGER_MONTHS, LedgerMark, LedgerMonth, ledger

TODAY = date(2026, 11, 21)
HELD, MISSED, MOVED, PLANNED = SessionState.HELD, SessionState.MISSED, SessionState.MOVED, SessionState.PLANNED


def session(day: date, state: SessionState) -> Session:
    return Session(day.isoformat(), "me", day, AgreementKind.PROFESSIONAL, state, agreement="a")


def month(*sessions: tuple[int, SessionState], number: int = 11, away: tuple[Period, ...] = ()) -> LedgerMonth:
    made = [session(date(2026, number, day), state) for day, state in sessions]
    return next(one for one in ledger(made, TODAY, away).months if (one.year, one.month) == (2026, number))


@pytest.mark.parametrize(
    ("sessions", "mark", "said"),
    [
        ([(3, HELD), (10, HELD), (17, MISSED)], LedgerMark.HELD, "2 held, 1 cancelled"),
        ([(3, MISSED), (26, PLANNED)], LedgerMark.BOOKED, "1 cancelled, 1 booked"),
        ([(3, MISSED)], LedgerMark.CANCELLED, "1 cancelled"),
        ([(3, MOVED)], LedgerMark.NOTHING, "1 moved"),
        ([(3, PLANNED)], LedgerMark.BOOKED, "1 to record"),
        ([(21, PLANNED)], LedgerMark.BOOKED, "1 booked"),
        ([], LedgerMark.NOTHING, "no sessions"),
    ],
)
def test_what_was_held_wins_and_all_is_told(
    sessions: list[tuple[int, SessionState]], mark: LedgerMark, said: str
) -> None:
    found = month(*sessions)
    assert (found.mark, found.said) == (mark, said)


@pytest.mark.parametrize(
    ("away", "mark"),
    [
        ((Period(date(2026, 9, 1), date(2026, 9, 15)),), LedgerMark.LEAVE),
        ((Period(date(2026, 9, 1), date(2026, 9, 14)),), LedgerMark.NOTHING),
        ((Period(date(2026, 8, 1), date(2026, 12, 1)),), LedgerMark.LEAVE),
        ((Period(date(2026, 9, 1), date(2026, 9, 9)), Period(date(2026, 9, 8), date(2026, 9, 14))), LedgerMark.NOTHING),
    ],
)
def test_a_month_is_leave_from_half_of_its_days_on(away: tuple[Period, ...], mark: LedgerMark) -> None:
    assert month(number=9, away=away).mark is mark


def test_a_session_in_a_month_of_leave_shows() -> None:
    found = month((4, HELD), number=9, away=(Period(date(2026, 9, 5), date(2026, 9, 30)),))
    assert (found.mark, found.said) == (LedgerMark.HELD, "1 held, on leave")


def test_it_ends_with_this_month_and_holds_the_same_one_a_year_ago() -> None:
    whole = ledger([session(date(2025, 10, 31), HELD), session(date(2026, 12, 3), PLANNED)], TODAY)
    assert len(whole.months) == LEDGER_MONTHS
    assert (whole.months[0].name, whole.months[-1].name) == ("November 2025", "November 2026")
    assert [one.letter for one in whole.months] == list("NDJFMAMJJASON")
    assert whole.said == "From November 2025 to November 2026: no sessions."


def test_it_can_be_told_in_words() -> None:
    whole = ledger([session(date(2026, 3, 2), HELD), session(date(2026, 4, 2), MISSED)], TODAY)
    assert whole.said == "From November 2025 to November 2026: March 2026 1 held; April 2026 1 cancelled."
