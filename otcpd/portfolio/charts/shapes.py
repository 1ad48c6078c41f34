"""A chart as plain shapes that a PDF and a window can both paint.

Lengths are points or logical pixels; x counts to the right and y downwards from the chart's upper left
corner. Colours are names of tokens, never values: a field of the palette ("ink", "ink2", "line") or the
code of a category ("work_based") for its mark. Everything is plain and picklable.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Measure = Callable[[str, float, bool], float]
"""How wide a text is at a size, in regular or semi-bold: each side measures in the font it paints with."""


class Align(StrEnum):
    """Which end of a text stands at its x."""

    LEFT = "left"
    RIGHT = "right"


class Place(NamedTuple):
    """Where a text belongs when the chart is read as a table: row and column from 0."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. `y` is its baseline. `place` is None for a text that no table needs."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    align: Align = Align.LEFT
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle from its upper left corner; `radius` rounds all four corners."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    weight: float


class Move(NamedTuple):
    """Begin a stroke at a point."""

    x: float
    y: float


class To(NamedTuple):
    """A straight stroke to a point."""

    x: float
    y: float


class Curve(NamedTuple):
    """A cubic Bézier stroke to (x, y) with two control points."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(NamedTuple):
    """A straight stroke back to where this one began."""


Step = Move | To | Curve | Close


@dataclass(frozen=True, slots=True)
class Path:
    """Strokes of one weight with round ends and corners. `fill` is the colour of what they enclose, empty for nothing;
    with a weight of 0 that is all there is."""

    steps: tuple[Step, ...]
    colour: str
    weight: float
    fill: str = ""


Shape = Words | Bar | Rule | Path


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes in painting order, all within `width` and `height`, and what they say in one or two sentences.

    `description` is for whoever does not see the chart; it holds every figure of it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str
