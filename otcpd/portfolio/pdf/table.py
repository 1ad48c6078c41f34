"""Tables: a head that is repeated on each page, rows with hairlines, and rows across all columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from otcpd.portfolio.charts.shapes import Path
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.shapes import paint_path
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

PADDING = 4.2
"""Space above and below the text of a row, in points."""

TALLEST_ROW = 260.0
"""A taller row may be divided between pages, line by line; others stay whole."""

SHORT_TABLE = 240.0
"""Rows that together are no taller than this stay on one page."""

LAST_ROWS = 5
"""So many rows at least stand on the last page of a long table, if they are no taller than a short one."""

ICON_SIZE = 10.2
"""The side of an icon before the text of a cell, in points."""

_ICON_ROOM = 15.4
_BAND_INSET = 7.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its left edge from the margin, its width, and on which side text stands.

    The cells of a column that `names` its rows are read as their headers.
    """

    head: str
    x: float
    width: float
    right: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; plain text has one run. `icon` stands before it and has a side of `ICON_SIZE`."""

    runs: tuple[Run, ...]
    icon: Path | None = None

    @classmethod
    def of(cls, text: str, *, bold: bool = False, icon: Path | None = None) -> Cell:
        """A cell of plain text."""
        return cls((Run(clean(text), bold),), icon)


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with its lines broken, its place and its node in the structure."""

    node: Node
    x: float
    lines: tuple[Line, ...]
    right: bool
    icon: Path | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """The strips of a row, one below the other, and whether it goes across all columns."""

    strips: tuple[Piece, ...]
    band: bool

    @property
    def height(self) -> float:
        return sum(strip.height for strip in self.strips)

    def pieces(self, *, glued: bool) -> Iterator[Piece]:
        """The strips; the first two stay together and so do the last two. `glued` holds the next row to them."""
        last = len(self.strips) - 1
        for place, strip in enumerate(self.strips):
            yield replace(strip, glued=glued if place == last else place in (0, last - 1))


class Table:
    """Collects rows and gives the pieces of the table in order."""

    def __init__(self, parent: Node, columns: Sequence[Column], style: TextStyle = CELL) -> None:
        self._node = parent.add("Table")
        self._columns = tuple(columns)
        self._style = style
        row = self._node.add("TR")
        cells = [
            _Set(
                row.add("TH", scope="Column"),
                _edge(one, one.right),
                _lines(Cell.of(one.head), CELL_HEAD, one.width),
                one.right,
            )
            for one in self._columns
        ]
        height = max(len(one.lines) for one in cells) * CELL_HEAD.leading + 2 * PADDING
        self._head = Piece(height, partial(_paint_head, cells, height, None), before=8.0, glued=True)
        again = partial(_paint_head, cells, height, Artifact.HEADER)
        self._again = Piece(height, again)
        self._rows: list[_Row] = []

    @property
    def pieces(self) -> list[Piece]:
        """The head and the rows. A short table stays whole; a long one leaves no few rows alone on a page."""
        held = _held(self._rows)
        rows = (row.pieces(glued=place in held) for place, row in enumerate(self._rows))
        return [self._head, *chain.from_iterable(rows)]

    def row(self, cells: Sequence[Cell], *, place: str = "") -> None:
        """Add a row with one cell for each column; `place` is what leads to it, if anything does."""
        row = self._node.add("TR")
        self._add([_set(row, *one, self._style) for one in zip(self._columns, cells, strict=True)], place=place)

    def band(self, cell: Cell) -> None:
        """Add a row of one cell across all columns, on a warm ground."""
        node = self._node.add("TR").add("TD", columns=len(self._columns))
        lines = _lines(cell, self._style, WIDTH - 2 * _BAND_INSET)
        self._add([_Set(node, _BAND_INSET, lines, right=False)], band=True)

    def _add(self, cells: Sequence[_Set], *, band: bool = False, place: str = "") -> None:
        count = max(len(one.lines) for one in cells)
        leading = self._style.leading
        steps = [(0, count)]
        if count * leading + 2 * PADDING > TALLEST_ROW:
            steps = [(line, line + 1) for line in range(count)]
        strips: list[Piece] = []
        for first, after in steps:
            above = PADDING if first == 0 else 0.0
            below = PADDING if after == count else 0.0
            height = above + (after - first) * leading + below
            name = place if first == 0 else ""
            strip = _Strip(cells, first, after, above, height, band, after == count, self._style, name)
            strips.append(Piece(height, strip.paint, place=name, repeat=self._again))
        self._rows.append(_Row(tuple(strips), band))


