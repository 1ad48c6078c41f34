"""The words of a PDF page and where they stand, as PDFium finds them."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from otcpd.portfolio.evidence.pdf.frame import PageFrame
from otcpd.portfolio.evidence.pdf.objects import TextObjects
from otcpd.portfolio.evidence.pdf.text_layer import Word

MOST_CHARACTERS = 60_000
"""Characters of one page: a page of a newspaper has 20,000."""

LINE_END_HYPHENS = (0x02, 0xFFFE)
"""What PDFium gives for a hyphen that divides a word over two lines."""

UNWANTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
"""Kinds of characters that are no letters of any word."""

_FAR = 0.6
"""Parts of the height of a letter: one that is so far from the one before begins a new word."""


@dataclass(slots=True)
class _Letter:
    text: str
    box: tuple[float, float, float, float]
    turns: int


def words_of(page: pypdfium2.PdfPage, frame: PageFrame) -> list[Word]:
    """The words of `page` that lie within `frame`, in the order in which they are read.

    Where the file says other words than it shows, there are none: nobody has seen those.
    """
    text = page.get_textpage()
    try:
        count = min(text.count_chars(), MOST_CHARACTERS)
        return list(_words(_letters(text, count, frame)))
    finally:
        text.close()


def _words(letters: Iterator[_Letter | None]) -> Iterator[Word]:
    gathered: list[_Letter] = []
    for letter in letters:
        if gathered and (letter is None or not _continues(gathered[-1], letter)):
            yield _word(gathered, spaced=letter is None)
            gathered = []
        if letter is not None:
            gathered.append(letter)
    if gathered:
        yield _word(gathered, spaced=False)


def _letters(text: pypdfium2.PdfTextPage, count: int, frame: PageFrame) -> Iterator[_Letter | None]:
    """Letters, and None for whatever divides words."""
    box = pdfium.FS_RECTF()
    objects = TextObjects(text)
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        character = "-" if code in LINE_END_HYPHENS else chr(code) if code <= 0x10FFFF else " "
        if character.isspace() or not objects.is_true(index):
            yield None
            continue
        if unicodedata.category(character) in UNWANTED:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
            continue
        if not _shows(frame, box):
            yield None
            continue
        yield _Letter(character, _upright(box, frame), _turns(pdfium.FPDFText_GetCharAngle(text, index), frame))


def is_within(text: pypdfium2.PdfTextPage, index: int, frame: PageFrame) -> bool:
    """Whether the letter at `index` lies within `frame`."""
    box = pdfium.FS_RECTF()
    return bool(pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))) and _shows(frame, box)


def _shows(frame: PageFrame, box: pdfium.FS_RECTF) -> bool:
    return frame.shows((box.left + box.right) / 2, (box.bottom + box.top) / 2)


def _upright(box: pdfium.FS_RECTF, frame: PageFrame) -> tuple[float, float, float, float]:
    x0, y0 = frame.upright(box.left, box.bottom)
    x1, y1 = frame.upright(box.right, box.top)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _turns(angle: float, frame: PageFrame) -> int:
    """Quarter turns anticlockwise on the upright page; PDFium's angles go clockwise."""
    quarters = round(angle / (math.pi / 2)) if math.isfinite(angle) else 0
    return (-quarters - frame.turns) % 4


def _continues(before: _Letter, letter: _Letter) -> bool:
    """Whether two letters stand side by side."""
    if before.turns != letter.turns:
        return False
    along, across = (1, 0) if letter.turns % 2 else (0, 1)
    size = max(before.box[across + 2] - before.box[across], 1.0)
    gap = max(letter.box[along] - before.box[along + 2], before.box[along] - letter.box[along + 2])
    shift = abs(letter.box[across] + letter.box[across + 2] - before.box[across] - before.box[across + 2]) / 2
    return gap <= _FAR * size and shift <= _FAR * size


def _word(letters: list[_Letter], *, spaced: bool) -> Word:
    return Word(
        "".join(letter.text for letter in letters),
        min(letter.box[0] for letter in letters),
        min(letter.box[1] for letter in letters),
        max(letter.box[2] for letter in letters),
        max(letter.box[3] for letter in letters),
        letters[0].turns,
        spaced,
    )
