"""The one thing in EXIF that a picture needs: which way up it is."""

from __future__ import annotations

import struct
from typing import Literal

UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT = 3
_MOST_ENTRIES = 1000

Order = Literal["big", "little"]


def orientation_in(exif: bytes) -> int:
    """The orientation (1 to 8) in an EXIF block, which begins like a TIFF file; 1 if none is to be found."""
    order = byte_order(exif)
    if order is None:
        return UPRIGHT
    start = int.from_bytes(exif[4:8], order)
    count = int.from_bytes(exif[start : start + 2], order)
    for at in range(start + 2, start + 2 + 12 * min(count, _MOST_ENTRIES), 12):
        entry = exif[at : at + 12]
        if int.from_bytes(entry[:2], order) == _ORIENTATION and int.from_bytes(entry[2:4], order) == _SHORT:
            found = int.from_bytes(entry[8:10], order)
            return found if 1 <= found <= 8 else UPRIGHT
    return UPRIGHT


def exif_with(orientation: int) -> bytes:
    """An EXIF block that says nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def byte_order(data: bytes) -> Order | None:
    """How numbers are stored in a block that begins like a TIFF file; None if it does not."""
    if data[:4] == b"II*\x00":
        return "little"
    return "big" if data[:4] == b"MM\x00*" else None
