"""The dates of registration cycles: HCPC's, and the person's own in their place."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import edit_activity, new_activity
from otcpd.actions.checking import check
from otcpd.actions.cycle_dates import (
    CycleDate,
    current_cycle,
    cycle_at,
    cycle_choices,
    follow_hcpc,
    own_dates,
    set_cycle_date,
    set_own_dates,
)
from otcpd.actions.profile import profile_content
from otcpd.actions.reading import (
    LEAST_TYPES,
    ask_for_types,
    day_lengths,
    profile_period,
    rules_of,
    set_day_lengths,
)
from otcpd.actions.settings import change_setting
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.durations import DayLengths
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.own_cycle import OwnDates
from otcpd.domain.period import Period
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone

NOW = date(2025, 11, 1)
"""HCPC's first day of the present cycle."""
TODAY = date(2026, 11, 21)
REGISTERED = date(2026, 3, 2)


def test_a_new_file_follows_hcpc(record: Record) -> None:
    assert current_cycle(record).period == Period(NOW, date(2027, 10, 31))
    assert own_dates(record) == {}


def test_an_own_date_is_one_step(record: Record) -> None:
    undone_and_redone(
        record,
        lambda: set_cycle_date(record, NOW, CycleDate.START, REGISTERED),
        lambda: current_cycle(record),
        "Change the dates of a cycle",
    )
    assert current_cycle(record).own
    assert cycle_at(record, REGISTERED).start == REGISTERED


def test_own_dates_hold_wherever_a_cycle_counts(record: Record) -> None:
    """Period of the profile, gaps, checks and what is printed."""
    new_activity(record, title="Journal club", date=date(2026, 3, 20))
    new_activity(record, title="Audit", date=date(2026, 6, 1))
    new_activity(record, title="Course", date=date(2026, 8, 20))
    new_activity(record, title="Forum", date=date(2026, 11, 1))
    first_gap = [one for one in check(record).findings if one.rule == "R1"]
    assert first_gap, "from November to March nothing was done"
    set_cycle_date(record, NOW, CycleDate.START, REGISTERED)
    portfolio = record.portfolios.current()
    assert profile_period(record, portfolio) == Period(REGISTERED, TODAY)
    assert profile_content(record, portfolio).cover.start == REGISTERED
    assert [one for one in check(record).findings if one.rule == "R1"] == []


def test_emptied_or_the_same_it_follows_hcpc_again(record: Record) -> None:
    for back in (None, NOW):
        set_cycle_date(record, NOW, CycleDate.START, REGISTERED)
        set_cycle_date(record, NOW, CycleDate.START, back)
        assert own_dates(record) == {}


def test_all_dates_go_back_in_one_step(record: Record) -> None:
    set_cycle_date(record, NOW, CycleDate.START, REGISTERED)
    set_cycle_date(record, NOW, CycleDate.END, date(2027, 11, 30))
    set_cycle_date(record, NOW, CycleDate.WINDOW, date(2027, 8, 3))
    assert current_cycle(record).window == Period(date(2027, 8, 3), date(2027, 11, 30))
    undone_and_redone(
        record, lambda: follow_hcpc(record, NOW), lambda: current_cycle(record), "Use HCPC’s dates of a cycle"
    )
    assert not current_cycle(record).own


def test_a_date_that_cannot_be_is_refused(record: Record) -> None:
    with refused(record, NotAcceptable, "which is in another cycle"):
        set_cycle_date(record, NOW, CycleDate.END, date(2031, 1, 1))
    with refused(record, NotAcceptable, "which is not in the cycle"):
        set_cycle_date(record, NOW, CycleDate.WINDOW, date(2027, 11, 1))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("cycle 2025-11-01 start", "soon"),
        ("cycle 2025-11-01 start", "2031-01-01"),
        ("cycle some-day start", "2026-03-02"),
        ("cycle 2025-11-01 middle", "2026-03-02"),
    ],
)
def test_what_another_program_wrote_does_no_harm(record: Record, key: str, value: str) -> None:
    change_setting(record, key, value)
    assert current_cycle(record).period == Period(NOW, date(2027, 10, 31))
    assert len(cycle_choices(record)) == len(load_catalogue().cycles)


