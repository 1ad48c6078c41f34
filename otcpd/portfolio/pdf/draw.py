"""From composed pages to drawn ones, with the structure that belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from otcpd.portfolio.content import Cover
from otcpd.portfolio.evidence.pieces import SourcePage
from otcpd.portfolio.pdf.blocks import one_line, shortened
from otcpd.portfolio.pdf.evidence_pages import STRIP
from otcpd.portfolio.pdf.leaves import EVIDENCE_PLACE, Leaf, Part, Survey
from otcpd.portfolio.pdf.sheet import Artifact, Sheet
from otcpd.portfolio.pdf.style import FOOTER, FOOTER_RULE, FOOTER_TEXT, NOTE, PART, STRONG_LINE, TOP
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, clean
from otcpd.portfolio.wording import document_title, footer_period

EVIDENCE_BOOKMARK = "Evidence in full"
_FOOTER_SIDE = 190.0

PageDone = Callable[[int], None]
"""Told the number of each page when it is drawn."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn document that is not yet tagged: its bytes, its structure, its title, the number of its first
    page, where its places are, and the pages of other files that belong on its pages, by page index."""

    data: BytesIO
    root: Node
    title: str
    first: int
    anchors: Mapping[str, tuple[int, float]]
    forms: Mapping[int, Mapping[str, SourcePage]]


def draw(part: Part, number: int, known: Survey, cover: Cover, page_done: PageDone) -> Drawn:
    """Draw the `number`th part of a profile."""
    first = known.starts[number - 1]
    here = {placed.piece.place for leaf in part.leaves for placed in leaf.placed if placed.piece.place}
    if any(leaf.evidence for leaf in part.leaves):
        here.add(EVIDENCE_PLACE)
    title = clean(document_title(cover))
    if known.parts > 1:
        title = f"{title}, file {number} of {known.parts}"
    sheet = Sheet(title, known.pages, here, first)
    in_evidence = False
    for leaf in part.leaves:
        sheet.next_page(landscape=leaf.landscape)
        if leaf.evidence and not in_evidence:
            sheet.bookmark(EVIDENCE_PLACE, EVIDENCE_BOOKMARK, 1, TOP)
            in_evidence = True
        top = TOP + _stamp(sheet, leaf)
        for placed in leaf.placed:
            placed.piece.paint(sheet, top + placed.top)
        _footer(sheet, cover, number, known)
        page_done(sheet.page)
    forms = {index: leaf.forms for index, leaf in enumerate(part.leaves) if leaf.forms}
    return Drawn(sheet.finish(), part.root, title, first, sheet.anchors, forms)


def _stamp(sheet: Sheet, leaf: Leaf) -> float:
    """The stamp of a page of evidence, as an artifact; gives the height it takes."""
    if not leaf.stamp:
        return 0.0
    # In line with the heading of a piece where there is one.
    top = TOP if leaf.strip else TOP + (PART.leading - NOTE.leading) / 2 + 1.5
    sheet.line(Artifact.HEADER, sheet.text_width, top, one_line(leaf.stamp, NOTE), NOTE, right=True)
    return STRIP if leaf.strip else 0.0


def _footer(sheet: Sheet, cover: Cover, number: int, known: Survey) -> None:
    """Name and number, period, page."""
    of = f"Page {sheet.page} of {known.page_count}"
    of = of if known.parts == 1 else f"{of}, file {number} of {known.parts}"
    paint_foot(sheet, foot_name(cover.name, cover.registration), footer_period(cover), of)


def paint_foot(sheet: Sheet, left: Line, about: str, of: str) -> None:
    """Whose a page is, what it is `about`, and which page `of` how many: the same on each page, so an artifact."""
    width = sheet.text_width
    page = one_line(of, FOOTER)
    middle = shortened(about, FOOTER, width - left.width - page.width - 24.0)
    gap = (width - left.width - middle.width - page.width) / 2
    top = sheet.height - FOOTER_TEXT - FOOTER.leading / 2 - FOOTER.size * 0.36
    sheet.rule(0.0, sheet.height - FOOTER_RULE, width, STRONG_LINE, of=Artifact.FOOTER)
    sheet.line(Artifact.FOOTER, 0.0, top, left, FOOTER)
    sheet.line(Artifact.FOOTER, left.width + gap, top, middle, FOOTER)
    sheet.line(Artifact.FOOTER, width, top, page, FOOTER, right=True)


@lru_cache(maxsize=4)
def foot_name(name: str, number: str = "") -> Line:
    """Name and number; of a long name only its beginning, but always the whole number."""
    number = clean(number)
    after = f", {number}" if number and name.strip() else number
    room = _FOOTER_SIDE - one_line(after, FOOTER).width
    shown = shortened(name, FOOTER, max(room, _FOOTER_SIDE / 2))
    return one_line("".join(run.text for run in shown.runs) + after, FOOTER)
