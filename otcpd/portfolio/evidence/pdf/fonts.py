"""Fonts of a PDF: whether their shapes travel with the file, and their text can be read out.

What is asked here is what readers aloud need, and PDF/UA asks for (ISO 14289-1, 7.21): each code that
is shown has a shape in an embedded font, and a character that it stands for.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from pikepdf import Array, Dictionary, Name, Object, PdfError, Stream

from otcpd.portfolio.evidence.pdf.font_programs import PROGRAM_ERRORS, EncodingNames, cid_count, simple_codes
from otcpd.portfolio.evidence.pdf.values import whole

_PROGRAMS = (Name.FontFile, Name.FontFile2, Name.FontFile3)
_SYMBOLIC, _PLAIN = 4, 32
"""Bits of a font descriptor's flags (PDF 1.7, table 123)."""

_IDENTITY = (Name("/Identity-H"), Name("/Identity-V"))
_NO_CHARACTERS = (0x0000, 0xFEFF, 0xFFFE)


class FontBook:
    """The fonts of one document, each judged once."""

    def __init__(self) -> None:
        self._judged: dict[tuple[int, int], FontJudgement] = {}

    def judge(self, font: Dictionary) -> FontJudgement:
        """What is known of `font`."""
        if font.objgen == (0, 0):
            return FontJudgement(font)
        known = self._judged.get(font.objgen)
        if known is None:
            known = self._judged[font.objgen] = FontJudgement(font)
        return known


class FontJudgement:
    """What is known of one font; worked out when it is asked for."""

    def __init__(self, font: Dictionary) -> None:
        self._font = font
        self.drawn = font.get(Name.Subtype) == Name.Type3
        """Whether its shapes are content streams."""

    def shows_all(self, strings: Iterable[bytes]) -> bool:
        """Whether all that `strings` show has a shape in this file and a character that it stands for."""
        return self.embedded and self._fine.issuperset(self._codes(strings))

    @cached_property
    def embedded(self) -> bool:
        """Whether the shapes are in the file."""
        return self.drawn or any(isinstance(_get(self._descriptor, key), Stream) for key in _PROGRAMS)

    @cached_property
    def _described(self) -> Object | None:
        """The font itself, or its one descendant if it is composite."""
        if not self._composite:
            return self._font
        below = self._font.get(Name.DescendantFonts)
        return below[0] if isinstance(below, Array) and len(below) else None

    @cached_property
    def _descriptor(self) -> Object | None:
        return _get(self._described, Name.FontDescriptor)

    @property
    def _composite(self) -> bool:
        return self._font.get(Name.Subtype) == Name.Type0

    def _codes(self, strings: Iterable[bytes]) -> set[int]:
        if not self._composite:
            return set().union(*strings)
        # An odd byte at the end belongs to no code: as the byte of one it is found to be wrong.
        whole = b"".join(string if len(string) % 2 == 0 else string + b"\xff" for string in strings)
        return {code for (code,) in struct.iter_unpack(">H", whole)}

    @cached_property
    def _fine(self) -> frozenset[int]:
        """The codes that have a shape and stand for a character."""
        try:
            shapes = self._shapes
        except (*PROGRAM_ERRORS, PdfError):
            return frozenset()
        return self._characters if shapes is None else self._characters & shapes

    @cached_property
    def _characters(self) -> frozenset[int]:
        """The codes that stand for characters."""
        told = self._font.get(Name.ToUnicode)
        try:
            table = to_unicode(told.read_bytes()) if isinstance(told, Stream) else ToUnicode({}, 0)
        except PdfError:
            table = ToUnicode({}, 0)
        if self._composite:
            # Codes of one byte or of several lengths are rare here, and drawn as a picture.
            return frozenset(table.codes) if table.width == 2 else frozenset()
        return frozenset(table.codes) | (self._names.characters() - table.nothing)

    @cached_property
    def _names(self) -> EncodingNames:
        flags = whole(_get(self._descriptor, Name.Flags)) or 0
        symbolic = bool(flags & _SYMBOLIC) and not flags & _PLAIN
        return EncodingNames.of(self._font.get(Name.Encoding), symbolic=symbolic)

    @cached_property
    def _shapes(self) -> frozenset[int] | None:
        """The codes that have a shape; None if that cannot be told."""
        if self.drawn:
            drawings = self._font.get(Name.CharProcs)
            named = replace(self._names, symbolic=True)  # no standard encoding lies under that of a Type 3 font
            return named.codes_of(key[1:] for key, _ in drawings.items()) if isinstance(drawings, Dictionary) else None
        if not isinstance(self._descriptor, Dictionary):
            return None
        if self._composite:
            return self._composite_shapes(self._descriptor)
        return simple_codes(self._descriptor, self._names)

    def _composite_shapes(self, descriptor: Dictionary) -> frozenset[int] | None:
        if self._font.get(Name.Encoding) not in _IDENTITY:
            return None
        described = self._described
        if not isinstance(described, Dictionary):
            return frozenset()
        return cid_count(described, descriptor)


def _get(holder: Object | None, key: Name) -> Object | None:
    return holder.get(key) if isinstance(holder, Dictionary) else None


@dataclass(frozen=True, slots=True)
class ToUnicode:
    """The codes that a ToUnicode table maps to characters, and how many bytes a code has (0: unclear)."""

    codes: dict[int, int]
    width: int
    nothing: frozenset[int] = frozenset()


_RANGES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_SINGLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_SPANS = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]+)>")
_TRIPLE = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{2,8})>\s*(?:<([0-9A-Fa-f]{4,})>|\[(.*?)\])", re.DOTALL)
_TARGET = re.compile(rb"<([0-9A-Fa-f]{4,})>")
_LONGEST_SPAN = 0x10000
_LEAST_DIGITS = 4


def to_unicode(table: bytes) -> ToUnicode:
    """Read a ToUnicode table (PDF 1.7, 9.10.3) as far as it is needed here."""
    found: dict[int, int] = {}
    widths = {len(low) // 2 for block in _RANGES.findall(table) for low, _ in _PAIR.findall(block)}
    used: set[int] = set()
    for block in _SINGLE.findall(table):
        for code, target in _PAIR.findall(block):
            if len(target) >= _LEAST_DIGITS:
                used.add(len(code) // 2)
                found[int(code, 16)] = int(target[:4], 16)
    for block in _SPANS.findall(table):
        for low, high, target, listed in _TRIPLE.findall(block):
            if len(low) == len(high):
                used.add(len(low) // 2)
                found.update(_span(int(low, 16), int(high, 16), target, listed))
    if len(used) == 1 and len(widths) != 1:
        widths = used
    nothing = frozenset(code for code, first in found.items() if first in _NO_CHARACTERS)
    codes = {code: first for code, first in found.items() if code not in nothing}
    return ToUnicode(codes, widths.pop() if len(widths) == 1 else 0, nothing)


def _span(low: int, high: int, target: bytes, listed: bytes) -> Iterable[tuple[int, int]]:
    if listed:
        return [(low + place, int(each[:4], 16)) for place, each in enumerate(_TARGET.findall(listed))]
    if not target or not 0 <= high - low < _LONGEST_SPAN:
        return []
    step = 1 if len(target) == _LEAST_DIGITS else 0
    first = int(target[:4], 16)
    return [(code, first + (code - low) * step) for code in range(low, high + 1)]
