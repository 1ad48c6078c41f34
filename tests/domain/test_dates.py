"""Days: reckoning, writing, and reading what people type. "Today" is Saturday 21 November 2026."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.dates import (
    add_months,
    check_order,
    from_iso,
    iso,
    long_day,
    months_begun,
    months_between,
    parse_day,
    parse_span,
    plain_day,
    short_day,
    span,
)
from otcpd.domain.errors import NotAcceptable

TODAY = date(2026, 11, 21)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 3, 12), 3, date(2026, 6, 12)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(9999, 12, 1), 3, date.max),
        (date(1, 1, 2), -1, date.min),
    ],
)
def test_adds_calendar_months_held_to_the_month_end(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


@given(DAYS, st.integers(0, 60))
def test_months_between_undoes_add_months(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


@given(DAYS, DAYS)
def test_months_between_is_the_largest_that_fits(start: date, end: date) -> None:
    months = months_between(start, end)
    if start <= end:
        assert add_months(start, months) <= end < add_months(start, months + 1)
    else:
        assert months == 0


def test_writes_days() -> None:
    assert long_day(date(2026, 11, 19)) == "19 November 2026"
    assert short_day(date(2026, 11, 19)) == "Thu 19 November"
    assert short_day(date(2026, 11, 19), year=True) == "Thu 19 November 2026"
    assert short_day(date(2026, 11, 19), brief=True) == "Thu 19 Nov"
    assert iso(date(2026, 11, 9)) == "2026-11-09"


@pytest.mark.parametrize(
    ("day", "told", "brief"),
    [
        (date(2026, 1, 2), "2 January", "2 Jan"),
        (date(2027, 1, 7), "7 January", "7 Jan"),
        (date(2027, 6, 30), "30 June 2027", "30 Jun 2027"),
        (date(2025, 12, 31), "31 December 2025", "31 Dec 2025"),
    ],
)
def test_names_the_year_only_of_days_that_are_not_of_it_nor_soon(day: date, told: str, brief: str) -> None:
    today = date(2026, 11, 21)
    assert (plain_day(day, today), plain_day(day, today, brief=True)) == (told, brief)


@pytest.mark.parametrize(
    ("start", "end", "plain", "with_year"),
    [
        (date(2026, 3, 13), date(2026, 6, 21), "13 March to 21 June", "13 March to 21 June 2026"),
        (date(2026, 3, 3), date(2026, 3, 5), "3 to 5 March", "3 to 5 March 2026"),
        (date(2026, 3, 3), date(2026, 3, 3), "3 March", "3 March 2026"),
        (
            date(2025, 11, 1),
            date(2026, 11, 21),
            "1 November 2025 to 21 November 2026",
            "1 November 2025 to 21 November 2026",
        ),
    ],
)
def test_writes_spans(start: date, end: date, plain: str, with_year: str) -> None:
    assert span(start, end) == plain
    assert span(start, end, year=True) == with_year


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2025, 11, 6), date(2025, 11, 6), "6 Nov 2025"),
        (date(2025, 11, 6), date(2025, 11, 8), "6 to 8 Nov 2025"),
        (date(2025, 10, 28), date(2025, 11, 5), "28 Oct to 5 Nov 2025"),
        (date(2025, 12, 28), date(2026, 1, 2), "28 Dec 2025 to 2 Jan 2026"),
    ],
)
def test_writes_brief_spans_for_narrow_columns(start: date, end: date, text: str) -> None:
    assert span(start, end, year=True, brief=True) == text


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2025, 11, 1), date(2026, 11, 21), 13),
        (date(2025, 11, 1), date(2026, 10, 31), 12),
        (date(2025, 11, 15), date(2025, 12, 14), 1),
        (date(2025, 11, 15), date(2025, 11, 15), 1),
    ],
)
def test_months_count_those_that_began(start: date, end: date, count: int) -> None:
    assert months_begun(start, end) == count


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-19", date(2026, 11, 19)),
        ("2026/11/19", date(2026, 11, 19)),
        ("19/11/2026", date(2026, 11, 19)),
        ("19.11.26", date(2026, 11, 19)),
        ("19-11-98", date(1998, 11, 19)),
        ("1/2/2026", date(2026, 2, 1)),
        ("19 / 11 / 2026", date(2026, 11, 19)),
        ("19/11", date(2026, 11, 19)),
        ("22/11", date(2025, 11, 22)),
        ("19 November 2026", date(2026, 11, 19)),
        ("19th of November, 2026", date(2026, 11, 19)),
        ("Thu 19 November", date(2026, 11, 19)),
        ("Thursday, 19 November 2026", date(2026, 11, 19)),
        ("on the 3rd Sept.", date(2026, 9, 3)),
        ("19 nov", date(2026, 11, 19)),
        ("19NOV26", date(2026, 11, 19)),
        ("19 Nov ’26", date(2026, 11, 19)),
        ("November 19, 2026", date(2026, 11, 19)),
        ("21 Nov", date(2026, 11, 21)),
        ("22 Nov", date(2025, 11, 22)),
        ("29 Feb", date(2024, 2, 29)),
        ("today", TODAY),
        (" Yesterday ", date(2026, 11, 20)),
        ("tomorrow", date(2026, 11, 22)),
        ("the day before yesterday", date(2026, 11, 19)),
        ("Tuesday", date(2026, 11, 17)),
        ("last Tuesday", date(2026, 11, 17)),
        ("on Tues", date(2026, 11, 17)),
        ("Saturday", TODAY),
        ("last Saturday", date(2026, 11, 14)),
        ("5 May 2031", date(2031, 5, 5)),
    ],
)
def test_reads_what_british_users_type(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31 November", "November has 30 days. Pick a date up to 21 November 2026."),
        ("31/11/2026", "November has 30 days. Pick a date up to 21 November 2026."),
        ("30 Feb", "February has 28 days, or 29 in a leap year. Pick a date up to 21 November 2026."),
        ("29 February 2026", "February 2026 has 28 days. Pick a date up to 21 November 2026."),
        ("11/19/2026", "There is no month 19. Write the day first, as in 19/11. "
         "Pick a date up to 21 November 2026."),
        ("2026-13-01", "There is no month 13. Pick a date up to 21 November 2026."),
        ("0/11", "Days are counted from 1. Pick a date up to 21 November 2026."),
        ("1 May 0026", "The year 26 is out of reach. Pick a date up to 21 November 2026."),
        ("Friday 19 November", "19 November 2026 is a Thursday, not a Friday. "
         "Leave the day of the week out, or change the date."),
        ("", "There is no date yet. Pick a date up to 21 November 2026."),
        ("soon", "‘soon’ is not a date. Write it as 21 November 2026 or 21/11/2026."),
        ("19", "‘19’ is not a date. Write it as 21 November 2026 or 21/11/2026."),
    ],
)  # fmt: skip
def test_says_what_is_wrong_with_a_date(text: str, message: str) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        parse_day(text, TODAY)
    assert refusal.value.text == message


def test_refuses_days_after_the_latest() -> None:
    with pytest.raises(NotAcceptable) as refusal:
        parse_day("22 November 2026", TODAY, latest=TODAY)
    assert refusal.value.text == "22 November 2026 is still to come. Pick a date up to 21 November 2026."


@given(DAYS)
def test_reads_back_what_it_writes(day: date) -> None:
    assert parse_day(long_day(day), TODAY) == day
    assert parse_day(short_day(day, year=True), TODAY) == day
    assert parse_day(iso(day), TODAY) == day
    assert from_iso(iso(day)) == day


@given(DAYS, DAYS)
def test_without_a_year_it_is_the_latest_such_day(today: date, day: date) -> None:
    read = parse_day(f"{day.day}/{day.month}", today)
    assert read <= today
    assert (read.day, read.month) == (day.day, day.month)
    assert today - read <= timedelta(days=366 * 8)


@given(DAYS, st.sampled_from(["monday", "Wed", "Sunday", "on friday"]))
def test_weekdays_lie_within_the_last_week(today: date, name: str) -> None:
    assert timedelta(0) <= today - parse_day(name, today) < timedelta(days=7)


@given(st.text() | st.from_regex(r"\A[0-9a-z ./-]{1,12}\Z"), st.dates())
def test_any_text_is_a_day_or_refused(text: str, today: date) -> None:
    for reader in (parse_day, parse_span):
        with suppress(NotAcceptable):
            assert reader(text, today)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("3-5 March", date(2026, 3, 3), date(2026, 3, 5)),
        ("3 to 5 March 2025", date(2025, 3, 3), date(2025, 3, 5)),
        ("from 3rd to 5th March", date(2026, 3, 3), date(2026, 3, 5)),
        ("3 – 5 March", date(2026, 3, 3), date(2026, 3, 5)),
        ("28 Dec to 2 Jan", date(2025, 12, 28), date(2026, 1, 2)),
        ("13 March until 21 June", date(2026, 3, 13), date(2026, 6, 21)),
        ("Mon-Wed", date(2026, 11, 16), date(2026, 11, 18)),
        ("yesterday to today", date(2026, 11, 20), TODAY),
        ("2026-03-03 to 2026-03-05", date(2026, 3, 3), date(2026, 3, 5)),
        ("3/3/2026-5/3/2026", date(2026, 3, 3), date(2026, 3, 5)),
    ],
)
def test_reads_spans(text: str, start: date, end: date) -> None:
    assert parse_span(text, TODAY) == (start, end)


@given(DAYS, DAYS)
def test_spans_read_back(first: date, second: date) -> None:
    start, end = sorted((first, second))
    if start != end:
        assert parse_span(span(start, end, year=True), TODAY) == (start, end)


@pytest.mark.parametrize("text", ["", "5 March", "3-5 papers", "7-5 March", "5 March 2026 to 3 March 2026"])
def test_refuses_what_is_no_span(text: str) -> None:
    with pytest.raises(NotAcceptable):
        parse_span(text, TODAY)


def test_days_out_of_order_are_refused() -> None:
    check_order(TODAY, TODAY)
    with pytest.raises(NotAcceptable) as refusal:
        check_order(date(2026, 3, 5), date(2026, 3, 3))
    assert refusal.value.text == (
        "The last day, 3 March 2026, is before the first, 5 March 2026. Pick a last day from 5 March 2026 on."
    )


@pytest.mark.parametrize("text", ["20261119", "2026-W47-4", "19/11/2026", "2026-02-30", "9999-12-31", "", "٢٠٢٦-١١-١٩"])
def test_iso_is_strict(text: str) -> None:
    with pytest.raises(NotAcceptable):
        from_iso(text)
