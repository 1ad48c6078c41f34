"""Protected time month by month: what was promised, planned, taken and lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otcpd.domain.dates import MONTHS
from otcpd.domain.durations import format_duration
from otcpd.portfolio.charts.shapes import Bar, Chart, Measure, Rule, Shape, Words
from otcpd.portfolio.papers.content import ProtectedMonth

TAKEN, LOST, TO_COME, PROMISED = "Taken", "Lost", "Planned, not yet said", "Agreed"

_HEIGHT = 9.0
_ABOVE = 0.6
_BELOW = 2.6
_LEGEND = 2.0
_BASELINE = 0.36
_AXIS = 3.2
_BAR = 0.62
_WIDEST = 2.0
_SPACE = 2.0
_YEAR_ROOM = 3.2
"""Measures in multiples of the text size, but `_BAR`, the part of a month that its bar is wide."""

_HOURS = (1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 40, 50, 75, 100, 150, 200)
_STEPS = 2
"""How many lines the scale has above its foot."""


def protected_months(months: Sequence[ProtectedMonth], width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """The months as bars, `width` wide: taken below, lost above it; a line across each for what was promised."""
    bars = _Bars(months, width, measure, size)
    height = (_ABOVE + _HEIGHT + _BELOW + _LEGEND * len(bars.legend_lines())) * size
    return Chart(width, height, tuple(bars.shapes()), describe_months(months))


def describe_months(months: Sequence[ProtectedMonth]) -> str:
    """Every figure of the months in sentences."""
    return " ".join(map(_said, months)) or "No months."


def _said(month: ProtectedMonth) -> str:
    figures = (
        (PROMISED, month.entitled),
        ("Planned", month.planned),
        (TAKEN, month.taken),
        (LOST, month.lost),
    )
    said = [f"{word.lower()} {format_duration(minutes)}" for word, minutes in figures if minutes]
    return f"{MONTHS[month.day.month - 1]} {month.day.year}: {', '.join(said) or 'nothing'}."


def _to_come(month: ProtectedMonth) -> int:
    return max(month.planned - month.taken - month.lost, 0)


@dataclass(frozen=True, slots=True)
class _Bars:
    months: Sequence[ProtectedMonth]
    width: float
    measure: Measure
    size: float

    @property
    def _hours(self) -> int:
        """Hours at the upper end of the scale, for two even steps."""
        most = max((max(one.entitled, one.taken + one.lost + _to_come(one)) for one in self.months), default=0)
        return next((step * _STEPS for step in _HOURS if step * _STEPS * 60 >= most), -(-most // 60))

    @property
    def _foot(self) -> float:
        return (_ABOVE + _HEIGHT) * self.size

    @property
    def _step(self) -> float:
        return (self.width - _AXIS * self.size) / max(len(self.months), 1)

    def _tall(self, minutes: int) -> float:
        return _HEIGHT * self.size * minutes / (self._hours * 60)

    def shapes(self) -> Iterator[Shape]:
        yield from self._scale()
        for place, month in enumerate(self.months):
            yield from self._month(month, (_AXIS * self.size) + place * self._step)
        yield from self._names()
        yield from self._legend()

    def _scale(self) -> Iterator[Shape]:
        for number in range(_STEPS + 1):
            hours = self._hours * number // _STEPS
            y = self._foot - self._tall(hours * 60)
            yield Rule(_AXIS * self.size, y, self.width, y, "line_btn", 0.5)
            yield Words(0.0, y + _BASELINE * self.size, f"{hours} h", self.size, "ink2")

    def _month(self, month: ProtectedMonth, left: float) -> Iterator[Shape]:
        bar = min(_BAR * self._step, _WIDEST * self.size)
        x = left + (self._step - bar) / 2
        y = self._foot
        for word in (TAKEN, LOST, TO_COME):
            minutes, (colour, edge) = _COUNTS[word](month), _LOOKS[word]
            if minutes:
                height = self._tall(minutes)
                y -= height
                yield from _box(x, y, bar, height, colour, edge)
        if month.entitled:
            level = self._foot - self._tall(month.entitled)
            yield Rule(left + 0.06 * self._step, level, left + 0.94 * self._step, level, "ink", 1.4)

    def _names(self) -> Iterator[Shape]:
        """As many names of months as have room, and the year below the first and each January."""
        widest = max(self.measure(name[:3], self.size, False) for name in MONTHS) + 0.6 * self.size
        every = next(number for number in (1, 2, 3, 6, 12, 24, len(self.months) + 24) if number * self._step >= widest)
        y = self._foot + 1.3 * self.size
        years = self._years()
        for place, month in enumerate(self.months):
            middle = (_AXIS * self.size) + (place + 0.5) * self._step
            if place % every == 0:
                yield self._centred(middle, y, MONTHS[month.day.month - 1][:3])
            if place in years:
                yield self._centred(middle, y + 1.2 * self.size, str(month.day.year))

    def _years(self) -> list[int]:
        """The months that have their year below them: the first, and each January; not both where they are near."""
        januaries = [place for place, month in enumerate(self.months) if place and month.day.month == 1]
        near = bool(januaries) and januaries[0] * self._step < _YEAR_ROOM * self.size
        return januaries if near else [0, *januaries]

    def _centred(self, middle: float, y: float, text: str) -> Words:
        wide = self.measure(text, self.size, False)
        x = max(min(middle - wide / 2, self.width - wide), 0.0)
        return Words(x, y, text, self.size, "ink2")

    def legend_lines(self) -> list[list[str]]:
        """The words of the legend that are wanted, in as many lines as they take."""
        lines: list[list[str]] = [[]]
        left = self.width
        for word in (TAKEN, LOST, TO_COME, PROMISED):
            if not any(map(_COUNTS[word], self.months)):
                continue
            need = 1.5 * self.size + self.measure(word, self.size, False)
            if lines[-1] and need > left:
                lines.append([])
                left = self.width
            lines[-1].append(word)
            left -= need + _SPACE * self.size
        return lines

    def _legend(self) -> Iterator[Shape]:
        side = 0.9 * self.size
        for row, line in enumerate(self.legend_lines()):
            x, y = 0.0, (_ABOVE + _HEIGHT + _BELOW + _LEGEND * (row + 1) - 0.7) * self.size
            for word in line:
                colour, edge = _LOOKS[word]
                if colour:
                    yield from _box(x, y - side / 2, side, side, colour, edge)
                else:
                    yield Rule(x, y, x + side, y, edge, 1.4)
                x += 1.5 * self.size
                yield Words(x, y + _BASELINE * self.size, word, self.size, "ink2")
                x += self.measure(word, self.size, False) + _SPACE * self.size


_LOOKS = {TAKEN: ("accent", ""), LOST: ("warn_soft", "warn"), TO_COME: ("surface", "ink3"), PROMISED: ("", "ink")}
"""Ground and edge of each; promised time is a line."""


def _taken(month: ProtectedMonth) -> int:
    return month.taken


def _lost(month: ProtectedMonth) -> int:
    return month.lost


def _promised(month: ProtectedMonth) -> int:
    return month.entitled


_COUNTS = {TAKEN: _taken, LOST: _lost, TO_COME: _to_come, PROMISED: _promised}


def _box(x: float, y: float, width: float, height: float, colour: str, edge: str) -> Iterator[Shape]:
    """A filled box with an edge, so that its ground alone does not have to tell what it is."""
    yield Bar(x, y, width, height, colour)
    if edge:
        for x1, y1, x2, y2 in (
            (x, y, x + width, y),
            (x, y + height, x + width, y + height),
            (x, y, x, y + height),
            (x + width, y, x + width, y + height),
        ):
            yield Rule(x1, y1, x2, y2, edge, 0.6)
