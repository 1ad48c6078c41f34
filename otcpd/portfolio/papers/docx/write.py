"""Making the Word document of a document of supervision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from itertools import pairwise

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from otcpd.portfolio.docx.blank import blank_document
from otcpd.portfolio.docx.characters import one_line
from otcpd.portfolio.docx.flow import Flow, Words, fill
from otcpd.portfolio.docx.foot import write_foot
from otcpd.portfolio.docx.package import describe, packed
from otcpd.portfolio.docx.styles import (
    HEADING,
    LEAD_STYLE,
    NORMAL,
    NOTE_STYLE,
    SECTION_HEADING,
    SIGNATURE,
    SUBTITLE_STYLE,
    TITLE_STYLE,
    style_id,
)
from otcpd.portfolio.docx.table import Column, ListTable, facts_table
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
    PaperLayout,
    Picture,
    Quiet,
    Signing,
    Written,
)
from otcpd.portfolio.papers.wording import DATED, FACTS_CAPTION
from otcpd.portfolio.pdf.style import WIDTH

_BELOW_FACTS = 12.0
"""Points between the grey block and a text below it."""
_SIGN_TOGETHER = 12
"""So many lines to sign on stay on one page."""


def paper_docx(layout: PaperLayout) -> bytes:
    """A document as Word opens it, with its charts as tables. The same content gives the same bytes."""
    document = blank_document()
    describe(document, layout.name, layout.who, layout.prepared)
    flow = Flow(document)
    flow.paragraph(layout.title, TITLE_STYLE)
    flow.paragraph(layout.subtitle, SUBTITLE_STYLE)
    for before, block in pairwise((None, *layout.blocks)):
        assert block is not None
        there = len(document.paragraphs) if isinstance(before, Facts) else 0
        _write(block, flow)
        if isinstance(before, Facts):
            _move_off(document.paragraphs[there:])
    if isinstance(layout.blocks[-1], Grid | Picture | Beside):
        # Word wants a paragraph behind the last table, and puts one in itself where there is none.
        flow.document.add_paragraph()
    write_foot(document, ", ".join(filter(None, (layout.who, layout.number))), layout.about)
    return packed(document)


def _move_off(paragraphs: Sequence[Paragraph]) -> None:
    """Room above the first of these, which stands below a grey block; a heading has more of its own."""
    for paragraph in paragraphs[:1]:
        if paragraph.style is None or paragraph.style.style_id != style_id(HEADING):
            paragraph.paragraph_format.space_before = Pt(_BELOW_FACTS)


@singledispatch
def _write(block: Block, flow: Flow) -> None:
    raise TypeError(f"{block!r} is no block of a document, in {flow}")


@_write.register
def _(block: Facts, flow: Flow) -> None:
    facts_table(flow, (*block.left, *block.right), FACTS_CAPTION)


@_write.register
def _(block: Heading, flow: Flow) -> None:
    flow.heading(block.text, style=SECTION_HEADING if block.small else HEADING, new_page=block.new_page)


@_write.register
def _(block: Lead, flow: Flow) -> None:
    flow.paragraph(block.text, LEAD_STYLE)


@_write.register
def _(block: Written, flow: Flow) -> None:
    flow.written(block.text)


@_write.register
def _(block: Quiet, flow: Flow) -> None:
    flow.paragraph(block.text, NOTE_STYLE if block.small else NORMAL)


@_write.register
def _(block: Bullets, flow: Flow) -> None:
    flow.bullets(block.items)


@_write.register
def _(block: Cited, flow: Flow) -> None:
    for work in block.works:
        flow.cited(work)


@_write.register
def _(block: Numbers, flow: Flow) -> None:
    for figure, words in block.items:
        fill(flow.document.add_paragraph(), (Words(figure, strong=True), Words(words)), NORMAL)


@_write.register
def _(grid: Grid, flow: Flow) -> None:
    room = WIDTH - sum(column.width for column in grid.columns)
    columns = [Column(column.head, column.width or room, column.right) for column in grid.columns]
    table = ListTable(flow, columns, one_line(grid.caption))
    for row in grid.rows:
        table.row([Words(text) for text in row])
    table.finish()


@_write.register
def _(block: Picture, flow: Flow) -> None:
    if block.facts:
        flow.paragraph(f"{' '.join(block.facts[:2])}. {' '.join(block.facts[2:])}".strip())
    if block.table is not None:
        _write(block.table, flow)


@_write.register
def _(block: Beside, flow: Flow) -> None:
    for panel in filter(None, (block.left, block.right)):
        flow.heading(panel.heading)
        _write(panel.table, flow)


@_write.register
def _(block: Signing, flow: Flow) -> None:
    lines = flow.document.paragraphs[-2:]  # the heading, and the sentence that is signed
    for line in block.lines:
        day = f"{line.on} " if line.on else ""
        lines.append(flow.document.add_paragraph(f"{one_line(line.who)} \t\t{DATED} {day}\t", SIGNATURE))
    if len(lines) <= _SIGN_TOGETHER:
        for paragraph in lines[:-1]:
            paragraph.paragraph_format.keep_with_next = True
