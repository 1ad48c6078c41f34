"""Days as people write them who plan, or note it afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.near_days import parse_near_day

TODAY = date(2026, 11, 21)
"""A Saturday."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 22)),
        ("Friday", date(2026, 11, 27)),
        ("on Saturday", date(2026, 11, 28)),
        ("next Tuesday", date(2026, 11, 24)),
        ("in two weeks", date(2026, 12, 5)),
        ("last Friday", date(2026, 11, 20)),
        ("today", TODAY),
        ("yesterday", date(2026, 11, 20)),
        ("4 December", date(2026, 12, 4)),
        ("4 Dec 2025", date(2025, 12, 4)),
        ("10/1", date(2027, 1, 10)),
        ("20 November", date(2026, 11, 20)),
        ("1 July", date(2026, 7, 1)),
        ("2027-02-28", date(2027, 2, 28)),
        ("29 February 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_the_one_that_is_meant(text: str, day: date) -> None:
    assert parse_near_day(text, TODAY) == day


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_day_with_its_year_is_that_day(today: date, day: date) -> None:
    assert parse_near_day(long_day(day), today) == day


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(min_value=-150, max_value=150))
def test_a_day_near_by_needs_no_year(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    text = long_day(day).rsplit(" ", 1)[0]
    assert parse_near_day(text, today) == day or text == "29 February"


@pytest.mark.parametrize("text", ["", "soon", "31 November", "Friday week or so"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotAcceptable):
        parse_near_day(text, TODAY)