def test_every_cycle_can_be_chosen_and_says_its_source(record: Record) -> None:
    set_cycle_date(record, NOW, CycleDate.START, REGISTERED)
    choices = cycle_choices(record)
    assert [one.hcpc for one in choices] == list(load_catalogue().cycles)
    assert all(one.source is not None and one.source.name for one in choices)
    mine = next(one for one in choices if one.hcpc.start == NOW)
    assert (mine.own.start, mine.holds.start) == (REGISTERED, REGISTERED)
    assert (mine.hcpc.confirmed, mine.hcpc.window_confirmed) == (True, False)


def test_more_types_can_be_asked_for(record: Record, activity: str) -> None:
    edit_activity(record, activity, "category", Category.FORMAL)
    other = new_activity(record, title="Audit", date=date(2026, 6, 1)).new_id
    edit_activity(record, other, "category", Category.WORK_BASED)
    assert "R2" not in {one.rule for one in check(record).findings}
    undone_and_redone(
        record,
        lambda: ask_for_types(record, 3),
        lambda: {one.rule for one in check(record).findings if one.rule == "R2"},
        "Change the least number of types",
    )
    ask_for_types(record, 2)
    assert LEAST_TYPES not in record.settings.all()
    change_setting(record, LEAST_TYPES, "all")
    assert rules_of(record).min_categories == 2
    with refused(record, NotAcceptable, "cannot need 6 categories"):
        ask_for_types(record, 6)


def test_how_long_a_day_is(record: Record) -> None:
    undone_and_redone(
        record,
        lambda: set_day_lengths(record, day=450),
        lambda: day_lengths(record),
        "Change how long a day is",
    )
    set_day_lengths(record, half_day=225)
    assert day_lengths(record) == DayLengths(half_day=225, day=450)
    set_day_lengths(record, day=480, half_day=240)
    assert day_lengths(record) == DayLengths(half_day=240, day=480)
    set_day_lengths(record, day=450)
    with refused(record, NotAcceptable, "Half a day would be longer than a day."):
        set_day_lengths(record, half_day=451)
    with refused(record, NotAcceptable, "no part of a day"):
        set_day_lengths(record, day=1441)
    with refused(record, NotAcceptable, "no part of a day"):
        set_day_lengths(record, half_day=0)
    set_day_lengths(record, half_day=210)
    set_day_lengths(record, day=420)
    assert record.settings.all() == {}


def test_a_short_cycle_is_refused_on_writing_and_kept_on_reading(record: Record) -> None:
    late = date(2027, 10, 17)
    with refused(record, NotAcceptable, "would last 15 days only"):
        set_cycle_date(record, NOW, CycleDate.START, late)
    change_setting(record, f"cycle {NOW} start", late.isoformat())
    assert current_cycle(record).start == late


def test_all_dates_of_a_cycle_are_one_step(record: Record) -> None:
    own = OwnDates(start=REGISTERED, end=date(2027, 11, 30))
    undone_and_redone(
        record,
        lambda: set_own_dates(record, NOW, own),
        lambda: current_cycle(record),
        "Change the dates of a cycle",
    )
    assert own_dates(record) == {NOW: own}
    assert not set_own_dates(record, NOW, own)
    set_own_dates(record, NOW, OwnDates(NOW, date(2027, 10, 31), current_cycle(record).window_start))
    assert record.settings.all() == {}, "HCPC's dates are no dates of her own"
    assert not current_cycle(record).own
    with refused(record, NotAcceptable, "in another cycle"):
        set_own_dates(record, NOW, OwnDates(end=date(2031, 1, 1)))
