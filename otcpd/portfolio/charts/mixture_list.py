"""The mixture of learning where bars have no room: label, number and time of each category, in two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otcpd.domain.words import tally
from otcpd.portfolio.charts.icons import category_icon
from otcpd.portfolio.charts.shapes import Align, Measure, Place, Shape, Words
from otcpd.portfolio.content import CategoryTotal
from otcpd.portfolio.wording import total_time

_LINE = 1.43
_SPACE = 0.5
_BASELINE = 0.36
_ICON = 1.15
_NAME = 1.75
_BESIDE = 0.7
"""Measures in multiples of the text size; `_SPACE` stands between categories."""


def mixture_list(
    totals: Sequence[CategoryTotal], width: float, measure: Measure, *, size: float
) -> tuple[tuple[Shape, ...], float]:
    """The shapes, and how high they are. Read as a table it has no head row."""
    pitch = (2 * _LINE + _SPACE) * size
    shapes: list[Shape] = []
    for row, total in enumerate(totals):
        shapes += _category(row, row * pitch, total, width, measure, size)
    return tuple(shapes), len(totals) * pitch


def _category(
    row: int, top: float, total: CategoryTotal, width: float, measure: Measure, size: float
) -> Iterator[Shape]:
    indent = _NAME * size
    first = top + _LINE * size / 2
    second = first + _LINE * size
    yield category_icon(total.mark, 0.0, first - _ICON * size / 2, _ICON * size)
    name = fitted(total.category, width - indent, measure, size)
    yield Words(indent, first + _BASELINE * size, name, size, "ink", place=Place(row, 0))
    time = total_time(total)
    room = width - indent - measure(time, size, False) - _BESIDE * size
    number = tally(total.activities, "activity", "activities")
    if measure(number, size, False) > room:
        number = f"{total.activities:,}"
    yield Words(indent, second + _BASELINE * size, number, size, "ink2", place=Place(row, 1))
    yield Words(width, second + _BASELINE * size, time, size, "ink2", align=Align.RIGHT, place=Place(row, 2))


def fitted(text: str, width: float, measure: Measure, size: float) -> str:
    """`text`, its end cut off with dots if it is wider than `width`."""
    if measure(text, size, False) <= width:
        return text
    kept = text
    while kept and measure(f"{kept.rstrip()}…", size, False) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
