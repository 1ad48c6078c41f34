"""The charts of supervision and protected time: inside their bounds, told in words, and marks that differ in form."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otcpd.domain.dates import add_months
from otcpd.portfolio.charts.lists import bar_list, figure_list, series, workload_lines
from otcpd.portfolio.charts.marks import arrow, cross_ring, dash, dashed_ring, dot, open_ring, tick_disc
from otcpd.portfolio.charts.month_strip import month_strip
from otcpd.portfolio.charts.protected_months import protected_months
from otcpd.portfolio.charts.shapes import Bar, Chart, Path, Place, Rule, Words
from otcpd.portfolio.papers.content import Became, ProtectedMonth, StripMonth, WorkloadFigure, YearAgreement
from tests.portfolio.charts.test_mixture import extent, measure

START = date(2024, 11, 1)
NAME = st.text(st.sampled_from("abc deW"), min_size=1, max_size=40)
MINUTES = st.integers(0, 30 * 60)
WIDTH = st.floats(220, 520)


def corners(chart: Chart) -> list[tuple[float, float]]:
    """Points between which everything in a chart lies; of curves their control points."""
    found: list[tuple[float, float]] = []
    for shape in chart.shapes:
        match shape:
            case Words():
                found += [(edge, shape.y) for edge in extent(shape)]
            case Bar():
                found += [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Rule():
                found += [(shape.x1, shape.y1), (shape.x2, shape.y2)]
            case Path():
                for step in shape.steps:
                    found += list(zip(step[::2], step[1::2], strict=True))
    return found


def assert_inside(chart: Chart) -> None:
    for x, y in corners(chart):
        assert -0.5 <= x <= chart.width + 0.5
        assert -0.5 <= y <= chart.height + 0.5


def year_row(months: int, kinds: list[Became | None]) -> YearAgreement:
    strip = tuple(StripMonth(add_months(START, number), kinds[number % len(kinds)]) for number in range(months))
    return YearAgreement("Professional", "Fiona Alder", "", True, 1, 1, strip=strip)


@example(15, [None], 380.0)
@given(st.integers(0, 24), st.lists(st.sampled_from([None, *Became]), min_size=1, max_size=6), st.floats(380, 520))
def test_strips_stay_inside_and_are_told_month_by_month(months: int, kinds: list[Became | None], width: float) -> None:
    chart = month_strip([year_row(months, kinds), year_row(months // 2, kinds)], width, measure)
    assert_inside(chart)
    for became in {kind for place, kind in enumerate(kinds) if place < months} - {None}:
        assert became is not None
        assert f"{became.value.lower()} in " in chart.description
        assert became.value in [shape.text for shape in chart.shapes if isinstance(shape, Words)]


@given(st.lists(st.tuples(MINUTES, MINUTES, MINUTES, MINUTES), max_size=36), WIDTH)
def test_bars_of_protected_time_stay_inside(figures: list[tuple[int, int, int, int]], width: float) -> None:
    months = [ProtectedMonth(add_months(START, number), *one) for number, one in enumerate(figures)]
    chart = protected_months(months, width, measure)
    assert_inside(chart)
    assert chart.description.count(":") == len(months)


@pytest.mark.parametrize("first", range(1, 13))
def test_years_never_touch_each_other(first: int) -> None:
    months = [ProtectedMonth(add_months(date(2025, first, 1), number), 210) for number in range(14)]
    words = [shape for shape in protected_months(months, 300.0, measure).shapes if isinstance(shape, Words)]
    years = sorted(extent(one) for one in words if one.text in ("2025", "2026", "2027"))
    assert years
    assert all(left[1] < right[0] for left, right in pairwise(years))


@given(st.lists(st.tuples(NAME, MINUTES), max_size=8), WIDTH)
def test_lists_of_times_read_as_tables(rows: list[tuple[str, int]], width: float) -> None:
    chart = bar_list(rows, ("Reason", "Time"), width, measure)
    assert_inside(chart)
    places = {shape.place for shape in chart.shapes if isinstance(shape, Words)}
    assert places == {Place(row, column) for row in range(len(rows) + 1) for column in range(2)}


@given(st.lists(st.tuples(NAME, MINUTES.map(str), MINUTES.map(str)), max_size=8), WIDTH)
def test_lists_of_figures_read_as_tables(rows: list[tuple[str, str, str]], width: float) -> None:
    chart = figure_list(("Sessions", "Agreed", "Held"), rows, width, measure)
    assert_inside(chart)
    places = {shape.place for shape in chart.shapes if isinstance(shape, Words)}
    assert places == {Place(row, column) for row in range(len(rows) + 1) for column in range(3)}


FIGURE = st.none() | st.integers(0, 2000)


@given(st.lists(st.tuples(FIGURE, FIGURE, FIGURE), min_size=1, max_size=30), WIDTH)
def test_lines_of_workload_go_from_the_first_figure_to_the_last(
    figures: list[tuple[int | None, int | None, int | None]], width: float
) -> None:
    noted = [WorkloadFigure(add_months(START, number), *one) for number, one in enumerate(figures)]
    chart = workload_lines(noted, width, measure)
    assert_inside(chart)
    said = {shape.place: shape.text for shape in chart.shapes if isinstance(shape, Words)}
    for row, (_name, points) in enumerate(series(noted), start=1):
        assert (said[Place(row, 1)], said[Place(row, 2)]) == (f"{points[0][1]:,}", f"{points[-1][1]:,}")


def test_each_mark_has_a_form_of_its_own() -> None:
    forms = {
        tuple(type(shape).__name__ + str(len(getattr(shape, "steps", ()))) for shape in mark(10.0, 10.0, 5.0))
        for mark in (tick_disc, cross_ring, arrow, dash, dashed_ring, open_ring, dot)
    }
    assert len(forms) == 7
