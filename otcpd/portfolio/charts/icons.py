"""The app's own line icons as strokes, for charts and tables, and which icon stands for which category."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from otcpd.portfolio.charts.category_icons import CATEGORY_ICONS
from otcpd.portfolio.charts.shapes import Close, Curve, Move, Path, Step, To

_GRID = 24.0
_WEIGHT = 1.75
"""All icons are drawn on this grid with strokes of this weight (look.md, section 3)."""


def category_icon(mark: str, x: float, y: float, size: float) -> Path:
    """The icon of a category in its colour, in the square of `size` whose upper left corner is (x, y).

    An unknown code looks like one that is not sorted yet.
    """
    known = mark if mark in CATEGORY_ICONS else ""
    return icon(CATEGORY_ICONS[known], x, y, size, category_colour(mark))


def category_colour(mark: str) -> str:
    """The token that a category's mark is painted in."""
    return mark if mark and mark in CATEGORY_ICONS else "ink3"


@lru_cache(maxsize=256)
def icon(name: str, x: float, y: float, size: float, colour: str) -> Path:
    """The icon `name` of resources/icons in the square of `size` whose upper left corner is (x, y).

    Raises FileNotFoundError for a name that is no icon.
    """
    scale = size / _GRID
    return Path(tuple(_moved(step, x, y, scale) for step in _strokes(name)), colour, _WEIGHT * scale)


def _moved(step: Step, x: float, y: float, scale: float) -> Step:
    return type(step)(*(number * scale + (y if place % 2 else x) for place, number in enumerate(step)))


@cache
def _strokes(name: str) -> tuple[Step, ...]:
    """An icon's strokes on its own grid."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import SVGPath

    svg = (files("otcpd") / "resources" / "icons" / f"{name}.svg").read_bytes()
    pen = RecordingPen()
    SVGPath.fromstring(svg).draw(pen)
    return tuple(step for kind, points in pen.value for step in _step(kind, points))


def _step(kind: str, points: tuple[tuple[float, float], ...]) -> tuple[Step, ...]:
    numbers: list[Any] = [number for point in points for number in point]
    match kind:
        case "moveTo":
            return (Move(*numbers),)
        case "lineTo":
            return (To(*numbers),)
        case "curveTo":
            return (Curve(*numbers),)
        case "closePath":
            return (Close(),)
    return ()
