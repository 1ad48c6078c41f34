"""How long until a day, in words."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.domain.countdown import days_left, from_day, until

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 21), "today"),
        (date(2026, 11, 22), "tomorrow"),
        (date(2026, 11, 23), "in two days"),
        (date(2027, 1, 20), "in 60 days"),
        (date(2027, 1, 21), "in two months"),
        (date(2027, 8, 1), "in eight months"),
        (date(2028, 8, 1), "in 20 months"),
    ],
)
def test_until(day: date, words: str) -> None:
    assert until(TODAY, day) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "today is the last day"),
        (date(2026, 11, 21), "today is the last day"),
        (date(2026, 11, 22), "one day is left"),
        (date(2026, 12, 21), "30 days are left"),
    ],
)
def test_days_left(day: date, words: str) -> None:
    assert days_left(TODAY, day) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "from today"),
        (date(2026, 11, 20), "from yesterday"),
        (date(2026, 11, 15), "from Sunday"),
        (date(2026, 11, 14), "from 14 November"),
        (date(2025, 11, 14), "from 14 November 2025"),
        (date(2026, 12, 1), "from 1 December"),
    ],
)
def test_from_day(day: date, words: str) -> None:
    assert from_day(TODAY, day) == words
