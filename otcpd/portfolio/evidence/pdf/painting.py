"""PDF pages drawn as pictures by PDFium, as a reader would see them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from otcpd.portfolio.evidence.pdf.aloud import read_aloud
from otcpd.portfolio.evidence.pdf.frame import LARGEST_SIDE, PageFrame, PageTooLarge
from otcpd.portfolio.evidence.pdf.text_layer import Word
from otcpd.portfolio.evidence.pdf.words import words_of
from otcpd.portfolio.evidence.pictures.as_pdf import Packed, packed

DPI = 200.0
MOST_PIXELS = 9_000_000
"""Pixels of one page: A3 at 200 dpi. A larger page is drawn more coarsely."""

_TEXT_AND_LINES = 0.75
"""A page of which that much is pure black or white has text and lines on it rather than photos."""

_MOST_COLOURS = 256
_STEPS = 16
_STEP = 255 // (_STEPS - 1)
_STEP_OF = [round(level / _STEP) for level in range(256)]


@dataclass(frozen=True, slots=True)
class Painted:
    """A page as a picture, with its words if they are wanted, each in its place and as they are read out.

    `blank`: there is nothing on it.
    """

    picture: Packed
    words: tuple[Word, ...]
    aloud: str
    blank: bool


class Painter:
    """PDFium at work on one file."""

    def __init__(self, path: Path) -> None:
        """Raises pypdfium2.PdfiumError if PDFium cannot open the file."""
        self._pdf = pypdfium2.PdfDocument(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._pdf.close()

    def __len__(self) -> int:
        return len(self._pdf)

    def frame(self, index: int) -> PageFrame:
        """The frame of a page as PDFium sees it. Raises PdfiumError or PageTooLarge."""
        with self._page(index) as page:
            left, lower, right, upper = page.get_bbox()
            frame = PageFrame((left, lower, right, upper), page.get_rotation() // 90 % 4, 1.0)
        if not 0 < max(frame.width, frame.height) <= LARGEST_SIDE:
            raise PageTooLarge
        return frame

    def words(self, index: int, frame: PageFrame) -> tuple[Word, ...]:
        """The words of a page. Raises PdfiumError."""
        with self._page(index) as page:
            return tuple(words_of(page, frame))

    def aloud(self, index: int, frame: PageFrame, *, seen_only: bool) -> str:
        """What stands on a page that is clean, as it is read out. Raises PdfiumError."""
        with self._page(index) as page:
            return read_aloud(page, frame, seen_only=seen_only, clean=True)

    def paint(
        self, index: int, frame: PageFrame, *, with_words: bool, with_fields: bool = False, seen_only: bool = False
    ) -> Painted:
        """Draw a page, with what lies on it. Raises PdfiumError.

        `seen_only`: of words, read out those alone that are painted. `with_fields`: give parts of forms the shapes
        that PDFium knows for them.
        """
        if with_fields:
            self._flatten(index)
        with self._page(index) as page:
            picture = _drawn(page, frame)
            words = tuple(words_of(page, frame)) if with_words else ()
            aloud = read_aloud(page, frame, seen_only=seen_only, clean=False) if with_words else ""
        try:
            low, high = zip(*_extremes(picture), strict=True)
            return Painted(packed(_simplest(picture), photo=False), words, aloud, blank=low == high)
        finally:
            picture.close()

    def hides(self, index: int, frame: PageFrame) -> bool:
        """Whether anything on a page reaches out of its frame. Raises PdfiumError."""
        with self._page(index) as page:
            return any(_reaches_out(each.get_bounds(), frame) for each in page.get_objects(max_depth=1))

    def _flatten(self, index: int) -> None:
        self._pdf.init_forms()
        with self._page(index) as page:
            page.flatten()

    @contextmanager
    def _page(self, index: int) -> Iterator[pypdfium2.PdfPage]:
        page = self._pdf[index]
        try:
            yield page
        finally:
            page.close()


def _drawn(page: pypdfium2.PdfPage, frame: PageFrame) -> Image.Image:
    dots = min(DPI, 72 * math.sqrt(MOST_PIXELS / max(frame.width * frame.height, 1.0)))
    scale = dots / 72 * frame.width / page.get_width()
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pdfium.FPDFBitmap_BGR)
    try:
        seen: Image.Image = bitmap.to_pil()  # shares the memory of the bitmap
        return seen.copy()
    finally:
        bitmap.close()


def _extremes(picture: Image.Image) -> list[tuple[int, int]]:
    found = picture.getextrema()
    return [(int(low), int(high)) for low, high in found]  # type: ignore[misc] # a pair for each colour of three


def _simplest(picture: Image.Image) -> Image.Image:
    """Without colour if there is none; text and lines in steps that nobody sees, which pack three times as small."""
    red, green, blue = (band.tobytes() for band in picture.split())
    grey = picture.convert("L")
    colourless = red == green == blue
    if _plain_share(grey) < _TEXT_AND_LINES:
        return grey if colourless else picture
    if colourless:
        steps = Image.frombytes("P", grey.size, grey.point(_STEP_OF).tobytes())
        steps.putpalette([level * _STEP for level in range(_STEPS) for _ in range(3)])
        return steps
    stepped = picture.point([step * _STEP for step in _STEP_OF] * 3)
    if stepped.getcolors(_MOST_COLOURS) is None:
        return picture
    listed = stepped.quantize(_MOST_COLOURS, dither=Image.Dither.NONE)
    return listed if listed.convert("RGB").tobytes() == stepped.tobytes() else stepped


def _plain_share(grey: Image.Image) -> float:
    """The part of a picture that is pure black or white."""
    counts = grey.histogram()
    return (counts[0] + counts[-1]) / max(sum(counts), 1)


def _reaches_out(bounds: tuple[float, float, float, float], frame: PageFrame) -> bool:
    left, lower, right, upper = frame.box
    return bounds[0] < left - 1 or bounds[1] < lower - 1 or bounds[2] > right + 1 or bounds[3] > upper + 1
