"""Where everything stands on a wheel of levels: a spoke for each pillar, a ring for each level, names round it.

The first spoke points up, the others follow clockwise. What is not marked is nowhere: only rings are levels, and the
middle is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, hypot, pi, sin
from typing import NamedTuple

from otcpd.portfolio.charts.shapes import Measure

_LARGEST = 11.5
_SMALLEST = 6.0
_STEP = 0.5
_NUMBERED = 10.5
_BESIDE = 0.9
_LINE = 1.3
_APART = 0.4
_MOST_LINES = 3
_UPRIGHT = 0.35
_FIRST_RING = 0.6
"""Measures in multiples of the text size, but `_UPRIGHT`, a cosine: a spoke steeper than that has its name above or
below it, and `_FIRST_RING`, how many rings the middle is wide."""


class Box(NamedTuple):
    """Where a text is: its upper left corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two have any place in common."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


class SpokeLabel(NamedTuple):
    """What stands at the end of a spoke, in lines. `align` is -1 for text that ends there, 0 for one round it, and 1
    for text that begins there."""

    box: Box
    lines: tuple[str, ...]
    align: int


@dataclass(frozen=True, slots=True)
class WheelPlan:
    """`number` spokes and `rings` levels round (`x`, `y`); `labels` are by spoke. `numbered` says that they are numbers
    and the names stand below. `top` and `bottom` enclose rings and labels."""

    number: int
    rings: int
    x: float
    y: float
    radius: float
    labels: tuple[SpokeLabel | None, ...]
    numbered: bool
    bottom: float

    def angle(self, spoke: float) -> float:
        """The direction of a spoke, clockwise from the right, in radians."""
        return 2 * pi * spoke / max(self.number, 1) - pi / 2

    def distance(self, ring: int) -> float:
        """How far a ring is from the middle; -1 is the middle itself."""
        return 0.0 if ring < 0 else self.radius * (ring + 1 + _FIRST_RING) / (max(self.rings, 1) + _FIRST_RING)

    def point(self, spoke: float, ring: int) -> tuple[float, float]:
        """Where a spoke meets a ring."""
        angle, distance = self.angle(spoke), self.distance(ring)
        return self.x + distance * cos(angle), self.y + distance * sin(angle)

    def nearest(self, x: float, y: float) -> tuple[int, int]:
        """The spoke and the ring that are nearest to a point; -1 and -1 outside the wheel, -1 as ring in the middle."""
        away = hypot(x - self.x, y - self.y)
        gap = self.radius / (max(self.rings, 1) + _FIRST_RING)
        if not self.number or not self.rings or away > self.radius + gap / 2:
            return -1, -1
        spokes = [
            hypot(px - x, py - y) for px, py in (self.point(spoke, self.rings - 1) for spoke in range(self.number))
        ]
        turns = [
            (x - self.x) * cos(self.angle(spoke)) + (y - self.y) * sin(self.angle(spoke))
            for spoke in range(self.number)
        ]
        spoke = max(range(self.number), key=turns.__getitem__) if away > 0 else spokes.index(min(spokes))
        rings = [abs(self.distance(ring) - away) for ring in range(-1, self.rings)]
        return spoke, rings.index(min(rings)) - 1


def wheel_plan(names: Sequence[str], rings: int, width: float, measure: Measure, size: float) -> WheelPlan:
    """The largest wheel whose names have room round it; with numbers in their place where no size gives them that."""
    radius = _LARGEST * size
    while radius >= _SMALLEST * size:
        made = _named(names, rings, width, measure, size, radius)
        if made is not None:
            return made
        radius -= _STEP * size
    return _numbered(len(names), rings, width, measure, size)


def _named(
    names: Sequence[str], rings: int, width: float, measure: Measure, size: float, radius: float
) -> WheelPlan | None:
    number, x = len(names), width / 2
    if x - radius < _BESIDE * size:
        return None
    labels: list[SpokeLabel] = []
    for spoke, name in enumerate(names):
        angle = 2 * pi * spoke / max(number, 1) - pi / 2
        label = _label(name, angle, (x, radius), width, measure, size)
        if label is None:
            return None
        labels.append(label)
    grown = [
        Box(one.box.x - _APART * size, one.box.y, one.box.width + 2 * _APART * size, one.box.height) for one in labels
    ]
    if any(one.meets(other) for place, one in enumerate(grown) for other in grown[:place]):
        return None
    return _placed(labels, rings, x, radius, size, numbered=False)


