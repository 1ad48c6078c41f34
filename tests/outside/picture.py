"""What is on a display, as a picture to look at."""

from __future__ import annotations

import struct
from pathlib import Path

_WORDS = 25
"""The head of an X window dump is so many numbers of four bytes, the highest byte first; then comes its name."""
_SIZE, _WIDTH, _HEIGHT, _LINE, _COLOURS = 0, 4, 5, 12, 19
_COLOUR_BYTES = 12


def save_picture(dump: Path, to: Path) -> None:
    """Save as PNG what Xvfb keeps in a file, as it does with "-fbdir": 32 bits to a dot."""
    from PIL import Image

    held = dump.read_bytes()
    head = struct.unpack_from(f">{_WORDS}I", held)
    start = head[_SIZE] + head[_COLOURS] * _COLOUR_BYTES
    size = (head[_WIDTH], head[_HEIGHT])
    dots = held[start : start + head[_LINE] * size[1]]
    Image.frombytes("RGB", size, dots, "raw", "BGRX", head[_LINE]).save(to)
