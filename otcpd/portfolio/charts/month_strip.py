"""Supervision month by month: a strip for each agreement, with a mark for what became of its sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from otcpd.domain.dates import MONTHS
from otcpd.portfolio.charts.marks import arrow, cross_ring, dash, dashed_ring, dot, open_ring, tick_disc
from otcpd.portfolio.charts.mixture_list import fitted
from otcpd.portfolio.charts.shapes import Chart, Measure, Shape, Words
from otcpd.portfolio.papers.content import Became, StripMonth, YearAgreement

Mark = Callable[[float, float, float], Iterator[Shape]]

_MARKS: Mapping[Became, Mark] = {
    Became.HELD: tick_disc,
    Became.MISSED: cross_ring,
    Became.MOVED: arrow,
    Became.PLANNED: dashed_ring,
    Became.NOT_SAID: open_ring,
    Became.ON_LEAVE: dash,
}
_DECEMBER = 12
"""A strip that begins in it has no room for its year before the next one."""

_PITCH = 2.2
_LEGEND = 2.4
_BASELINE = 0.36
_NAMES = 0.36
_LARGEST = 0.62
_LEAST_LETTER = 0.95
_SPACE = 2.0
"""Measures in multiples of the text size, but `_NAMES`, the part of the width that names take."""


def month_strip(rows: Sequence[YearAgreement], width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """The strips, `width` wide, with the months below them and what the marks mean; read as a figure."""
    strip = _Strip(rows, width, measure, size)
    return Chart(width, strip.height, tuple(strip.shapes()), describe_strip(rows))


def describe_strip(rows: Sequence[YearAgreement]) -> str:
    """The strips in sentences, with every month."""
    return " ".join(f"{row_name(row)}: {months_said(row.strip)}." for row in rows)


def row_name(row: YearAgreement) -> str:
    """ "Professional, Fiona Alder"."""
    return ", ".join(filter(None, (row.kind, row.who)))


def months_said(months: Sequence[StripMonth]) -> str:
    """ "held in March 2026, May 2026; missed in April 2026"."""
    found = []
    for became in Became:
        named = [f"{MONTHS[one.day.month - 1]} {one.day.year}" for one in months if one.became is became]
        if named:
            found.append(f"{became.value.lower()} in {', '.join(named)}")
    return "; ".join(found) or "nothing"


@dataclass(frozen=True, slots=True)
class _Strip:
    rows: Sequence[YearAgreement]
    width: float
    measure: Measure
    size: float

    @property
    def height(self) -> float:
        return (_PITCH * (len(self.rows) + 1) + _LEGEND) * self.size

    @property
    def _months(self) -> int:
        return max((len(row.strip) for row in self.rows), default=0)

    @property
    def _first(self) -> float:
        return self.width * _NAMES

    @property
    def _step(self) -> float:
        return (self.width - self._first) / max(self._months, 1)

    def shapes(self) -> Iterator[Shape]:
        radius = min(_LARGEST * self.size, 0.42 * self._step)
        for number, row in enumerate(self.rows):
            middle = (number + 0.5) * _PITCH * self.size
            name = fitted(row_name(row), self._first - self.size, self.measure, self.size)
            yield Words(0.0, middle + _BASELINE * self.size, name, self.size, "ink")
            for place, month in enumerate(row.strip):
                mark = dot if month.became is None else _MARKS[month.became]
                yield from mark(self._first + (place + 0.5) * self._step, middle, radius)
        yield from self._letters()
        yield from self._legend()

    def _letters(self) -> Iterator[Shape]:
        """The first letter of each month where there is room, and the year under each January."""
        longest = max((row.strip for row in self.rows), key=len, default=())
        y = (len(self.rows) + 0.35) * _PITCH * self.size + _BASELINE * self.size
        for place, month in enumerate(longest):
            middle = self._first + (place + 0.5) * self._step
            if self._step >= _LEAST_LETTER * self.size:
                yield self._centred(middle, y, MONTHS[month.day.month - 1][0], self.size * 0.9)
            if month.day.month == 1 or (place == 0 and month.day.month != _DECEMBER):
                yield self._centred(middle, y + 1.15 * self.size, str(month.day.year), self.size * 0.9)

    def _centred(self, middle: float, y: float, text: str, size: float) -> Words:
        """Around its month; a year under the last one, which it may be wider than, ends with the chart."""
        wide = self.measure(text, size, False)
        return Words(min(middle - wide / 2, self.width - wide), y, text, size, "ink2")

    def _legend(self) -> Iterator[Shape]:
        """What the marks mean, of those that are there."""
        there = {month.became for row in self.rows for month in row.strip}
        x, y = 0.0, self.height - 0.7 * self.size
        for became, mark in _MARKS.items():
            if became in there:
                yield from mark(x + 0.55 * self.size, y, 0.55 * self.size)
                x += 1.6 * self.size
                yield Words(x, y + _BASELINE * self.size, became.value, self.size, "ink2")
                x += self.measure(became.value, self.size, False) + _SPACE * self.size
