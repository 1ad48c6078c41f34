"""Evidence as pages of the profile: each under its number, with what it is read out for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from otcpd.domain.carried import page_mark
from otcpd.portfolio.content import EvidenceRow
from otcpd.portfolio.evidence.pieces import PreparedPiece, SourcePage
from otcpd.portfolio.pdf.blocks import heading_lines, lines_of_file, paragraph, text_pieces
from otcpd.portfolio.pdf.closing import supported_runs
from otcpd.portfolio.pdf.leaves import Leaf
from otcpd.portfolio.pdf.pieces import Piece, Placed, divide
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import BOTTOM, HEIGHT, LINE, MARGIN, NOTE, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Run, clean
from otcpd.portfolio.wording import evidence_name

STAMP_WIDTH = 120.0
"""What the stamp at the upper right takes of the first line."""

STRIP = 24.0
"""Height of the line with the stamp over a page on which a piece goes on."""

_GAP = 10.0
_HEADING_ROOM = 42.0
_WORTH_TURNING = 1.15
_SIDEWAYS_HEIGHT = PAGE_WIDTH - TOP - BOTTOM
_SIDEWAYS_WIDTH = PAGE_HEIGHT - 2 * MARGIN


def stamp_of(piece: int, page: int, count: int) -> str:
    """What each page of a piece is stamped with."""
    return f"{evidence_name(piece)}, page {page} of {count}"


def page_leaf(
    root: Node, row: EvidenceRow, piece: PreparedPiece, page: int, titles: Mapping[int, str], *, first_here: bool
) -> Leaf:
    """The leaf that shows one page of a piece, counted from 1; `first_here` if its file of the profile has
    none before it. `titles` are those of the activities, by number."""
    source = piece.pages[page - 1]
    sideways = _is_larger_sideways(source)
    width, height = (_SIDEWAYS_WIDTH, _SIDEWAYS_HEIGHT) if sideways else (WIDTH, HEIGHT)
    top = 0.0
    placed: list[Placed] = []
    if page == 1 or first_here:
        for one in _heading(root, row, piece.note if page == 1 else "", titles, width):
            top += one.before if placed else 0.0
            placed.append(Placed(one, top))
            top += one.height
        top += _GAP
    strip = 0.0 if placed else STRIP
    figure = root.add("Figure", alt=_alt(row, piece, page))
    paint = partial(_paint_page, figure, page_mark(row.number, page), source, width, height - strip - top)
    placed.append(Placed(Piece(height - strip - top, paint), top))
    return Leaf(
        placed,
        evidence=row.number,
        stamp=stamp_of(row.number, page, len(piece.pages)),
        strip=strip > 0.0,
        landscape=sideways,
        forms={page_mark(row.number, page): source},
    )


def words_leaves(root: Node, row: EvidenceRow, piece: PreparedPiece, titles: Mapping[int, str]) -> list[Leaf]:
    """The leaves that show a piece of which only the words are shown."""
    pieces = _heading(root, row, piece.note, titles, WIDTH)
    pieces += lines_of_file(root, piece.paragraphs, before=_GAP)
    pages = divide(pieces, HEIGHT - STRIP)
    return [
        Leaf(
            placed,
            evidence=row.number,
            stamp=stamp_of(row.number, number, len(pages)),
            strip=number > 1,
        )
        for number, placed in enumerate(pages, start=1)
    ]


def _title(row: EvidenceRow) -> str:
    return clean(f"{evidence_name(row.number)}. {row.caption}")


def _alt(row: EvidenceRow, piece: PreparedPiece, page: int) -> str:
    source = piece.pages[page - 1]
    what = f"{stamp_of(row.number, page, len(piece.pages))}. {row.caption}. {row.kind}."
    return clean(f"{what} The page reads: {source.words}" if source.words else what)


def _heading(root: Node, row: EvidenceRow, note: str, titles: Mapping[int, str], width: float) -> list[Piece]:
    place = evidence_name(row.number)
    pieces = heading_lines(root, _title(row), place, level=2, width=width - STAMP_WIDTH)
    runs = [Run("Supports "), *supported_runs(row.supports, lower=True)]
    if len(row.supports) == 1:
        runs.append(Run(f", {clean(titles.get(row.supports[0], ''))}"))
    if row.supports:
        pieces += text_pieces(root.add("P"), runs, NOTE, before=1.0, width=width, glued=True)
    if note:
        pieces += paragraph(root, note, NOTE, before=1.0, glued=True, width=width)
    return [replace(piece, glued=True) for piece in pieces]


def _is_larger_sideways(source: SourcePage) -> bool:
    """Whether a page is worth turning the sheet for."""
    upright = min(WIDTH / source.width, (HEIGHT - _HEADING_ROOM) / source.height, 1.0)
    turned = min(_SIDEWAYS_WIDTH / source.width, (_SIDEWAYS_HEIGHT - _HEADING_ROOM) / source.height, 1.0)
    return turned > _WORTH_TURNING * upright


def _paint_page(
    figure: Node, name: str, source: SourcePage, width: float, height: float, sheet: Sheet, top: float
) -> None:
    scale = min(width / source.width, height / source.height, 1.0)
    shown_width, shown_height = source.width * scale, source.height * scale
    left = (width - shown_width) / 2
    lower = sheet.height - top - shown_height
    figure.box = (MARGIN + left, lower, MARGIN + left + shown_width, lower + shown_height)
    sheet.form(figure, name, (scale, 0.0, 0.0, scale, MARGIN + left, lower))
    sheet.frame(left, top, shown_width, shown_height, LINE)
