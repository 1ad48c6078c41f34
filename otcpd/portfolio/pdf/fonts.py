"""The embedded typeface: Inter (SIL Open Font License), regular and semi-bold, TrueType outlines.

What Inter has a shape for is text in the PDF as usual. For everything else there are stand-ins: codes of
the embedded font that draw a box and say in the font's table which text they stand for.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from otcpd.catalogue.own_fonts import font_bytes
from otcpd.portfolio.pdf.to_unicode import to_unicode

REGULAR = "otcpd-regular"
BOLD = "otcpd-semibold"
BOX = "□"
_FILES = {REGULAR: "Inter-Regular.ttf", BOLD: "Inter-SemiBold.ttf"}

_STAND_INS = (*range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE))
"""The private planes of Unicode: what is typed from there has no shape, so these never stand for themselves."""

_SHAPELESS = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Mn", "Mc", "Me", "Zl", "Zp"})


class _Inter(TTFont):
    """A font whose table of texts is right beyond U+FFFF too, and knows the stand-ins."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(name, BytesIO(data))
        self._stand_ins: dict[str, int] = {}
        self._texts: dict[int, str] = {}

    def stand_in(self, text: str) -> str:
        """A character that draws a box in this font and means `text`. When all are given away: the box itself."""
        if text not in self._stand_ins:
            if len(self._stand_ins) == len(_STAND_INS):
                return BOX
            code = _STAND_INS[len(self._stand_ins)]
            self.face.charToGlyph[code] = self.face.charToGlyph[ord(BOX)]
            self.face.charWidths[code] = self.face.charWidths[ord(BOX)]
            self._stand_ins[text] = code
            self._texts[code] = text
        return chr(self._stand_ins[text])

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab calls it so
        """Put the font into a document, as ReportLab does, with our table of texts in place of its own."""
        subsets = list(self.state[doc].subsets)
        super().addObjects(doc)
        for number, codes in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            texts = [self._texts.get(code, chr(code)) if code else "" for code in codes]
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(texts)


@cache
def register() -> None:
    """Make both fonts known to ReportLab; needed once in a process. Raises FontsMissing."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(_Inter(name, font_bytes(file)))


def _font(name: str) -> _Inter:
    register()
    font = pdfmetrics.getFont(name)
    assert isinstance(font, _Inter)
    return font


@cache
def plain_characters() -> frozenset[str]:
    """The characters that Inter draws as they stand, each alone, from left to right. Both weights have the same."""
    return frozenset(filter(_stands_alone, map(chr, _font(REGULAR).face.charToGlyph)))


def _stands_alone(character: str) -> bool:
    composed = unicodedata.normalize("NFC", character) == character
    return composed and unicodedata.category(character) not in _SHAPELESS


def is_plain(text: str) -> bool:
    """Whether every character of `text` is plain."""
    return plain_characters().issuperset(text)


@lru_cache(maxsize=20_000)
def width_of(text: str, font: str, size: float) -> float:
    """The width of plain `text` in points."""
    return float(_font(font).stringWidth(text, size))


def stand_in(text: str, font: str) -> str:
    """A character of `font` that draws a box and means `text`, to those who search, copy or listen."""
    return _font(font).stand_in(text)
