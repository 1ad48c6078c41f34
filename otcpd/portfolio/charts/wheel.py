"""The wheel of a self-assessment: where I am now as a filled area, where I want to be as an outline with open rings,
and an earlier date laid over it, hatched and dashed. Each differs in form, so that nothing rests on colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, hypot

from otcpd.portfolio.charts.shapes import Bar, Chart, Close, Curve, Measure, Move, Path, Rule, Shape, To, Words
from otcpd.portfolio.charts.wheel_plan import WheelPlan, hatching, wheel_plan

NOW, TARGET = "Where I am now", "Where I want to be"
_ARC = 0.5523
"""How far the control points of a quarter of a circle are from its ends, as a part of its radius."""
_SMALL = 0.85
_LINE = 1.3
_BASELINE = 0.36
_LEGEND, _SIGN, _SPACE = 1.9, 1.7, 1.6
_DOT, _OPEN, _SQUARE = 0.3, 0.42, 0.26
_LEAST_IN_COLUMN = 5
_HATCH, _DASH, _GAP = 0.7, 0.45, 0.35
"""Measures in multiples of the text size."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One pillar or item with the levels marked; None for what is not."""

    name: str
    now: int | None = None
    target: int | None = None
    before: int | None = None
    """The level where she was on the earlier date."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """`levels` are the numbers of the levels, from the inner ring outwards. `earlier` names the earlier date, empty
    for none."""

    levels: tuple[int, ...]
    spokes: tuple[Spoke, ...]
    earlier: str = ""

    def ring(self, level: int | None) -> int:
        """The ring of a level; -1 for none, and for one that there is not."""
        return self.levels.index(level) if level in self.levels else -1


def wheel_chart(wheel: Wheel, width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """The wheel, `width` wide, with its key below it."""
    plan = plan_of(wheel, width, measure, size=size)
    drawn = _Drawn(wheel, plan, width, measure, size)
    shapes = tuple(drawn.shapes())
    return Chart(width, drawn.height, shapes, describe_wheel(wheel))


def plan_of(wheel: Wheel, width: float, measure: Measure, *, size: float = 9.0) -> WheelPlan:
    """Where everything stands on it."""
    return wheel_plan([spoke.name for spoke in wheel.spokes], len(wheel.levels), width, measure, size)


def describe_wheel(wheel: Wheel) -> str:
    """Every figure of the wheel in sentences."""
    return " ".join(spoke_said(wheel, spoke) for spoke in wheel.spokes) or "Nothing to mark."


def spoke_said(wheel: Wheel, spoke: Spoke) -> str:
    """One spoke: "Leadership: level 5 now, level 6 wanted, level 4 on 17 September 2025." """
    parts = [
        f"level {level} {word}"
        for level, word in (
            (spoke.now, "now"),
            (spoke.target, "wanted"),
            (spoke.before if wheel.earlier else None, f"on {wheel.earlier}"),
        )
        if level is not None
    ]
    return f"{spoke.name}: {', '.join(parts) or 'no level marked'}."


@dataclass(frozen=True, slots=True)
class _Drawn:
    wheel: Wheel
    plan: WheelPlan
    width: float
    measure: Measure
    size: float

    @property
    def height(self) -> float:
        below = max(map(len, self._key_columns()[1]), default=0) * _LINE * self.size + (
            0.6 * self.size if self.plan.numbered else 0.0
        )
        return self.plan.bottom + below + (0.5 + _LEGEND * len(self._legend_lines())) * self.size

    def shapes(self) -> Iterator[Shape]:
        yield from self._rings()
        yield from self._areas()
        yield from self._numbers()
        yield from self._marks()
        yield from self._labels()
        yield from self._key()
        yield from self._legend()

    # The ground

    def _rings(self) -> Iterator[Shape]:
        plan = self.plan
        for ring in range(plan.rings):
            last = ring == plan.rings - 1
            yield Path(_circle(plan.x, plan.y, plan.distance(ring)), "line_btn" if last else "line", 0.8)
        for spoke in range(plan.number):
            x, y = plan.point(spoke, plan.rings - 1)
            yield Rule(plan.x, plan.y, x, y, "line", 0.8)

    def _numbers(self) -> Iterator[Shape]:
        """The numbers of the levels, between the last spoke and the first; some of them where rings are narrow."""
        plan, size = self.plan, _SMALL * self.size
        if not plan.rings:
            return
        gap = plan.distance(plan.rings - 1) - plan.distance(plan.rings - 2) if plan.rings > 1 else plan.radius
        every = max(1, ceil(1.15 * size / gap)) if gap else 1
        for ring in range(plan.rings - 1, -1, -every):
            x, y = plan.point(-0.5 if plan.number > 1 else 0.5, ring)
            text = str(self.wheel.levels[ring])
            wide = self.measure(text, size, False)
            yield Bar(x - wide / 2 - 1.5, y - 0.55 * size, wide + 3, 1.1 * size, "surface", 2)
            yield Words(x - wide / 2, y + _BASELINE * size, text, size, "ink2")

    # The three dates

    def _areas(self) -> Iterator[Shape]:
        now, target = self._rings_of("now"), self._rings_of("target")
        before = self._rings_of("before") if self.wheel.earlier else []
        for corners in self._wedges(now):
            yield Path(_closed(corners), "accent_soft", 0.0, fill="accent_soft")
        for corners in self._wedges(before):
            for line in hatching(corners, _HATCH * self.size):
                yield Rule(*line, "ink3", 0.5)
        yield from self._dashes(before)
        for x1, y1, x2, y2 in self._edges(target):
            yield Rule(x1, y1, x2, y2, "accent", 1.1)
        for x1, y1, x2, y2 in self._edges(now):
            yield Rule(x1, y1, x2, y2, "accent", 2.0)

    def _marks(self) -> Iterator[Shape]:
        plan, size = self.plan, self.size
        if self.wheel.earlier:
            for spoke, ring in self._placed("before"):
                yield from earlier_sign(*plan.point(spoke, ring), size)
        for spoke, ring in self._placed("target"):
            yield from target_sign(*plan.point(spoke, ring), size)
        for spoke, ring in self._placed("now"):
            yield from now_sign(*plan.point(spoke, ring), size)

    def _rings_of(self, which: str) -> list[int]:
        return [self.wheel.ring(getattr(spoke, which)) for spoke in self.wheel.spokes]

    def _placed(self, which: str) -> Iterator[tuple[int, int]]:
        for spoke, ring in enumerate(self._rings_of(which)):
            if ring >= 0:
                yield spoke, ring

    def _pairs(self, rings: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Spokes beside each other of which both are marked."""
        number = len(rings)
        for spoke in range(number if number > 2 else number - 1):
            if rings[spoke] >= 0 and rings[(spoke + 1) % number] >= 0:
                yield spoke, (spoke + 1) % number

    def _wedges(self, rings: Sequence[int]) -> Iterator[tuple[tuple[float, float], ...]]:
        """What two marks beside each other enclose with the middle: nothing is made up for what is not marked."""
        plan = self.plan
        for one, other in self._pairs(rings):
            yield (plan.x, plan.y), plan.point(one, rings[one]), plan.point(other, rings[other])

    def _edges(self, rings: Sequence[int]) -> Iterator[tuple[float, float, float, float]]:
        for one, other in self._pairs(rings):
            yield (*self.plan.point(one, rings[one]), *self.plan.point(other, rings[other]))

    def _dashes(self, rings: Sequence[int]) -> Iterator[Shape]:
        for x1, y1, x2, y2 in self._edges(rings):
            yield from dashed(x1, y1, x2, y2, self.size)

    # The words

    def _labels(self) -> Iterator[Shape]:
        for label in self.plan.labels:
            if label is None:
                continue
            for number, line in enumerate(label.lines):
                wide = self.measure(line, self.size, False)
                left = label.box.x + {-1: label.box.width - wide, 0: (label.box.width - wide) / 2, 1: 0.0}[label.align]
                y = label.box.y + (number + 0.5) * _LINE * self.size + _BASELINE * self.size
                yield Words(left, y, line, self.size, "ink")

    def _key_columns(self) -> tuple[float, list[list[str]]]:
        """The names by their numbers, where they have no room round the wheel: how far columns are apart, and the lines
        of each."""
        if not self.plan.numbered:
            return self.width, []
        named = [f"{number}  {spoke.name}" for number, spoke in enumerate(self.wheel.spokes, start=1)]
        widest = max((self.measure(line, self.size, False) for line in named), default=0.0) + _SPACE * self.size
        columns = max(1, min(int((self.width + _SPACE * self.size) / widest), ceil(len(named) / _LEAST_IN_COLUMN)))
        if columns == 1:
            return self.width, [
                [part for line in named for part in _wrapped(line, self.width, self.measure, self.size)]
            ]
        rows = ceil(len(named) / columns)
        return widest, [named[start : start + rows] for start in range(0, len(named), rows)]

    def _key(self) -> Iterator[Shape]:
        apart, columns = self._key_columns()
        top = self.plan.bottom + 0.6 * self.size
        for column, lines in enumerate(columns):
            for number, line in enumerate(lines):
                y = top + (number + 0.5) * _LINE * self.size + _BASELINE * self.size
                yield Words(column * apart, y, line, self.size, "ink2")

    def _signs(self) -> list[str]:
        earlier = [self.wheel.earlier] if self.wheel.earlier else []
        return [NOW, TARGET, *earlier]

    def _legend_lines(self) -> list[list[str]]:
        lines: list[list[str]] = [[]]
        left = self.width
        for word in self._signs():
            need = _SIGN * self.size + self.measure(word, self.size, False)
            if lines[-1] and need > left:
                lines.append([])
                left = self.width
            lines[-1].append(word)
            left -= need + _SPACE * self.size
        return lines

    def _legend(self) -> Iterator[Shape]:
        size = self.size
        top = self.height - _LEGEND * len(self._legend_lines()) * size
        for row, line in enumerate(self._legend_lines()):
            x, y = 0.0, top + (row + 0.5) * _LEGEND * size
            for word in line:
                sign = {NOW: now_sign, TARGET: target_sign}.get(word, earlier_sign)
                if word not in (NOW, TARGET):
                    yield from dashed(x, y, x + 1.2 * size, y, size)
                else:
                    yield Rule(x, y, x + 1.2 * size, y, "accent", 2.0 if word == NOW else 1.1)
                yield from sign(x + 0.6 * size, y, size)
                x += _SIGN * size
                yield Words(x, y + _BASELINE * size, word, size, "ink2")
                x += self.measure(word, size, False) + _SPACE * size


