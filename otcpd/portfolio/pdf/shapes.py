"""Painting the shapes of a chart on a page, in the colours of print."""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.domain.activity import Category
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Path, Place, Rule, Shape, Words
from otcpd.portfolio.pdf.blocks import one_line
from otcpd.portfolio.pdf.sheet import Artifact, Sheet
from otcpd.portfolio.pdf.style import (
    ACCENT,
    INK,
    INK2,
    LINE,
    MARGIN,
    STRONG_LINE,
    SUNKEN,
    WARN_LINE,
    WARN_SOFT,
    TextStyle,
)
from otcpd.portfolio.pdf.tags import Node

COLOURS: Mapping[str, str] = {
    "ink": INK,
    "ink2": INK2,
    "ink3": "#626964",
    "accent": ACCENT,
    "accent_line": "#AFCFC1",
    "accent_soft": "#E3EFE9",
    "warn": "#7F5300",
    "warn_line": WARN_LINE,
    "warn_soft": WARN_SOFT,
    "surface": "#FFFFFF",
    "sunken": SUNKEN,
    "line": LINE,
    "line_btn": STRONG_LINE,
    Category.WORK_BASED: "#0062AA",
    Category.PROFESSIONAL: "#C53867",
    Category.FORMAL: "#A37A26",
    Category.SELF_DIRECTED: "#1C8F9E",
    Category.OTHER: "#404437",
}
"""The window's light colours (look.md, section 2) by the names that shapes use."""


def print_width(text: str, size: float, bold: bool) -> float:
    """The width of a line of text as it will be printed."""
    return one_line(text, _style("ink", size, bold)).width


def paint_chart(sheet: Sheet, chart: Chart, x: float, top: float, nodes: Mapping[Place, Node]) -> None:
    """Paint `chart` with its upper left corner at (x, top).

    A text whose place has a node is read there; all else is an artifact.
    """
    for shape in chart.shapes:
        owner: Node | Artifact = Artifact.LAYOUT
        if isinstance(shape, Words) and shape.place is not None:
            owner = nodes.get(shape.place, owner)
        _paint(sheet, shape, x, top, owner)


def paint_figure(sheet: Sheet, chart: Chart, x: float, top: float, figure: Node) -> None:
    """Paint `chart` as one figure, which is read as what it says of itself."""
    figure.alt = chart.description
    left, upper = MARGIN + x, sheet.height - top
    figure.box = (left, upper - chart.height, left + chart.width, upper)
    for shape in chart.shapes:
        _paint(sheet, shape, x, top, figure)


def paint_path(sheet: Sheet, path: Path, x: float, top: float, owner: Node | Artifact = Artifact.LAYOUT) -> None:
    """Paint strokes, such as an icon's, and what they fill, counted from (x, top)."""
    fill = COLOURS[path.fill] if path.fill else ""
    sheet.strokes(path.steps, x, top, COLOURS[path.colour], path.weight, of=owner, fill=fill)


def _paint(sheet: Sheet, shape: Shape, x: float, top: float, owner: Node | Artifact) -> None:
    match shape:
        case Words():
            _words(sheet, shape, x, top, owner)
        case Bar():
            place = (x + shape.x, top + shape.y, shape.width, shape.height)
            sheet.fill(*place, COLOURS[shape.colour], shape.radius, of=owner)
        case Rule():
            width, height = shape.x2 - shape.x1, shape.y2 - shape.y1
            at = (x + shape.x1, top + shape.y1, width)
            sheet.rule(*at, COLOURS[shape.colour], shape.weight, height=height, of=owner)
        case Path():
            paint_path(sheet, shape, x, top, owner)


def _words(sheet: Sheet, words: Words, x: float, top: float, owner: Node | Artifact) -> None:
    style = _style(words.colour, words.size, words.bold)
    upper = top + words.y - style.leading / 2 - style.size * 0.36
    sheet.line(owner, x + words.x, upper, one_line(words.text, style), style, right=words.align is Align.RIGHT)


def _style(colour: str, size: float, bold: bool) -> TextStyle:
    return TextStyle(size, size, COLOURS[colour], bold)
