"""Parts 3 and 4 and what follows them: statement, evidence, standards, declaration."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from otcpd.domain.dates import span
from otcpd.domain.sizes import size_in_words
from otcpd.domain.words import joined
from otcpd.portfolio.content import EvidenceRow, ProfileContent
from otcpd.portfolio.pdf.activities import numbers_text
from otcpd.portfolio.pdf.blocks import bullets, one_line, paragraph, part_heading, section_heading
from otcpd.portfolio.pdf.cover import written_part
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import BODY_QUIET, INK2, LEAD, WIDTH
from otcpd.portfolio.pdf.table import Cell, Column, Table
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.wording import evidence_name

_STATEMENT_COLUMNS = (
    Column("No.", 0.0, 22.0),
    Column("Date", 24.0, 60.0),
    Column("Activity", 88.0, 350.0),
    Column("Evidence", 451.0, WIDTH - 451.0),
)
_EVIDENCE_COLUMNS = (
    Column("No.", 0.0, 26.0),
    Column("Evidence", 30.0, 205.0),
    Column("Kind", 247.0, 100.0),
    Column("Size", 350.0, 42.0, right=True),
    Column("Supports", 406.0, WIDTH - 406.0),
)
_STANDARD_COLUMNS = (
    Column("No.", 0.0, 26.0),
    Column("Standard in short", 30.0, 205.0),
    Column("Where it is shown", 247.0, WIDTH - 247.0),
)
_DATE_FIELD = 330.0


def statement_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """Part 3: the statement alone, then which activities it rests on.

    What the person wrote about each activity is not printed: the regulator reads the statement, and
    anything more would go over its limit of words.
    """
    pieces = written_part(root, "Part 3. Personal statement", "part-3", content.statement, new_page=True)
    if not content.statement_activities:
        return pieces
    pieces += section_heading(root, "Activities that this statement rests on")
    table = Table(root, _STATEMENT_COLUMNS)
    for one in content.statement_activities:
        table.row(
            (
                Cell.of(str(one.number)),
                Cell.of(span(one.start, one.end or one.start, year=True, brief=True)),
                Cell.of(one.title),
                Cell.of(numbers_text(one.evidence)),
            )
        )
    return pieces + table.pieces


def evidence_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """Part 4: the index of evidence."""
    pieces = part_heading(root, "Part 4. Evidence", "part-4", before=30.0)
    lead = "E1 is the dated list in part 2. Activities are numbered as they are there."
    pieces += paragraph(root, lead, LEAD, before=3.0, glued=True)
    table = Table(root, _EVIDENCE_COLUMNS)
    for row in content.evidence:
        table.row(
            (
                Cell.of(evidence_name(row.number)),
                Cell.of(row.caption),
                Cell.of(row.kind),
                Cell.of("–" if row.size is None else size_in_words(row.size)),
                Cell.of(_supports(row)),
            )
        )
    return pieces + table.pieces


def _supports(row: EvidenceRow) -> str:
    if row.size is None:
        return "Standards 1 and 2"
    word = "Activity" if len(row.supports) == 1 else "Activities"
    return f"{word} {joined([str(number) for number in row.supports])}"


def standard_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """Where each standard is shown."""
    pieces = part_heading(root, "Where the five standards are shown", "standards", before=30.0)
    table = Table(root, _STANDARD_COLUMNS)
    for row in content.standards:
        table.row((Cell.of(row.number), Cell.of(row.label), Cell.of(row.shown_by)))
    return pieces + table.pieces


def declaration_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """The declaration, kept on one page, with room for a signature."""
    pieces = part_heading(root, "Declaration that this is my own work", "declaration", before=30.0)
    lead, *points = content.declaration
    pieces += paragraph(root, lead, before=6.0, glued=True)
    pieces += bullets(root, points)
    signed, dated = root.add("P"), root.add("P")
    pieces.append(Piece(BODY_QUIET.leading + 4.0, partial(_paint_signature, signed, dated), before=44.0))
    return [replace(piece, glued=True) for piece in pieces[:-1]] + pieces[-1:]


def _paint_signature(signed: Node, dated: Node, sheet: Sheet, top: float) -> None:
    for node, word, x, width in ((signed, "Signed", 0.0, 300.0), (dated, "Date", _DATE_FIELD, WIDTH - _DATE_FIELD)):
        sheet.rule(x, top, width, INK2, 0.6)
        sheet.line(node, x, top + 4.0, one_line(word, BODY_QUIET), BODY_QUIET)
