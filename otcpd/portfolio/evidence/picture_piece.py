"""A picture as a page of the profile, or a scan of several pages as as many."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PIL import Image, TiffImagePlugin

from otcpd.portfolio.evidence.picture_colours import shown
from otcpd.portfolio.evidence.picture_pdf import Packed, PicturePages, packed
from otcpd.portfolio.evidence.picture_reading import PICTURE_ERRORS, PictureRefused, load, opened, orientation
from otcpd.portfolio.evidence.pieces import MOST_PAGES, PreparedPiece, Refusal, Source

AREA = (160 / 25.4 * 72, 230 / 25.4 * 72)
"""Points that a picture may take on a page, across and down."""

MOST_PIXELS = (1400, 2000)
"""Pixels of a picture that fills that area: 220 dpi."""

MOST_SHARP = (2800, 4000)
"""The same for black and white without greys, which packs so small that it need not be blurred."""

MOST_WEIGHT = 64_000_000
"""Bytes that the pages of one picture may have: they are held in memory until all are there."""

_LEAST_DPI, _MOST_DPI = 96.0, 600.0
_MOST_ASPECT = 4.0
"""A fax has pixels twice as tall as wide; more than that is a mistake in the file."""

_KIND_OF_PAGE, _REDUCED = 254, 1
"""In a TIFF: the tag NewSubfileType, and its bit for a smaller version of another page (TIFF 6.0, 8)."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by its EXIF orientation."""

_ON_THEIR_SIDE = frozenset({5, 6, 7, 8})

_Number = TypeVar("_Number", int, float)

Report = Callable[[int, int], None]


def _silent(_done: int, _total: int) -> None:
    pass


def prepare_picture(source: Source, folder: Path, report: Report = _silent) -> PreparedPiece:
    """The picture at `source` as a PDF in `folder`. A file that cannot be shown is no error but refused.

    Raises FileMissing, DiskFull or another MachineSaidNo only for what this computer does not let us do.
    """
    pages = PicturePages(folder / f"E{source.number}.pdf")
    try:
        with opened(source.path) as picture:
            if isinstance(picture, TiffImagePlugin.TiffImageFile):
                note = _add_scan(pages, picture, source.path, report)
            else:
                note = _add_first(pages, picture, source.path)
    except PictureRefused as refused:
        return PreparedPiece(source.number, refusal=refused.refusal)
    return PreparedPiece(source.number, pages.save(), note=note)


def _add_first(pages: PicturePages, picture: Image.Image, path: Path) -> str:
    count = 1 if picture.format == "MPO" else _frames(picture)  # cameras add previews and maps of depth
    _add(pages, picture, path)
    return f"The first of {count:,} pictures is shown." if count > 1 else ""


def _frames(picture: Image.Image) -> int:
    try:
        return int(getattr(picture, "n_frames", 1))
    except PICTURE_ERRORS:
        return 1


def _add_scan(pages: PicturePages, picture: TiffImagePlugin.TiffImageFile, path: Path, report: Report) -> str:
    places = list(_places(picture)) or [0]
    if len(places) > MOST_PAGES:
        raise PictureRefused(Refusal.TOO_LONG)
    for done, place in enumerate(places):
        report(done, len(places))
        try:
            picture.seek(place)
            _add(pages, picture, path)
        except PICTURE_ERRORS:
            if not done:
                raise
            shown_first = "The first page is shown" if done == 1 else f"The first {done} pages are shown"
            return f"{shown_first}; what follows is damaged."
    return ""


def _places(picture: TiffImagePlugin.TiffImageFile) -> Iterator[int]:
    """Where the pages of a TIFF are. Its previews are left out."""
    for place in range(2 * MOST_PAGES):
        try:
            picture.seek(place)
        except EOFError:
            return
        except PICTURE_ERRORS:
            yield place  # so that the reader is told of it
            return
        if not _is_preview(picture):
            yield place


def _is_preview(picture: TiffImagePlugin.TiffImageFile) -> bool:
    kind = picture.tag_v2.get(_KIND_OF_PAGE, 0)
    return isinstance(kind, int) and bool(kind & _REDUCED)


def _add(pages: PicturePages, picture: Image.Image, path: Path) -> None:
    packed_picture, size = _page(picture, path)
    if pages.weight + len(packed_picture.data) > MOST_WEIGHT:
        raise PictureRefused(Refusal.TOO_LARGE)
    pages.add(packed_picture, size)


def _page(picture: Image.Image, path: Path) -> tuple[Packed, tuple[float, float]]:
    """The frame that `picture` stands at, packed, and its size on the page in points."""
    stored = picture.size
    load(picture, path, _fit(stored, _turned(MOST_PIXELS, orientation(picture))))
    turn = orientation(picture)
    sharp = picture.mode == "1" and not picture.has_transparency_data
    most = _turned(MOST_SHARP if sharp else MOST_PIXELS, turn)
    if picture.size != _fit(picture.size, most):
        most = _turned(MOST_PIXELS, turn)
    upright = shown(picture, _fit(picture.size, most))
    if turn in _TURNS:
        upright = upright.transpose(_TURNS[turn])
    size = _points(_turned(stored, turn), _turned(_dpi(picture), turn))
    return packed(upright, photo=picture.format in ("JPEG", "MPO")), size


def _turned(pair: tuple[_Number, _Number], turn: int) -> tuple[_Number, _Number]:
    return (pair[1], pair[0]) if turn in _ON_THEIR_SIDE else pair


def _fit(size: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    """`size` made smaller, if need be, so that it fits into `most`."""
    scale = min(1.0, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _dpi(picture: Image.Image) -> tuple[float, float]:
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


def _points(size: tuple[int, int], dpi: tuple[float, float]) -> tuple[float, float]:
    width, height = size[0] / dpi[0] * 72, size[1] / dpi[1] * 72
    scale = min(1.0, AREA[0] / width, AREA[1] / height)
    return width * scale, height * scale
