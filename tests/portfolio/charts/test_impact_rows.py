"""Arrows from before to after, with their words: whatever the numbers, within their place and told in full."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.impact import Better, Measure
from otcpd.domain.impact_figures import Figures, together
from otcpd.portfolio.charts.impact_rows import impact_rows, measure_arrow
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Move, Path, Rule, To, Words

SIZE = 9.0
TOLERANCE = 0.01


def measure_text(text: str, size: float, bold: bool) -> float:
    """Every letter is as wide as half of its height, a bold one a little wider."""
    return len(text) * size * (0.55 if bold else 0.5)


def one(before: str | None, after: str | None, name: str = "Wait", better: Better = Better.LOWER) -> Measure:
    first, second = (None if text is None else Decimal(text) for text in (before, after))
    return Measure("m", name, "days", better, first, second)


def figures(*measures: Measure, theme: str = "Falls", chains: int = 2, people: int | None = 15) -> Figures:
    return Figures(theme, chains, people, 0, 0, 0, 0, together(measures))


def texts(chart: Chart) -> list[str]:
    return [shape.text.replace("\u00a0", " ") for shape in chart.shapes if isinstance(shape, Words)]


def check_within(chart: Chart) -> None:
    for shape in chart.shapes:
        match shape:
            case Words(x, y, text, size, _, bold, align):
                wide = measure_text(text, size, bold)
                left = x - wide if align is Align.RIGHT else x
                assert left >= -TOLERANCE, text
                assert y <= chart.height + TOLERANCE
                assert left + wide <= chart.width + measure_text("…", size, bold) + TOLERANCE, text
            case Bar(x, y, width, height):
                assert -TOLERANCE <= x <= x + width <= chart.width + TOLERANCE
                assert -TOLERANCE <= y <= y + height <= chart.height + TOLERANCE
            case Rule(x1, y1, x2, y2):
                assert -TOLERANCE <= min(x1, x2) <= max(x1, x2) <= chart.width + TOLERANCE
                assert max(y1, y2) <= chart.height + TOLERANCE
            case Path(steps):
                points = [step for step in steps if isinstance(step, Move | To)]
                assert all(-TOLERANCE <= point.x <= chart.width + TOLERANCE for point in points)


def test_a_row_says_what_its_arrow_shows() -> None:
    chart = impact_rows([figures(one("14", "9"), one("3", "8", "Calls"))], 480.0, measure_text)
    assert texts(chart) == [
        *("Falls", "2 changes, 15 people"),
        *("Wait", "14 to 9 days", "Better, by 5 days"),
        *("Calls", "3 to 8 days", "Worse, by 5 days"),
    ]
    assert chart.description.replace("\u00a0", " ") == (
        "Falls: 2 changes, 15 people. Wait: 14 to 9 days, better, by 5 days. Calls: 3 to 8 days, worse, by 5 days."
    )


@pytest.mark.parametrize(("before", "after", "rising"), [("14", "9", False), ("9", "14", True), ("-3", "2", True)])
def test_the_line_leads_from_before_to_after(before: str, after: str, rising: bool) -> None:
    chart = measure_arrow(one(before, after), 400.0, measure_text)
    (line, *_) = [shape for shape in chart.shapes if isinstance(shape, Path)]
    start, goal = (step for step in line.steps if isinstance(step, Move | To))
    assert (goal.x > start.x) is rising


def test_what_was_measured_once_is_a_mark_without_a_line() -> None:
    chart = measure_arrow(one("14", None), 400.0, measure_text)
    assert not [shape for shape in chart.shapes if isinstance(shape, Path)]
    assert texts(chart) == ["14 days before", "To be measured again"]
    assert texts(measure_arrow(one(None, None), 400.0, measure_text)) == ["Still to be measured"]


NUMBER = st.none() | st.decimals(-(10**11), 10**11, places=3)
MEASURES = st.lists(
    st.builds(
        Measure,
        st.just("m"),
        st.text("abc de", max_size=60),
        st.sampled_from(["", "days", "£", "%", "of 8"]),
        st.sampled_from(Better),
        NUMBER,
        NUMBER,
    ),
    max_size=4,
)


@given(MEASURES, st.sampled_from([120.0, 300.0, 477.0, 900.0]))
def test_everything_stands_within_its_place(measures: list[Measure], width: float) -> None:
    named = [each for each in measures if each.name.strip()]
    check_within(impact_rows([figures(*named), figures(theme="A theme " * 12)], width, measure_text, size=SIZE))
    for each in named:
        check_within(measure_arrow(each, width, measure_text, size=SIZE))