def now_sign(x: float, y: float, size: float) -> Iterator[Shape]:
    """Where I am now: a filled disc."""
    half = _DOT * size
    yield Bar(x - half, y - half, 2 * half, 2 * half, "accent", half)


def target_sign(x: float, y: float, size: float) -> Iterator[Shape]:
    """Where I want to be: an open ring."""
    yield Path(_circle(x, y, _OPEN * size), "accent", 1.4, fill="surface")


def earlier_sign(x: float, y: float, size: float) -> Iterator[Shape]:
    """Where I was: an open square."""
    half = _SQUARE * size
    corners = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    yield Path(_closed(corners), "ink2", 1.1, fill="surface")


def dashed(x1: float, y1: float, x2: float, y2: float, size: float) -> Iterator[Shape]:
    """A line of dashes between two points."""
    length, step = hypot(x2 - x1, y2 - y1), (_DASH + _GAP) * size
    for number in range(ceil(length / step)):
        start, end = number * step / length, min((number * step + _DASH * size) / length, 1.0)
        yield Rule(
            x1 + start * (x2 - x1), y1 + start * (y2 - y1), x1 + end * (x2 - x1), y1 + end * (y2 - y1), "ink2", 1.1
        )


def _closed(corners: Sequence[tuple[float, float]]) -> tuple[Move | To | Close, ...]:
    first, *rest = corners
    return (Move(*first), *(To(*one) for one in rest), Close())


def _circle(x: float, y: float, radius: float) -> tuple[Move | Curve | Close, ...]:
    near = _ARC * radius
    return (
        Move(x + radius, y),
        Curve(x + radius, y + near, x + near, y + radius, x, y + radius),
        Curve(x - near, y + radius, x - radius, y + near, x - radius, y),
        Curve(x - radius, y - near, x - near, y - radius, x, y - radius),
        Curve(x + near, y - radius, x + radius, y - near, x + radius, y),
        Close(),
    )


def _wrapped(text: str, width: float, measure: Measure, size: float) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, False) <= width:
            lines[-1] = longer
        else:
            lines.append(f"    {word}" if lines else word)
    return lines
