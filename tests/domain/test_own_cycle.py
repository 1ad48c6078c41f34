"""A person's own dates of a registration cycle."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.cycle import RegistrationCycle, cycle_of
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.own_cycle import OwnDates, cycle_at, own_cycle, with_own_dates
from otcpd.domain.period import Period

OLD = RegistrationCycle(date(2023, 11, 1), date(2025, 10, 31), date(2025, 8, 1))
NOW = RegistrationCycle(date(2025, 11, 1), date(2027, 10, 31), date(2027, 8, 1))
NEXT = RegistrationCycle(date(2027, 11, 1), date(2029, 10, 31), date(2029, 8, 1), confirmed=False)
CYCLES = (OLD, NOW, NEXT)

DAYS = st.dates(date(2015, 1, 1), date(2040, 1, 1))
NEARBY = st.dates(date(2023, 1, 1), date(2031, 1, 1)) | st.none()
OWN = st.builds(OwnDates, NEARBY, NEARBY, NEARBY)


def test_without_own_dates_it_is_that_of_hcpc() -> None:
    assert with_own_dates(NOW, OwnDates(), CYCLES) == NOW
    assert cycle_at(date(2026, 11, 21), CYCLES, {}) == NOW


def test_a_first_registration_may_begin_in_the_middle_of_a_cycle() -> None:
    own = {NOW.start: OwnDates(start=date(2026, 3, 2))}
    mine = RegistrationCycle(date(2026, 3, 2), NOW.end, NOW.window_start, own=True)
    assert cycle_at(date(2026, 11, 21), CYCLES, own) == mine
    assert cycle_at(date(2026, 3, 2), CYCLES, own) == mine
    assert cycle_at(date(2026, 1, 15), CYCLES, own) == mine, "days before count for what she prepares for"
    assert cycle_at(date(2025, 10, 31), CYCLES, own) == OLD
    assert cycle_at(date(2028, 1, 1), CYCLES, own) == NEXT


def test_a_window_that_closes_later_takes_days_from_the_next_cycle() -> None:
    own = {NOW.start: OwnDates(end=date(2027, 11, 30))}
    assert cycle_at(date(2027, 11, 30), CYCLES, own).end == date(2027, 11, 30)
    following = cycle_at(date(2027, 12, 1), CYCLES, own)
    assert following.period == Period(date(2027, 12, 1), NEXT.end)
    assert following.window_start == NEXT.window_start


def test_a_cycle_that_begins_earlier_takes_days_from_the_one_before() -> None:
    own = {NOW.start: OwnDates(start=date(2025, 7, 1))}
    assert cycle_at(date(2025, 6, 30), CYCLES, own).period == Period(OLD.start, date(2025, 6, 30))
    assert own_cycle(OLD, CYCLES, own).window_start == date(2025, 6, 30)


def test_a_window_follows_a_shorter_cycle() -> None:
    assert with_own_dates(NOW, OwnDates(end=date(2027, 6, 30)), CYCLES).window_start == date(2027, 6, 30)
    assert with_own_dates(NOW, OwnDates(start=date(2027, 9, 1)), CYCLES).window_start == date(2027, 9, 1)


def test_a_first_cycle_may_be_as_short_as_four_weeks() -> None:
    assert with_own_dates(NOW, OwnDates(start=date(2027, 10, 4)), CYCLES).start == date(2027, 10, 4)
    assert with_own_dates(NOW, OwnDates(start=date(2027, 5, 1), end=date(2027, 5, 28)), CYCLES).own


def test_own_dates_of_cycles_nobody_has_published() -> None:
    own = {date(2035, 11, 1): OwnDates(start=date(2036, 5, 1))}
    assert cycle_at(date(2036, 6, 1), CYCLES, own).start == date(2036, 5, 1)
    assert cycle_at(date(2038, 6, 1), CYCLES, own) == cycle_of(date(2038, 6, 1), CYCLES)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (OwnDates(start=date(2023, 11, 1)), "begin on 1 November 2023, which is in another cycle"),
        (OwnDates(start=date(2027, 11, 1)), "Pick a day from 29 November 2023 to 31 October 2027."),
        (OwnDates(end=date(2029, 10, 31)), "end on 31 October 2029, which is in another cycle"),
        (OwnDates(end=date(2025, 10, 31)), "Pick a day from 1 November 2025 to 3 October 2029."),
        (OwnDates(start=date(2027, 5, 1), end=date(2027, 4, 1)), "before it begins on 1 May 2027"),
        (
            OwnDates(start=date(2027, 10, 30)),
            "The cycle would last two days only, from 30 October 2027 to 31 October 2027.",
        ),
        (OwnDates(end=date(2025, 11, 1)), "The cycle would last one day only"),
        (OwnDates(start=date(2027, 5, 1), end=date(2027, 5, 27)), "pick days that leave it four weeks or more"),
        (OwnDates(start=date(2027, 10, 5)), "The cycle would last 27 days only"),
        (OwnDates(end=date(2029, 10, 30)), "which is in another cycle"),
        (OwnDates(window_start=date(2028, 8, 1)), "Pick a day from 1 November 2025 to 31 October 2027."),
    ],
)
def test_dates_that_cannot_be(own: OwnDates, words: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        with_own_dates(NOW, own, CYCLES)
    assert words in caught.value.text


@pytest.mark.parametrize(
    "own",
    [
        OwnDates(start=date(2023, 11, 1)),
        OwnDates(end=date(2029, 10, 31)),
        OwnDates(start=date(2027, 5, 1), end=date(2027, 4, 1)),
        OwnDates(window_start=date(2028, 8, 1)),
    ],
)
def test_what_is_not_possible_counts_as_not_given(own: OwnDates) -> None:
    assert cycle_at(date(2026, 11, 21), CYCLES, {NOW.start: own}) == NOW


@pytest.mark.parametrize(
    ("own", "period"),
    [
        (OwnDates(start=date(2027, 10, 17)), Period(date(2027, 10, 17), NOW.end)),
        (OwnDates(end=date(2025, 11, 1)), Period(NOW.start, date(2025, 11, 1))),
        (OwnDates(start=date(2027, 5, 1), end=date(2027, 5, 14)), Period(date(2027, 5, 1), date(2027, 5, 14))),
        (OwnDates(end=date(2029, 10, 30)), Period(NOW.start, date(2029, 10, 30))),
        (OwnDates(start=date(2023, 11, 10)), Period(date(2023, 11, 10), NOW.end)),
    ],
)
def test_a_short_cycle_that_stands_in_the_file_holds(own: OwnDates, period: Period) -> None:
    """Versions before took cycles as short as a day; who registers two weeks before the end has such a first one."""
    with pytest.raises(NotAcceptable):
        with_own_dates(NOW, own, CYCLES)
    assert own_cycle(NOW, CYCLES, {NOW.start: own}).period == period


@given(DAYS, st.dictionaries(st.sampled_from([cycle.start for cycle in CYCLES]), OWN))
def test_there_always_is_a_cycle_in_order(day: date, own: dict[date, OwnDates]) -> None:
    found = cycle_at(day, CYCLES, own)
    assert found.start <= found.window_start <= found.end
    assert day <= found.end
    assert abs(found.start - day) < timedelta(days=4 * 366)


@given(DAYS, OWN)
def test_one_cycle_of_her_own_leaves_no_day_in_two(day: date, own: OwnDates) -> None:
    found = cycle_at(day, CYCLES, {NOW.start: own})
    assert cycle_at(found.start, CYCLES, {NOW.start: own}) == found
    assert cycle_at(found.end, CYCLES, {NOW.start: own}) == found
    assert cycle_at(found.end + timedelta(days=1), CYCLES, {NOW.start: own}) != found
