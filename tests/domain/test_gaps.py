"""Rule R1: gaps of three months or more, checked against a slow day-by-day account."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.dates import add_months, months_between
from otcpd.domain.gaps import Gap, GapReason, find_gaps, growing_gap
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period

TODAY = date(2026, 11, 21)
CYCLE = Period(date(2025, 11, 1), date(2027, 10, 31))
DAY = timedelta(days=1)


def one_day(*days: date) -> list[tuple[date, date]]:
    return [(day, day) for day in days]


def because(start: date, end: date, name: str = "leave") -> GapReason:
    return GapReason(id=name, owner="me", start=start, end=end, reason=name)


def monthly(first: date, last: date) -> list[date]:
    """A day of CPD each month, so that only the gap under test is left."""
    return [add_months(first, month) for month in range(months_between(first, last) + 1)]


BEFORE = monthly(date(2025, 11, 12), date(2026, 3, 12))
AFTER = monthly(date(2026, 6, 22), TODAY)


def test_first_and_last_day_are_those_without_cpd() -> None:
    gaps = find_gaps(one_day(*BEFORE, *AFTER), CYCLE, TODAY)
    assert gaps == [Gap(date(2026, 3, 13), date(2026, 6, 21), months=3)]
    assert gaps[0].reason is None


@pytest.mark.parametrize(
    ("last", "following", "is_gap"),
    [
        (date(2026, 3, 12), date(2026, 6, 11), False),
        (date(2026, 3, 12), date(2026, 6, 12), True),
        (date(2025, 11, 30), date(2026, 2, 27), False),
        (date(2025, 11, 30), date(2026, 2, 28), True),
        (date(2026, 1, 31), date(2026, 4, 30), True),
    ],
)
def test_three_calendar_months_held_to_the_month_end(last: date, following: date, is_gap: bool) -> None:
    period = Period(last - DAY, following)
    assert bool(find_gaps(one_day(last, following), period, TODAY)) is is_gap


def test_at_the_start_of_the_period() -> None:
    period = Period(date(2025, 11, 1), date(2026, 3, 31))
    assert find_gaps(one_day(date(2026, 1, 31)), period, TODAY) == []
    assert find_gaps(one_day(date(2026, 2, 1)), period, TODAY) == [Gap(date(2025, 11, 1), date(2026, 1, 31), months=3)]


def test_at_the_end_it_counts_to_the_earlier_of_today_and_the_end() -> None:
    days = one_day(date(2025, 11, 1), date(2026, 1, 1))
    over = Period(date(2025, 11, 1), date(2026, 4, 1))
    assert find_gaps(days, over, TODAY) == [Gap(date(2026, 1, 2), date(2026, 4, 1), months=3)]
    assert find_gaps(days, CYCLE, date(2026, 4, 1)) == [Gap(date(2026, 1, 2), date(2026, 4, 1), months=3, growing=True)]
    assert find_gaps(days, CYCLE, date(2026, 3, 31)) == []


def test_a_log_without_entries_is_one_gap() -> None:
    (gap,) = find_gaps([], CYCLE, TODAY)
    assert (gap.start, gap.end, gap.months, gap.growing) == (CYCLE.start, TODAY, 12, True)


def test_a_period_still_to_come_has_no_gap() -> None:
    assert find_gaps([], Period(date(2027, 11, 1), date(2029, 10, 31)), TODAY) == []


def test_an_activity_inside_a_longer_one_does_not_shorten_it() -> None:
    long_course = (date(2026, 1, 1), date(2026, 6, 1))
    talk = (date(2026, 1, 10), date(2026, 1, 10))
    after = (date(2026, 8, 1), date(2026, 8, 1))
    assert find_gaps([after, talk, long_course], Period(date(2026, 1, 1), date(2026, 8, 1)), TODAY) == []


def test_planned_activities_do_not_count() -> None:
    planned = one_day(date(2026, 11, 1), date(2026, 12, 24))
    gaps = find_gaps([*one_day(date(2026, 7, 1)), *planned[1:]], Period(date(2026, 7, 1), CYCLE.end), TODAY)
    assert [(gap.start, gap.end) for gap in gaps] == [(date(2026, 7, 2), TODAY)]


class TestReasons:
    GAP = (date(2026, 3, 13), date(2026, 6, 21))

    def only_gap(self, *reasons: GapReason) -> Gap:
        (gap,) = find_gaps(one_day(*BEFORE, *AFTER), CYCLE, TODAY, reasons)
        return gap

    def test_a_reason_for_the_whole_gap_explains_it(self) -> None:
        leave = because(*self.GAP)
        assert self.only_gap(leave).reason == leave

    def test_a_reason_that_leaves_less_than_a_gap_explains_it(self) -> None:
        assert self.only_gap(because(date(2026, 3, 13), date(2026, 4, 13))).explained

    def test_a_short_reason_in_the_middle_of_a_long_gap_explains_nothing(self) -> None:
        period = Period(date(2026, 1, 1), date(2026, 6, 1))
        week = because(date(2026, 3, 14), date(2026, 3, 20))
        (gap,) = find_gaps(one_day(period.start, period.end), period, TODAY, [week])
        assert gap.reasons == (week,)
        assert not gap.explained
        assert gap.reason is None

    def test_reasons_that_follow_each_other_explain_it_together(self) -> None:
        period = Period(date(2026, 1, 1), date(2026, 8, 1))
        leave = because(date(2026, 1, 2), date(2026, 3, 31), "leave")
        illness = because(date(2026, 3, 20), date(2026, 7, 31), "illness")
        (gap,) = find_gaps(one_day(period.start, period.end), period, TODAY, [illness, leave])
        assert gap.reasons == (leave, illness)
        assert gap.reason == illness

    def test_deleted_reasons_and_reasons_elsewhere_do_not_count(self) -> None:
        binned = GapReason("x", "me", *self.GAP, reason="leave", deleted=datetime(2026, 7, 1, tzinfo=UTC))
        elsewhere = because(date(2025, 11, 1), date(2026, 3, 12))
        assert self.only_gap(binned, elsewhere).reasons == ()

    def test_a_reason_that_the_profile_may_not_show_explains_nothing(self) -> None:
        private = replace(because(*self.GAP), reason_layer=Layer.PRIVATE)
        gap = self.only_gap(private)
        assert (gap.reasons, gap.explained, gap.reason) == ((private,), False, None)
        assert self.only_gap(replace(private, note="I was away.")).explained
        assert not self.only_gap(replace(private, note="I was away.", note_layer=Layer.SUPERVISION)).explained


class TestGrowingGap:
    def test_noticed_from_two_months(self) -> None:
        days = one_day(*BEFORE)
        assert growing_gap(days, CYCLE, date(2026, 5, 11)) is None
        assert growing_gap(days, CYCLE, date(2026, 5, 12)) == Gap(
            date(2026, 3, 13), date(2026, 5, 12), months=2, growing=True
        )
        assert growing_gap(days, CYCLE, date(2026, 6, 11)) is not None
        assert growing_gap(days, CYCLE, date(2026, 6, 12)) is None, "then it is a gap"

    def test_a_spell_that_ended_is_not_growing(self) -> None:
        assert growing_gap(one_day(*BEFORE, date(2026, 5, 20)), CYCLE, date(2026, 5, 20)) is None

    def test_not_noticed_when_there_is_a_reason_or_the_period_is_over(self) -> None:
        today = date(2026, 5, 12)
        leave = because(date(2026, 3, 13), date(2026, 5, 1))
        assert growing_gap(one_day(*BEFORE), CYCLE, today, [leave]) is None
        assert growing_gap(one_day(*BEFORE), Period(CYCLE.start, today - DAY), today) is None
        assert growing_gap(one_day(*BEFORE), Period(CYCLE.start, today), today) is not None


# The oracle: walk every day.

START = date(2024, 1, 1)
near = st.integers(0, 800).map(lambda number: START + timedelta(days=number))
spans = st.tuples(near, st.integers(0, 150)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))
periods = spans.map(lambda pair: Period(pair[0], pair[1] + timedelta(days=300)))


def slow_gaps(activities: list[tuple[date, date]], period: Period, today: date) -> list[tuple[date, date, int]]:
    horizon = min(today, period.end)
    busy = set()
    for start, end in activities:
        day = start
        while day <= end:
            busy.add(day)
            day += DAY
    found, run, day = [], [], period.start
    while day <= horizon + DAY:
        if day <= horizon and day not in busy:
            run.append(day)
        elif run:
            anchor = period.start if run[0] == period.start else run[0] - DAY
            until = min(day, horizon)
            if until >= add_months(anchor, 3):
                found.append((run[0], run[-1], months_between(anchor, until)))
            run = []
        day += DAY
    return found


@given(st.lists(spans, max_size=8), periods, near)
def test_agrees_with_a_day_by_day_account(activities: list[tuple[date, date]], period: Period, today: date) -> None:
    found = find_gaps(activities, period, today)
    assert [(gap.start, gap.end, gap.months) for gap in found] == slow_gaps(activities, period, today)


@given(st.lists(spans, max_size=6), periods, near, st.lists(spans, max_size=4))
def test_when_explained_no_stretch_without_reason_is_a_gap(
    activities: list[tuple[date, date]], period: Period, today: date, given_reasons: list[tuple[date, date]]
) -> None:
    reasons = [because(start, end, str(number)) for number, (start, end) in enumerate(given_reasons)]
    for gap in find_gaps(activities, period, today, reasons):
        left = slow_gaps([*activities, *given_reasons], period, today)
        if gap.explained:
            assert not [start for start, _, _ in left if gap.start <= start <= gap.end]
        whole = any(start <= gap.start and gap.end <= end for start, end in given_reasons)
        assert gap.explained or not whole


@given(st.lists(spans, max_size=6), periods, near)
def test_order_of_activities_does_not_matter(activities: list[tuple[date, date]], period: Period, today: date) -> None:
    assert find_gaps(activities[::-1], period, today) == find_gaps(activities, period, today)
