"""Days that lie ahead, as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("3 Dec", date(2026, 12, 3)),
        ("3/12", date(2026, 12, 3)),
        ("22 November", TODAY),
        ("21 November", date(2027, 11, 21)),
        ("3 December 2025", date(2025, 12, 3)),
        ("5 November 2026", date(2026, 11, 5)),
        ("2027-01-14", date(2027, 1, 14)),
        ("29 Feb", date(2028, 2, 29)),
        ("tomorrow", date(2026, 11, 23)),
        ("today", TODAY),
        ("Thursday", date(2026, 11, 26)),
        ("next Thursday", date(2026, 11, 26)),
        ("Thursday week", date(2026, 12, 3)),
        ("a week on Thursday", date(2026, 12, 3)),
        ("in a fortnight", date(2026, 12, 6)),
        ("on Sunday", date(2026, 11, 29)),
        ("in 6 weeks", date(2027, 1, 3)),
        ("in a month", date(2026, 12, 22)),
        ("in two days", date(2026, 11, 24)),
        ("yesterday", date(2026, 11, 21)),
        ("last Thursday", date(2026, 11, 19)),
    ],
)
def test_it_is_the_next_such_day(said: str, meant: date) -> None:
    assert parse_coming_day(said, TODAY) == meant


@pytest.mark.parametrize("said", ["", "soon", "31 November", "in six moons"])
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(NotAcceptable):
        parse_coming_day(said, TODAY)


@pytest.mark.parametrize(
    ("said", "today", "meant"),
    [
        ("31 May", date(2027, 6, 1), date(2028, 5, 31)),
        ("29 Feb", date(2027, 3, 1), date(2028, 2, 29)),
        ("29 Feb", date(2096, 3, 1), date(2104, 2, 29)),
        ("29 February 2024", date(2027, 3, 1), date(2024, 2, 29)),
    ],
)
def test_leap_years_do_not_throw_it_back(said: str, today: date, meant: date) -> None:
    assert parse_coming_day(said, today) == meant


@given(st.integers(0, 365), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_every_day_of_the_coming_year_needs_no_year(ahead: int, today: date) -> None:
    day = today + timedelta(days=ahead)
    assume((day.month, day.day) != (today.month, today.day) or not ahead)
    said = long_day(day).rpartition(" ")[0]
    assert parse_coming_day(said, today) == day
