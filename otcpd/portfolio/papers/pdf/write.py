"""Making the tagged PDF of a document of supervision."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

from otcpd.portfolio.papers.layout import PaperLayout
from otcpd.portfolio.papers.pdf.blocks import paper_pieces
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.assemble import assemble
from otcpd.portfolio.pdf.draw import Drawn, foot_name, paint_foot
from otcpd.portfolio.pdf.pieces import Placed, divide
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import HEIGHT, TOP
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import clean


def write_paper_pdf(layouts: Sequence[PaperLayout], target: BinaryIO) -> int:
    """Write a document to `target`; gives how many pages it has. The same content gives the same bytes.

    `layouts` are ways to lay it out, the fullest first: it is the first that fits on one page, or the last. Most
    documents have only one. Raises OSError.
    """
    fonts.register()
    for layout in layouts:
        root = Node("Document")
        pages = divide(paper_pieces(root, layout), HEIGHT)
        if len(pages) == 1:
            break
    drawn = _draw(root, layout, pages)
    assemble(drawn, layout.prepared, b"", target, placed=_unheard, busy=_unheard_of, saved=_unheard_of)
    return len(pages)


def fitting(layouts: Sequence[PaperLayout], spare: float) -> PaperLayout:
    """The first of some layouts that fits on one page and leaves so many points free, or the last."""
    fonts.register()
    for layout in layouts:
        if len(divide(paper_pieces(Node("Document"), layout), HEIGHT - spare)) == 1:
            return layout
    return layouts[-1]


def paper_pdf(layouts: Sequence[PaperLayout]) -> bytes:
    """A document as the bytes of a PDF."""
    target = BytesIO()
    write_paper_pdf(layouts, target)
    return target.getvalue()


def _draw(root: Node, layout: PaperLayout, pages: Sequence[Sequence[Placed]]) -> Drawn:
    title = clean(layout.name)
    sheet = Sheet(title, {}, frozenset())
    who = foot_name(layout.who, layout.number)
    for number, page in enumerate(pages, start=1):
        sheet.next_page()
        for placed in page:
            placed.piece.paint(sheet, TOP + placed.top)
        paint_foot(sheet, who, layout.about, f"Page {number} of {len(pages)}")
    return Drawn(sheet.finish(), root, title, 1, sheet.anchors, {})


def _unheard() -> None:
    """No page of another file is in such a document."""


def _unheard_of(_percent: int) -> None:
    """It is written too quickly for anybody to watch."""
