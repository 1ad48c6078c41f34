"""From content to drawn pages and the structure that belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from otcpd.domain.dates import span
from otcpd.portfolio.content import Cover, ProfileContent
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.activities import activity_pieces
from otcpd.portfolio.pdf.blocks import one_line, shortened
from otcpd.portfolio.pdf.closing import (
    declaration_pieces,
    evidence_pieces,
    standard_pieces,
    statement_pieces,
)
from otcpd.portfolio.pdf.cover import contents, cover_block, title_pieces, written_part
from otcpd.portfolio.pdf.pieces import Piece, divide
from otcpd.portfolio.pdf.sheet import Artifact, Sheet
from otcpd.portfolio.pdf.style import FOOTER, FOOTER_RULE, FOOTER_TEXT, HEIGHT, PAGE_HEIGHT, STRONG_LINE, TOP, WIDTH
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import clean

_FOOTER_SIDE = 190.0

PageDone = Callable[[int, int], None]
"""Told after each page: pages drawn, pages in all."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn document that is not yet tagged: its bytes, its structure, its title."""

    data: BytesIO
    root: Node
    title: str
    anchors: Mapping[str, tuple[int, float]]


def draw(content: ProfileContent, page_done: PageDone) -> Drawn:
    """Draw all pages of a profile."""
    fonts.register()
    root = Node("Document")
    pages = divide(_compose(root, content), HEIGHT)
    places = {
        placed.piece.place: number
        for number, page in enumerate(pages, start=1)
        for placed in page
        if placed.piece.place
    }
    title = document_title(content.cover)
    sheet = Sheet(title, places, len(pages))
    for number, page in enumerate(pages, start=1):
        sheet.next_page()
        for placed in page:
            placed.piece.paint(sheet, TOP + placed.top)
        _footer(sheet, content.cover)
        page_done(number, len(pages))
    return Drawn(sheet.finish(), root, title, sheet.anchors)


def document_title(cover: Cover) -> str:
    """What the title bar of a PDF reader shows."""
    who = clean(cover.name)
    return f"CPD profile of {who}" if who else "CPD profile"


def _compose(root: Node, content: ProfileContent) -> list[Piece]:
    return [
        *title_pieces(root),
        *cover_block(root, content.cover),
        *written_part(root, "Part 1. Summary of recent practice", "part-1", content.summary),
        *contents(root, content),
        *activity_pieces(root, content),
        *statement_pieces(root, content),
        *evidence_pieces(root, content),
        *standard_pieces(root, content),
        *declaration_pieces(root, content),
    ]


def _footer(sheet: Sheet, cover: Cover) -> None:
    """Name and number, period, page: the same on each page, so an artifact."""
    who = ", ".join(filter(None, (clean(cover.name), clean(cover.registration))))
    period = f"HCPC CPD profile, {span(cover.start, cover.end, year=True)}"
    page = one_line(f"Page {sheet.page} of {sheet.page_count}", FOOTER)
    left = shortened(who, FOOTER, _FOOTER_SIDE)
    middle = shortened(period, FOOTER, WIDTH - left.width - page.width - 24.0)
    gap = (WIDTH - left.width - middle.width - page.width) / 2
    top = PAGE_HEIGHT - FOOTER_TEXT - FOOTER.leading / 2 - FOOTER.size * 0.36
    sheet.rule(0.0, PAGE_HEIGHT - FOOTER_RULE, WIDTH, STRONG_LINE, of=Artifact.FOOTER)
    sheet.line(Artifact.FOOTER, 0.0, top, left, FOOTER)
    sheet.line(Artifact.FOOTER, left.width + gap, top, middle, FOOTER)
    sheet.line(Artifact.FOOTER, WIDTH, top, page, FOOTER, right=True)
