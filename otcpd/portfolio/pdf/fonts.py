"""The embedded typeface: Inter (SIL Open Font License), regular and semi-bold, TrueType outlines."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "otcpd-regular"
BOLD = "otcpd-semibold"
MISSING = "□"
_FILES = {REGULAR: "Inter-Regular.ttf", BOLD: "Inter-SemiBold.ttf"}


@cache
def register() -> None:
    """Make both fonts known to ReportLab; needed once in a process."""
    folder = files("otcpd") / "resources" / "fonts"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, BytesIO((folder / file).read_bytes())))


@lru_cache(maxsize=20_000)
def width_of(text: str, font: str, size: float) -> float:
    """The width of `text` in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def shown(text: str) -> str:
    """`text` as the font can show it: a box for each character it has no shape for.

    Left to itself ReportLab prints nothing at all there, and nobody would see that something is missing.
    """
    font = pdfmetrics.getFont(REGULAR)
    assert isinstance(font, TTFont)
    known = font.face.charToGlyph
    return "".join(character if ord(character) in known else MISSING for character in text)