def _label(
    name: str, angle: float, wheel: tuple[float, float], width: float, measure: Measure, size: float
) -> SpokeLabel | None:
    """The name at the end of a spoke, round a wheel whose middle is at the height 0; None where it has no room."""
    middle, radius = wheel
    reach = radius + _BESIDE * size
    at, height = middle + reach * cos(angle), reach * sin(angle)
    upright = abs(cos(angle)) < _UPRIGHT
    room = 2 * min(at, width - at) if upright else (width - at if cos(angle) > 0 else at)
    lines = _broken(name, min(room, 16 * size), measure, size)
    if len(lines) > _MOST_LINES:
        return None
    wide = max(measure(line, size, False) for line in lines)
    if wide > room:
        return None
    tall = len(lines) * _LINE * size
    if upright:
        above = sin(angle) < 0
        return SpokeLabel(Box(at - wide / 2, height - tall if above else height, wide, tall), lines, 0)
    align = 1 if cos(angle) > 0 else -1
    return SpokeLabel(Box(at if align > 0 else at - wide, height - tall / 2, wide, tall), lines, align)


def _placed(
    labels: Sequence[SpokeLabel | None], rings: int, x: float, radius: float, size: float, *, numbered: bool
) -> WheelPlan:
    """The wheel with its labels, moved down so that nothing stands above 0."""
    tops = [one.box.y for one in labels if one is not None]
    ends = [one.box.y + one.box.height for one in labels if one is not None]
    down = max(radius + 0.6 * size, *(-top for top in tops)) if tops else radius + 0.6 * size
    moved = [None if one is None else one._replace(box=one.box._replace(y=one.box.y + down)) for one in labels]
    bottom = down + max(radius + 0.6 * size, *ends) if ends else down + radius + 0.6 * size
    return WheelPlan(len(labels), rings, x, down, radius, tuple(moved), numbered, bottom)


def _numbered(number: int, rings: int, width: float, measure: Measure, size: float) -> WheelPlan:
    widest = measure(str(number), size, False)
    beside = _BESIDE * size + widest
    radius = max(2 * size, min(_NUMBERED * size, width / 2 - beside))
    reach, x = radius + _BESIDE * size, width / 2
    every = _every(number, reach, hypot(widest + _APART * size, _LINE * size))
    labels: list[SpokeLabel | None] = []
    for spoke in range(number):
        if spoke % every:
            labels.append(None)
            continue
        text = str(spoke + 1)
        angle, wide = 2 * pi * spoke / number - pi / 2, measure(text, size, False)
        middle_x, middle_y = x + reach * cos(angle), reach * sin(angle)
        box = Box(middle_x - wide / 2, middle_y - _LINE * size / 2, wide, _LINE * size)
        labels.append(SpokeLabel(box, (text,), 0))
    return _placed(labels, rings, x, radius, size, numbered=True)


def _every(number: int, reach: float, apart: float) -> int:
    """Each so-manyth of the spokes may have a number at its end, for these to stand `apart`, the last and the first of
    them too."""
    for every in range(1, number):
        last = (ceil(number / every) - 1) * every
        if min(_chord(reach, every, number), _chord(reach, number - last, number)) >= apart:
            return every
    return max(1, number)


def _chord(reach: float, spokes: int, number: int) -> float:
    return 2 * reach * sin(pi * min(spokes, number / 2) / number)


def _broken(text: str, width: float, measure: Measure, size: float) -> tuple[str, ...]:
    """A name in lines of at most this width where its words allow it."""
    lines: list[str] = []
    for word in text.split() or [""]:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, False) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def hatching(corners: Sequence[tuple[float, float]], apart: float) -> Iterator[tuple[float, float, float, float]]:
    """Parallel lines from lower left to upper right that fill a polygon, as (x1, y1, x2, y2)."""
    sums = [x + y for x, y in corners]
    if not sums:
        return
    for number in range(floor(min(sums) / apart) + 1, floor(max(sums) / apart) + 1):
        level = number * apart
        crossings: list[tuple[float, float]] = []
        for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
            first, second = x1 + y1, x2 + y2
            if (first <= level) != (second <= level):
                part = (level - first) / (second - first)
                crossings.append((x1 + part * (x2 - x1), y1 + part * (y2 - y1)))
        crossings.sort()
        for (x1, y1), (x2, y2) in zip(crossings[::2], crossings[1::2], strict=True):
            yield x1, y1, x2, y2
