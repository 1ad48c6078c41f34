"""Parts 3 and 4 of the Word copy and what follows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from otcpd.portfolio.content import ProfileContent, ReadingAnnex, SupervisionAnnex
from otcpd.portfolio.docx.flow import Flow, Words
from otcpd.portfolio.docx.front import PLACES, write_part
from otcpd.portfolio.docx.styles import LEAD_STYLE, SECTION_HEADING, SIGNATURE
from otcpd.portfolio.docx.table import Column, ListTable
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal
from otcpd.portfolio.evidence.words import refusal_words
from otcpd.portfolio.left_out import COUNTS_ALONE, LEFT_OUT_TITLE, NOTHING_LEFT_OUT, left_out_lines
from otcpd.portfolio.pdf.style import WIDTH
from otcpd.portfolio.wording import (
    DATED,
    DECLARATION_HEADING,
    EVIDENCE_HEADING,
    EVIDENCE_HEADS,
    EVIDENCE_LEAD,
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
    WORD_COPY_LEAD,
    brief_days,
    evidence_name,
    evidence_names,
    not_shown,
    reading_lead,
    supervision_cells,
    supervision_sum,
    supports,
)

_STATEMENT_WIDTHS = (26.0, 66.0, 354.0)
_EVIDENCE_WIDTHS = (30.0, 250.0, 100.0)
_STANDARDS_WIDTHS = (30.0, 217.0)
_SUPERVISION_WIDTHS = (142.0, 106.0, 66.0, 62.0, 62.0, 34.0)


def write_closing(flow: Flow, content: ProfileContent, pieces: Sequence[PreparedPiece]) -> None:
    """The statement, the evidence, the standards, the declaration, and what is not there."""
    _statement(flow, content)
    _evidence(flow, content, {piece.number: piece.refusal for piece in pieces})
    _standards(flow, content)
    if content.supervision is not None:
        _supervision(flow, content.supervision)
    if content.reading is not None:
        _reading(flow, content.reading)
    _declaration(flow, content.declaration)
    _left_out(flow, left_out_lines(content, pieces))


def _statement(flow: Flow, content: ProfileContent) -> None:
    write_part(flow, STATEMENT_HEADING, PLACES[2], content.statement, new_page=True)
    if not content.statement_activities:
        return
    flow.heading(RESTS_ON_HEADING, style=SECTION_HEADING)
    table = ListTable(flow, _columns(STATEMENT_HEADS, _STATEMENT_WIDTHS), RESTS_ON_HEADING)
    for one in content.statement_activities:
        table.row(
            (
                Words(str(one.number)),
                Words(brief_days(one.start, one.end)),
                Words(one.title),
                Words(evidence_names(one.evidence)),
            )
        )
    table.finish()


def _evidence(flow: Flow, content: ProfileContent, refusals: Mapping[int, Refusal | None]) -> None:
    flow.heading(EVIDENCE_HEADING, PLACES[3])
    with_files = any(row.size is not None for row in content.evidence)
    flow.paragraph(f"{EVIDENCE_LEAD} {WORD_COPY_LEAD}" if with_files else EVIDENCE_LEAD, LEAD_STYLE)
    table = ListTable(flow, _columns(EVIDENCE_HEADS, _EVIDENCE_WIDTHS), EVIDENCE_HEADING)
    for row in content.evidence:
        refusal = refusals.get(row.number)
        table.row(
            (
                Words(evidence_name(row.number)),
                Words(row.caption if refusal is None else not_shown(row.caption, refusal_words(refusal))),
                Words(row.kind),
                Words(supports(row)),
            )
        )
    table.finish()


def _standards(flow: Flow, content: ProfileContent) -> None:
    flow.heading(STANDARDS_HEADING, PLACES[4])
    table = ListTable(flow, _columns(STANDARDS_HEADS, _STANDARDS_WIDTHS), STANDARDS_HEADING)
    for row in content.standards:
        table.row((Words(row.number), Words(row.label), Words(row.shown_by)))
    table.finish()


def _supervision(flow: Flow, annex: SupervisionAnnex) -> None:
    flow.heading(SUPERVISION_HEADING, "supervision")
    flow.paragraph(f"{SUPERVISION_LEAD} {supervision_sum(annex)}", LEAD_STYLE)
    if not annex.rows:
        return
    columns = tuple(
        Column(one.head, one.width, right=head in SUPERVISION_HEADS[-2:])
        for head, one in zip(SUPERVISION_HEADS, _columns(SUPERVISION_HEADS, _SUPERVISION_WIDTHS), strict=True)
    )
    table = ListTable(flow, columns, SUPERVISION_HEADING)
    for row in annex.rows:
        table.row([Words(text) for text in supervision_cells(row)])
    table.finish()


def _reading(flow: Flow, annex: ReadingAnnex) -> None:
    flow.heading(READING_HEADING, "reading")
    flow.paragraph(reading_lead(annex), LEAD_STYLE)
    for work in annex.works:
        flow.cited(work)


def _declaration(flow: Flow, declaration: Sequence[str]) -> None:
    """The declaration, on one page, with lines to sign on."""
    flow.heading(DECLARATION_HEADING, PLACES[5])
    lead, *points = declaration
    flow.paragraph(lead, keep=True)
    flow.bullets(points, keep=True)
    flow.document.add_paragraph(f"{SIGNED} \t\t{DATED} \t", SIGNATURE)


def _left_out(flow: Flow, sentences: Sequence[str]) -> None:
    flow.heading(LEFT_OUT_TITLE, PLACES[6])
    if sentences:
        flow.paragraph(COUNTS_ALONE, LEAD_STYLE)
        flow.bullets(sentences)
    else:
        flow.paragraph(NOTHING_LEFT_OUT)


def _columns(heads: Sequence[str], widths: Sequence[float]) -> tuple[Column, ...]:
    """Columns from the left, of which the last has what room is left."""
    every = (*widths, WIDTH - sum(widths))
    return tuple(Column(head, width) for head, width in zip(heads, every, strict=True))
