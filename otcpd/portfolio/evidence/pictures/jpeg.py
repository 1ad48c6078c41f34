"""What a JPEG file says of itself before its picture begins, read without unpacking anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_START_OF_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_START_OF_SCAN = 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length (ITU T.81, table B.1)."""

_BLOCK = 64
_LEAST_BITS = {True: 1, False: 2}
"""Bits that a block takes at the very least: a code of one bit for its mean, and unless the finer
parts come in scans of their own (progressive), one for "nothing more"."""


@dataclass(frozen=True, slots=True)
class JpegFrame:
    """The frame header: `samples` over all colour components at full size, padded to whole blocks.

    `several_scans`: nothing can be drawn before the last one has been read.
    """

    pixels: int
    samples: int
    progressive: bool
    several_scans: bool

    @property
    def needs_at_least(self) -> int:
        """Bytes below which the file cannot hold such a picture: its header lies, or its end is missing."""
        return self.samples // _BLOCK * _LEAST_BITS[self.progressive] // 8


def jpeg_frame(path: Path) -> JpegFrame | None:
    """The frame of the JPEG at `path`; None if there is none to be found. Raises OSError."""
    with path.open("rb") as file:
        return read_frame(file)


def read_frame(file: BinaryIO) -> JpegFrame | None:
    """The same of a JPEG that begins where `file` begins."""
    pixels, samples, progressive, components = 0, 0, False, 0
    file.seek(2)
    for marker, size in _segments(file):
        if marker in _START_OF_FRAME:
            body = file.read(size)
            pixels = int.from_bytes(body[1:3], "big") * int.from_bytes(body[3:5], "big")
            samples, components = _samples(body)
            progressive = marker in _PROGRESSIVE
        elif marker == _START_OF_SCAN:
            in_scan = file.read(1)
            if not samples or not in_scan:
                return None
            return JpegFrame(pixels, samples, progressive, progressive or in_scan[0] < components)
        else:
            file.seek(size, 1)
    return None


def _segments(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Marker and length of the body of each segment; the reader must move to its end."""
    while (byte := file.read(1)) and byte[0] == 0xFF:
        while byte and byte[0] == 0xFF:
            byte = file.read(1)  # any number of fill bytes may come before a marker
        if not byte:
            return
        if byte[0] in _ALONE:
            continue
        size = int.from_bytes(file.read(2), "big")
        if size < 2:
            return
        yield byte[0], size - 2


def _samples(body: bytes) -> tuple[int, int]:
    """Samples and number of components of a frame header (ITU T.81, B.2.2)."""
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    factors = [(body[at + 1] >> 4, body[at + 1] & 15) for at in range(6, len(body) - 2, 3)]
    across = max((h for h, _ in factors), default=1) or 1
    down = max((v for _, v in factors), default=1) or 1
    total = sum(-(-width * h // across) * -(-height * v // down) for h, v in factors)
    return total, len(factors)
