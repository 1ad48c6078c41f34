"""The blocks of a document as pieces of a page with their place in the structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial, singledispatch

from otcpd.portfolio.charts.shapes import Chart, Place, Words
from otcpd.portfolio.papers.layout import (
    Beside,
    Block,
    Bullets,
    Cited,
    Facts,
    Grid,
    Heading,
    Lead,
    Numbers,
    Panel,
    PaperLayout,
    Picture,
    Quiet,
    SignHere,
    Signing,
    Written,
)
from otcpd.portfolio.papers.wording import DATED
from otcpd.portfolio.pdf.blocks import (
    bullets,
    one_line,
    paragraph,
    part_heading,
    section_heading,
    shortened,
    written_text,
)
from otcpd.portfolio.pdf.citations import cited_pieces
from otcpd.portfolio.pdf.cover import facts_block, title_pieces
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.shapes import paint_chart, paint_figure, print_width
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import BODY_QUIET, FIGURE, INK2, LEAD, NOTE, PART, STRONG_LINE, SUNKEN, WIDTH, TextStyle
from otcpd.portfolio.pdf.table import Cell, Column, Table
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, Run, break_lines, clean

GAP = 10.0
"""Points between two columns of a table."""

_INSET = 17.0
_ABOVE = 13.0
_BETWEEN = 30.0
_DIVIDER = 350.0
_PANEL = (WIDTH - _BETWEEN) / 2
_SIGNED = 300.0
_DATE_FIELD = 330.0
_SMALL_HEADING = 12.0
_ABOVE_SIGNATURE = 40.0
_SIGNED_TOGETHER = 5
"""So many lines to sign on, at most, stand on one page."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a block goes: under which node, by what name a bookmark leads there, and whether right below a heading."""

    root: Node
    place: str
    after_heading: bool


def paper_pieces(root: Node, layout: PaperLayout) -> list[Piece]:
    """The whole of a document, from its title on."""
    pieces = title_pieces(root, layout.title, layout.subtitle)
    for number, block in enumerate(layout.blocks):
        pieces += _of(block, _Spot(root, f"place-{number}", pieces[-1].glued))
    return pieces


@singledispatch
def _of(block: Block, spot: _Spot) -> list[Piece]:
    raise TypeError(f"{block!r} is no block of a document, in {spot}")


@_of.register
def _(block: Facts, spot: _Spot) -> list[Piece]:
    return facts_block(spot.root, block.left, block.right)


@_of.register
def _(block: Heading, spot: _Spot) -> list[Piece]:
    if block.small:
        return section_heading(spot.root, block.text, before=4.0 if spot.after_heading else _SMALL_HEADING)
    return part_heading(spot.root, block.text, spot.place, new_page=block.new_page)


@_of.register
def _(block: Lead, spot: _Spot) -> list[Piece]:
    return paragraph(spot.root, block.text, LEAD, before=3.0 if spot.after_heading else 8.0, glued=True)


@_of.register
def _(block: Written, spot: _Spot) -> list[Piece]:
    return written_text(spot.root, block.text, before=2.0 if spot.after_heading else 10.0)


@_of.register
def _(block: Quiet, spot: _Spot) -> list[Piece]:
    style = NOTE if block.small else BODY_QUIET
    return paragraph(spot.root, block.text, style, before=5.0 if spot.after_heading else 10.0)


@_of.register
def _(block: Bullets, spot: _Spot) -> list[Piece]:
    return bullets(spot.root, block.items)


@_of.register
def _(block: Cited, spot: _Spot) -> list[Piece]:
    return [piece for work in block.works for piece in cited_pieces(spot.root, work)]


@_of.register
def _(grid: Grid, spot: _Spot) -> list[Piece]:
    room = WIDTH - sum(column.width for column in grid.columns)
    columns: list[Column] = []
    x = 0.0
    last = len(grid.columns) - 1
    for number, column in enumerate(grid.columns):
        width = column.width or room
        inner = width if number == last else width - GAP
        columns.append(Column(column.head, x, inner, column.right, column.names and _names(grid)))
        x += width
    table = Table(spot.root, columns)
    for row in grid.rows:
        table.row([Cell.of(text) for text in row])
    return table.pieces


@_of.register
def _(numbers: Numbers, spot: _Spot) -> list[Piece]:
    """Figures in large beside each other, each read with what it counts."""
    whole = spot.root.add("L")
    width = (WIDTH - 2 * _INSET) / len(numbers.items)
    placed: list[tuple[Node, Node, float, str, tuple[Line, ...]]] = []
    for number, (figure, words) in enumerate(numbers.items):
        entry = whole.add("LI")
        lines = break_lines([Run(clean(words))], NOTE, width - GAP)
        placed.append((entry.add("Lbl"), entry.add("LBody"), _INSET + number * width, figure, lines))
    most = max(len(one[-1]) for one in placed)
    height = 2 * _ABOVE + FIGURE.leading + 1.0 + most * NOTE.leading
    return [Piece(height, partial(_paint_numbers, placed, height), before=16.0)]


def _names(grid: Grid) -> bool:
    """Whether a column may name the rows: a table with more heads than cells is only noise when read out."""
    columns, rows = len(grid.columns), len(grid.rows)
    return columns + rows <= (columns - 1) * rows


def _paint_numbers(
    placed: Sequence[tuple[Node, Node, float, str, tuple[Line, ...]]], height: float, sheet: Sheet, top: float
) -> None:
    sheet.fill(0.0, top, WIDTH, height, SUNKEN, 7.0)
    for label, body, x, figure, lines in placed:
        sheet.line(label, x, top + _ABOVE - 2.0, one_line(figure, FIGURE), FIGURE)
        for number, line in enumerate(lines):
            at = top + _ABOVE + FIGURE.leading - 1.0 + number * NOTE.leading
            sheet.line(body, x, at, line, NOTE)


