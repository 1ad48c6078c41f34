"""Appointments that repeat."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.exchange import calendar_in
from otcpd.exchange.calendar_rules import rule_parts, starts
from tests.exchange.calendars import TODAY, calendar, event, read, reasons, times

TEN = "DTSTART;TZID=Europe/London:20261203T100000"
OVER = "It is over: only what is from 22 November 2026 on can be planned."


def test_a_series_without_an_end_is_taken_for_a_year_and_stays_at_its_hour() -> None:
    found = read(calendar(event(TEN, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;INTERVAL=6;BYDAY=TH")))
    assert times(found)[:4] == ["2026-12-03 10:00", "2027-01-14 10:00", "2027-02-25 10:00", "2027-04-08 10:00"]
    assert found.invitations[-1].day == date(2027, 11, 4)
    assert {one.minutes for one in found.invitations} == {60}
    assert len({one.key for one in found.invitations}) == len(found.invitations) == 9
    assert found.notes == ("‘Supervision’ goes on after 22 November 2027. It is taken up to that day.",)
    assert found.until == (("u1", date(2027, 11, 22)),)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;COUNT=2", ["2026-12-03 10:00", "2026-12-10 10:00"]),
        ("FREQ=MONTHLY;BYDAY=1TH;UNTIL=20270204T100000Z", ["2026-12-03 10:00", "2027-01-07 10:00", "2027-02-04 10:00"]),
        ("FREQ=MONTHLY;BYDAY=1TH;UNTIL=20270204T095959Z", ["2026-12-03 10:00", "2027-01-07 10:00"]),
        ("FREQ=MONTHLY;BYDAY=1TH;UNTIL=20270107", ["2026-12-03 10:00", "2027-01-07 10:00"]),
        ("FREQ=MONTHLY;BYDAY=TH,FR;BYSETPOS=-1;COUNT=1", ["2026-12-03 10:00", "2026-12-31 10:00"]),
        ("FREQ=WEEKLY;COUNT=2;BYHOUR=10;BYMINUTE=00;BYSECOND=0", ["2026-12-03 10:00", "2026-12-10 10:00"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ["2026-12-03 10:00"]),
        ("freq=daily; count=2;", ["2026-12-03 10:00", "2026-12-04 10:00"]),
    ],
)
def test_rules_as_calendars_write_them(rule: str, expected: list[str]) -> None:
    assert times(read(calendar(event(TEN, f"RRULE:{rule}")))) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=99999999999999999999",
        "FREQ=WEEKLY;COUNT=-1",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=never",
        "FREQ=WEEKLY;FREQ=DAILY",
        "COUNT=3",
        "every second Thursday",
        "",
    ],
)
def test_a_rule_that_is_not_followed_leaves_the_series_out(rule: str) -> None:
    found = read(calendar(event(TEN, f"RRULE:{rule}")))
    assert reasons(found) == ["It repeats in a way that otcpd does not follow."]
    assert found.invitations == ()


def test_single_ones_that_were_moved_called_off_left_out_or_added() -> None:
    found = read(
        calendar(
            event(
                TEN,
                "RRULE:FREQ=WEEKLY;COUNT=6",
                "EXDATE;TZID=Europe/London:20261210T100000,20261217T100000",
                "RDATE:20261218T150000Z",
            ),
            event("RECURRENCE-ID;TZID=GMT Standard Time:20261224T100000", "DTSTART:20261223T110000Z"),
            event("RECURRENCE-ID:20261231T100000Z", "DTSTART:20261231T100000Z", "STATUS:CANCELLED"),
        )
    )
    assert times(found) == ["2026-12-03 10:00", "2026-12-18 15:00", "2026-12-23 11:00", "2027-01-07 10:00"]
    assert [one.occurrence for one in found.invitations][2] == "20261224T100000Z"
    assert [one.key for one in found.cancelled] == ["u1#20261231T100000Z"]


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE;VALUE=DATE:20261203",
        "EXDATE:20261203T100000Z",
        "EXDATE;TZID=America/New_York:20261203T050000",
        "EXDATE:20261203T100000",
    ],
)
def test_a_day_is_left_out_in_whatever_form_it_is_named(line: str) -> None:
    assert times(read(calendar(event(TEN, "RRULE:FREQ=WEEKLY;COUNT=2", line)))) == ["2026-12-10 10:00"]


def test_days_that_repeat_stay_days() -> None:
    lines = ["DTSTART;VALUE=DATE:20261203", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261210"]
    found = read(calendar(event(*lines)))
    assert times(found) == ["2026-12-03", "2026-12-17"]
    assert found.invitations[0].key == "u1#20261203"


def test_of_an_old_series_only_what_is_to_come_is_taken() -> None:
    found = read(calendar(event("DTSTART:19900104T100000", "RRULE:FREQ=WEEKLY;BYDAY=TH")))
    assert found.invitations[0].day == date(2026, 11, 26)
    assert len(found.invitations) == 52
    over = read(calendar(event("DTSTART:19900104T100000", "RRULE:FREQ=WEEKLY;COUNT=5")))
    assert reasons(over) == [OVER]


def test_one_of_a_series_may_come_alone() -> None:
    found = read(calendar(event("RECURRENCE-ID:20261224T100000Z", "DTSTART:20261223T110000Z")))
    assert [one.key for one in found.invitations] == ["u1#20261224T100000Z"]
    assert found.until == ()


def test_a_whole_series_is_called_off_by_its_name() -> None:
    found = read(calendar(event(TEN, "RRULE:FREQ=WEEKLY"), method="CANCEL"))
    assert [one.key for one in found.cancelled] == ["u1"]


def test_a_series_in_another_zone_follows_the_clocks_there() -> None:
    lines = ["DTSTART;TZID=America/New_York:20270308T090000", "RRULE:FREQ=WEEKLY;COUNT=4"]
    assert times(read(calendar(event(*lines)))) == [
        "2027-03-08 14:00",
        "2027-03-15 13:00",
        "2027-03-22 13:00",
        "2027-03-29 14:00",
    ]


def test_more_series_than_anybody_has_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_in, "MOST_SERIES", 2)
    found = read(calendar(*(event(TEN, "RRULE:FREQ=YEARLY;COUNT=2", uid=f"u{one}") for one in range(3))))
    assert reasons(found) == ["The file has more than 2 that repeat."]


_DAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR"]), min_size=1, max_size=3, unique=True).map(",".join)
_RULES = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 30)),
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={};WKST={}".format, st.integers(1, 9), _DAYS, st.sampled_from(["MO", "SU"])
    ),
    st.builds("FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={}".format, st.integers(1, 6), st.integers(1, 31)),
    st.builds("FREQ=MONTHLY;BYDAY={}{}".format, st.sampled_from(["1", "2", "-1"]), st.sampled_from(["MO", "FR"])),
    st.builds("FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format, st.integers(1, 12), st.integers(1, 28)),
)


@settings(max_examples=60, deadline=None)
@given(_RULES, st.dates(date(1999, 1, 1), TODAY))
def test_days_are_the_same_as_without_the_turn_of_the_calendar(rule: str, first: date) -> None:
    begin = datetime(first.year, first.month, first.day, 10)  # noqa: DTZ001 - a clock on a wall
    end = begin + timedelta(days=800)
    assert list(starts(rule_parts(rule), begin, end)) == rrulestr(rule, dtstart=begin).between(begin, end, inc=True)
