"""What the sample is made of: days of work, spread over their periods, and activities that differ."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.actions.demo_content import read_sample
from otcpd.actions.demo_more import Parts, spread
from otcpd.actions.demo_story import cast
from otcpd.domain.activity import Category
from otcpd.domain.period import Period
from tests.ports import START

TODAY = START.date()


@settings(max_examples=10)
@given(today=st.dates(date(1990, 1, 1), date(2090, 12, 31)), count=st.integers(0, 400))
def test_days_of_work_are_days_of_work(today: date, count: int) -> None:
    sample = read_sample(today)
    who = cast(sample, count)
    everybody = (*who.told, *who.regular, *who.older)
    assert len(everybody) == count
    spells = [Period(reason.start, reason.end) for reason in sample.gap_reasons]
    for activity in everybody:
        assert activity.day < today
        assert activity.day.weekday() < 5 or activity.fields["category"] is Category.OTHER
    for activity in who.told:
        assert (activity.day.month, activity.day.day) not in {(12, 25), (12, 26), (1, 1), (1, 2)}
    for activity in who.regular:
        assert not any(activity.day in spell for spell in spells)


@given(count=st.integers(0, 200), start=st.dates(date(2000, 1, 1), date(2030, 1, 1)), length=st.integers(7, 900))
def test_spread_days_rise_and_stay_in_their_period(count: int, start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    days = spread(count, period)
    assert len(days) == count
    assert days == sorted(days)
    assert all(day in period and day.weekday() < 5 for day in days)


def test_recombined_activities_differ() -> None:
    parts = Parts()
    several = [parts.make(number, TODAY) for number in range(3000)]
    assert len({one.fields["title"] for one in several}) == 3000
    for one in several:
        assert not re.search(r"[{}]", str(one.fields["title"]) + str(one.fields["description"]))
