"""When supervision is due, as tables of days, and as rules that hold for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.period import Period
from otcpd.domain.supervision import Agreement, AgreementKind, Session, SessionState, Terms
from otcpd.domain.supervision_schedule import due_after, last_led_by_ot, schedule, weeks_since

TODAY = date(2026, 11, 21)
SIX_WEEKS = Agreement("a", "me", AgreementKind.PROFESSIONAL, (Terms(date(2026, 1, 5), 6),), supervisee="me")


def session(day: date, state: SessionState = SessionState.HELD, *, ot: bool = False, of: str = "a") -> Session:
    return Session(day.isoformat(), "me", day, AgreementKind.PROFESSIONAL, state, agreement=of, led_by_ot=ot)


@pytest.mark.parametrize(
    ("terms", "last", "away", "due"),
    [
        pytest.param([(date(2026, 1, 5), 6)], None, [], date(2026, 2, 16), id="from the start"),
        pytest.param([(date(2026, 1, 5), 6)], date(2026, 3, 10), [], date(2026, 4, 21), id="over the clocks in March"),
        pytest.param([(date(2026, 1, 5), 4)], date(2026, 10, 12), [], date(2026, 11, 9), id="and in October"),
        pytest.param([(date(2026, 1, 5), 4)], date(2026, 12, 14), [], date(2027, 1, 11), id="over the year's end"),
        pytest.param([(date(2024, 1, 5), 1)], date(2024, 2, 26), [], date(2024, 3, 4), id="over a leap day"),
        pytest.param([(date(2026, 1, 5), 6)], date(2025, 12, 1), [], date(2026, 2, 16), id="held before it began"),
        pytest.param(
            [(date(2026, 1, 5), 6), (date(2026, 5, 20), 4)], date(2026, 5, 1), [], date(2026, 5, 29), id="oftener"
        ),
        pytest.param(
            [(date(2026, 1, 5), 6), (date(2026, 6, 5), 4)],
            date(2026, 5, 1),
            [],
            date(2026, 6, 5),
            id="oftener, and late at once but for the rule",
        ),
        pytest.param(
            [(date(2026, 1, 5), 4), (date(2026, 5, 20), 6)], date(2026, 5, 1), [], date(2026, 6, 12), id="less often"
        ),
        pytest.param(
            [(date(2026, 1, 5), 4), (date(2026, 9, 1), 6)], date(2026, 5, 1), [], date(2026, 5, 29), id="changed later"
        ),
        pytest.param(
            [(date(2026, 1, 5), 4)],
            date(2026, 5, 1),
            [Period(date(2026, 5, 10), date(2026, 5, 16))],
            date(2026, 6, 5),
            id="a week of leave",
        ),
        pytest.param(
            [(date(2026, 1, 5), 4)],
            date(2026, 5, 1),
            [Period(date(2026, 5, 28), date(2026, 8, 31))],
            date(2026, 9, 2),
            id="leave that begins just before it is due",
        ),
        pytest.param(
            [(date(2026, 1, 5), 1)],
            date(2026, 5, 1),
            [Period(date(2026, 5, 2), date(2199, 12, 31)), Period(date(2026, 4, 1), date(2199, 12, 30))],
            date(2200, 1, 7),
            id="spells without an end, which take no longer to reckon",
        ),
    ],
)
def test_due(terms: list[tuple[date, int]], last: date | None, away: Sequence[Period], due: date) -> None:
    agreement = replace(SIX_WEEKS, terms=tuple(Terms(start, weeks) for start, weeks in terms))
    assert due_after(agreement, last, away) == due


def test_nothing_is_due_after_the_end() -> None:
    ended = replace(SIX_WEEKS, ends=date(2026, 11, 1))
    assert due_after(ended, date(2026, 10, 1)) is None
    assert schedule(ended, [session(date(2026, 5, 1))], TODAY).days_late == 0


def test_late_is_told_by_days_and_a_booking_does_not_undo_it() -> None:
    held, missed = session(date(2026, 9, 24)), session(date(2026, 11, 5), SessionState.MISSED)
    booked = session(date(2026, 11, 26), SessionState.PLANNED)
    stands = schedule(SIX_WEEKS, [held, missed, booked], TODAY)
    assert (stands.last, stands.due, stands.booked) == (held.day, date(2026, 11, 5), booked.day)
    assert stands.days_late == 16
    assert schedule(SIX_WEEKS, [held, session(TODAY)], TODAY).days_late == 0


def test_nobody_is_late_while_away() -> None:
    away = [Period(date(2026, 11, 1), date(2026, 12, 1))]
    assert schedule(SIX_WEEKS, [session(date(2026, 5, 1))], TODAY, away).days_late == 0


def test_sessions_of_other_agreements_do_not_count() -> None:
    assert schedule(SIX_WEEKS, [session(date(2026, 11, 1), of="b")], TODAY).last is None


def test_a_review_is_late_the_day_after() -> None:
    reviewed = [replace(SIX_WEEKS.terms[0], review_on=TODAY - timedelta(days=late)) for late in (0, 1)]
    on_time, late = (replace(SIX_WEEKS, terms=(terms,)) for terms in reviewed)
    assert not schedule(on_time, [], TODAY).review_late
    assert schedule(late, [], TODAY).review_late
    assert not schedule(replace(late, ends=TODAY - timedelta(days=1)), [], TODAY).review_late


@pytest.mark.parametrize(("days_ago", "weeks"), [(0, 0), (6, 0), (7, 1), (23, 3), (365, 52)])
def test_weeks_since_an_ot(days_ago: int, weeks: int) -> None:
    led = session(TODAY - timedelta(days=days_ago), ot=True)
    others = [session(TODAY), session(TODAY + timedelta(days=2), SessionState.PLANNED, ot=True)]
    last = last_led_by_ot([*others, led], TODAY)
    assert last == led.day
    assert weeks_since(last, TODAY) == weeks


def test_a_session_in_which_she_supervised_is_none_that_she_had() -> None:
    led = replace(session(TODAY, ot=True), as_supervisor=True)
    assert last_led_by_ot([led], TODAY) is None


def test_no_ot_ever() -> None:
    assert last_led_by_ot([session(TODAY)], TODAY) is None


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(start=days, weeks=st.integers(1, 26), after=st.integers(0, 800), shift=st.integers(-3000, 3000))
def test_the_calendar_plays_no_part(start: date, weeks: int, after: int, shift: int) -> None:
    """Weeks are weeks, over month ends, leap days and changes of the clocks."""
    moved = timedelta(days=shift)
    last = start + timedelta(days=after)
    here = replace(SIX_WEEKS, terms=(Terms(start, weeks),))
    there = replace(SIX_WEEKS, terms=(Terms(start + moved, weeks),))
    due = due_after(here, last)
    assert due == last + timedelta(weeks=weeks)
    assert due_after(there, last + moved) == due + moved


@given(
    last=days, weeks=st.integers(1, 12), away=st.lists(st.tuples(st.integers(-60, 120), st.integers(0, 40)), max_size=4)
)
def test_leave_only_ever_gives_more_time(last: date, weeks: int, away: list[tuple[int, int]]) -> None:
    agreement = replace(SIX_WEEKS, terms=(Terms(last, weeks),))
    spells = [Period(last + timedelta(days=begin), last + timedelta(days=begin + length)) for begin, length in away]
    due = due_after(agreement, last, spells)
    assert due is not None
    counted = [last + timedelta(days=step) for step in range(1, (due - last).days + 1)]
    assert sum(not any(day in spell for spell in spells) for day in counted) == weeks * 7
