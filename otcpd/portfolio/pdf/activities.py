"""Part 2: the mixture of learning and the dated list, with gaps where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from otcpd.portfolio.charts.icons import category_icon
from otcpd.portfolio.charts.mixture import mixture_chart
from otcpd.portfolio.charts.shapes import Chart, Place, Words
from otcpd.portfolio.content import ActivityRow, GapRow, ProfileContent
from otcpd.portfolio.pdf.blocks import one_line, paragraph, part_heading
from otcpd.portfolio.pdf.closing import evidence_runs
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.shapes import paint_chart, print_width
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import (
    BODY_QUIET,
    CELL,
    CELL_HEAD,
    FIGURE,
    LEAD,
    NOTE,
    STRONG_LINE,
    SUNKEN,
    WIDTH,
    TextStyle,
)
from otcpd.portfolio.pdf.table import ICON_SIZE, Cell, Column, Table
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, Run, break_lines, clean
from otcpd.portfolio.references import activity_place
from otcpd.portfolio.wording import (
    BOLD_MEANS,
    GAPS_ALONE_HEAD,
    LIST_HEADING,
    LIST_HEADS,
    LIST_LEAD,
    NOTHING_LISTED,
    brief_days,
    gap_days,
    gap_said,
    mixture,
)

_NUMBER, _DATE, _ACTIVITY, _CATEGORY, _TIME, _EVIDENCE = LIST_HEADS
_COLUMNS = (
    Column(_DATE, 26.0, 60.0),
    Column(_ACTIVITY, 90.0, 222.0),
    Column(_CATEGORY, 322.0, 84.0),
    Column(_TIME, 400.0, 40.0, right=True),
    Column(_EVIDENCE, 451.0, WIDTH - 451.0),
)
_GAPS_ALONE = Column(GAPS_ALONE_HEAD, 0.0, WIDTH)

_INSET = 17.0
_ABOVE = 11.0
_DIVIDER = 308.0
_FACTS = 327.0
_NO_BREAK = "\u00a0"


def activity_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """The whole of part 2, from a new page on."""
    pieces = part_heading(root, LIST_HEADING, "part-2", new_page=True)
    pieces += paragraph(root, LIST_LEAD, LEAD, before=3.0, glued=True)
    if content.activities:
        pieces += _mixture(root, content)
    else:
        pieces += paragraph(root, NOTHING_LISTED, BODY_QUIET, before=12.0)
    if content.dated_list:
        pieces += _dated_list(root, content.dated_list)
    return pieces


def _dated_list(root: Node, rows: Sequence[ActivityRow | GapRow]) -> list[Piece]:
    table = Table(root, _columns([row for row in rows if isinstance(row, ActivityRow)]))
    for row in rows:
        if isinstance(row, GapRow):
            table.band(Cell((Run(clean(gap_days(row)), bold=True), Run(f" {clean(gap_said(row))}"))))
        else:
            table.row(_cells(row), place=activity_place(row.number))
    return table.pieces


def _columns(rows: Sequence[ActivityRow]) -> tuple[Column, ...]:
    """The columns for these activities; that of the numbers as narrow as its head and numbers, so that the
    head begins at the margin."""
    if not rows:
        return (_GAPS_ALONE,)
    widest = max(print_width(str(row.number), CELL.size, False) for row in rows)
    width = max(widest, print_width(_NUMBER, CELL_HEAD.size, True)) + 0.01
    # Titles tell rows apart when read out; a single row needs no name.
    return (
        Column(_NUMBER, 0.0, width, right=True),
        *(replace(column, names=column.head == _ACTIVITY and len(rows) > 1) for column in _COLUMNS),
    )


def _cells(row: ActivityRow) -> tuple[Cell, ...]:
    return (
        Cell.of(str(row.number)),
        Cell.of(brief_days(row.start, row.end)),
        Cell.of(row.title, bold=row.chosen),
        Cell.of(row.category, icon=category_icon(row.mark, 0.0, 0.0, ICON_SIZE)),
        Cell.of(row.duration),
        Cell(evidence_runs(row.evidence)),
    )


@dataclass(frozen=True, slots=True)
class _Fact:
    """A line beside the chart, placed from the upper edge of the block."""

    node: Node
    top: float
    line: Line
    style: TextStyle


def _mixture(root: Node, content: ProfileContent) -> list[Piece]:
    """The grey block: a bar for each category, and the whole in figures. The bars are read as a table."""
    chart = mixture_chart(content.totals, _DIVIDER - 18.0 - _INSET, print_width)
    nodes = _table_nodes(root, chart)
    facts = _facts(root, content)
    height = max(chart.height, facts[-1].top + facts[-1].style.leading - _ABOVE) + 2 * _ABOVE
    return [Piece(height, partial(_paint_mixture, chart, nodes, facts, height), before=14.0)]


def _table_nodes(root: Node, chart: Chart) -> dict[Place, Node]:
    """A table in the structure with a cell for each place of the chart's words."""
    table = root.add("Table")
    nodes: dict[Place, Node] = {}
    rows: dict[int, Node] = {}
    for place in sorted(shape.place for shape in chart.shapes if isinstance(shape, Words) and shape.place):
        row = rows[place.row] = rows.get(place.row) or table.add("TR")
        scope = "Column" if place.row == 0 else "Row" if place.column == 0 else ""
        nodes[place] = row.add("TH", scope=scope) if scope else row.add("TD")
    return nodes


def _facts(root: Node, content: ProfileContent) -> list[_Fact]:
    count, spread = mixture(content)
    top = _ABOVE
    facts = [_Fact(root.add("P"), top, one_line(count, FIGURE), FIGURE)]
    top += FIGURE.leading + 3.0
    # "54 h 30 in all" stays on one line.
    begun, _, whole = spread.rpartition(", ")
    spread = f"{begun}, {whole.replace(' ', _NO_BREAK)}" if begun else spread
    for note in (spread, BOLD_MEANS) if any(row.chosen for row in content.activities) else (spread,):
        node = root.add("P")
        for line in break_lines([Run(note)], NOTE, WIDTH - _FACTS - _INSET):
            facts.append(_Fact(node, top, line, NOTE))
            top += NOTE.leading + 1.6
        top += 5.0
    return facts


def _paint_mixture(
    chart: Chart, nodes: dict[Place, Node], facts: Sequence[_Fact], height: float, sheet: Sheet, top: float
) -> None:
    sheet.fill(0.0, top, WIDTH, height, SUNKEN, 7.0)
    sheet.rule(_DIVIDER, top + _ABOVE + 2.0, 0.0, STRONG_LINE, height=height - 2 * (_ABOVE + 2.0))
    paint_chart(sheet, chart, _INSET, top + (height - chart.height) / 2, nodes)
    for fact in facts:
        sheet.line(fact.node, _FACTS, top + fact.top, fact.line, fact.style)
