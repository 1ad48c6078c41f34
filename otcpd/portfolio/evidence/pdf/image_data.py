"""Pictures packed as JPEG and JPEG 2000: taking out what is not the picture, without unpacking it.

Cameras and phones write who, where and when into them, programs their comments and previews.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

JPEG = frozenset({"/DCTDecode", "/DCT"})
JPEG_2000 = frozenset({"/JPXDecode"})

_START, _END = b"\xff\xd8", 0xD9
_START_OF_SCAN = 0xDA
_COMMENT = 0xFE
_APPLICATION = range(0xE0, 0xF0)
_KEPT = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
"""Applications' segments that say how to read the picture: marker and beginning."""

_JFIF_BARE = 14
"""Bytes of a JFIF segment without its preview."""

_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""Ten times as fast as with a repetition for fill bytes, which may as well count to the scan."""

_PADDING = b"\0\n\r \xff"
"""Bytes after the end that are nothing but filling."""

_BOXES = b"\0\0\0\x0cjP  \r\n\x87\n"
_CODESTREAM = b"\xff\x4f\xff\x51"
_WORDS_BOXES = frozenset({b"xml ", b"uuid", b"uinf", b"jp2i", b"mp7b", b"asoc", b"lbl ", b"nlst", b"rreq"})
_CODESTREAM_COMMENT = 0xFF64
_START_OF_TILE = 0xFF90


class NotAPicture(ValueError):
    """Data that are not what they are said to be, or damaged."""


def stripped_jpeg(data: bytes) -> bytes | None:
    """A JPEG without comments, EXIF, XMP, previews and whatever follows its end (ITU T.81, annex B).

    None if there was nothing to take out. Raises NotAPicture.
    """
    kept = bytearray(_START)
    dropped = False
    end = 0
    for start, end, keep in _jpeg_parts(data):
        if keep:
            kept += data[start:end]
        else:
            dropped = True
    if data[end:].strip(_PADDING):
        dropped = True
    return bytes(kept) if dropped else None


def _jpeg_parts(data: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where each segment begins and ends, and whether it belongs to the picture."""
    if not data.startswith(_START):
        raise NotAPicture
    at = len(_START)
    while True:
        start = at
        while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] == b"\xff":
            at += 1  # any number of fill bytes may come before a marker
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            raise NotAPicture
        marker = data[at + 1]
        if marker == _END:
            yield start, at + 2, True
            return
        if marker in _ALONE:
            at += 2
        else:
            size = int.from_bytes(data[at + 2 : at + 4], "big")
            if size < 2 or at + 2 + size > len(data):
                raise NotAPicture
            at += 2 + size
        body = data[start:at].lstrip(b"\xff")[3:]
        if marker == _START_OF_SCAN:
            at = _end_of_scan(data, at)
        yield start, at, _is_picture(marker, body)


def _end_of_scan(data: bytes, at: int) -> int:
    found = _MARKER_IN_SCAN.search(data, at)
    if found is None:
        raise NotAPicture
    return found.start()


def _is_picture(marker: int, body: bytes) -> bool:
    if marker == _COMMENT:
        return False
    if marker not in _APPLICATION:
        return True
    if (marker, body[:5]) == (0xE0, b"JFIF\0"):
        return len(body) <= _JFIF_BARE
    return any(marker == kept and body.startswith(beginning) for kept, beginning in _KEPT)


def stripped_jpeg_2000(data: bytes) -> bytes | None:
    """A JPEG 2000 without the boxes and comments that hold words (ITU T.800, A.9.2 and annex I).

    None if there was nothing to take out. Raises NotAPicture.
    """
    if data.startswith(_CODESTREAM):
        kept = _stripped_codestream(data)
    elif data.startswith(_BOXES):
        boxes = [(kind, body) for kind, body in _boxes(data) if kind not in _WORDS_BOXES]
        if not any(kind == b"jp2c" for kind, _ in boxes):
            raise NotAPicture
        kept = b"".join(_kept_box(kind, body) for kind, body in boxes)
    else:
        raise NotAPicture
    return kept if kept != data else None


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(data):
        size, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = len(data) - at
        if len(kind) < 4 or size < head or at + size > len(data):
            raise NotAPicture
        yield kind, data[at + head : at + size]
        at += size


def _kept_box(kind: bytes, body: bytes) -> bytes:
    if kind == b"jp2c":
        body = _stripped_codestream(body)
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def _stripped_codestream(data: bytes) -> bytes:
    """Without the comments of its main header; nothing counts bytes from there."""
    kept = bytearray(data[:2])
    at = 2
    while True:
        marker = int.from_bytes(data[at : at + 2], "big")
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == _START_OF_TILE:
            return bytes(kept + data[at:])
        if marker < 0xFF00 or size < 2:
            raise NotAPicture
        if marker != _CODESTREAM_COMMENT:
            kept += data[at : at + 2 + size]
        at += 2 + size
