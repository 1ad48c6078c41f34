"""Registration cycles and the period of a profile."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.cycle import RegistrationCycle, cycle_of, default_period, period_of
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.period import Period

OLD = RegistrationCycle(date(2023, 11, 1), date(2025, 10, 31), date(2025, 8, 1))
NOW = RegistrationCycle(date(2025, 11, 1), date(2027, 10, 31), date(2027, 8, 1))
TODAY = date(2026, 11, 21)


def test_a_day_has_its_cycle() -> None:
    assert cycle_of(date(2025, 10, 31), (OLD, NOW)) == OLD
    assert cycle_of(date(2025, 11, 1), (OLD, NOW)) == NOW
    assert NOW.window == Period(date(2027, 8, 1), date(2027, 10, 31))


def test_days_beyond_the_known_cycles_get_one_marked_as_reckoned() -> None:
    assert cycle_of(date(2030, 5, 1), (OLD, NOW)) == RegistrationCycle(
        date(2029, 11, 1), date(2031, 10, 31), date(2031, 8, 1), confirmed=False, window_confirmed=False
    )
    assert cycle_of(date(2021, 10, 31), (OLD, NOW)) == RegistrationCycle(
        date(2019, 11, 1), date(2021, 10, 31), date(2021, 8, 1), confirmed=False, window_confirmed=False
    )


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_every_day_lies_in_its_cycle_and_cycles_meet(day: date) -> None:
    cycle = cycle_of(day, (OLD, NOW))
    assert day in cycle.period
    following = cycle_of(cycle.end + timedelta(days=1), (OLD, NOW))
    assert following.start == cycle.end + timedelta(days=1)


def test_without_cycles_there_is_no_answer() -> None:
    with pytest.raises(ValueError):
        cycle_of(TODAY, ())


def test_the_usual_period_ends_today_or_with_the_cycle() -> None:
    assert default_period(NOW, TODAY) == Period(NOW.start, TODAY)
    assert default_period(OLD, TODAY) == OLD.period
    assert default_period(NOW, date(2025, 1, 1)) == Period(NOW.start, NOW.start)


def test_chosen_days_go_before_the_usual_ones() -> None:
    cycle_at = partial(cycle_of, cycles=(OLD, NOW))
    assert period_of(None, None, cycle_at, TODAY) == Period(NOW.start, TODAY)
    assert period_of(date(2024, 1, 1), None, cycle_at, TODAY) == Period(date(2024, 1, 1), OLD.end)
    assert period_of(None, date(2025, 1, 1), cycle_at, TODAY) == Period(OLD.start, date(2025, 1, 1))
    assert period_of(date(2027, 1, 1), None, cycle_at, TODAY) == Period(date(2027, 1, 1), date(2027, 1, 1))
    with pytest.raises(NotAcceptable):
        period_of(date(2026, 5, 1), date(2026, 4, 1), cycle_at, TODAY)


def test_a_period_knows_its_days() -> None:
    period = Period(date(2026, 3, 3), date(2026, 3, 5))
    assert period.days == 3
    assert date(2026, 3, 5) in period
    assert date(2026, 3, 6) not in period
    assert period.touches(date(2026, 3, 5), date(2026, 4, 1))
    assert not period.touches(date(2026, 3, 6), date(2026, 4, 1))
    assert period.text == "3 to 5 March 2026"
