"""Tables of a Word document: their head is repeated on each page, and short rows stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table, _Cell, _Row

from otcpd.portfolio.docx.flow import Flow, Words, element, fill
from otcpd.portfolio.docx.styles import (
    CELL_PADDING,
    FACT,
    FACT_LABEL,
    FACTS_TABLE,
    LIST_TABLE,
    TABLE_HEAD,
    TABLE_TEXT,
    TOTALS_TABLE,
    border,
    colour,
    twips,
)
from otcpd.portfolio.pdf.style import ACCENT, CELL, SUNKEN, WARN_LINE, WARN_SOFT, WIDTH

TALLEST_ROW = 260.0
"""A row that is about taller, in points, may be divided between pages; others stay whole."""

SHORT_TABLE = 240.0
"""Rows that together are about no taller than this stay on one page, with the head."""

_LETTER = 0.5
"""The usual width of a letter as a part of its size."""

_BAND_INSET = 7.0
_RIGHT_GAP = 7.0
"""More room behind figures at the right of their column, or the next column seems to belong to them."""

_FACTS_INSET = 17.0
_FACTS_WIDTHS = (120.0, WIDTH - 120.0)
_FACTS_EDGE = 12.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points with the gap to the next one, and on which side its text stands."""

    head: str
    width: float
    right: bool = False


class ListTable:
    """A table with a head. `caption` says what it is to those who do not see it."""

    def __init__(self, flow: Flow, columns: Sequence[Column], caption: str, *, totals: bool = False) -> None:
        """`totals` sets a close table whose first column has the heads of the rows."""
        self._columns = tuple(columns)
        self._rows: list[tuple[_Row, float]] = []
        style = TOTALS_TABLE if totals else LIST_TABLE
        self._widths = [one.width for one in columns]
        self._table = _new_table(flow, self._widths, style, caption)
        _set_look(self._table, first_row=True, first_column=totals)
        head = _new_row(self._table, self._widths)
        _of_row(head, "cantSplit", "tblHeader")
        for column, cell in zip(self._columns, head.cells, strict=True):
            _write(cell, (Words(column.head),), TABLE_HEAD, right=column.right)
            _decorate(cell, edge=ACCENT, weight=0.9)

    def row(self, cells: Sequence[Words]) -> None:
        """A row with one cell for each column."""
        row = _new_row(self._table, self._widths)
        lines = 0
        for column, cell, words in zip(self._columns, row.cells, cells, strict=True):
            _write(cell, (words,), TABLE_TEXT, right=column.right)
            lines = max(lines, _lines(words.text, column.width))
        self._add(row, lines)

    def band(self, words: Sequence[Words]) -> None:
        """A row of one cell across all columns, on a warm ground."""
        row = _new_row(self._table, [sum(self._widths)])
        cell = row.cells[0]
        cell._tc.grid_span = len(self._columns)
        _write(cell, words, TABLE_TEXT)
        _decorate(cell, edge=WARN_LINE, weight=0.5, ground=WARN_SOFT, left=_BAND_INSET)
        self._add(row, _lines(" ".join(one.text for one in words), WIDTH - 2 * _BAND_INSET))

    def finish(self) -> None:
        """Hold together what belongs together: a short table, or the first two and the last two rows."""
        last = len(self._rows) - 1
        whole = range(last)
        ends = [place for place in {0, last - 1} if 0 <= place < last]
        for places in (whole, ends):
            if sum(self._rows[place][1] for place in places) <= SHORT_TABLE:
                for place in places:
                    _hold(self._rows[place][0])
                return

    def _add(self, row: _Row, lines: int) -> None:
        height = lines * CELL.leading + 2 * CELL_PADDING
        if height <= TALLEST_ROW:
            _of_row(row, "cantSplit")
        self._rows.append((row, height))


def facts_table(flow: Flow, facts: Sequence[tuple[str, str]], caption: str) -> None:
    """The grey block of the cover: labels, which are the heads of their rows, and values."""
    table = _new_table(flow, _FACTS_WIDTHS, FACTS_TABLE, caption)
    _set_look(table, first_row=False, first_column=True)
    for place, (label, value) in enumerate(facts):
        row = _new_row(table, _FACTS_WIDTHS)
        _of_row(row, "cantSplit")
        top = _FACTS_EDGE if place == 0 else None
        bottom = _FACTS_EDGE if place == len(facts) - 1 else None
        for cell, words, style, left in (
            (row.cells[0], Words(label), FACT_LABEL, _FACTS_INSET),
            (row.cells[1], Words(value, strong=place == 0), FACT, 0.0),
        ):
            _write(cell, (words,), style)
            _decorate(cell, ground=SUNKEN, left=left, top=top, bottom=bottom)
        if place < len(facts) - 1:
            _hold(row)


def _new_table(flow: Flow, widths: Sequence[float], style: str, caption: str) -> Table:
    table: Table = flow.document.add_table(0, len(widths), style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    properties = table._tbl.tblPr
    whole = properties.find(qn("w:tblW"))
    whole.set(qn("w:type"), "dxa")
    whole.set(qn("w:w"), str(twips(sum(widths))))
    properties.append(element("tblCaption", val=caption))
    return table


def _new_row(table: Table, widths: Sequence[float]) -> _Row:
    row = table._tbl.add_tr()
    for width in widths:
        row.add_tc().width = Pt(width)
    return _Row(row, table)


def _set_look(table: Table, *, first_row: bool, first_column: bool) -> None:
    """Tell readers aloud which cells are heads."""
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    flags = (0x0020 if first_row else 0) | (0x0080 if first_column else 0) | 0x0200 | 0x0400
    look.set(qn("w:val"), f"{flags:04X}")
    look.set(qn("w:firstRow"), str(int(first_row)))
    look.set(qn("w:firstColumn"), str(int(first_column)))
    look.set(qn("w:noHBand"), "1")


def _write(cell: _Cell, words: Sequence[Words], style: str, *, right: bool = False) -> None:
    paragraph = fill(cell.paragraphs[0], words, style)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(_RIGHT_GAP)


def _decorate(
    cell: _Cell,
    *,
    edge: str = "",
    weight: float = 0.0,
    ground: str = "",
    left: float = 0.0,
    top: float | None = None,
    bottom: float | None = None,
) -> None:
    """A rule below a cell, a ground, and room inside it where that differs from the table's."""
    sides = (("top", top), ("left", left or None), ("bottom", bottom))
    room = "".join(f'<w:{side} w:w="{twips(size)}" w:type="dxa"/>' for side, size in sides if size is not None)
    parts = (
        f"<w:tcBorders>{border('bottom', edge, weight)}</w:tcBorders>" if edge else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(ground)}"/>' if ground else "",
        f"<w:tcMar>{room}</w:tcMar>" if room else "",
    )
    properties = cell._tc.get_or_add_tcPr()
    for part in parse_xml(f"<w:tcPr {nsdecls('w')}>{''.join(parts)}</w:tcPr>"):
        properties.append(part)


def _of_row(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(element(name))


def _hold(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _lines(text: str, width: float) -> int:
    """About how many lines `text` takes in a column."""
    return max(1, ceil(len(text) * CELL.size * _LETTER / width))
