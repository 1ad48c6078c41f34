"""Words that can be found and copied but do not show, for pages that are drawn as pictures.

They are set in a font without shapes: all its characters are blank, so any script can be written with
it, and no font of the source is needed. It is a TrueType font of two blank glyphs, made here.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

FONT = "/OtcpdBlank"
"""The name of the font in the resources of a page."""

_EM = 1000
_ADVANCE = 500
"""Thousandths of the size that each character takes before words are fitted into their places."""

_ABOVE, _BELOW = 0.8, 0.2
"""Parts of the size above and below the line that letters stand on."""

_MAC_EPOCH = 0
_LEAST_SIZE, _NARROWEST, _WIDEST = 0.5, 1.0, 3000.0
_MOST_CHARACTERS = 0xFFF0

_AXES = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
"""Text matrices by quarter turns anticlockwise."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page: its box in points from the lower left of the upright page, and the quarter turns
    anticlockwise in which it is written. `spaced`: a space follows on its line."""

    text: str
    left: float
    lower: float
    right: float
    upper: float
    turns: int = 0
    spaced: bool = True


class TextLayers:
    """The text layers of a PDF in the making: all pages share one font."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self.font: Object = pdf.make_indirect(Dictionary(Type=Name.Font))

    def content(self, words: Iterable[Word]) -> bytes:
        """Instructions that set `words` in the font called FONT; empty if there are none."""
        lines = [line for word in words if (line := self._set(word))]
        return b"\n".join([b"BT", *lines, b"ET\n"]) if lines else b""

    def finish(self) -> None:
        """Complete the font; call it when all pages are there and before the PDF is saved."""
        pdf, count = self._pdf, len(self._codes)
        program = pdf.make_stream(zlib.compress(_blank_font()), Filter=Name.FlateDecode, Length1=len(_blank_font()))
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.OtcpdBlank,
            Flags=4,
            FontBBox=Array([0, -200, 1000, 800]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=800,
            StemV=0,
            FontFile2=program,
        )
        glyphs = struct.pack(f">{count + 1}H", 0, *[1] * count)
        below = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name.OtcpdBlank,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=_ADVANCE,
            CIDToGIDMap=pdf.make_stream(zlib.compress(glyphs), Filter=Name.FlateDecode),
        )
        entries = {
            Name.Subtype: Name.Type0,
            Name.BaseFont: Name.OtcpdBlank,
            Name.Encoding: Name("/Identity-H"),
            Name.DescendantFonts: Array([pdf.make_indirect(below)]),
            Name.ToUnicode: pdf.make_stream(zlib.compress(self._to_unicode()), Filter=Name.FlateDecode),
        }
        for key, value in entries.items():
            self.font[key] = value

    def _set(self, word: Word) -> bytes:
        codes = [self._code(character) for character in word.text]
        if None in codes or not codes:
            return b""
        across, up = word.right - word.left, word.upper - word.lower
        length, size = (up, across) if word.turns % 2 else (across, up)
        size = max(size, _LEAST_SIZE)
        width = length / (len(codes) * _ADVANCE / _EM * size) * 100
        width = min(max(width, _NARROWEST), _WIDEST)
        x, y = _start(word, size)
        space = self._code(" ") if word.spaced else None
        shown = b"".join(struct.pack(">H", code) for code in [*codes, space] if code is not None).hex()
        a, b, c, d = _AXES[word.turns]
        return (f"{FONT} {size:.2f} Tf {width:.2f} Tz {a} {b} {c} {d} {x:.2f} {y:.2f} Tm <{shown}> Tj").encode("ascii")

    def _code(self, character: str) -> int | None:
        if character not in self._codes and len(self._codes) < _MOST_CHARACTERS:
            self._codes[character] = len(self._codes) + 1
        return self._codes.get(character)

    def _to_unicode(self) -> bytes:
        pairs = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for text, code in self._codes.items()]
        blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for block in blocks:
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode("ascii")


def _start(word: Word, size: float) -> tuple[float, float]:
    """Where the line that the letters stand on begins."""
    below = _BELOW * size
    return (
        (word.left, word.lower + below),
        (word.right - below, word.lower),
        (word.right, word.upper - below),
        (word.left + below, word.upper),
    )[word.turns]


def _blank_font() -> bytes:
    """A TrueType font of .notdef and one more glyph, both blank, with the tables that a PDF asks for."""
    # The glyph has two lone points for an outline: nothing to paint, but an extent. PDFium does not see
    # text that runs upwards and has none.
    glyph = struct.pack(">hhhhhHHHBBhhhh", 2, 0, -200, _ADVANCE, 800, 0, 1, 0, 1, 1, 0, _ADVANCE, -200, 1000) + b"\0\0"
    tables = {
        b"glyf": glyph,
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, _MAC_EPOCH, _MAC_EPOCH,
            0, -200, 1000, 800, 0, 8, 2, 0, 0,
        ),
        b"hhea": struct.pack(">IhhhHhhhhhh8xhH", 0x10000, 800, -200, 0, _ADVANCE, 0, 0, 0, 1, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hhh", _ADVANCE, 0, 0),
        b"loca": struct.pack(">HHH", 0, 0, len(glyph) // 2),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 2, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    at = len(directory) + 16 * len(tables)
    body = b""
    for name, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", name, total, at + len(body), len(table))
        body += padded
    return directory + body
