"""Lengths of time, as people type them and as the app writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.durations import DayLengths, format_duration, minutes_in, parse_duration
from otcpd.domain.errors import NotAcceptable


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1 h 30", 90),
        ("1h30", 90),
        ("1h 5m", 65),
        ("1 hour and 30 minutes", 90),
        ("1 hr 15 mins", 75),
        ("1:30", 90),
        ("1.5h", 90),
        ("1,5 h", 90),
        ("1½ hours", 90),
        ("½ hour", 30),
        ("90 min", 90),
        ("90m", 90),
        ("90 minutes", 90),
        ("2h", 120),
        ("2 H", 120),
        ("2-hour", 120),
        ("two hours", 120),
        ("an hour", 60),
        ("an hour and a half", 90),
        ("two and a half hours", 150),
        ("half an hour", 30),
        ("three quarters of an hour", 45),
        ("half a day", 210),
        ("half day", 210),
        ("half-day", 210),
        ("a half day", 210),
        ("½ day", 210),
        ("0.5 days", 210),
        ("a day", 420),
        ("a full day", 420),
        ("all day", 420),
        ("1 day", 420),
        ("2 days", 840),
        ("1.5 days", 630),
        ("  2   days ", 840),
    ],
)
def test_reads_what_people_type(text: str, minutes: int) -> None:
    assert parse_duration(text) == minutes


def test_a_day_is_as_long_as_the_person_says() -> None:
    lengths = DayLengths(half_day=225, day=450)
    assert parse_duration("half a day", lengths) == 225
    assert parse_duration("a day", lengths) == 450
    assert parse_duration("2 days", lengths) == 900


@pytest.mark.parametrize(
    "text", ["", "  ", "2", "90", "soon", "day", "h", "Room 101", "3 papers", "0 h", "1 h 75", "-2h x"]
)
def test_refuses_what_is_no_length_of_time(text: str) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        parse_duration(text)
    assert refusal.value.next_step == "Write it as 1 h 30, 45 min or half a day."


def test_says_what_is_the_matter() -> None:
    with pytest.raises(NotAcceptable, match="‘90’ could be hours or minutes"):
        parse_duration("90")
    with pytest.raises(NotAcceptable, match="longer than 10,000 hours"):
        parse_duration("10001 h")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30"), (65, "1 h 05"), (420, "7 h")],
)
def test_writes_hours_and_minutes(minutes: int, text: str) -> None:
    assert format_duration(minutes) == text


@given(st.integers(1, 59_999))
def test_what_is_written_reads_back(minutes: int) -> None:
    assert parse_duration(format_duration(minutes)) == minutes


@given(st.text())
def test_reading_never_fails_on_any_text(text: str) -> None:
    minutes = minutes_in(text)
    assert minutes is None or minutes >= 0
