"""Pages as pixels, on their way from the worker process to the window."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

BYTES_A_PIXEL = 3
MOST_BYTES = 4_000_000
"""Bytes of pixels that are made and handed over at a time: a large page comes in several pictures."""
MOST_WIDTH = 8_192
"""Pixels across; a page asked for at more comes out at this width."""
MOST_PIXELS = 16_000_000
"""Pixels of a picture that the worker process holds ready: what is larger is shown smaller than it is."""

PICTURE_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
    zlib.error,
)
"""What the readers of pictures raise for damaged files, as Pillow's do."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Some rows of a page: `height` rows of `width` pixels, from row `top` of the `whole` page on.

    `pixels` holds blue, green and red of each, a byte for each, row by row; a row may end in bytes that mean nothing.
    `pages` is how many pages the file has.
    """

    width: int
    height: int
    pixels: bytes
    pages: int
    top: int = 0
    whole: int = 0

    @property
    def stride(self) -> int:
        """Bytes from one row to the next."""
        return len(self.pixels) // self.height


@dataclass(frozen=True, slots=True)
class PageSizes:
    """Width and height of each page that can be shown, upright: points of a PDF, pixels of a picture.

    `pages` is how many pages the file has: more than are listed here, if it is very long.
    """

    sizes: tuple[tuple[float, float], ...]
    pages: int


def rows_at_once(width: int) -> int:
    """How many rows of so many pixels make one picture."""
    return max(1, MOST_BYTES // (width * BYTES_A_PIXEL))