@dataclass(frozen=True, slots=True)
class _Strip:
    """The lines of a row that are drawn in one go: mostly all of them."""

    cells: Sequence[_Set]
    first: int
    after: int
    above: float
    height: float
    band: bool
    ends: bool
    style: TextStyle
    place: str

    def paint(self, sheet: Sheet, top: float) -> None:
        if self.place:
            sheet.anchor(self.place, top)
        if self.band:
            sheet.fill(0.0, top, WIDTH, self.height, WARN_SOFT)
        if self.first == 0:
            self._icons(sheet, top)
        for cell in self.cells:
            for place, line in enumerate(cell.lines[self.first : self.after]):
                height = top + self.above + place * self.style.leading
                sheet.line(cell.node, cell.x, height, line, self.style, right=cell.right)
        if self.ends:
            sheet.rule(0.0, top + self.height, WIDTH, WARN_LINE if self.band else LINE)

    def _icons(self, sheet: Sheet, top: float) -> None:
        height = top + self.above + (self.style.leading - ICON_SIZE) / 2
        for cell in self.cells:
            if cell.icon is not None:
                paint_path(sheet, cell.icon, cell.x - _ICON_ROOM, height)


def _held(rows: Sequence[_Row]) -> set[int]:
    """Places of the rows that the next row must follow on the same page."""
    last = len(rows) - 1
    if sum(row.height for row in rows) <= SHORT_TABLE:
        return set(range(last))
    held = {place for place in range(last) if _is_neighbour(rows, place)}
    for ends in ((0,), range(max(0, last - LAST_ROWS + 1), last)):
        if sum(rows[place].height for place in ends) <= SHORT_TABLE:
            held |= set(ends)
    return held


def _is_neighbour(rows: Sequence[_Row], place: int) -> bool:
    """Whether a band and a row beside it meet below the row at `place`.

    A row between two bands stays with the one below it only, or rows and bands in turn would all hang together.
    """
    row, below = rows[place], rows[place + 1]
    if row.band == below.band:
        return False
    after = rows[place + 2] if place + 2 < len(rows) else None
    return below.band or after is None or not after.band


def _set(row: Node, column: Column, cell: Cell, style: TextStyle) -> _Set:
    node = row.add("TH", scope="Row") if column.names else row.add("TD")
    room = _ICON_ROOM if cell.icon is not None else 0.0
    lines = _lines(cell, style, column.width - room)
    # What is written from right to left stands at the right.
    right = column.right or (lines[0].rtl and cell.icon is None)
    return _Set(node, _edge(column, right) + room, lines, right, cell.icon)


def _edge(column: Column, right: bool) -> float:
    return column.x + column.width if right else column.x


def _lines(cell: Cell, style: TextStyle, width: float) -> tuple[Line, ...]:
    return break_lines(cell.runs, style, width)


def _paint_head(cells: Sequence[_Set], height: float, instead: Artifact | None, sheet: Sheet, top: float) -> None:
    for cell in cells:
        for place, line in enumerate(cell.lines):
            at = top + PADDING + place * CELL_HEAD.leading
            sheet.line(instead or cell.node, cell.x, at, line, CELL_HEAD, right=cell.right)
    sheet.rule(0.0, top + height, WIDTH, ACCENT, 0.9, of=instead or Artifact.LAYOUT)
