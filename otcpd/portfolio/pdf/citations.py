"""Works of a reference list, a paragraph each."""

from __future__ import annotations

from collections.abc import Iterator

from otcpd.domain.citing import Citation, CitedRun
from otcpd.portfolio.pdf.blocks import text_pieces
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.style import BODY, WIDTH
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Run, clean

_GAP = 6.0


def cited_pieces(parent: Node, work: Citation, *, width: float = WIDTH) -> list[Piece]:
    """One work. What is italic is set slanted."""
    return text_pieces(parent.add("P"), citation_runs(work), BODY, before=_GAP, width=width)


def citation_runs(work: Citation) -> list[Run]:
    """The runs of a work as a page sets them."""
    return [Run(_kept(one.text), italic=one.italic) for one in _signs_with_words(work)]


def _signs_with_words(work: Citation) -> Iterator[CitedRun]:
    """A comma after an italic word goes with it, so that no line begins with the comma."""
    before: CitedRun | None = None
    for one in work:
        text = one.text
        if before is not None and not text.startswith(" ") and not before.text.endswith(" "):
            sign, blank, rest = text.partition(" ")
            before = CitedRun(before.text + sign, before.italic)
            text = blank + rest
        if before is not None:
            yield before
        before = CitedRun(text, one.italic)
    if before is not None and before.text:
        yield before


def _kept(text: str) -> str:
    """The text without what has no shape, with the blanks at its ends."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
