"""How large a picture stands on a page, and how many pages a long one takes."""

from __future__ import annotations

import math
from typing import TypeVar

from PIL import Image

from otcpd.domain.picture import PICTURE_ERRORS

_MM = 72 / 25.4
UPRIGHT = (176 * _MM, 235 * _MM)
SIDEWAYS = (263 * _MM, 150 * _MM)
"""Points that a picture may take on an upright page, across and down, and on one that lies on its side."""

_SHOWN_DPI = 200
"""Pixels to the inch of paper; more cannot be seen."""

_SHARP_DPI = 400
"""The same for black and white without greys, which packs so small that it need not be blurred."""

_LEAST_DPI, _MOST_DPI = 96.0, 600.0
"""What says less means a screen of 1990 (72), and what says more is a slide seen through a glass: neither
is the size at which a picture is read."""

_READ_DPI = 110.0
"""Pixels to the inch of pictures that do not say: as on a screen, where they were made to be read."""

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
    """Pixels to the inch, across and down: those that the file says, if a picture of that size can be read."""
    said = picture.info.get("dpi")
    try:
        across, down = (float(value) for value in said) if isinstance(said, tuple) else (_READ_DPI, _READ_DPI)
    except PICTURE_ERRORS:
        across = down = _READ_DPI
    most = max(across, down)
    if not (math.isfinite(most) and min(across, down) * _MOST_ASPECT >= most > 0):
        return _READ_DPI, _READ_DPI
    scale = 1.0 if _LEAST_DPI <= round(most) <= _MOST_DPI else _READ_DPI / most
    return across * scale, down * scale


def is_long(size: tuple[int, int], dpi: tuple[float, float]) -> bool:
    """Whether a picture of `size` pixels is too long for one page, such as a whole web page."""
    pages = _as_wide_as_a_page(size, dpi)[1] / UPRIGHT[1]
    return size[0] >= _LEAST_LONG_WIDTH and _LONG < pages <= _MOST_PARTS


def points(size: tuple[int, int], dpi: tuple[float, float], *, part: bool = False) -> tuple[float, float]:
    """Points that `size` pixels take on a page: their own size, but within the page that holds more of them.

    A `part` of a long picture is as wide as all its parts.
    """
    if part:
        return _as_wide_as_a_page(size, dpi)
    width, height = size[0] / dpi[0] * 72, size[1] / dpi[1] * 72
    scale = min(1.0, max(min(room[0] / width, room[1] / height) for room in (UPRIGHT, SIDEWAYS)))
    return width * scale, height * scale


def pixels(points: tuple[float, float], *, sharp: bool = False) -> tuple[int, int]:
    """As many pixels as can be seen of a picture that takes so many points; `sharp` if it has no greys."""
    density = (_SHARP_DPI if sharp else _SHOWN_DPI) / 72
    return max(1, round(points[0] * density)), max(1, round(points[1] * density))


def _as_wide_as_a_page(size: tuple[int, int], dpi: tuple[float, float]) -> tuple[float, float]:
    width, height = size[0] / dpi[0] * 72, size[1] / dpi[1] * 72
    scale = min(1.0, UPRIGHT[0] / width)
    return width * scale, height * scale


def stretches(picture: Image.Image, height: float) -> list[tuple[int, int]]:
    """Top and bottom, in pixels, of the parts of a long picture that takes `height` points in all.

    A part ends above a row of one colour, if there is one near its end, so that no line is cut.
    """
    full = int(picture.height * UPRIGHT[1] / height)
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
