"""What was measured before and after, as arrows from the one to the other with their words beside: for the form, and
for the page of figures and stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from otcpd.domain.impact import Measure as Measured
from otcpd.domain.impact_figures import Figures, Together, Way, way
from otcpd.domain.impact_words import change_words, from_to, theme_words, ways_words
from otcpd.portfolio.charts.mixture_list import fitted
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Measure, Move, Path, Rule, Shape, To, Words

_LINE = 1.43
_APART = 0.45
_HEAD = 2.2
_BASELINE = 0.36
_SPACE = 1.2
_WIDE = 42.0
_DOT = 0.34
_ALONE = 11.0
_EDGES = (0.0, 0.35, 0.5, 0.71)
"""Measures in multiples of the text size, but `_EDGES`: where names, arrows, values and words begin, in parts of the
width."""

_COLOURS = {Way.BETTER: "accent", Way.WORSE: "warn", Way.SAME: "ink2", Way.WAITING: "ink3"}


def measure_arrow(one: Measured, width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """One measure: its arrow, and what it says beside it, or below where there is little room."""
    first, second = from_to(one), change_words(one)
    beside = width >= (2 * _ALONE) * size
    long = _ALONE * size if beside else width
    middle = _LINE * size
    shapes = [*_arrow(one, 0.0, long, middle if beside else _LINE * size / 2, size)] if first else []
    x = (long + _SPACE * size) if beside and first else 0.0
    top = 0.0 if beside or not first else _LINE * size
    lines = [*((first,) if first else ()), second]
    if beside and len(lines) == 1:
        top = _LINE * size / 2
    for number, text in enumerate(lines):
        y = top + (number + 0.5 + _BASELINE) * _LINE * size - 0.13 * size
        shapes.append(Words(x, y, fitted(text, width - x, measure, size), size, "ink2" if number else "ink"))
    height = top + len(lines) * _LINE * size
    return Chart(width, max(height, 2 * _LINE * size), tuple(shapes), _said("", first, second))


def impact_rows(parts: Sequence[Figures], width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """Each theme with its counts, and below it a row for each of its measures."""
    rows = _Rows(width, measure, size)
    for part in parts:
        rows.add_theme(part)
    said = " ".join(_part_said(part) for part in parts) or "No changes."
    return Chart(width, max(rows.y - _APART * size, 0.0), tuple(rows.shapes), said)


class _Place(NamedTuple):
    """A column: its left edge, and how wide what stands in it may be."""

    x: float
    width: float


class _Spot(NamedTuple):
    """The columns of a row."""

    name: _Place
    arrow: _Place
    values: _Place
    words: _Place


def _columns(width: float, size: float) -> _Spot:
    gap = _SPACE * size
    if width < _WIDE * size:
        left = 0.3 * width + gap
        rest = _Place(left, width - left)
        return _Spot(_Place(0.0, width), _Place(0.0, 0.3 * width), rest, rest)
    edges = [part * width for part in (*_EDGES, 1.0)]
    places = (_Place(x, end - x - gap) for x, end in pairwise(edges))
    return _Spot(*places)


class _Rows:
    """Lays the rows out from the top."""

    def __init__(self, width: float, measure: Measure, size: float) -> None:
        self._width, self._measure, self._size = width, measure, size
        self.y = 0.0
        self.shapes: list[Shape] = []
        self._beside = width >= _WIDE * size
        self._spot = _columns(width, size)

    def add_theme(self, part: Figures) -> None:
        size = self._size
        if self.y:
            self.shapes.append(Rule(0.0, self.y - 0.1 * size, self._width, self.y - 0.1 * size, "line_btn", 0.5))
            self.y += 0.35 * size
        told = theme_words(part)
        room = self._width - self._measure(told, size, False) - _SPACE * size
        y = self.y + 1.15 * size
        below = room < 8 * size
        name = fitted(part.theme, self._width if below else room, self._bold, size)
        self.shapes.append(Words(0.0, y, name, size, "ink", bold=True))
        if below:
            y += _LINE * size
            self.y += _LINE * size
            self.shapes.append(Words(0.0, y, fitted(told, self._width, self._measure, size), size, "ink2"))
        else:
            self.shapes.append(Words(self._width, y, told, size, "ink2", align=Align.RIGHT))
        self.y += _HEAD * size
        for one in part.together:
            self._add_row(one)

    def _add_row(self, one: Together) -> None:
        size, spot, line = self._size, self._spot, _LINE * self._size
        columns = (
            (spot.name, one.name, "ink"),
            (spot.values, from_to(one.as_measure), "ink"),
            (spot.words, ways_words(one), "ink2"),
        )
        lines = [self._wrapped(text, place.width) for place, text, _ in columns]
        # Where there is little room the name stands above, and what came of it below the values.
        tops = (0.0, 0.0, 0.0) if self._beside else (0.0, len(lines[0]) * line, (len(lines[0]) + len(lines[1])) * line)
        for (place, _, colour), texts, top in zip(columns, lines, tops, strict=True):
            for number, text in enumerate(texts):
                self._line(place.x, self.y + top + number * line, text, colour)
        if one.before is not None:
            self.shapes += _arrow(one.as_measure, spot.arrow.x, spot.arrow.width, self.y + tops[1] + line / 2, size)
        ends = (top + len(texts) * line for texts, top in zip(lines, tops, strict=True))
        self.y += max(*ends, line) + _APART * size

    def _line(self, x: float, top: float, text: str, colour: str) -> None:
        y = top + (0.5 * _LINE + _BASELINE) * self._size
        self.shapes.append(Words(x, y, text, self._size, colour))

    def _wrapped(self, text: str, width: float) -> list[str]:
        """The text in one line or two, what does not fit into two with dots at its end."""
        words = text.split()
        first: list[str] = []
        while words and (not first or self._measure(" ".join((*first, words[0])), self._size, False) <= width):
            first.append(words.pop(0))
        lines = [" ".join(first), *((" ".join(words),) if words else ())]
        return [fitted(line, width, self._measure, self._size) for line in lines]

    def _bold(self, text: str, size: float, _bold: bool) -> float:
        return self._measure(text, size, True)


def _arrow(one: Measured, x: float, long: float, middle: float, size: float) -> Iterator[Shape]:
    """A scale from nought to the larger of both, a ring where it was and a dot where it is, a line between."""
    known = [float(number) for number in (one.before, one.after) if number is not None]
    least, most = min(0.0, *known), max(0.0, *known)
    colour = _COLOURS[way(one)]
    radius = _DOT * size
    begin, end = x + radius, x + long - radius

    def at(number: float) -> float:
        return begin + (end - begin) * ((number - least) / (most - least) if most > least else 0.0)

    yield Rule(x, middle, x + long, middle, "line_btn", 1.0)
    if one.before is not None and one.after is not None:
        start, goal = at(float(one.before)), at(float(one.after))
        yield Path((Move(start, middle), To(goal, middle)), colour, 0.22 * size)
        if abs(goal - start) > 3.2 * radius:
            yield _head(goal - (1.2 * radius if goal > start else -1.2 * radius), middle, goal > start, radius, colour)
    if one.before is not None:
        yield Bar(at(float(one.before)) - radius, middle - radius, 2 * radius, 2 * radius, colour, radius)
        inner = 0.55 * radius
        yield Bar(at(float(one.before)) - inner, middle - inner, 2 * inner, 2 * inner, "surface", inner)
    if one.after is not None:
        yield Bar(at(float(one.after)) - radius, middle - radius, 2 * radius, 2 * radius, colour, radius)


def _head(x: float, middle: float, right: bool, radius: float, colour: str) -> Path:
    back = -radius if right else radius
    steps = (Move(x + back, middle - radius), To(x, middle), To(x + back, middle + radius))
    return Path(steps, colour, 0.45 * radius)


def _part_said(part: Figures) -> str:
    rows = (_said(one.name, from_to(one.as_measure), ways_words(one)) for one in part.together)
    return " ".join((f"{part.theme}: {theme_words(part)}.", *rows))


def _said(name: str, values: str, change: str) -> str:
    return f"{': '.join(filter(None, (name, ', '.join(filter(None, (values, _small(change)))))))}."


def _small(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
