"""Headings, paragraphs and lists, as pieces of a page with their place in the structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.sheet import Artifact, Sheet
from otcpd.portfolio.pdf.style import BODY, NOTE, PART, SECTION, WIDTH, TextStyle
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, Run, break_lines, clean, paragraphs
from otcpd.portfolio.references import is_heading, list_item, references

PARAGRAPH_GAP = 7.3
_HEADING_GAP = 11.0
_BULLET_INDENT = 14.0
_ITEM_GAP = 2.0
_LINE_GAP = 1.5


@lru_cache(maxsize=1000)
def one_line(text: str, style: TextStyle) -> Line:
    """`text` as a single line of whatever width it takes."""
    return break_lines([Run(clean(text))], style, float("inf"))[0]


@lru_cache(maxsize=1000)
def shortened(text: str, style: TextStyle, width: float) -> Line:
    """`text` as one line of at most `width`, its end cut off with dots if it must be."""
    lines = break_lines([Run(clean(text))], style, width)
    if len(lines) == 1:
        return lines[0]
    kept = "".join(run.text for run in lines[0].runs)
    while kept and one_line(f"{kept}…", style).width > width:
        kept = kept[:-1]
    return one_line(f"{kept.rstrip()}…", style)


def text_pieces(
    node: Node,
    runs: Sequence[Run],
    style: TextStyle,
    *,
    x: float = 0.0,
    width: float = WIDTH,
    before: float = 0.0,
    glued: bool = False,
    refers: bool = False,
) -> list[Piece]:
    """Running text, a piece a line. First two and last two lines stay together; `glued` holds the last
    one to what follows. With `refers`, what names evidence or an activity leads there. What is written from
    right to left stands at the right."""
    lines = break_lines(runs, style, width)
    if refers:
        lines = tuple(map(_referring, lines))
    last = len(lines) - 1
    return [
        Piece(
            style.leading,
            partial(_paint_line, node, x + width if line.rtl else x, line, style),
            before=before if place == 0 else 0.0,
            glued=glued if place == last else place in (0, last - 1),
        )
        for place, line in enumerate(lines)
    ]


def paragraph(
    parent: Node,
    text: str,
    style: TextStyle = BODY,
    *,
    before: float = 0.0,
    glued: bool = False,
    width: float = WIDTH,
    refers: bool = False,
) -> list[Piece]:
    """One paragraph."""
    runs = [Run(clean(text))]
    return text_pieces(parent.add("P"), runs, style, before=before, glued=glued, width=width, refers=refers)


def written_text(parent: Node, text: str, before: float) -> list[Piece]:
    """What the person wrote, literally: each of her lines is a paragraph, an item of a list, or a heading over
    the next one."""
    pieces: list[Piece] = []
    items: Node | None = None
    for one, following in pairwise((*paragraphs(text), "")):
        gap = PARAGRAPH_GAP if pieces else before
        item = list_item(one)
        if item is not None:
            gap = _ITEM_GAP if items is not None else gap
            items = items or parent.add("L")
            pieces += _item_pieces(items, *item, gap)
            continue
        items = None
        if is_heading(one, following):
            gap = _HEADING_GAP if pieces else before
            lines = text_pieces(parent.add("H3"), [Run(one)], SECTION, before=gap, refers=True)
            pieces += [replace(piece, glued=True) for piece in lines]
            continue
        after_heading = bool(pieces) and pieces[-1].glued
        pieces += paragraph(parent, one, before=1.5 if after_heading else gap, refers=True)
    return pieces


def lines_of_file(parent: Node, lines: Sequence[str], before: float) -> list[Piece]:
    """The lines of a text that came as a file, each a paragraph; an empty one stands for space between blocks."""
    pieces: list[Piece] = []
    gap = before
    for line in lines:
        if not clean(line):
            gap = max(gap, PARAGRAPH_GAP)
            continue
        pieces += paragraph(parent, line, before=gap)
        gap = _LINE_GAP
    return pieces


def _item_pieces(items: Node, mark: str, text: str, gap: float) -> list[Piece]:
    """An item of the person's own list, under the mark that she gave it."""
    entry = items.add("LI")
    label, body = entry.add("Lbl"), entry.add("LBody")
    sign = one_line(mark, BODY)
    indent = max(_BULLET_INDENT, sign.width + 4.0)
    lines = text_pieces(body, [Run(text)], BODY, x=indent, width=WIDTH - indent, before=gap, refers=True)
    paint = partial(_paint_first, label, sign, BODY, lines[0])
    return [replace(lines[0], paint=paint), *lines[1:]]


