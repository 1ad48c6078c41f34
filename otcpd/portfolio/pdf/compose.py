"""From content and evidence to the pages of a profile, in one part or several, before anything is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from otcpd.portfolio.content import EvidenceRow, ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.activities import activity_pieces
from otcpd.portfolio.pdf.closing import (
    declaration_pieces,
    evidence_pieces,
    left_out_pieces,
    reading_pieces,
    standard_pieces,
    statement_pieces,
    supervision_pieces,
)
from otcpd.portfolio.pdf.cover import contents, cover_block, title_pieces, written_part
from otcpd.portfolio.pdf.evidence_pages import page_leaf, words_leaves
from otcpd.portfolio.pdf.leaves import Leaf, Part, Survey, survey
from otcpd.portfolio.pdf.part_cover import part_cover_pieces
from otcpd.portfolio.pdf.pieces import divide
from otcpd.portfolio.pdf.style import HEIGHT
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.wording import SUBTITLE, SUMMARY_HEADING, TITLE, evidence_name

WORDS_WEIGHT = 3_000
"""About how many bytes a page of text adds to a PDF."""

_MOST_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """What is never divided between two parts: a page of a piece of evidence (counted from 1), or all the
    words of one that is shown by its words (page 0). `weight` is about how many bytes it takes."""

    row: EvidenceRow
    piece: PreparedPiece
    page: int
    weight: int


@dataclass(frozen=True, slots=True)
class Matter:
    """What a profile is made from. `left_out` are the sentences of its last page, and `carried` is the data
    that it carries in each of its files, if any."""

    content: ProfileContent
    pieces: Sequence[PreparedPiece]
    left_out: Sequence[str]
    carried: bytes = b""


def units_of(matter: Matter) -> list[Unit]:
    """The evidence that is shown, in the order of its numbers."""
    by_number = {one.number: one for one in matter.pieces}
    units: list[Unit] = []
    for row in matter.content.evidence:
        piece = by_number.get(row.number)
        if piece is None or not piece.is_shown:
            continue
        for number, page in enumerate(piece.pages, start=1):
            units.append(Unit(row, piece, number, page.weight + WORDS_WEIGHT))
        if not piece.pages and piece.paragraphs:
            letters = sum(map(len, piece.paragraphs))
            units.append(Unit(row, piece, 0, letters + WORDS_WEIGHT))
    return units


def compose(matter: Matter, files: Sequence[Sequence[Unit]]) -> tuple[list[Part], Survey]:
    """The pages of a profile whose evidence is divided into `files`; there is at least one.

    Page numbers stand in the text, so it is composed until they hold: mostly at the second time, later if
    a page number makes a line wrap. Gives up where that goes round in circles.
    """
    fonts.register()
    found = Survey()
    for _ in range(_MOST_ROUNDS):
        known = found
        parts = [_part(matter, units, number, len(files), known) for number, units in enumerate(files, start=1)]
        found = survey(parts)
        if found == known:
            break
    return parts, found


def _part(matter: Matter, units: Sequence[Unit], number: int, parts: int, known: Survey) -> Part:
    root = Node("Document")
    leaves: list[Leaf] = []
    if number == 1:
        leaves += _front(root, matter, parts, known)
    else:
        pieces = part_cover_pieces(root, matter.content.cover, [one.row for one in units], number, known)
        leaves += map(Leaf, divide(pieces, HEIGHT))
    titles = {row.number: row.title for row in matter.content.activities}
    for before, unit in pairwise((None, *units)):
        assert unit is not None
        if unit.page:
            first_here = before is None or before.row.number != unit.row.number
            leaves.append(page_leaf(root, unit.row, unit.piece, unit.page, titles, first_here=first_here))
        else:
            leaves += words_leaves(root, unit.row, unit.piece, titles)
    if number == parts:
        leaves += map(Leaf, divide(left_out_pieces(root, matter.left_out, carries=bool(matter.carried)), HEIGHT))
    return Part(root, tuple(leaves))


def _front(root: Node, matter: Matter, parts: int, known: Survey) -> list[Leaf]:
    content = matter.content
    subtitle = SUBTITLE if parts == 1 else f"{SUBTITLE}. File 1 of {parts}"
    by_number: Mapping[int, PreparedPiece] = {one.number: one for one in matter.pieces}
    pieces = [
        *title_pieces(root, TITLE, subtitle),
        *cover_block(root, content.cover),
        *written_part(root, SUMMARY_HEADING, "part-1", content.summary),
        *contents(root, content, _evidence_shown(matter)),
        *activity_pieces(root, content),
        *statement_pieces(root, content),
        *evidence_pieces(root, content, by_number, known),
        *standard_pieces(root, content),
        *supervision_pieces(root, content),
        *reading_pieces(root, content),
        *declaration_pieces(root, content),
    ]
    return [Leaf(placed) for placed in divide(pieces, HEIGHT)]


def _evidence_shown(matter: Matter) -> str:
    numbers = sorted({unit.row.number for unit in units_of(matter)})
    if not numbers:
        return ""
    first, last = evidence_name(numbers[0]), evidence_name(numbers[-1])
    return f"Evidence {first} in full" if first == last else f"Evidence {first} to {last} in full"
