"""Drawing on pages so that every stroke is either tagged or an artifact. Points, from the upper left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from enum import Enum
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from otcpd.portfolio.charts.shapes import Close, Curve, Move, Step, To
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.lettering import draw
from otcpd.portfolio.pdf.style import LINK, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TextStyle
from otcpd.portfolio.pdf.tags import Mark, Node, Spot
from otcpd.portfolio.pdf.text import Line, Run, is_bold, placed_runs
from otcpd.portfolio.pdf.typesetting import typeset, width_of

_AS_A_PAGE_BEGINS = "0 g 0 G 1 w 0 J 0 j 10 M [] 0 d 0 Tc 0 Tw 100 Tz 0 TL 0 Tr 0 Ts"
"""Black, thin and plain: a form takes over how we draw, and a page of another file counts on none of it."""


class Artifact(Enum):
    """What is drawn but not read out; the value is the operand that opens it."""

    LAYOUT = "/Artifact <</Type /Layout>> BDC"
    HEADER = "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
    FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


class Sheet:
    """The pages of one document under the pen.

    `pages` maps names of places ("part-2") to the page numbers that are printed, counted through all
    parts of a profile; `first` is the number of this document's first page. Both are known from the start,
    since pages are divided before anything is drawn. `here` are the places that this document has. What
    follows one another under the same node is one marked stretch. x counts from the left margin.
    """

    def __init__(self, title: str, pages: Mapping[str, int], here: Container[str], first: int = 1) -> None:
        fonts.register()
        # Binary streams: text made of them takes a quarter more room, and qpdf undoes it again.
        rl_config.useA85 = 0
        self.pages = pages
        self._here = here
        self.page = first - 1
        self.width, self.height = PAGE_WIDTH, PAGE_HEIGHT
        self.anchors: dict[str, tuple[int, float]] = {}
        """Where places are in this document: page index from 0, and height in points from the lower edge."""
        self._first = first
        self._target = BytesIO()
        # Without a first font of ours each page would name Helvetica, which is not embedded. The stubs
        # take the name for a number, so it goes in by keyword.
        first_font: dict[str, Any] = {"initialFontName": fonts.REGULAR}
        self._canvas = Canvas(
            self._target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1, **first_font
        )
        self._canvas.setTitle(title)
        self._canvas.showOutline()
        self._open: Node | Artifact | None = None
        self._next_mark = 0

    @property
    def index(self) -> int:
        """The index of the page under the pen in this document, from 0."""
        return self.page - self._first

    @property
    def text_width(self) -> float:
        """The width between the margins of the page under the pen."""
        return self.width - 2 * MARGIN

    def next_page(self, *, landscape: bool = False) -> None:
        """Go on to the next page; the first call begins the first one."""
        if self.page >= self._first:
            self._switch(None)
            self._canvas.showPage()
        self.page += 1
        self.width, self.height = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
        self._canvas.setPageSize((self.width, self.height))
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
        """One line of text whose line box begins at `top`; `x` is its left edge, or its right one.

        Runs that lead to a place of this profile become links.
        """
        if not line.runs:
            return
        baseline = self.height - top - style.leading / 2 - style.size * 0.36
        left = MARGIN + x - (line.width if right else 0.0)
        last = len(line.runs) - 1
        for place, (run, offset, width) in enumerate(placed_runs(line, style)):
            at = left + offset
            leads = run.to in self._here and isinstance(owner, Node)
            under = owner.add("Link") if leads and isinstance(owner, Node) else owner
            self._canvas.setFillColor(HexColor(LINK if leads else style.colour))
            self._draw_run(under, at, baseline, run, style, line.joint if place == last else "", line.rtl)
            if leads and isinstance(under, Node):
                box = (at, baseline - 0.25 * style.size, at + width, baseline + 0.8 * style.size)
                under.kids.append(Spot(self.index, box, run.to, run.text))

    def _draw_run(
        self, owner: Node | Artifact, at: float, baseline: float, run: Run, style: TextStyle, joint: str, rtl: bool
    ) -> None:
        bold = is_bold(run, style)
        # A space at the end of a line from right to left stands at its left.
        at -= width_of(joint, bold, style.size) if rtl else 0.0
        for placed, actual in typeset(run.text + joint, bold, rtl):
            self._switch(_text_of(owner, actual))
            for stretch, x in placed:
                draw(self._canvas, at + x * style.size, baseline, stretch, style.size, bold=bold, slanted=run.italic)

    def form(self, owner: Node, name: str, matrix: tuple[float, float, float, float, float, float]) -> None:
        """A picture or page that is put in later under `name` ("/E3p2"), placed by `matrix` on the page."""
        self._switch(owner)
        numbers = " ".join(f"{number:.4f}" for number in matrix)
        self._canvas.addLiteral(f"q {_AS_A_PAGE_BEGINS} {numbers} cm {name} Do Q")

    def fill(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        colour: str,
        radius: float = 0.0,
        *,
        of: Node | Artifact = Artifact.LAYOUT,
    ) -> None:
        """A filled ground, mostly as an artifact."""
        self._switch(of)
        self._canvas.setFillColor(HexColor(colour))
        place = (MARGIN + x, self.height - top - height, width, height)
        if radius:
            self._canvas.roundRect(*place, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(*place, stroke=0, fill=1)

    def frame(self, x: float, top: float, width: float, height: float, colour: str) -> None:
        """A hairline round something, as an artifact."""
        self._switch(Artifact.LAYOUT)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(0.5)
        self._canvas.rect(MARGIN + x, self.height - top - height, width, height, stroke=1, fill=0)

    def rule(
        self,
        x: float,
        top: float,
        width: float,
        colour: str,
        weight: float = 0.6,
        *,
        height: float = 0.0,
        of: Node | Artifact = Artifact.LAYOUT,
    ) -> None:
        """A straight line from (x, top), `width` to the right and `height` down, mostly as an artifact."""
        self._switch(of)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        left, upper = MARGIN + x, self.height - top
        self._canvas.line(left, upper, left + width, upper - height)

    def strokes(
        self,
        steps: Iterable[Step],
        x: float,
        top: float,
        colour: str,
        weight: float,
        *,
        of: Node | Artifact = Artifact.LAYOUT,
        fill: str = "",
    ) -> None:
        """Lines and curves with round ends, counted from (x, top), mostly as an artifact.

        What they enclose is filled if `fill` is a colour; with a weight of 0 there are no lines.
        """
        self._switch(of)
        self._canvas.saveState()
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        if fill:
            self._canvas.setFillColor(HexColor(fill))
        self._canvas.translate(MARGIN + x, self.height - top)
        path = self._canvas.beginPath()
        for step in steps:
            numbers = [-number if place % 2 else number for place, number in enumerate(step)]
            match step:
                case Move():
                    path.moveTo(*numbers)
                case To():
                    path.lineTo(*numbers)
                case Curve():
                    path.curveTo(*numbers)
                case Close():
                    path.close()
        self._canvas.drawPath(path, stroke=int(weight > 0), fill=int(bool(fill)))
        self._canvas.restoreState()

    def anchor(self, name: str, top: float) -> None:
        """Note that a place is at `top` on this page, for the links that lead to it."""
        self.anchors[name] = (self.index, self.height - top + 12)

    def bookmark(self, name: str, title: str, level: int, top: float) -> None:
        """An entry in the outline that leads to `top` on this page."""
        self.anchor(name, top)
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=self.height - top + 12)
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
            to.kids.append(Mark(self.index, self._next_mark))
            self._next_mark += 1
        self._open = to


def _text_of(owner: Node | Artifact, actual: str) -> Node | Artifact:
    """Whose mark a stretch of the text of `owner` is; `actual` is what it stands for, if that is not plain.

    Such a stretch is an element of its own, and so is plain text after one, or after a link: otherwise all the
    plain text of a paragraph would be read first, and the rest after that.
    """
    if isinstance(owner, Artifact):
        return owner
    if actual:
        return owner.add("Span", actual=actual)
    if not owner.kids or not isinstance(owner.kids[-1], Node):
        return owner
    last = owner.kids[-1]
    return last if last.kind == "Span" and not last.actual else owner.add("Span")
