"""Tables: a head that is repeated on each page, rows with hairlines, and rows across all columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.sheet import Artifact, Sheet
from otcpd.portfolio.pdf.style import (
    ACCENT,
    CELL,
    CELL_HEAD,
    LINE,
    WARN_LINE,
    WARN_SOFT,
    WIDTH,
    TextStyle,
)
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, Run, break_lines, clean

PADDING = 4.4
"""Space above and below the text of a row, in points."""

TALLEST_ROW = 260.0
"""A taller row may be divided between pages, line by line; others stay whole."""

SHORT_TABLE = 240.0
"""Rows that together are no taller than this stay on one page."""

COMPANY = 1
"""How many rows at least stand before the last one on its page."""

_BAND_INSET = 7.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its left edge from the margin, its width, and on which side text stands."""

    head: str
    x: float
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; plain text has one run."""

    runs: tuple[Run, ...]

    @classmethod
    def of(cls, text: str, *, bold: bool = False) -> Cell:
        """A cell of plain text."""
        return cls((Run(clean(text), bold),))


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with its lines broken, its place and its node in the structure."""

    node: Node
    x: float
    lines: tuple[Line, ...]
    right: bool


class Table:
    """Collects rows and gives the pieces of the table in order."""

    def __init__(self, parent: Node, columns: Sequence[Column], style: TextStyle = CELL) -> None:
        self._node = parent.add("Table")
        self._columns = tuple(columns)
        self._style = style
        row = self._node.add("TR")
        cells = [
            _Set(row.add("TH", scope="Column"), _edge(one), _lines(Cell.of(one.head), CELL_HEAD, one.width), one.right)
            for one in self._columns
        ]
        height = max(len(one.lines) for one in cells) * CELL_HEAD.leading + 2 * PADDING
        self._head = Piece(height, partial(_paint_head, cells, height, None), before=8.0, glued=True)
        again = partial(_paint_head, cells, height, Artifact.HEADER)
        self._again = Piece(height, again)
        self._rows: list[Piece] = []

    @property
    def pieces(self) -> list[Piece]:
        """The head and the rows. A short table stays whole; a long one leaves no single row on a page."""
        held = _held(self._rows)
        return [self._head, *(replace(row, glued=place in held) for place, row in enumerate(self._rows))]

    def row(self, cells: Sequence[Cell], *, place: str = "") -> None:
        """Add a row with one cell for each column; `place` is what leads to it, if anything does."""
        row = self._node.add("TR")
        self._add(
            [
                _Set(row.add("TD"), _edge(column), _lines(cell, self._style, column.width), column.right)
                for column, cell in zip(self._columns, cells, strict=True)
            ],
            ground="",
            rule=LINE,
            name=place,
        )

    def band(self, cell: Cell) -> None:
        """Add a row of one cell across all columns, on a warm ground."""
        node = self._node.add("TR").add("TD", columns=len(self._columns))
        lines = _lines(cell, self._style, WIDTH - 2 * _BAND_INSET)
        self._add([_Set(node, _BAND_INSET, lines, right=False)], ground=WARN_SOFT, rule=WARN_LINE)

    def _add(self, cells: Sequence[_Set], ground: str, rule: str, name: str = "") -> None:
        count = max(len(one.lines) for one in cells)
        leading = self._style.leading
        steps = [(0, count)]
        if count * leading + 2 * PADDING > TALLEST_ROW:
            steps = [(line, line + 1) for line in range(count)]
        for first, after in steps:
            above = PADDING if first == 0 else 0.0
            below = PADDING if after == count else 0.0
            height = above + (after - first) * leading + below
            place = name if first == 0 else ""
            strip = _Strip(cells, first, after, above, height, ground, rule if after == count else "", self._style, place)
            self._rows.append(Piece(height, strip.paint, repeat=self._again, place=place))


@dataclass(frozen=True, slots=True)
class _Strip:
    """The lines of a row that are drawn in one go: mostly all of them."""

    cells: Sequence[_Set]
    first: int
    after: int
    above: float
    height: float
    ground: str
    rule: str
    style: TextStyle
    place: str

    def paint(self, sheet: Sheet, top: float) -> None:
        if self.place:
            sheet.anchor(self.place, top)
        if self.ground:
            sheet.fill(0.0, top, WIDTH, self.height, self.ground)
        for cell in self.cells:
            for place, line in enumerate(cell.lines[self.first : self.after]):
                height = top + self.above + place * self.style.leading
                sheet.line(cell.node, cell.x, height, line, self.style, right=cell.right)
        if self.rule:
            sheet.rule(0.0, top + self.height, WIDTH, self.rule)


def _held(rows: Sequence[Piece]) -> range | set[int]:
    """Places of the rows that the next row must follow on the same page."""
    last = len(rows) - 1
    if sum(row.height for row in rows) <= SHORT_TABLE:
        return range(last)
    ends = {0, *range(max(0, last - COMPANY), last)}
    return ends if sum(rows[place].height for place in ends) <= SHORT_TABLE else set()


def _edge(column: Column) -> float:
    return column.x + column.width if column.right else column.x


def _lines(cell: Cell, style: TextStyle, width: float) -> tuple[Line, ...]:
    return break_lines(cell.runs, style, width)


def _paint_head(cells: Sequence[_Set], height: float, instead: Artifact | None, sheet: Sheet, top: float) -> None:
    for cell in cells:
        for place, line in enumerate(cell.lines):
            at = top + PADDING + place * CELL_HEAD.leading
            sheet.line(instead or cell.node, cell.x, at, line, CELL_HEAD, right=cell.right)
    sheet.rule(0.0, top + height, WIDTH, ACCENT, 0.9, of=instead or Artifact.LAYOUT)
