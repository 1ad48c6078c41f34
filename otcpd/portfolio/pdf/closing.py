"""Parts 3 and 4 and what follows them: statement, evidence, standards, declaration, what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from otcpd.portfolio.content import LIST_NUMBER, EvidenceRow, ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.portfolio.evidence.words import refusal_words
from otcpd.portfolio.left_out import COUNTS_ALONE, LEFT_OUT_TITLE, NOTHING_LEFT_OUT
from otcpd.portfolio.pdf.blocks import bullets, one_line, paragraph, part_heading, section_heading
from otcpd.portfolio.pdf.citations import cited_pieces
from otcpd.portfolio.pdf.cover import written_part
from otcpd.portfolio.pdf.leaves import Span, Survey
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import BODY_QUIET, INK2, LEAD, NOTE, WIDTH
from otcpd.portfolio.pdf.table import Cell, Column, Table
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Run, clean
from otcpd.portfolio.references import activity_place, evidence_place
from otcpd.portfolio.wording import (
    CARRIES_DATA,
    DATED,
    DECLARATION_HEADING,
    EVIDENCE_HEADING,
    EVIDENCE_LEAD,
    NOTHING,
    READING_HEADING,
    RESTS_ON_HEADING,
    SIGNED,
    STANDARDS_HEADING,
    STANDARDS_HEADS,
    STATEMENT_HEADING,
    STATEMENT_HEADS,
    SUPERVISION_HEADING,
    SUPERVISION_HEADS,
    SUPERVISION_LEAD,
    brief_days,
    evidence_name,
    not_shown,
    reading_lead,
    spans_of,
    supervision_cells,
    supervision_sum,
    supports,
)

_STATEMENT_COLUMNS = tuple(
    Column(head, x, width, right=x == 0.0)
    for head, x, width in zip(
        STATEMENT_HEADS, (0.0, 28.0, 92.0, 381.0), (20.0, 60.0, 280.0, WIDTH - 381.0), strict=True
    )
)
_EVIDENCE_COLUMNS = (
    Column("No.", 0.0, 28.0),
    Column("Evidence", 34.0, 205.0),
    Column("Kind", 251.0, 80.0),
    Column("Pages", 331.0, 58.0, right=True),
    Column("Supports", 406.0, WIDTH - 406.0),
)
_STANDARD_COLUMNS = tuple(
    Column(head, x, width)
    for head, x, width in zip(STANDARDS_HEADS, (0.0, 30.0, 247.0), (26.0, 205.0, WIDTH - 247.0), strict=True)
)
_SUPERVISION_COLUMNS = tuple(
    Column(head, x, width, right=head in SUPERVISION_HEADS[-2:])
    for head, x, width in zip(
        SUPERVISION_HEADS,
        (0.0, 142.0, 238.0, 306.0, 366.0, 428.0, 460.0),
        (132.0, 92.0, 64.0, 58.0, 58.0, 28.0, WIDTH - 460.0),
        strict=True,
    )
)
_DATE_FIELD = 330.0


def statement_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """Part 3: the statement alone, then which activities it rests on.

    What the person wrote about each activity is not printed: the regulator reads the statement, and
    anything more would go over its limit of words.
    """
    pieces = written_part(root, STATEMENT_HEADING, "part-3", content.statement, new_page=True)
    if not content.statement_activities:
        return pieces
    pieces += section_heading(root, RESTS_ON_HEADING)
    table = Table(root, _STATEMENT_COLUMNS)
    for one in content.statement_activities:
        table.row(
            (
                Cell((Run(str(one.number), to=activity_place(one.number)),)),
                Cell.of(brief_days(one.start, one.end)),
                Cell.of(one.title),
                Cell(evidence_runs(one.evidence)),
            )
        )
    return pieces + table.pieces


def evidence_runs(numbers: Sequence[int]) -> tuple[Run, ...]:
    """Pieces of evidence as a cell shows them, each leading to where it is shown: "E2, E4 to E9"."""
    runs: list[Run] = []
    for span in spans_of(numbers):
        if runs:
            runs.append(Run(", "))
        for place, number in enumerate(span):
            runs += [Run(" to ")] if place else []
            runs.append(Run(evidence_name(number), to=evidence_place(number)))
    return tuple(runs)


def supported_runs(numbers: Sequence[int], *, lower: bool = False) -> tuple[Run, ...]:
    """The activities that a piece supports, each leading to its row in the list: "Activities 3, 7 and 9"."""
    word = "Activity " if len(numbers) == 1 else "Activities "
    runs = [Run(word.lower() if lower else word)]
    spans = spans_of(numbers)
    for place, span in enumerate(spans):
        if place:
            runs.append(Run(" and " if place == len(spans) - 1 else ", "))
        for end, number in enumerate(span):
            runs += [Run(" to ")] if end else []
            runs.append(Run(str(number), to=activity_place(number)))
    return tuple(runs)


def evidence_pieces(
    root: Node, content: ProfileContent, pieces: Mapping[int, PreparedPiece], known: Survey
) -> list[Piece]:
    """Part 4: the index of evidence, with the pages on which each piece is shown or why it is not."""
    found = part_heading(root, EVIDENCE_HEADING, "part-4", before=30.0)
    found += paragraph(root, EVIDENCE_LEAD, LEAD, before=3.0, glued=True)
    table = Table(root, _EVIDENCE_COLUMNS)
    for row in content.evidence:
        piece = pieces.get(row.number)
        caption = clean(row.caption)
        if piece is not None and piece.refusal is not None:
            caption = not_shown(caption, refusal_words(piece.refusal))
        shown = row.number == LIST_NUMBER or (piece is not None and piece.is_shown)
        table.row(
            (
                Cell((Run(evidence_name(row.number), to=evidence_place(row.number) if shown else ""),)),
                Cell.of(caption),
                Cell.of(row.kind),
                Cell((Run(_pages_of(row, known), to=evidence_place(row.number) if shown else ""),)),
                Cell(supported_runs(row.supports)) if row.supports else Cell.of(supports(row)),
            ),
            place="" if shown else evidence_place(row.number),
        )
    return found + table.pieces


def _pages_of(row: EvidenceRow, known: Survey) -> str:
    """On which pages a piece is: "12", "12 to 16", and in which files of a profile in several."""
    if row.number == LIST_NUMBER:
        first, after = known.pages.get("part-2", 1), known.pages.get("part-3", 2)
        span = Span(first, max(first, after - 1), 1, 1)
    elif (found := known.spans.get(row.number)) is not None:
        span = found
    else:
        return NOTHING
    pages = str(span.first) if span.first == span.last else f"{span.first} to {span.last}"
    if known.parts == 1:
        return pages
    one = span.first_part == span.last_part
    return f"{pages} (file {span.first_part})" if one else f"{pages} (files {span.first_part} to {span.last_part})"


def standard_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """Where each standard is shown."""
    pieces = part_heading(root, STANDARDS_HEADING, "standards", before=30.0)
    table = Table(root, _STANDARD_COLUMNS)
    for row in content.standards:
        table.row((Cell.of(row.number), Cell.of(row.label), Cell.of(row.shown_by)))
    return pieces + table.pieces


def supervision_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """The annex on supervision; nothing where it is not wanted."""
    if content.supervision is None:
        return []
    pieces = part_heading(root, SUPERVISION_HEADING, "supervision", before=30.0)
    lead = f"{SUPERVISION_LEAD} {supervision_sum(content.supervision)}"
    rows = content.supervision.rows
    pieces += paragraph(root, lead, LEAD, before=3.0, glued=bool(rows))
    if not rows:
        return pieces
    table = Table(root, _SUPERVISION_COLUMNS)
    for row in rows:
        table.row([Cell.of(text) for text in supervision_cells(row)])
    return pieces + table.pieces


def reading_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """The annex with what was read, as a reference list; nothing where it is not wanted."""
    if content.reading is None:
        return []
    pieces = part_heading(root, READING_HEADING, "reading", before=30.0)
    pieces += paragraph(root, reading_lead(content.reading), LEAD, before=3.0, glued=bool(content.reading.works))
    for work in content.reading.works:
        pieces += cited_pieces(root, work)
    return pieces


def declaration_pieces(root: Node, content: ProfileContent) -> list[Piece]:
    """The declaration, kept on one page, with room for a signature."""
    pieces = part_heading(root, DECLARATION_HEADING, "declaration", before=30.0)
    lead, *points = content.declaration
    pieces += paragraph(root, lead, before=6.0, glued=True)
    pieces += bullets(root, points)
    signed, dated = root.add("P"), root.add("P")
    pieces.append(Piece(BODY_QUIET.leading + 4.0, partial(_paint_signature, signed, dated), before=44.0))
    return [replace(piece, glued=True) for piece in pieces[:-1]] + pieces[-1:]


def _paint_signature(signed: Node, dated: Node, sheet: Sheet, top: float) -> None:
    for node, word, x, width in ((signed, SIGNED, 0.0, 300.0), (dated, DATED, _DATE_FIELD, WIDTH - _DATE_FIELD)):
        sheet.rule(x, top, width, INK2, 0.6)
        sheet.line(node, x, top + 4.0, one_line(word, BODY_QUIET), BODY_QUIET)


def left_out_pieces(root: Node, lines: Sequence[str], *, carries: bool) -> list[Piece]:
    """The last page: what is not there and why, in counts alone; and that the file `carries` its data."""
    pieces = part_heading(root, LEFT_OUT_TITLE, "left-out", new_page=True)
    if lines:
        pieces += paragraph(root, COUNTS_ALONE, LEAD, before=3.0, glued=True)
        pieces += bullets(root, lines)
    else:
        pieces += paragraph(root, NOTHING_LEFT_OUT, BODY_QUIET, before=6.0)
    if carries:
        pieces += paragraph(root, CARRIES_DATA, NOTE, before=16.0)
    return pieces
