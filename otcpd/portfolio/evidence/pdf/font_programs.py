"""Which codes of a font have a shape in its embedded program (PDF 1.7, 9.6.6 and 9.7.4)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.misc import eexec
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Dictionary, Name, Object, Stream

from otcpd.portfolio.evidence.pdf.values import whole

if TYPE_CHECKING:
    from fontTools.cffLib import TopDict

PROGRAM_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TTLibError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the readers of font programs raise for damaged ones."""

_NOTHING = ".notdef"
_OPENTYPE = b"OTTO"
_PRINTABLE = range(32, 256)
_CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman", "/StandardEncoding": "latin-1"}
_SYMBOL_BASES = (0, 0xF000, 0xF100, 0xF200)
"""Where symbol fonts keep their codes (PDF 1.7, 9.6.6.4)."""

_MICROSOFT, _MACINTOSH, _SYMBOL = (3, 1), (1, 0), (3, 0)
_BUILT_IN = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put")
_CHARSTRING = re.compile(rb"/([^\s/{}\[\]()<>]+)\s+\d+\s+(?:RD|-\|) ")
_EEXEC_KEY = 55665


@dataclass(frozen=True, slots=True)
class EncodingNames:
    """The encoding of a simple font: its `base` (a name, or empty), and glyph names put in its place."""

    base: str
    differences: Mapping[int, str]
    symbolic: bool

    @classmethod
    def of(cls, encoding: Object | None, *, symbolic: bool) -> EncodingNames:
        """From a font's Encoding entry."""
        base, listed = encoding, None
        if isinstance(encoding, Dictionary):
            base, listed = encoding.get(Name.BaseEncoding), encoding.get(Name.Differences)
        name = str(base) if isinstance(base, Name) else ""
        return cls(name, _differences(listed), symbolic)

    def characters(self) -> frozenset[int]:
        """The codes whose names tell a character."""
        base = self.base or ("" if self.symbolic else "/StandardEncoding")
        codec = _CODECS.get(base)
        told = {code for code in _PRINTABLE if _decodes(code, codec)} if codec else set()
        return frozenset(told | {code for code, name in self.differences.items() if agl.toUnicode(name)})

    def names(self, built_in: Mapping[int, str] | None) -> dict[int, str]:
        """Glyph names by code; `built_in` is the encoding of the program itself."""
        if self.base:
            names = dict(_names_of(self.base))
        elif built_in:
            names = dict(built_in)
        else:
            names = {} if self.symbolic else dict(_names_of("/StandardEncoding"))
        return {**names, **self.differences}

    def codes_of(self, glyphs: Iterable[str], built_in: Mapping[int, str] | None = None) -> frozenset[int]:
        """The codes whose glyph is among `glyphs`."""
        there = set(glyphs) - {_NOTHING}
        return frozenset(code for code, name in self.names(built_in).items() if name in there)


def simple_codes(descriptor: Dictionary, names: EncodingNames) -> frozenset[int] | None:
    """The codes of a simple font that have a shape; None if that cannot be told.

    Raises one of PROGRAM_ERRORS or PdfError for a damaged program.
    """
    type1, truetype, other = (descriptor.get(key) for key in (Name.FontFile, Name.FontFile2, Name.FontFile3))
    if isinstance(truetype, Stream):
        return _truetype_codes(truetype.read_bytes(), names)
    if isinstance(type1, Stream):
        return names.codes_of(*_type1(type1.read_bytes()))
    if not isinstance(other, Stream):
        return None
    data = other.read_bytes()
    if data.startswith(_OPENTYPE):
        return names.codes_of(TTFont(BytesIO(data), lazy=True).getGlyphOrder(), {})
    top = _cff(data)
    return None if hasattr(top, "ROS") else names.codes_of(top.charset, _cff_encoding(top))


def cid_count(font: Dictionary, descriptor: Dictionary) -> frozenset[int] | None:
    """The character identifiers of a composite font's descendant that have a shape; None if unclear.

    Raises one of PROGRAM_ERRORS or PdfError for a damaged program.
    """
    truetype, other = descriptor.get(Name.FontFile2), descriptor.get(Name.FontFile3)
    if isinstance(truetype, Stream) and font.get(Name.Subtype) == Name.CIDFontType2:
        count = TTFont(BytesIO(truetype.read_bytes()), lazy=True)["maxp"].numGlyphs
        return _mapped(font.get(Name.CIDToGIDMap), count)
    if not isinstance(other, Stream) or font.get(Name.Subtype) != Name.CIDFontType0:
        return None
    data = other.read_bytes()
    top = TTFont(BytesIO(data), lazy=True)["CFF "].cff.topDictIndex[0] if data.startswith(_OPENTYPE) else _cff(data)
    if not hasattr(top, "ROS"):
        return frozenset(range(1, len(top.charset)))
    return frozenset(int(name[3:]) for name in top.charset if name.startswith("cid") and name != "cid00000")


