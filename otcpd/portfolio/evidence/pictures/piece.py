"""A picture as a page of the profile, or a scan of several pages as as many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, TiffImagePlugin

from otcpd.domain.picture import PICTURE_ERRORS
from otcpd.domain.words import counted
from otcpd.portfolio.evidence.pictures.as_pdf import Packed, PicturePages, packed
from otcpd.portfolio.evidence.pictures.colours import shown
from otcpd.portfolio.evidence.pictures.reading import PictureRefused, load, opened, orientation
from otcpd.portfolio.evidence.pictures.size import dpi, fit, is_long, pixels, points, stretches, turned
from otcpd.portfolio.evidence.pieces import MOST_PAGES, PreparedPiece, Refusal, Source

MOST_WEIGHT = 64_000_000
"""Bytes that the pages of one picture may have: they are held in memory until all are there."""

_KIND_OF_PAGE, _REDUCED = 254, 1
"""In a TIFF: the tag NewSubfileType, and its bit for a smaller version of another page (TIFF 6.0, 8)."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright, by its EXIF orientation."""

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
    took = _add(pages, picture, path)
    count = 1 if picture.format == "MPO" else _frames(picture)  # cameras add previews and maps of depth
    if count > 1:
        return f"The first of {count:,} pictures is shown."
    return f"This long picture is shown on {counted(took, 'page')}." if took > 1 else ""


def _frames(picture: Image.Image) -> int:
    try:
        return int(getattr(picture, "n_frames", 1))
    except (*PICTURE_ERRORS, Image.DecompressionBombError):
        return 1


def _add_scan(pages: PicturePages, picture: TiffImagePlugin.TiffImageFile, path: Path, report: Report) -> str:
    found = list(places(picture)) or [0]
    if len(found) > MOST_PAGES:
        raise PictureRefused(Refusal.TOO_LONG)
    for done, place in enumerate(found):
        report(done, len(found))
        try:
            picture.seek(place)
            _add(pages, picture, path)
        except PICTURE_ERRORS:
            if not done:
                raise
            shown_first = "The first page is shown" if done == 1 else f"The first {done} pages are shown"
            return f"{shown_first}; what follows is damaged."
    return ""


def places(picture: TiffImagePlugin.TiffImageFile) -> Iterator[int]:
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


def _add(pages: PicturePages, picture: Image.Image, path: Path) -> int:
    """Adds the frame that `picture` stands at. Gives how many pages it took."""
    stored = picture.size
    load(picture, path, _most_to_load(picture))
    if not _is_divided(picture, stored):
        turn = orientation(picture)
        _put(pages, picture, points(turned(stored, turn), turned(dpi(picture), turn)))
        return 1
    height = points(stored, dpi(picture), part=True)[1]
    parts = stretches(picture, height)
    longer = stored[1] / picture.height
    for top, bottom in parts:
        part = picture.crop((0, top, picture.width, bottom))
        part.format = picture.format
        _put(pages, part, points((stored[0], round((bottom - top) * longer)), dpi(picture), part=True))
    return len(parts)


def _is_divided(picture: Image.Image, stored: tuple[int, int]) -> bool:
    return orientation(picture) == 1 and is_long(stored, dpi(picture))


def _most_to_load(picture: Image.Image) -> tuple[int, int]:
    """Pixels below which the picture must not be shrunk while it is unpacked."""
    turn = orientation(picture)
    upright, density = turned(picture.size, turn), turned(dpi(picture), turn)
    return fit(picture.size, turned(pixels(points(upright, density, part=_is_divided(picture, upright))), turn))


def _put(pages: PicturePages, picture: Image.Image, size: tuple[float, float]) -> None:
    """Adds a page with an unpacked picture, at `size` in points."""
    packed_picture = _page(picture, size)
    if pages.weight + len(packed_picture.data) > MOST_WEIGHT:
        raise PictureRefused(Refusal.TOO_LARGE)
    pages.add(packed_picture, size)


def _page(picture: Image.Image, size: tuple[float, float]) -> Packed:
    """An unpacked picture with as many pixels as can be seen of it."""
    turn = orientation(picture)
    sharp = picture.mode == "1" and not picture.has_transparency_data
    most = turned(pixels(size, sharp=sharp), turn)
    if picture.size != fit(picture.size, most):
        most = turned(pixels(size), turn)
    upright = shown(picture, fit(picture.size, most))
    if turn in TURNS:
        upright = upright.transpose(TURNS[turn])
    return packed(upright, photo=picture.format in ("JPEG", "MPO"))
