"""Part 2: the mixture of learning and the dated list, with gaps where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from otcpd.domain.dates import months_begun, span
from otcpd.domain.durations import format_duration
from otcpd.domain.words import in_words, tally
from otcpd.portfolio.content import NO_CATEGORY, ActivityRow, CategoryTotal, GapReasonWords, GapRow, ProfileContent
from otcpd.portfolio.pdf.blocks import one_line, paragraph, part_heading, shortened
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import (
    BODY_QUIET,
    CELL,
    CELL_BOLD,
    CELL_HEAD,
    FIGURE,
    LEAD,
    NOTE,
    STRONG_LINE,
    SUNKEN,
    WIDTH,
    TextStyle,
)
from otcpd.portfolio.pdf.table import Cell, Column, Table
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, Run, break_lines, clean
from otcpd.portfolio.wording import evidence_name

_COLUMNS = (
    Column("No.", 0.0, 22.0),
    Column("Date", 24.0, 60.0),
    Column("Activity", 88.0, 222.0),
    Column("Type", 322.0, 78.0),
    Column("Time", 402.0, 38.0, right=True),
    Column("Evidence", 451.0, WIDTH - 451.0),
)
_GAPS_ALONE = Column("Time without CPD", 0.0, WIDTH)
"""The one head of a list without activities: six heads over no cells would only be noise when read out."""

_INSET = 16.0
_STEP = 15.8
_NAME_WIDTH = 120.0
_COUNT_EDGE = 194.0
_TIME_EDGE = 270.0
_DIVIDER = 308.0
_FACTS = 327.0


def activity_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """The whole of part 2, from a new page on."""
    pieces = part_heading(root, "Part 2. CPD activities in date order", "part-2", new_page=True)
    lead = "Evidence E1. It shows standard 1 (a continuous record) and standard 2 (a mixture of learning)."
    pieces += paragraph(root, lead, LEAD, before=3.0, glued=True)
    if content.activities:
        pieces += _mixture(root, content)
    else:
        pieces += paragraph(root, "No activity is listed in this period.", BODY_QUIET, before=12.0)
    if content.dated_list:
        pieces += _dated_list(root, content.dated_list)
    return pieces


def numbers_text(numbers: Sequence[int]) -> str:
    """Evidence numbers as a cell shows them: "E2, E3"."""
    return ", ".join(map(evidence_name, numbers))


def _dated_list(root: Node, rows: Sequence[ActivityRow | GapRow]) -> list[Piece]:
    only_gaps = all(isinstance(row, GapRow) for row in rows)
    table = Table(root, (_GAPS_ALONE,) if only_gaps else _COLUMNS)
    for row in rows:
        if isinstance(row, GapRow):
            table.band(_gap_cell(row))
            continue
        table.row(
            (
                Cell.of(str(row.number)),
                Cell.of(span(row.start, row.end or row.start, year=True, brief=True)),
                Cell.of(row.title, bold=row.chosen),
                Cell.of(row.category),
                Cell.of(row.duration),
                Cell.of(numbers_text(row.evidence)),
            )
        )
    return table.pieces


def _gap_cell(gap: GapRow) -> Cell:
    said = " ".join(_reason_text(words, dated=len(gap.reasons) > 1) for words in gap.reasons)
    head = Run(f"Gap, {span(gap.start, gap.end, year=True)}.", bold=True)
    return Cell((head, Run(f" {said or 'No reason is given here.'}")))


def _reason_text(words: GapReasonWords, *, dated: bool) -> str:
    """A reason and its note as sentences, with its days where there are several."""
    reason = clean(words.reason)
    if dated:
        days = span(words.start, words.end)
        reason = f"{reason} ({days})" if reason else f"{days}:"
    return " ".join(filter(None, (_sentence(reason), _sentence(clean(words.note)))))


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".!?…:" else f"{text}."


@dataclass(frozen=True, slots=True)
class _Text:
    """A line of the grey block, placed from its upper left corner."""

    node: Node
    x: float
    top: float
    line: Line
    style: TextStyle
    right: bool = False

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.line(self.node, self.x, top + self.top, self.line, self.style, right=self.right)


def _mixture(root: Node, content: ProfileContent) -> list[Piece]:
    """The grey block: how many activities of each category, and the whole in figures."""
    texts = [*_totals_table(root, content.totals), *_figures(root, content)]
    height = max(text.top + text.style.leading for text in texts) + _INSET - 2.0
    return [Piece(height, partial(_paint_mixture, texts, height), before=14.0)]


def _totals_table(root: Node, totals: Sequence[CategoryTotal]) -> list[_Text]:
    table = root.add("Table")
    texts: list[_Text] = []
    top = _INSET - 2.0
    heads = ("Category", "Activities", "Time")
    row = table.add("TR")
    nodes = [row.add("TH", scope="Column") for _ in heads]
    texts += _totals_row(nodes, heads, top, CELL_HEAD, CELL_HEAD)
    for place, total in enumerate(totals, start=1):
        row = table.add("TR")
        nodes = [row.add("TH", scope="Row"), row.add("TD"), row.add("TD")]
        words = (clean(total.category), str(total.activities), format_duration(total.minutes) if total.minutes else "–")
        texts += _totals_row(nodes, words, top + place * _STEP, CELL, CELL_BOLD)
    return texts


def _totals_row(
    nodes: Sequence[Node], words: Sequence[str], top: float, style: TextStyle, figure: TextStyle
) -> list[_Text]:
    name, count, time = nodes
    return [
        _Text(name, _INSET, top, shortened(words[0], style, _NAME_WIDTH), style),
        _Text(count, _COUNT_EDGE, top, one_line(words[1], figure), figure, right=True),
        _Text(time, _TIME_EDGE, top, one_line(words[2], style), style, right=True),
    ]


def _figures(root: Node, content: ProfileContent) -> list[_Text]:
    rows = content.activities
    kinds = sum(1 for total in content.totals if total.activities and total.category != NO_CATEGORY)
    minutes = sum(total.minutes for total in content.totals)
    spread = months_begun(rows[0].start, max(row.end or row.start for row in rows))
    of_kinds = f"of {in_words(kinds)} {'category' if kinds == 1 else 'categories'}, " if kinds else ""
    words = f"{of_kinds}over {tally(spread, 'month')}"
    words += f", {format_duration(minutes)} in all" if minutes else ""
    texts = [
        _Text(root.add("P"), _FACTS, _INSET - 5.0, one_line(tally(len(rows), "activity", "activities"), FIGURE), FIGURE)
    ]
    top = _INSET + FIGURE.leading - 2.0
    notes = [words]
    if any(row.chosen for row in rows):
        notes.append("Bold: used in the statement, part 3")
    for note in notes:
        node = root.add("P")
        for line in break_lines([Run(note)], NOTE, WIDTH - _FACTS - _INSET):
            texts.append(_Text(node, _FACTS, top, line, NOTE))
            top += NOTE.leading + 1.6
        top += 5.0
    return texts


def _paint_mixture(texts: Sequence[_Text], height: float, sheet: Sheet, top: float) -> None:
    sheet.fill(0.0, top, WIDTH, height, SUNKEN, 7.0)
    sheet.rule(_DIVIDER, top + _INSET - 3.0, 0.0, STRONG_LINE, height=height - 2 * (_INSET - 3.0))
    for text in texts:
        text.paint(sheet, top)