def _mapped(table: Object | None, count: int) -> frozenset[int]:
    if not isinstance(table, Stream):
        return frozenset(range(1, count))
    data = table.read_bytes()
    return frozenset(
        place
        for place, (glyph,) in enumerate(struct.iter_unpack(">H", data[: len(data) // 2 * 2]))
        if 0 < glyph < count
    )


def _differences(listed: Object | None) -> dict[int, str]:
    found: dict[int, str] = {}
    code = 0
    for each in listed if isinstance(listed, Array) else ():
        if isinstance(each, Name):
            found[code] = str(each)[1:]
            code += 1
        else:
            code = whole(each) or 0
    return found


def _decodes(code: int, codec: str) -> bool:
    return bytes([code]).decode(codec, "replace").isprintable()


@cache
def _names_of(base: str) -> Mapping[int, str]:
    """Glyph names of an encoding that PDF knows (PDF 1.7, annex D)."""
    if base == "/WinAnsiEncoding":
        return {code: _ansi_name(code) for code in _PRINTABLE}
    listed = {"/MacRomanEncoding": MacRoman, "/StandardEncoding": StandardEncoding}.get(base, [])
    return {code: name for code, name in enumerate(listed) if name and name != _NOTHING}


def _ansi_name(code: int) -> str:
    """Annex D, notes 3 to 6: no-break space, soft hyphen, and a bullet for all that is unused."""
    if code in (0xA0, 0xAD):
        return "space" if code == 0xA0 else "hyphen"
    character = bytes([code]).decode("cp1252", "ignore")
    return agl.UV2AGL.get(ord(character), "bullet") if character else "bullet"


def _type1(data: bytes) -> tuple[set[str], dict[int, str]]:
    """Glyph names and built-in encoding of a Type 1 program."""
    head, _, tail = data.partition(b"eexec")
    built_in = dict(_names_of("/StandardEncoding")) if b"StandardEncoding" in head else {}
    built_in |= {int(code): name.decode("latin-1") for code, name in _BUILT_IN.findall(head)}
    tail = tail.lstrip(b"\r\n\t ")
    if re.fullmatch(rb"[0-9A-Fa-f\s]+", tail[:64]):
        tail = bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]+", b"", tail).decode("ascii")[: len(tail) // 2 * 2])
    plain, _ = eexec.decrypt(tail, _EEXEC_KEY)
    return {name.decode("latin-1") for name in _CHARSTRING.findall(plain)}, built_in


def _cff(data: bytes) -> TopDict:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    return fonts.topDictIndex[0]


def _cff_encoding(top: TopDict) -> Mapping[int, str]:
    encoding = top.Encoding
    if isinstance(encoding, str):
        return _names_of("/StandardEncoding") if encoding == "StandardEncoding" else {}
    return {code: name for code, name in enumerate(encoding) if name and name != _NOTHING}


def _truetype_codes(data: bytes, names: EncodingNames) -> frozenset[int]:
    font = TTFont(BytesIO(data), lazy=True)
    if "cmap" not in font:
        return frozenset(range(min(256, font["maxp"].numGlyphs)))
    tables = {(table.platformID, table.platEncID): table.cmap for table in font["cmap"].tables}
    by_code = names.names(None)
    order = frozenset(font.getGlyphOrder())
    return frozenset(
        code
        for code in range(256)
        if _by_code(code, by_code.get(code), tables, symbolic=names.symbolic)
        or _by_name(by_code.get(code), tables, order)
    )


_Tables = Mapping[tuple[int, int], Mapping[int, str]]


def _by_code(code: int, name: str | None, tables: _Tables, *, symbolic: bool) -> bool:
    if name and not symbolic:
        return False
    symbols, macintosh = tables.get(_SYMBOL, {}), tables.get(_MACINTOSH, {})
    return any(code + base in symbols for base in _SYMBOL_BASES) or code in macintosh


def _by_name(name: str | None, tables: _Tables, order: frozenset[str]) -> bool:
    if not name:
        return False
    character = agl.toUnicode(name)[:1]
    if character and ord(character) in tables.get(_MICROSOFT, {}):
        return True
    byte = character.encode("mac_roman", "ignore")
    return (bool(byte) and byte[0] in tables.get(_MACINTOSH, {})) or name in order
