"""PNG without texts, times, EXIF and the notes of programs; its pixels untouched."""

from __future__ import annotations

import struct
import zlib

from otcpd.portfolio.evidence.stripping.exif import UPRIGHT, exif_with, orientation_in
from otcpd.portfolio.evidence.stripping.plan import Data, NotStripped, Part

_START = b"\x89PNG\r\n\x1a\n"

_DRAW = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV"}
    | {b"cLLI", b"bKGD", b"hIST", b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)
"""The chunks that say how it looks (PNG, third edition, section 11)."""


def strip_png(data: Data) -> list[Part]:
    """Raises NotStripped for what is no PNG, or not all of it."""
    if data[:8] != _START:
        raise NotStripped
    head: list[Part] = [_START]
    rest: list[Part] = []
    at = 8
    orientation = UPRIGHT
    while True:
        kind = data[at + 4 : at + 8]
        stop = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if len(kind) < 4 or stop > len(data):
            raise NotStripped
        if kind == b"eXIf":
            orientation = orientation_in(data[at + 8 : stop - 4])
        elif kind in _DRAW:
            (head if kind == b"IHDR" else rest).append(range(at, stop))
        if kind == b"IEND":
            return [*head, *_oriented(orientation), *rest]
        at = stop


def _oriented(orientation: int) -> list[Part]:
    if orientation == UPRIGHT:
        return []
    named = b"eXIf" + exif_with(orientation)
    return [struct.pack(">I", len(named) - 4) + named + struct.pack(">I", zlib.crc32(named))]
