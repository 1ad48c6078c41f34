"""Painting the shapes of a chart on a page, in the colours of print."""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.domain.activity import Category
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Path, Place, Rule, Words
from otcpd.portfolio.pdf.blocks import one_line
from otcpd.portfolio.pdf.sheet import Artifact, Sheet
from otcpd.portfolio.pdf.style import ACCENT, INK, INK2, LINE, STRONG_LINE, SUNKEN, TextStyle
from otcpd.portfolio.pdf.tags import Node

COLOURS: Mapping[str, str] = {
    "ink": INK,
    "ink2": INK2,
    "ink3": "#626964",
    "accent": ACCENT,
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
        match shape:
            case Words():
                owner = nodes.get(shape.place) if shape.place is not None else None
                _words(sheet, shape, x, top, owner or Artifact.LAYOUT)
            case Bar():
                place = (x + shape.x, top + shape.y, shape.width, shape.height)
                sheet.fill(*place, COLOURS[shape.colour], shape.radius)
            case Rule():
                _rule(sheet, shape, x, top)
            case Path():
                paint_path(sheet, shape, x, top)


def paint_path(sheet: Sheet, path: Path, x: float, top: float) -> None:
    """Paint strokes, such as an icon's, counted from (x, top)."""
    sheet.strokes(path.steps, x, top, COLOURS[path.colour], path.weight)


def _words(sheet: Sheet, words: Words, x: float, top: float, owner: Node | Artifact) -> None:
    style = _style(words.colour, words.size, words.bold)
    upper = top + words.y - style.leading / 2 - style.size * 0.36
    sheet.line(owner, x + words.x, upper, one_line(words.text, style), style, right=words.align is Align.RIGHT)


def _rule(sheet: Sheet, rule: Rule, x: float, top: float) -> None:
    width, height = rule.x2 - rule.x1, rule.y2 - rule.y1
    sheet.rule(x + rule.x1, top + rule.y1, width, COLOURS[rule.colour], rule.weight, height=height)


def _style(colour: str, size: float, bold: bool) -> TextStyle:
    return TextStyle(size, size, COLOURS[colour], bold)
