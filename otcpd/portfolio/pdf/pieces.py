"""Dividing a document into pages: unbreakable pieces, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from otcpd.portfolio.pdf.sheet import Sheet

Paint = Callable[[Sheet, float], None]
"""Draws something whose upper edge is at the given height."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is never cut in two, with its height and the space above it in points.

    `before` is dropped at the top of a page. A `glued` piece never ends a page: the next one follows on
    the same. `repeat` is drawn above a piece that begins a page: the heads of its table. `place` names
    it for the table of contents. `new_page` begins one.
    """

    height: float
    paint: Paint
    before: float = 0.0
    glued: bool = False
    new_page: bool = False
    place: str = ""
    repeat: Piece | None = None


class Placed(NamedTuple):
    """A piece with its upper edge, counted from the top of the text area."""

    piece: Piece
    top: float


def divide(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """Lay `pieces` out on pages with `height` points of room. There is always at least one page."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for chain in _chains(pieces, height):
        if pages[-1] and (chain[0].new_page or used + _height(chain) > height):
            pages.append([])
            used = 0.0
        for piece in chain:
            if not pages[-1] and piece.repeat is not None:
                pages[-1].append(Placed(piece.repeat, 0.0))
                used = piece.repeat.height
            elif pages[-1]:
                used += piece.before
            pages[-1].append(Placed(piece, used))
            used += piece.height
    return pages


def _chains(pieces: Sequence[Piece], height: float) -> Iterator[list[Piece]]:
    """Pieces that belong on one page; a chain too tall for any page is let go."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.glued:
            yield from [chain] if _height(chain) <= height else [[one] for one in chain]
            chain = []
    yield from [[one] for one in chain]


def _height(chain: Sequence[Piece]) -> float:
    return sum(piece.before + piece.height for piece in chain)
