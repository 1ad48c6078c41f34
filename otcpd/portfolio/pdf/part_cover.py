"""The first page of a later file of a profile: whose it is, and what is in it."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.portfolio.content import Cover, EvidenceRow
from otcpd.portfolio.pdf.blocks import paragraph, part_heading
from otcpd.portfolio.pdf.cover import cover_block, title_pieces
from otcpd.portfolio.pdf.leaves import Survey
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.style import BODY, WIDTH
from otcpd.portfolio.pdf.table import Cell, Column, Table
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Run, clean
from otcpd.portfolio.references import evidence_place
from otcpd.portfolio.wording import SUBTITLE, TITLE, evidence_name

_COLUMNS = (
    Column("No.", 0.0, 26.0),
    Column("Evidence", 30.0, 290.0),
    Column("Pages", 337.0, WIDTH - 337.0),
)


def part_cover_pieces(root: Node, cover: Cover, rows: Sequence[EvidenceRow], number: int, known: Survey) -> list[Piece]:
    """`rows` are the pieces of evidence shown in this file, the `number`th; a piece may be there twice."""
    pieces = title_pieces(root, f"{TITLE}, file {number} of {known.parts}", SUBTITLE)
    pieces += cover_block(root, cover)
    pieces += part_heading(root, "Evidence in this file", "in-this-file")
    lead = "The summary, activities, statement and list of evidence are in file 1. Page numbers run on from it."
    pieces += paragraph(root, lead, BODY, before=3.0, glued=True)
    table = Table(root, _COLUMNS)
    for row in dict.fromkeys(rows):
        table.row(
            (
                Cell((Run(evidence_name(row.number), to=evidence_place(row.number)),)),
                Cell.of(clean(row.caption)),
                Cell.of(_pages(row, number, known)),
            )
        )
    return pieces + table.pieces


def _pages(row: EvidenceRow, number: int, known: Survey) -> str:
    """The pages of a piece that are in this file, and that there are more elsewhere."""
    span = known.spans.get(row.number)
    if span is None or number >= len(known.starts):
        return ""
    first = max(span.first, known.starts[number - 1])
    last = min(span.last, known.starts[number] - 1)
    pages = str(first) if first == last else f"{first} to {last}"
    if span.first_part < number:
        return f"{pages}; begins in file {span.first_part}"
    return f"{pages}; goes on in file {number + 1}" if span.last_part > number else pages
