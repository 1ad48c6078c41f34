"""Marks that stand for what became of something: a tick in a disc, a cross in a ring, a dash.

Each has a form of its own, so that nothing rests on colour (look.md, "Ledger strip").
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from otcpd.portfolio.charts.shapes import Bar, Close, Curve, Move, Path, Shape, Step, To

_ARC = 0.5523
"""How far the control points of a quarter of a circle are from its ends, as a part of its radius."""
_DASHES = 8
_THIN = 0.22
"""Weight of a line as a part of the radius."""


def tick_disc(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Done: a filled disc with a tick, its middle at (x, y)."""
    yield Bar(x - radius, y - radius, 2 * radius, 2 * radius, "accent", radius)
    down, up = To(x - 0.1 * radius, y + 0.34 * radius), To(x + 0.44 * radius, y - 0.32 * radius)
    tick = (Move(x - 0.42 * radius, y), down, up)
    yield Path(tick, "surface", 1.3 * _THIN * radius)


def cross_ring(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Fallen through: a ring with a cross."""
    yield Path(_circle(x, y, 0.89 * radius), "warn", _THIN * radius)
    arm = 0.36 * radius
    cross = (Move(x - arm, y - arm), To(x + arm, y + arm), Move(x - arm, y + arm), To(x + arm, y - arm))
    yield Path(cross, "warn", _THIN * radius)


def arrow(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Moved: an arrow to the right."""
    end, head = 0.75 * radius, 0.42 * radius
    steps = (
        Move(x - end, y),
        To(x + end, y),
        Move(x + end - head, y - head),
        To(x + end, y),
        To(x + end - head, y + head),
    )
    yield Path(steps, "ink2", 1.2 * _THIN * radius)


def dash(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Nothing was due: a dash."""
    yield Path((Move(x - 0.7 * radius, y), To(x + 0.7 * radius, y)), "ink2", 1.3 * _THIN * radius)


def dashed_ring(x: float, y: float, radius: float) -> Iterator[Shape]:
    """To come: a ring of dashes."""
    steps: list[Step] = []
    for number in range(_DASHES):
        for part, share in ((Move, 0.0), (To, 0.3), (To, 0.6)):
            angle = 2 * pi * (number + share) / _DASHES
            steps.append(part(x + 0.89 * radius * cos(angle), y + 0.89 * radius * sin(angle)))
    yield Path(tuple(steps), "accent", 1.2 * _THIN * radius)


def open_ring(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Nobody said: an empty ring."""
    yield Path(_circle(x, y, 0.8 * radius), "ink3", _THIN * radius)


def dot(x: float, y: float, radius: float) -> Iterator[Shape]:
    """Nothing: a small dot."""
    small = 0.22 * radius
    yield Bar(x - small, y - small, 2 * small, 2 * small, "ink3", small)


def _circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    near = _ARC * radius
    return (
        Move(x + radius, y),
        Curve(x + radius, y + near, x + near, y + radius, x, y + radius),
        Curve(x - near, y + radius, x - radius, y + near, x - radius, y),
        Curve(x - radius, y - near, x - near, y - radius, x, y - radius),
        Curve(x + near, y - radius, x + radius, y - near, x + radius, y),
        Close(),
    )
