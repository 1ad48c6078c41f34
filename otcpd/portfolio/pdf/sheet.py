"""Drawing on pages so that every stroke is either tagged or an artifact. Points, from the upper left."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.style import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TextStyle
from otcpd.portfolio.pdf.tags import Mark, Node
from otcpd.portfolio.pdf.text import Line, font_of


class Artifact(Enum):
    """What is drawn but not read out; the value is the operand that opens it."""

    LAYOUT = "/Artifact <</Type /Layout>> BDC"
    HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
    FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


class Sheet:
    """The pages of one document under the pen.

    `pages` maps names of places ("part-2") to page numbers from 1 and `page_count` is known from the
    start, since pages are divided before anything is drawn. What follows one another under the same
    node is one marked stretch. x counts from the left margin.
    """

    def __init__(self, title: str, page_count: int, pages: Mapping[str, int]) -> None:
        fonts.register()
        self.page_count = page_count
        self.pages = pages
        self.page = 0
        self._target = BytesIO()
        # Without a first font of ours each page would name Helvetica, which is not embedded. The stubs
        # take the name for a number, so it goes in by keyword.
        first: dict[str, Any] = {"initialFontName": fonts.REGULAR}
        self._canvas = Canvas(self._target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1, **first)
        self._canvas.setTitle(title)
        self._canvas.showOutline()
        self._open: Node | Artifact | None = None
        self._next_mark = 0

    def next_page(self) -> None:
        """Go on to the next page; the first call begins the first one."""
        if self.page:
            self._switch(None)
            self._canvas.showPage()
        self.page += 1
        self._next_mark = 0

    def finish(self) -> BytesIO:
        """Close the last page and give the bytes, not yet tagged."""
        self._switch(None)
        self._canvas.showPage()
        self._canvas.save()
        self._target.seek(0)
        return self._target

    def line(
        self, owner: Node | Artifact, x: float, top: float, line: Line, style: TextStyle, *, right: bool = False
    ) -> None:
        """One line of text whose line box begins at `top`; `x` is its left edge, or its right one."""
        if not line.runs:
            return
        self._switch(owner)
        baseline = PAGE_HEIGHT - top - style.leading / 2 - style.size * 0.36
        at = MARGIN + x - (line.width if right else 0.0)
        self._canvas.setFillColor(HexColor(style.colour))
        last = len(line.runs) - 1
        for place, run in enumerate(line.runs):
            font = font_of(run, style)
            self._canvas.setFont(font, style.size)
            self._canvas.drawString(at, baseline, run.text + (line.joint if place == last else ""))
            at += fonts.width_of(run.text, font, style.size)

    def fill(self, x: float, top: float, width: float, height: float, colour: str, radius: float = 0.0) -> None:
        """A filled ground, as an artifact."""
        self._switch(Artifact.LAYOUT)
        self._canvas.setFillColor(HexColor(colour))
        place = (MARGIN + x, PAGE_HEIGHT - top - height, width, height)
        if radius:
            self._canvas.roundRect(*place, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(*place, stroke=0, fill=1)

    def rule(
        self,
        x: float,
        top: float,
        width: float,
        colour: str,
        weight: float = 0.6,
        *,
        height: float = 0.0,
        of: Artifact = Artifact.LAYOUT,
    ) -> None:
        """A straight line from (x, top), `width` to the right and `height` down, as an artifact."""
        self._switch(of)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        left, upper = MARGIN + x, PAGE_HEIGHT - top
        self._canvas.line(left, upper, left + width, upper - height)

    def bookmark(self, name: str, title: str, level: int, top: float) -> None:
        """An entry in the outline that leads to `top` on this page."""
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=PAGE_HEIGHT - top + 12)
        self._canvas.addOutlineEntry(title, name, level, closed=0)

    def _switch(self, to: Node | Artifact | None) -> None:
        if to is self._open:
            return
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        if isinstance(to, Artifact):
            self._canvas.addLiteral(to.value)
        elif to is not None:
            self._canvas.addLiteral(f"/{to.kind} <</MCID {self._next_mark}>> BDC")
            to.marks.append(Mark(self.page - 1, self._next_mark))
            self._next_mark += 1
        self._open = to
