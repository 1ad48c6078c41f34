"""Pictures of evidence as they are shown in the window. Runs in the worker process: plain values in and out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, TiffImagePlugin

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.picture import MOST_PIXELS, PageSizes, Picture, rows_at_once
from otcpd.portfolio.evidence.pictures.colours import shown
from otcpd.portfolio.evidence.pictures.piece import TURNS, places
from otcpd.portfolio.evidence.pictures.reading import PictureRefused, load, opened, orientation
from otcpd.portfolio.evidence.pictures.size import fit, turned
from otcpd.portfolio.evidence.pieces import Refusal

_REFUSED = {
    Refusal.EMPTY: "This picture is empty.",
    Refusal.TOO_LARGE: "This picture is too large to be shown here.",
    Refusal.UNKNOWN: "This kind of picture cannot be shown here.",
}
_OTHERWISE = "This picture seems to be broken."


def picture_sizes(path: Path) -> PageSizes:
    """How large the picture at `path` is, upright, in pixels; each page of a scan of several pages.

    Raises NotAcceptable for what cannot be shown, FileMissing or MachineSaidNo.
    """
    sizes: list[tuple[float, float]] = []
    try:
        with opened(path) as picture:
            for place in _pages(picture):
                picture.seek(place)
                across, down = turned(picture.size, orientation(picture))
                sizes.append((float(max(1, across)), float(max(1, down))))
    except PictureRefused as refused:
        if not sizes:
            raise _unshown(refused) from refused
    return PageSizes(tuple(sizes), len(sizes))


def picture_rows(path: Path, page: int, width: int, *, top: int = 0, rows: int = 0) -> Picture:
    """The picture at `path`, or page `page` (from 0) of a scan, upright, at most `width` pixels across.

    Never larger than it is, and never more than `MOST_PIXELS`: the answer says how large it came out. `rows` rows
    from row `top` on, counted at that size; without `rows` all the rest, as far as one picture may go. Raises what
    `picture_sizes` raises.
    """
    with machine_errors(path):
        about = path.stat()
    try:
        upright, pages = _upright(path, about.st_mtime_ns, about.st_size, page, width)
    except PictureRefused as refused:
        raise _unshown(refused) from refused
    top = max(0, min(top, upright.height - 1))
    height = min(rows or upright.height, rows_at_once(upright.width), upright.height - top)
    band = upright.crop((0, top, upright.width, top + height))
    return Picture(upright.width, height, band.tobytes("raw", "BGR"), pages, top, upright.height)


@lru_cache(maxsize=1)
def _upright(path: Path, _changed: int, _bytes: int, page: int, width: int) -> tuple[Image.Image, int]:
    """Kept, since the window asks for one large picture in several parts."""
    with opened(path) as picture:
        pages = _pages(picture)
        if not 0 <= page < len(pages):
            raise PictureRefused(Refusal.BROKEN)
        picture.seek(pages[page])
        turn = orientation(picture)
        most = turned(_fitting(turned(picture.size, turn), width), turn)
        load(picture, path, most)
        made = shown(picture, fit(picture.size, most)).convert("RGB")
        return (made.transpose(TURNS[turn]) if turn in TURNS else made), len(pages)


def _fitting(size: tuple[int, int], width: int) -> tuple[int, int]:
    if min(size) < 1:
        raise PictureRefused(Refusal.BROKEN)
    across, down = fit(size, (max(1, width), size[1]))
    scale = min(1.0, (MOST_PIXELS / (across * down)) ** 0.5)
    return max(1, int(across * scale)), max(1, int(down * scale))


def _pages(picture: Image.Image) -> list[int]:
    if isinstance(picture, TiffImagePlugin.TiffImageFile):
        return list(places(picture)) or [0]
    return [0]


def _unshown(refused: PictureRefused) -> NotAcceptable:
    words = _REFUSED.get(refused.refusal, _OTHERWISE)
    return NotAcceptable(words, "", "Open it with another program to see it.")
