"""The first page: who and when, the summary of practice, and what is in the profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from otcpd.portfolio.content import Cover, ProfileContent, WrittenPart
from otcpd.portfolio.pdf.blocks import one_line, paragraph, part_heading, rule_piece, text_pieces, written_text
from otcpd.portfolio.pdf.leaves import EVIDENCE_PLACE
from otcpd.portfolio.pdf.pieces import Piece
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import (
    ACCENT,
    BODY,
    BODY_BOLD,
    BODY_QUIET,
    LINE,
    SUBTITLE,
    SUNKEN,
    TITLE,
    WIDTH,
    TextStyle,
)
from otcpd.portfolio.pdf.tags import Node
from otcpd.portfolio.pdf.text import Line, Run, break_lines, clean
from otcpd.portfolio.wording import CONTENTS_HEADING, NOTHING_WRITTEN, contents_entries, cover_facts, word_count

_BAR_WIDTH, _BAR_HEIGHT = 47.0, 5.0
_INSET = 17.0
_ROW_GAP = 4.9
_LEFT = (_INSET, 116.0, 139.0)
_RIGHT = (263.0, 334.0, 146.0)
_WIDE_LEFT = (_INSET, 100.0, 220.0)
_NARROW_RIGHT = (335.0, 386.0, 98.0)
"""x of labels, x of values and width of values of the two columns of the cover block, as they are mostly and for
a long name."""

_ABOUT_DAYS = 3
"""How many of the cover's facts, the last ones, are about days: they stand in the right column."""

_ENTRY_PADDING = 4.9
_ENTRY_INDENT = 52.0


def title_pieces(root: Node, title: str, subtitle: str) -> list[Piece]:
    """The bar, the title and the line below it."""
    heading = root.add("H1")
    return [
        Piece(_BAR_HEIGHT, _paint_bar, glued=True),
        Piece(TITLE.leading, partial(_paint_title, heading, title), before=12.0, glued=True),
        *text_pieces(root.add("P"), [Run(clean(subtitle))], SUBTITLE, before=2.0, glued=True),
    ]


def _paint_bar(sheet: Sheet, top: float) -> None:
    sheet.fill(0.0, top, _BAR_WIDTH, _BAR_HEIGHT, ACCENT, _BAR_HEIGHT / 2)


def _paint_title(node: Node, title: str, sheet: Sheet, top: float) -> None:
    sheet.bookmark("title", title, 0, top)
    sheet.line(node, -0.6, top, one_line(title, TITLE), TITLE)


@dataclass(frozen=True, slots=True)
class _Fact:
    """A label and its value, set and placed; `top` is counted from the top of the block."""

    label: Node
    value: Node
    name: Line
    lines: tuple[Line, ...]
    style: TextStyle
    columns: tuple[float, float, float]
    top: float

    @property
    def bottom(self) -> float:
        return self.top + len(self.lines) * self.style.leading

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.line(self.label, self.columns[0], top + self.top, self.name, BODY_QUIET)
        for place, line in enumerate(self.lines):
            sheet.line(self.value, self.columns[1], top + self.top + place * self.style.leading, line, self.style)


def cover_block(root: Node, cover: Cover) -> list[Piece]:
    """The grey block with name, profession, number and period; read as a list of labels and values."""
    facts = cover_facts(cover)
    return facts_block(root, facts[:-_ABOUT_DAYS], facts[-_ABOUT_DAYS:])


def facts_block(root: Node, who: Sequence[tuple[str, str]], when: Sequence[tuple[str, str]]) -> list[Piece]:
    """A grey block of labels and values in two columns, each read as a list; what may be long stands in the first."""
    whole = root.add("L")
    long = any(len(_set(name, value, _LEFT[2])) > 1 for name, value in who)
    left, right = (_WIDE_LEFT, _NARROW_RIGHT) if long else (_LEFT, _RIGHT)
    set_facts = [*_column(whole, who, left), *_column(whole, when, right)]
    height = max(fact.bottom for fact in set_facts) + _INSET - 3.0
    return [Piece(height, partial(_paint_cover, set_facts, height), before=18.0)]


def _column(whole: Node, pairs: Sequence[tuple[str, str]], columns: tuple[float, float, float]) -> list[_Fact]:
    facts: list[_Fact] = []
    top = _INSET - 3.0
    for name, value in pairs:
        style = _style_of(name)
        entry = whole.add("LI")
        lines = _set(name, value, columns[2])
        fact = _Fact(entry.add("Lbl"), entry.add("LBody"), one_line(name, BODY_QUIET), lines, style, columns, top)
        facts.append(fact)
        top = fact.bottom + _ROW_GAP
    return facts


def _set(name: str, value: str, width: float) -> tuple[Line, ...]:
    return break_lines([Run(clean(value))], _style_of(name), width)


def _style_of(name: str) -> TextStyle:
    return BODY_BOLD if name == "Name" else BODY


def _paint_cover(facts: Sequence[_Fact], height: float, sheet: Sheet, top: float) -> None:
    sheet.fill(0.0, top, WIDTH, height, SUNKEN, 7.0)
    for fact in facts:
        fact.paint(sheet, top)


def written_part(root: Node, title: str, place: str, part: WrittenPart, *, new_page: bool = False) -> list[Piece]:
    """A part that is one text of the person's own."""
    pieces = part_heading(root, title, place, note=word_count(part.words, part.limit), new_page=new_page)
    text = written_text(root, part.text, before=6.0)
    return pieces + (text or paragraph(root, NOTHING_WRITTEN, BODY_QUIET, before=6.0))


def contents(root: Node, content: ProfileContent, evidence_shown: str) -> list[Piece]:
    """What is in the profile, with page numbers; `evidence_shown` names the evidence that is shown as pages,
    such as "Evidence E2 to E5 in full", and is empty if there is none."""
    entries = [*contents_entries(content)]
    if evidence_shown:
        entries.insert(-1, ("", evidence_shown, EVIDENCE_PLACE))
    pieces = part_heading(root, CONTENTS_HEADING, "contents")
    pieces.append(rule_piece(ACCENT, 0.9, before=4.0))
    whole = root.add("TOC")
    for label, title, place in entries:
        entry = whole.add("TOCI")
        number = entry.add("Lbl") if label else None
        paint = partial(_paint_entry, number, entry.add("P"), label, title, place)
        pieces.append(Piece(BODY.leading + 2 * _ENTRY_PADDING, paint, glued=place != entries[-1][-1]))
    return pieces


def _paint_entry(number: Node | None, node: Node, label: str, title: str, place: str, sheet: Sheet, top: float) -> None:
    at = top + _ENTRY_PADDING
    if number is not None:
        sheet.line(number, 0.0, at, one_line(label, BODY_QUIET), BODY_QUIET)
    name = one_line(title, BODY)
    # The space keeps title and page number apart where the text is read and not seen.
    sheet.line(node, _ENTRY_INDENT, at, Line(name.runs, name.width, " "), BODY)
    page = break_lines([Run(str(sheet.pages[place]), to=place)], BODY, WIDTH)[0]
    sheet.line(node, WIDTH, at, page, BODY, right=True)
    sheet.rule(0.0, top + BODY.leading + 2 * _ENTRY_PADDING, WIDTH, LINE)