def part_heading(
    parent: Node, title: str, place: str, *, note: str = "", before: float = 24.0, new_page: bool = False
) -> list[Piece]:
    """The heading of a part, with a short note at its right; also a bookmark."""
    heading = parent.add("H2")
    aside = parent.add("P") if note else None
    paint = partial(_paint_heading, heading, aside, title, note, place)
    return [Piece(PART.leading, paint, before=before, glued=True, new_page=new_page, place=place)]


def heading_lines(parent: Node, title: str, place: str, *, level: int, width: float) -> list[Piece]:
    """A heading of as many lines as it takes, with its bookmark at `level`."""
    lines = text_pieces(parent.add("H2"), [Run(clean(title))], PART, width=width)
    first = replace(lines[0], paint=partial(_paint_marked, place, clean(title), level, lines[0]), place=place)
    return [replace(piece, glued=True) for piece in (first, *lines[1:])]


def section_heading(parent: Node, title: str, *, before: float = 20.0) -> list[Piece]:
    """A heading inside a part."""
    return text_pieces(parent.add("H3"), [Run(title)], SECTION, before=before, glued=True)


def bullets(parent: Node, items: Sequence[str], style: TextStyle = BODY) -> list[Piece]:
    """A list with a dot before each item."""
    whole = parent.add("L")
    pieces: list[Piece] = []
    dot = one_line("•", style)
    for item in items:
        entry = whole.add("LI")
        label, body = entry.add("Lbl"), entry.add("LBody")
        lines = text_pieces(body, [Run(clean(item))], style, x=_BULLET_INDENT, width=WIDTH - _BULLET_INDENT, before=4.0)
        paint = partial(_paint_first, label, dot, style, lines[0])
        pieces.append(Piece(lines[0].height, paint, before=4.0, glued=lines[0].glued))
        pieces += lines[1:]
    return pieces


def rule_piece(colour: str, weight: float, before: float) -> Piece:
    """A rule across the page, held to what follows."""
    return Piece(weight, partial(_paint_rule, colour, weight), before=before, glued=True)


def _referring(line: Line) -> Line:
    """`line` with what it refers to as runs of their own."""
    runs: list[Run] = []
    for run in line.runs:
        end = 0
        for first, after, place in references(run.text):
            runs += [Run(run.text[end:first], run.bold), Run(run.text[first:after], run.bold, place)]
            end = after
        runs.append(replace(run, text=run.text[end:]))
    return replace(line, runs=tuple(run for run in runs if run.text))


def _paint_line(owner: Node | Artifact, x: float, line: Line, style: TextStyle, sheet: Sheet, top: float) -> None:
    sheet.line(owner, x, top, line, style, right=line.rtl)


def _paint_heading(
    heading: Node, aside: Node | None, title: str, note: str, place: str, sheet: Sheet, top: float
) -> None:
    sheet.bookmark(place, title, 1, top)
    sheet.line(heading, 0.0, top, one_line(title, PART), PART)
    if aside is not None:
        sheet.line(aside, WIDTH, top + 1.5 + (PART.leading - NOTE.leading) / 2, one_line(note, NOTE), NOTE, right=True)


def _paint_marked(place: str, title: str, level: int, first: Piece, sheet: Sheet, top: float) -> None:
    sheet.bookmark(place, title, level, top)
    first.paint(sheet, top)


def _paint_first(label: Node, dot: Line, style: TextStyle, first: Piece, sheet: Sheet, top: float) -> None:
    sheet.line(label, 0.0, top, dot, style)
    first.paint(sheet, top)


def _paint_rule(colour: str, weight: float, sheet: Sheet, top: float) -> None:
    sheet.rule(0.0, top + weight / 2, WIDTH, colour, weight)
