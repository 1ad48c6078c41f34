"""WebP without EXIF, XMP and the notes of programs; its pictures untouched (RFC 9649)."""

from __future__ import annotations

import struct

from otcpd.portfolio.evidence.stripping.exif import UPRIGHT, exif_with, orientation_in
from otcpd.portfolio.evidence.stripping.plan import Data, NotStripped, Part

_DRAW = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def strip_webp(data: Data) -> list[Part]:
    """Raises NotStripped for what is no WebP, or not all of it."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise NotStripped
    end = 8 + int.from_bytes(data[4:8], "little")
    parts: list[Part] = []
    orientation = UPRIGHT
    at = 12
    while at < end:
        kind = data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        stop = at + 8 + size
        if len(kind) < 4 or stop > len(data):
            raise NotStripped
        if kind == b"EXIF":
            orientation = orientation_in(data[at + 8 : stop].removeprefix(b"Exif\x00\x00"))
        elif kind in _DRAW:
            # A pad byte follows a chunk of odd size; whatever it holds, it becomes zero.
            parts += [range(at, stop), *([b"\x00"] if size % 2 else [])]
        at = stop + size % 2
    return _whole(data, parts, orientation)


def _whole(data: Data, parts: list[Part], orientation: int) -> list[Part]:
    if not parts or not isinstance(parts[0], range):
        raise NotStripped
    start = parts[0].start
    if data[start : start + 4] == b"VP8X" and len(parts[0]) >= 9:
        turned = orientation != UPRIGHT
        flags = data[start + 8] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned else 0)
        parts[:1] = [data[start : start + 8] + bytes([flags]), range(start + 9, parts[0].stop)]
        if turned:
            exif = exif_with(orientation)
            parts.append(b"EXIF" + struct.pack("<I", len(exif)) + exif + bytes(len(exif) % 2))
    size = 4 + sum(len(part) for part in parts if not isinstance(part, int))
    return [b"RIFF" + struct.pack("<I", size) + b"WEBP", *parts]
