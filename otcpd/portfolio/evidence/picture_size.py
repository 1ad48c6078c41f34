"""How large a picture stands on a page, and how many pages a long one takes."""

from __future__ import annotations

import math
from typing import TypeVar

from PIL import Image

from otcpd.portfolio.evidence.picture_reading import PICTURE_ERRORS

AREA = (160 / 25.4 * 72, 230 / 25.4 * 72)
"""Points that a picture may take on a page, across and down."""

MOST_PIXELS = (1400, 2000)
"""Pixels of a picture that fills that area: 220 dpi."""

MOST_SHARP = (2800, 4000)
"""The same for black and white without greys, which packs so small that it need not be blurred."""

_LEAST_DPI, _MOST_DPI = 96.0, 600.0
_MOST_ASPECT = 4.0
"""A fax has pixels twice as tall as wide; more than that is a mistake in the file."""

_LONG = 2.2
"""Pages from which on a picture is divided: shrunk to one, its words would be less than half as large."""

_MOST_PARTS = 30
_LEAST_LONG_WIDTH = 200
"""Pixels; what is narrower is a strip, not something to read."""

_NEAR = 7
"""A page may end that part of its height early."""

_SAME_COLOUR = 32
"""How far apart the samples of one colour may be in a JPEG, of 255."""

_ON_THEIR_SIDE = frozenset({5, 6, 7, 8})

_Number = TypeVar("_Number", int, float)


def turned(pair: tuple[_Number, _Number], turn: int) -> tuple[_Number, _Number]:
    """Across and down of a picture that is to be turned by its EXIF orientation, or back."""
    return (pair[1], pair[0]) if turn in _ON_THEIR_SIDE else pair


def fit(size: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    """`size` made smaller, if need be, so that it fits into `most`."""
    scale = min(1.0, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def dpi(picture: Image.Image) -> tuple[float, float]:
    """Pixels to the inch, across and down, as far as what the file says makes sense."""
    said = picture.info.get("dpi")
    try:
        across, down = (float(value) for value in said) if isinstance(said, tuple) else (_LEAST_DPI, _LEAST_DPI)
    except PICTURE_ERRORS:
        across = down = _LEAST_DPI
    most = max(across, down)
    if not (math.isfinite(most) and min(across, down) * _MOST_ASPECT >= most > 0):
        return _LEAST_DPI, _LEAST_DPI
    scale = min(max(most, _LEAST_DPI), _MOST_DPI) / most
    return across * scale, down * scale


def points(size: tuple[int, int], dpi: tuple[float, float]) -> tuple[float, float]:
    """Points that `size` pixels take on a page: their own size, but within `AREA`."""
    width, height = size[0] / dpi[0] * 72, size[1] / dpi[1] * 72
    scale = min(1.0, AREA[0] / width, AREA[1] / height)
    return width * scale, height * scale


def stretches(picture: Image.Image) -> list[tuple[int, int]]:
    """Top and bottom of the parts of a picture too long for one page, such as a whole web page; else one.

    Such a part ends above a row of one colour, if there is one near its end, so that no line is cut.
    """
    full = picture.width * MOST_PIXELS[1] // MOST_PIXELS[0]
    if picture.width < _LEAST_LONG_WIDTH or not full * _LONG < picture.height <= full * _MOST_PARTS:
        return [(0, picture.height)]
    found: list[tuple[int, int]] = []
    top = 0
    while picture.height - top > full:
        bottom = _quiet_row(picture, top + full - full // _NEAR, top + full)
        found.append((top, bottom))
        top = bottom
    return [*found, (top, picture.height)]


def _quiet_row(picture: Image.Image, least: int, most: int) -> int:
    """The middle of the lowest stretch of rows that are all of one colour; `most` if there is none."""
    last = next((row for row in range(most, least, -1) if _is_quiet(picture, row)), None)
    if last is None:
        return most
    first = next((row + 1 for row in range(last, least, -1) if not _is_quiet(picture, row)), least)
    return (first + last + 1) // 2


def _is_quiet(picture: Image.Image, row: int) -> bool:
    colours = picture.crop((0, row, picture.width, row + 1)).getextrema()
    bands = colours if isinstance(colours[0], tuple) else (colours,)
    return all(isinstance(band, tuple) and band[1] - band[0] <= _SAME_COLOUR for band in bands)
