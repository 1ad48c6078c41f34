"""The mixture of learning (HCPC's CPD standard 2): a bar for each category, with count and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otcpd.domain.durations import format_duration
from otcpd.domain.words import tally
from otcpd.portfolio.charts.icons import category_colour, category_icon
from otcpd.portfolio.charts.mixture_list import fitted, mixture_list
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Measure, Place, Shape, Words
from otcpd.portfolio.content import CategoryTotal
from otcpd.portfolio.wording import TOTALS_HEADS, total_time

LEAST_WIDTH = 20.0
"""The narrowest chart with bars in which nothing touches, in multiples of the text size."""

_PITCH = 1.75
_BASELINE = 0.36
_ICON = 1.15
_NAME = 1.75
_BAR_HEIGHT = 0.92
_RADIUS = 0.22
_SPACE = 1.7
_BESIDE_BAR = 0.7
_LEAST_BAR = 0.15
_SHORTEST = 2.0
_WIDEST_NAME = 0.42
"""Measures in multiples of the text size, but the last: names take at most this part of the width.

`_SHORTEST` is what names leave to the longest bar, `_LEAST_BAR` the length of a bar for next to nothing.
"""


def mixture_chart(totals: Sequence[CategoryTotal], width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """The chart, `width` wide, with text of `size`; it is as tall as its rows.

    The longest bar takes the room that names, counts and times leave. Every bar has its name, icon and
    count beside it, so that nothing rests on colour. Read as a table it has a head row, then a row for
    each category with its name, count and time. Narrower than `LEAST_WIDTH` it is a list without bars.
    """
    if width < LEAST_WIDTH * size:
        rows, height = mixture_list(totals, width, measure, size=size)
        return Chart(width, height, rows, describe_mixture(totals))
    layout = _Layout.of(totals, width, measure, size)
    shapes = [*layout.heads()]
    for row, total in enumerate(totals, start=1):
        shapes += layout.row(row, total)
    return Chart(width, (len(totals) + 1) * _PITCH * size, tuple(shapes), describe_mixture(totals))


def describe_mixture(totals: Sequence[CategoryTotal]) -> str:
    """The mixture in two sentences with all its figures."""
    count = sum(total.activities for total in totals)
    minutes = sum(total.minutes for total in totals)
    whole = tally(count, "activity", "activities") + (f" in {format_duration(minutes)}" if minutes else "")
    return f"{whole}. By category: {'; '.join(map(_said, totals))}." if totals else f"{whole}."


def _said(total: CategoryTotal) -> str:
    time = f" in {format_duration(total.minutes)}" if total.minutes else ""
    return f"{total.category} {total.activities:,}{time}"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand: `bars` is the left edge of the bars, `longest` the length of one of `most`."""

    size: float
    width: float
    names: tuple[str, ...]
    bars: float
    longest: float
    most: int

    @classmethod
    def of(cls, totals: Sequence[CategoryTotal], width: float, measure: Measure, size: float) -> _Layout:
        most = max((total.activities for total in totals), default=0)
        count = measure(f"{most:,}", size, True) + _BESIDE_BAR * size
        times = max(measure(text, size, False) for text in (TOTALS_HEADS[2], *map(total_time, totals)))
        beside = count + times + 2 * _SPACE * size
        widest = min(width * _WIDEST_NAME, width - beside - _SHORTEST * size) - _NAME * size
        names = tuple(fitted(total.category, widest, measure, size) for total in totals)
        column = max(
            (measure(TOTALS_HEADS[0], size, False), *(_NAME * size + measure(name, size, False) for name in names))
        )
        return cls(size, width, names, column + _SPACE * size, max(0.0, width - column - beside), most)

    def heads(self) -> Iterator[Shape]:
        category, activities, time = TOTALS_HEADS
        y = self._baseline(0)
        yield Words(0.0, y, category, self.size, "ink2", place=Place(0, 0))
        yield Words(self.bars, y, activities, self.size, "ink2", place=Place(0, 1))
        yield Words(self.width, y, time, self.size, "ink2", align=Align.RIGHT, place=Place(0, 2))

    def row(self, row: int, total: CategoryTotal) -> Iterator[Shape]:
        size, y = self.size, self._baseline(row)
        middle = (row + 0.5) * _PITCH * size
        yield category_icon(total.mark, 0.0, middle - _ICON * size / 2, _ICON * size)
        yield Words(_NAME * size, y, self.names[row - 1], size, "ink", place=Place(row, 0))
        some = total.activities > 0
        end = self.bars
        if some:
            length = max(self.longest * total.activities / self.most, _LEAST_BAR * size)
            height = _BAR_HEIGHT * size
            radius = min(_RADIUS * size, length / 2)
            yield Bar(self.bars, middle - height / 2, length, height, category_colour(total.mark), radius)
            end += length + _BESIDE_BAR * size
        colour = "ink" if some else "ink2"
        yield Words(end, y, f"{total.activities:,}", size, colour, bold=some, place=Place(row, 1))
        yield Words(self.width, y, total_time(total), size, "ink2", align=Align.RIGHT, place=Place(row, 2))

    def _baseline(self, row: int) -> float:
        return ((row + 0.5) * _PITCH + _BASELINE) * self.size
