"""The first page: who and when, the summary of practice, and what is in the profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from otcpd.domain.dates import long_day
from otcpd.portfolio.content import Cover, ProfileContent, WrittenPart
from otcpd.portfolio.pdf.blocks import one_line, paragraph, part_heading, rule_piece, text_pieces, written_text
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

TITLE_TEXT = "CPD profile"
NOT_GIVEN = "Not given"
NOTHING_WRITTEN = "Nothing is written here yet."

_BAR_WIDTH, _BAR_HEIGHT = 47.0, 5.0
_INSET = 17.0
_ROW_GAP = 4.9
_LEFT = (_INSET, 116.0, 139.0)
_RIGHT = (263.0, 334.0, 146.0)
"""x of labels, x of values and width of values of the two columns of the cover block."""

_ENTRY_PADDING = 4.9
_ENTRY_INDENT = 52.0


def title_pieces(root: Node) -> list[Piece]:
    """The bar, the title and the line below it."""
    title = root.add("H1")
    return [
        Piece(_BAR_HEIGHT, _paint_bar, glued=True),
        Piece(TITLE.leading, partial(_paint_title, title), before=12.0, glued=True),
        *text_pieces(
            root.add("P"),
            [Run("Prepared for the Health and Care Professions Council (HCPC)")],
            SUBTITLE,
            before=2.0,
            glued=True,
        ),
    ]


def _paint_bar(sheet: Sheet, top: float) -> None:
    sheet.fill(0.0, top, _BAR_WIDTH, _BAR_HEIGHT, ACCENT, _BAR_HEIGHT / 2)


def _paint_title(node: Node, sheet: Sheet, top: float) -> None:
    sheet.bookmark("title", TITLE_TEXT, 0, top)
    sheet.line(node, -0.6, top, one_line(TITLE_TEXT, TITLE), TITLE)


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
    whole = root.add("L")
    who = [
        ("Name", cover.name or NOT_GIVEN),
        ("Profession", cover.profession),
        ("HCPC number", cover.registration or NOT_GIVEN),
        ("CPD number", cover.audit_number),
    ]
    when = [("From", long_day(cover.start)), ("To", long_day(cover.end)), ("Prepared", long_day(cover.prepared))]
    facts = [*_column(whole, who, _LEFT), *_column(whole, when, _RIGHT)]
    height = max(fact.bottom for fact in facts) + _INSET - 3.0
    return [Piece(height, partial(_paint_cover, facts, height), before=18.0)]


def _column(whole: Node, pairs: Sequence[tuple[str, str]], columns: tuple[float, float, float]) -> list[_Fact]:
    facts: list[_Fact] = []
    top = _INSET - 3.0
    for name, value in pairs:
        if not clean(value):
            continue
        style = BODY_BOLD if name == "Name" else BODY
        entry = whole.add("LI")
        lines = break_lines([Run(clean(value))], style, columns[2])
        fact = _Fact(entry.add("Lbl"), entry.add("LBody"), one_line(name, BODY_QUIET), lines, style, columns, top)
        facts.append(fact)
        top = fact.bottom + _ROW_GAP
    return facts


def _paint_cover(facts: Sequence[_Fact], height: float, sheet: Sheet, top: float) -> None:
    sheet.fill(0.0, top, WIDTH, height, SUNKEN, 7.0)
    for fact in facts:
        fact.paint(sheet, top)


def word_count(part: WrittenPart) -> str:
    """How long a text is against its limit: "266 of 500 words"."""
    return f"{part.words:,} of {part.limit:,} words"


def written_part(root: Node, title: str, place: str, part: WrittenPart, *, new_page: bool = False) -> list[Piece]:
    """A part that is one text of the person's own."""
    pieces = part_heading(root, title, place, note=word_count(part), new_page=new_page)
    text = written_text(root, part.text, before=6.0)
    return pieces + (text or paragraph(root, NOTHING_WRITTEN, BODY_QUIET, before=6.0))


def contents(root: Node, content: ProfileContent) -> list[Piece]:
    """What is in the profile, with page numbers."""
    last = content.evidence[-1].number
    evidence = f"Evidence, E1 to E{last}" if last > 1 else "Evidence, E1"
    entries = (
        ("Part 1", "Summary of recent practice", "part-1"),
        ("Part 2", "CPD activities in date order", "part-2"),
        ("Part 3", "Personal statement", "part-3"),
        ("Part 4", evidence, "part-4"),
        ("", "Where the five standards are shown", "standards"),
        ("", "Declaration that this is my own work", "declaration"),
    )
    pieces = part_heading(root, "In this profile", "contents")
    pieces.append(rule_piece(ACCENT, 0.9, before=4.0))
    whole = root.add("TOC")
    for label, title, place in entries:
        entry = whole.add("TOCI")
        number = entry.add("Lbl") if label else None
        paint = partial(_paint_entry, number, entry.add("P"), label, title, place)
        pieces.append(Piece(BODY.leading + 2 * _ENTRY_PADDING, paint, glued=place != "declaration"))
    return pieces


def _paint_entry(number: Node | None, node: Node, label: str, title: str, place: str, sheet: Sheet, top: float) -> None:
    at = top + _ENTRY_PADDING
    if number is not None:
        sheet.line(number, 0.0, at, one_line(label, BODY_QUIET), BODY_QUIET)
    name = one_line(title, BODY)
    # The space keeps title and page number apart where the text is read and not seen.
    sheet.line(node, _ENTRY_INDENT, at, Line(name.runs, name.width, " "), BODY)
    sheet.line(node, WIDTH, at, one_line(str(sheet.pages[place]), BODY), BODY, right=True)
    sheet.rule(0.0, top + BODY.leading + 2 * _ENTRY_PADDING, WIDTH, LINE)