@_of.register
def _(picture: Picture, spot: _Spot) -> list[Piece]:
    inner = (_DIVIDER if picture.facts else WIDTH - _INSET) - _INSET
    chart = picture.chart(inner - (_INSET if picture.facts else 0.0), print_width)
    figure = spot.root.add("Figure")
    facts: list[tuple[Node, float, Line, TextStyle]] = []
    at = _ABOVE
    for number, text in enumerate(picture.facts):
        style = NOTE if number else FIGURE
        node = spot.root.add("P")
        for line in break_lines([Run(clean(text))], style, WIDTH - _DIVIDER - 2 * _INSET):
            facts.append((node, at, line, style))
            at += style.leading
        at += 5.0
    height = max(chart.height + _ABOVE, at) + _ABOVE
    return [Piece(height, partial(_paint_picture, chart, figure, facts, height), before=12.0)]


def _paint_picture(
    chart: Chart,
    figure: Node,
    facts: Sequence[tuple[Node, float, Line, TextStyle]],
    height: float,
    sheet: Sheet,
    top: float,
) -> None:
    sheet.fill(0.0, top, WIDTH, height, SUNKEN, 7.0)
    paint_figure(sheet, chart, _INSET, top + _ABOVE, figure)
    if facts:
        sheet.rule(_DIVIDER, top + _ABOVE, 0.0, STRONG_LINE, height=height - 2 * _ABOVE)
    for node, at, line, style in facts:
        sheet.line(node, _DIVIDER + _INSET, top + at, line, style)


@_of.register
def _(beside: Beside, spot: _Spot) -> list[Piece]:
    """Two panels as one piece: they stay together. The left one is read first."""
    panels = [beside.left] if beside.right is None else [beside.left, beside.right]
    width = WIDTH if beside.right is None else _PANEL
    made = [
        _Panel(spot.root, panel, f"{spot.place}-{number}", number * (_PANEL + _BETWEEN), width)
        for number, panel in enumerate(panels)
    ]
    height = max(one.height for one in made)
    return [Piece(height, partial(_paint_panels, made), before=20.0)]


class _Panel:
    """A heading with a chart below it, placed from the left margin."""

    def __init__(self, root: Node, panel: Panel, place: str, x: float, width: float) -> None:
        self._place, self._x = place, x
        self._heading = root.add("H2")
        self._title = shortened(panel.heading, PART, width)
        self._chart = panel.chart(width, print_width)
        self._nodes = table_nodes(root, self._chart)
        self.height = PART.leading + 6.0 + self._chart.height

    def paint(self, sheet: Sheet, top: float) -> None:
        title = "".join(run.text for run in self._title.runs)
        sheet.bookmark(self._place, title, 1, top)
        sheet.line(self._heading, self._x, top, self._title, PART)
        paint_chart(sheet, self._chart, self._x, top + PART.leading + 6.0, self._nodes)


def _paint_panels(panels: Sequence[_Panel], sheet: Sheet, top: float) -> None:
    for panel in panels:
        panel.paint(sheet, top)


def table_nodes(root: Node, chart: Chart) -> dict[Place, Node]:
    """A table in the structure with a cell for each place of the chart's words."""
    places = sorted(shape.place for shape in chart.shapes if isinstance(shape, Words) and shape.place)
    count, last = max(place.column for place in places) + 1, places[-1].row
    named = count + last <= (count - 1) * last
    table = root.add("Table")
    nodes: dict[Place, Node] = {}
    rows: dict[int, Node] = {}
    for place in places:
        row = rows[place.row] = rows.get(place.row) or table.add("TR")
        scope = "Column" if place.row == 0 else "Row" if place.column == 0 and named else ""
        nodes[place] = row.add("TH", scope=scope) if scope else row.add("TD")
    return nodes


@_of.register
def _(signing: Signing, spot: _Spot) -> list[Piece]:
    pieces = [_signature(spot.root, line) for line in signing.lines]
    if len(pieces) > _SIGNED_TOGETHER:
        return pieces
    return [replace(piece, glued=True) for piece in pieces[:-1]] + pieces[-1:]


def _signature(root: Node, line: SignHere) -> Piece:
    who, dated = root.add("P"), root.add("P")
    names = break_lines([Run(clean(line.who))], BODY_QUIET, _SIGNED)
    height = 4.0 + len(names) * BODY_QUIET.leading
    return Piece(height, partial(_paint_signature, who, dated, names, clean(line.on)), before=_ABOVE_SIGNATURE)


def _paint_signature(who: Node, dated: Node, names: Sequence[Line], on: str, sheet: Sheet, top: float) -> None:
    sheet.rule(0.0, top, _SIGNED, INK2, 0.6)
    for number, line in enumerate(names):
        sheet.line(who, 0.0, top + 4.0 + number * BODY_QUIET.leading, line, BODY_QUIET)
    sheet.rule(_DATE_FIELD, top, WIDTH - _DATE_FIELD, INK2, 0.6)
    _beneath(sheet, dated, top, DATED, BODY_QUIET)
    if on:
        given = replace(BODY_QUIET, colour=FIGURE.colour)
        sheet.line(dated, _DATE_FIELD, top - given.leading - 1.0, one_line(on, given), given)


def _beneath(sheet: Sheet, node: Node, top: float, word: str, style: TextStyle) -> None:
    # The space keeps the word and the day apart where the text is read and not seen.
    line = one_line(word, style)
    sheet.line(node, _DATE_FIELD, top + 4.0, Line(line.runs, line.width, " "), style)
