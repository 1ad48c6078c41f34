"""JPEG without EXIF, XMP, comments, previews and what cameras hang on at the end; its pixels untouched."""

from __future__ import annotations

import re
import struct

from otcpd.portfolio.evidence.stripping.exif import UPRIGHT, exif_with, orientation_in
from otcpd.portfolio.evidence.stripping.plan import Data, NotStripped, Part

_MARKER_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""The end of packed data: 0xFF there is followed by zero, or is a restart mark (ITU T.81, B.1.1)."""

_END, _SCAN = 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_APPS = range(0xE0, 0xF0)
_COMMENT = 0xFE
_JFIF, _EXIF, _PROFILES, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_EXIF_MARK = b"Exif\x00\x00"


def strip_jpeg(data: Data) -> list[Part]:
    """Everything that draws stays: frames, tables, scans, colour profile, Adobe's mark of its colours.

    Raises NotStripped for what is no JPEG.
    """
    if data[:2] != b"\xff\xd8":
        raise NotStripped
    plan: list[Part] = []
    first: bytes = b""
    orientation = UPRIGHT
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            plan.append(b"\xff\xd9")
            break
        if marker in _ALONE:
            continue
        start, body, stop = at - 2, at + 2, at + _size(data, at)
        if marker == _JFIF and data[body : body + 5] == b"JFIF\x00" and stop - body >= 14:
            # Its last two bytes are the size of a preview, which goes.
            first = b"\xff\xe0\x00\x10" + data[body : body + 12] + b"\x00\x00"
        elif marker == _EXIF and data[body : body + 6] == _EXIF_MARK:
            orientation = orientation_in(data[body + 6 : stop])
        elif _draws(marker, data[body : body + 12]):
            if marker == _SCAN:
                stop = _end_of_scan(data, stop)
            plan.append(range(start, stop))
        at = stop
        if marker == _SCAN and stop == len(data):
            break  # cut off in the middle: what is there has no details either
    return [b"\xff\xd8" + first + _oriented(orientation), *plan]


def _marker(data: Data, at: int) -> tuple[int, int]:
    """The marker at `at` and where it ends. Any number of 0xFF may come before it."""
    if data[at : at + 1] != b"\xff":
        raise NotStripped
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data):
        raise NotStripped
    return data[at], at + 1


def _size(data: Data, at: int) -> int:
    size = int.from_bytes(data[at : at + 2], "big")
    if size < 2 or at + size > len(data):
        raise NotStripped
    return size


def _draws(marker: int, beginning: bytes) -> bool:
    if marker == _PROFILES:
        return beginning.startswith(b"ICC_PROFILE\x00")
    if marker == _ADOBE:
        return beginning.startswith(b"Adobe")
    return marker not in _APPS and marker != _COMMENT


def _end_of_scan(data: Data, at: int) -> int:
    found = _MARKER_AFTER_SCAN.search(data, at)
    return found.start() if found else len(data)


def _oriented(orientation: int) -> bytes:
    if orientation == UPRIGHT:
        return b""
    body = _EXIF_MARK + exif_with(orientation)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
