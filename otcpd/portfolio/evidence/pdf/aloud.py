"""What stands on a PDF page, as it is read out to somebody who cannot see it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from otcpd.portfolio.evidence.pdf.frame import PageFrame
from otcpd.portfolio.evidence.pdf.objects import TextObjects
from otcpd.portfolio.evidence.pdf.words import LINE_END_HYPHENS, MOST_CHARACTERS, UNWANTED, is_within

LONGEST = 4_000
"""Characters of one page; what is longer is cut at a word."""

_DIVIDED = re.compile(r"[\x02\ufffe]\s*")
_CUT = "…"


def read_aloud(page: pypdfium2.PdfPage, frame: PageFrame, *, seen_only: bool, clean: bool) -> str:
    """The text of `page` within `frame` in one line, at most `LONGEST` characters of it.

    `seen_only`: leave out what is not painted, which may be anything. `clean`: nothing on the page is said
    to be other words than it shows; elsewhere such words are left out.
    """
    text = page.get_textpage()
    try:
        fast = clean and not seen_only
        found = text.get_text_bounded(*frame.box) if fast else "".join(_shown(text, frame, seen_only))
    finally:
        text.close()
    return _in_one_line(found)


def _shown(text: pypdfium2.PdfTextPage, frame: PageFrame, seen_only: bool) -> Iterator[str]:
    objects = TextObjects(text)
    left = LONGEST
    for index in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        character = chr(code) if code <= 0x10FFFF else " "
        if character.isspace() or code in LINE_END_HYPHENS:
            yield character
        elif objects.is_true(index) and (objects.is_seen(index) or not seen_only) and is_within(text, index, frame):
            yield character
            left -= 1
            if left < 0:
                return
        else:
            yield " "


def _in_one_line(found: str) -> str:
    words = " ".join(_DIVIDED.sub("", found).split())
    unwanted = {ord(letter): None for letter in set(words) if unicodedata.category(letter) in UNWANTED}
    plain = words.translate(unwanted) if unwanted else words
    if len(plain) <= LONGEST:
        return plain
    cut = plain[: LONGEST - len(_CUT)]
    space = cut.rfind(" ")
    return (cut[:space] if space > 0 else cut) + _CUT
