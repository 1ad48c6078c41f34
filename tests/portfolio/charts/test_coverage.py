"""The matrix of coverage as shapes: every number stands where it belongs, and nothing outside."""

from __future__ import annotations

import pytest

from otcpd.portfolio.charts.coverage import cell_shapes, coverage_chart, describe_coverage
from otcpd.portfolio.charts.shapes import Bar, Rule, Words
from otcpd.portfolio.papers.coverage_content import CoverageLine

HEADS = (("2025", "Nov"), ("2025", "Dec"), ("2026", "Jan"))
LINES = (
    CoverageLine("", "Leading people and services, in the team and across all of the council", 0, (1, 0, 4), 5),
    CoverageLine("2.1", "Runs the huddle", 1, (0, 0, 2), 2, retired=True),
    CoverageLine("", "Teaching", 0, (0, 0, 0), 0),
)


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.55 if bold else 0.5)


def test_numbers_heads_and_sums_stand_in_their_rows() -> None:
    chart = coverage_chart(HEADS, LINES, (1, 0, 5), 6, 420, measure)
    texts = [shape for shape in chart.shapes if isinstance(shape, Words)]
    rows: dict[int, list[str]] = {}
    for shape in sorted(texts, key=lambda one: one.x):
        rows.setdefault(round(shape.y), []).append(shape.text)
    said = [row for _y, row in sorted(rows.items())]
    assert said[:3] == [["2025", "2026"], ["Nov", "Dec", "Jan", "In all"], ["Any of these", "1", "5", "6"]]
    assert ["1", "4", "5"] in said
    assert ["2.1 Runs the huddle (retired)", "2", "2"] in said
    assert ["Teaching", "0"] in said
    assert chart.description == describe_coverage(HEADS, LINES)
    assert "Runs the huddle: 2 in Jan 2026. Teaching: nothing." in chart.description


@pytest.mark.parametrize("width", [160, 300, 420, 900])
def test_nothing_stands_outside(width: float) -> None:
    chart = coverage_chart(HEADS, LINES, (1, 0, 5), 6, width, measure)
    words = [one for one in chart.shapes if isinstance(one, Words)]
    assert all(one.x - measure(one.text, one.size, one.bold) * (one.align == "right") >= -0.01 for one in words)
    assert all(0 < one.y <= chart.height for one in words)
    boxes = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in chart.shapes if isinstance(one, Bar)]
    boxes += [(one.x1, one.y1, one.x2, one.y2) for one in chart.shapes if isinstance(one, Rule)]
    assert len(boxes) + len(words) == len(chart.shapes)
    for left, top, right, bottom in boxes:
        assert 0 <= left <= right <= width + 0.01
        assert 0 <= top <= bottom <= chart.height


def test_a_cell_says_its_number_and_nothing_is_a_dot() -> None:
    (dot,) = cell_shapes(0, 0, 0, 40, 30, 10, measure)
    assert isinstance(dot, Bar)
    assert dot.width < 5
    grounds = []
    for count in (1, 2, 3, 4, 40):
        ground, words = cell_shapes(count, 0, 0, 40, 30, 10, measure)
        assert isinstance(ground, Bar)
        assert isinstance(words, Words)
        assert words.text == str(count)
        grounds.append(ground.colour)
    assert grounds == ["accent_soft", "accent_line", "accent_line", "accent", "accent"]
