"""Where dots, stretches and months stand on a cycle timeline."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otcpd.ui.widgets.timeline_content import Mark
from otcpd.ui.widgets.timeline_geometry import Dot, Scale, Stretch, crowds, dots, months, stretches

START, END = date(2025, 11, 1), date(2027, 10, 31)
SCALE = Scale(START, END, 100.0, 730.0)
DAYS = st.dates(START, END)


def mark(day: date, lane: int = 0, end: date | None = None) -> Mark:
    return Mark(f"{day} {lane}", day, end or day, lane, "Learning")


def test_one_day_is_one_pixel_of_a_scale_as_wide_as_its_days() -> None:
    assert SCALE.begin(START) == 100.0
    assert SCALE.begin(END + timedelta(days=1)) == SCALE.right == 830.0
    assert SCALE.spell(date(2025, 11, 1), date(2025, 11, 30)) == (100.0, 130.0)


@given(DAYS, DAYS)
def test_later_days_stand_further_right_and_never_outside(first: date, second: date) -> None:
    places = SCALE.middle(first), SCALE.middle(second)
    assert (first < second) == (places[0] < places[1])
    assert all(100.0 <= place <= 830.0 for place in places)


def test_days_outside_are_held_to_the_ends() -> None:
    assert SCALE.begin(date(2020, 1, 1)) == 100.0
    assert SCALE.begin(date(2040, 1, 1)) == 830.0


def test_dots_that_stand_too_near_are_lowered_by_turns() -> None:
    days = [START, START + timedelta(days=3), START + timedelta(days=6), START + timedelta(days=30)]
    found = dots([mark(day) for day in days], SCALE, 8)
    assert [dot.low for dot in found] == [False, True, False, False]
    two_lanes = dots([mark(START), mark(START + timedelta(days=3), lane=1)], SCALE, 8)
    assert [dot.low for dot in two_lanes] == [False, False]


def test_what_falls_on_one_pixel_is_one_dot() -> None:
    found = dots([mark(START), mark(START), mark(START, lane=1)], SCALE, 8)
    assert [(dot.lane, dot.first, dot.number) for dot in found] == [(0, 0, 2), (1, 2, 1)]


@given(st.lists(st.tuples(DAYS, st.integers(0, 4)), max_size=200))
def test_no_activity_is_lost_among_the_dots(days: list[tuple[date, int]]) -> None:
    marks = [mark(day, lane) for day, lane in sorted(days)]
    found = dots(marks, SCALE, 8)
    assert sum(dot.number for dot in found) == len(marks)
    assert all(marks[dot.first].lane == dot.lane for dot in found)
    bars, alone = crowds(found, 6, 5)
    assert all(_shown(dot, bars, alone) for dot in found)


def _shown(dot: Dot, bars: tuple[Stretch, ...], alone: tuple[Dot, ...]) -> bool:
    return dot in alone or any(bar.lane == dot.lane and bar.left <= dot.x <= bar.right for bar in bars)


def test_twenty_five_thousand_activities_are_few_dots_and_fewer_bars() -> None:
    marks = [mark(START + timedelta(days=place // 35), place % 5) for place in range(25_000)]
    found = dots(marks, SCALE, 8)
    assert len(found) <= 5 * 730
    bars, alone = crowds(found, 6, 5)
    assert (len(bars), len(alone)) == (5, 0)


def test_what_lasts_is_a_stretch_and_those_that_touch_are_one() -> None:
    long = [
        mark(date(2026, 1, 1), end=date(2026, 2, 1)),
        mark(date(2026, 1, 20), end=date(2026, 3, 1)),
        mark(date(2026, 5, 1), end=date(2026, 5, 3)),
        mark(date(2026, 1, 1), lane=1, end=date(2026, 2, 1)),
    ]
    found = stretches(long, SCALE, 8)
    assert [(one.lane, round(one.right - one.left)) for one in found] == [(0, 59), (1, 31)]


def test_every_month_has_its_letter_where_there_is_room() -> None:
    found = months(SCALE, 14, 36)
    assert "".join(month.letter for month in found) == "NDJFMAMJJASONDJFMAMJJASO"
    assert [(month.year, month.opens_year) for month in found if month.year] == [
        ("2025", False),
        ("2026", True),
        ("2027", True),
    ]


def test_quarters_have_letters_where_months_have_no_room() -> None:
    narrow = Scale(START, END, 0.0, 200.0)
    found = months(narrow, 14, 36)
    assert "".join(month.letter for month in found) == "JAJOJAJO"
    assert [month.year for month in found if month.year] == ["2026", "2027"]


def test_a_cycle_that_begins_in_the_middle_of_a_month_has_months_all_the_same() -> None:
    found = months(Scale(date(2026, 3, 15), date(2026, 5, 2), 0.0, 400.0), 14, 36)
    assert [month.letter for month in found] == ["M", "A", "M"]
    assert found[0].left == 0.0
