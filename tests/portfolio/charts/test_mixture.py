"""The chart of the mixture of learning."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.activity import Category
from otcpd.domain.durations import format_duration
from otcpd.portfolio.charts.mixture import LEAST_WIDTH, mixture_chart
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Path, Place, Words
from otcpd.portfolio.content import CategoryTotal
from otcpd.portfolio.wording import TOTALS_HEADS

SAMPLE = (
    CategoryTotal("Work-based", 10, 1585, "work_based"),
    CategoryTotal("Professional", 5, 360, "professional"),
    CategoryTotal("Formal", 0, 0, "formal"),
    CategoryTotal("Other", 1, 0, "other"),
    CategoryTotal("No category", 1, 20),
)
TOTALS = st.lists(
    st.builds(
        CategoryTotal,
        st.text(st.sampled_from("abc deW"), min_size=1, max_size=60),
        st.integers(0, 9999),
        st.integers(0, 600_000),
        st.sampled_from(["", *Category]),
    ),
    max_size=7,
)


def measure(text: str, size: float, bold: bool) -> float:
    """A font whose characters are all equally wide."""
    return len(text) * size * (0.62 if bold else 0.58)


def extent(words: Words) -> tuple[float, float]:
    """Left and right edge of a text."""
    width = measure(words.text, words.size, words.bold)
    return (words.x - width, words.x) if words.align is Align.RIGHT else (words.x, words.x + width)


def texts(chart: Chart) -> dict[Place, Words]:
    """The texts of a chart by their places; every text of this one has one of its own."""
    found = [shape for shape in chart.shapes if isinstance(shape, Words)]
    by_place = {words.place: words for words in found if words.place is not None}
    assert len(by_place) == len(found)
    return by_place


def bars(chart: Chart) -> list[Bar]:
    return [shape for shape in chart.shapes if isinstance(shape, Bar)]


def test_reads_as_a_table() -> None:
    chart = mixture_chart(SAMPLE, 270.0, measure)
    cells = texts(chart)
    rows = [[cells[Place(row, column)].text for column in range(3)] for row in range(6)]
    assert rows == [
        list(TOTALS_HEADS),
        ["Work-based", "10", "26 h 25"],
        ["Professional", "5", "6 h"],
        ["Formal", "0", "–"],
        ["Other", "1", "–"],
        ["No category", "1", "20 min"],
    ]


def test_bars_are_as_long_as_counts_and_in_the_categories_colours() -> None:
    drawn = bars(mixture_chart(SAMPLE, 270.0, measure))
    assert [bar.colour for bar in drawn] == ["work_based", "professional", "other", "ink3"]
    assert [bar.width / drawn[0].width for bar in drawn] == pytest.approx([1, 0.5, 0.1, 0.1])


def test_every_row_has_its_icon_and_nothing_rests_on_colour() -> None:
    chart = mixture_chart(SAMPLE, 270.0, measure)
    icons = [shape for shape in chart.shapes if isinstance(shape, Path)]
    assert len({icon.steps[0] for icon in icons}) == len(SAMPLE)


def test_a_category_without_activities_is_quiet() -> None:
    cells = texts(mixture_chart(SAMPLE, 270.0, measure))
    assert (cells[Place(3, 1)].colour, cells[Place(3, 1)].bold) == ("ink2", False)
    assert (cells[Place(2, 1)].colour, cells[Place(2, 1)].bold) == ("ink", True)


def test_description_has_all_figures() -> None:
    assert mixture_chart(SAMPLE, 270.0, measure).description == (
        "17 activities in 32 h 45. By category: Work-based 10 in 26 h 25; Professional 5 in 6 h; Formal 0; Other 1; "
        "No category 1 in 20 min."
    )


@given(TOTALS, st.floats(6, 40), st.floats(LEAST_WIDTH, 80))
def test_nothing_touches_and_nothing_sticks_out(totals: list[CategoryTotal], size: float, room: float) -> None:
    chart = mixture_chart(totals, room * size, measure, size=size)
    cells = texts(chart)
    for row in range(len(totals) + 1):
        edges = [extent(cells[Place(row, column)]) for column in range(3)]
        lengths = [bar for bar in bars(chart) if row * 1.75 * size < bar.y < (row + 1) * 1.75 * size]
        spans = sorted(edges + [(bar.x, bar.x + bar.width) for bar in lengths])
        assert spans[0][0] >= 0
        assert spans[-1][1] <= chart.width + 1e-6
        assert all(left[1] < right[0] for left, right in pairwise(spans))
    assert all(0 < words.y <= chart.height for words in cells.values())
    assert all(bar.y > 0 and bar.y + bar.height < chart.height for bar in bars(chart))


def test_without_room_for_bars_it_is_a_list() -> None:
    chart = mixture_chart(SAMPLE, 100.0, measure)
    cells = texts(chart)
    assert bars(chart) == []
    assert [[cells[Place(row, column)].text for column in range(3)] for row in (0, 3, 4)] == [
        ["Work-based", "10", "26 h 25"],
        ["Other", "1 activity", "–"],
        ["No category", "1", "20 min"],
    ]
    assert {words.size for words in cells.values()} == {9.0}
    assert mixture_chart(SAMPLE, 140.0, measure).description == mixture_chart(SAMPLE, 270.0, measure).description


@given(TOTALS, st.floats(6, 40), st.floats(11, LEAST_WIDTH, exclude_max=True))
def test_in_a_list_nothing_touches_and_nothing_sticks_out(
    totals: list[CategoryTotal], size: float, room: float
) -> None:
    chart = mixture_chart(totals, room * size, measure, size=size)
    for words in texts(chart).values():
        assert extent(words)[0] >= 0
        assert extent(words)[1] <= chart.width + 1e-6
        assert 0 < words.y <= chart.height
    for row in range(len(totals)):
        number, time = (extent(texts(chart)[Place(row, column)]) for column in (1, 2))
        assert number[1] < time[0]


@given(TOTALS)
def test_chart_can_go_to_another_process_and_says_every_figure(totals: list[CategoryTotal]) -> None:
    chart = mixture_chart(totals, 270.0, measure)
    assert pickle.loads(pickle.dumps(chart)) == chart
    for total in totals:
        assert f"{total.category} {total.activities:,}" in chart.description
        assert not total.minutes or format_duration(total.minutes) in chart.description


def test_a_long_name_is_cut_with_dots() -> None:
    totals = (CategoryTotal("A category of one's own with a very long name", 3, 90),)
    name = texts(mixture_chart(totals, 270.0, measure))[Place(1, 0)]
    assert name.text.startswith("A category of")
    assert name.text.endswith("…")
