"""Where pages stand below each other, and in which parts each is drawn. Lengths are logical pixels."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from otcpd.domain.picture import MOST_PIXELS, MOST_WIDTH, rows_at_once

_TALLEST = 30
"""A page is shown at most that many times as high as the view is wide."""
_NEARLY = 0.98
"""A little less than what the worker process allows, so that rounding on either side does no harm."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a page to be drawn: `rows` from `top` on, of the page at `width` pixels of the screen."""

    page: int
    width: int
    top: int
    rows: int


class PagePlaces:
    """Pages of some sizes in a column as wide as the view, times `zoom`; they never move once they are placed."""

    def __init__(
        self,
        sizes: tuple[tuple[float, float], ...],
        room: float,
        *,
        zoom: float = 1.0,
        gap: float = 12,
        grow: bool = True,
    ) -> None:
        """`room` is the width that a page may take. Unless pages may `grow`, none is wider than its size says."""
        self.sizes = sizes
        self._grow = grow
        self.tops: list[float] = []
        self.widths: list[float] = []
        self.heights: list[float] = []
        y = gap
        for across, down in sizes:
            width = max(1.0, min(room, room * _TALLEST * across / down, room if grow else across)) * zoom
            self.tops.append(y)
            self.widths.append(width)
            self.heights.append(max(1.0, width * down / across))
            y += self.heights[-1] + gap
        self.height = y
        """Of all pages and what is between them."""
        self.width = max(self.widths, default=0.0)

    def rect(self, page: int, centre: float) -> QRectF:
        """Where a page is, in a column whose middle is at `centre`."""
        return QRectF(centre - self.widths[page] / 2, self.tops[page], self.widths[page], self.heights[page])

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something is between two heights."""
        if not self.sizes or bottom <= 0 or top >= self.height:
            return range(0)
        first = max(0, bisect_right(self.tops, top) - 1)
        if self.tops[first] + self.heights[first] < top:
            first += 1
        return range(first, bisect_right(self.tops, bottom))

    def at(self, y: float) -> int:
        """The page at a height, or the one above the space there; 0 if there is none."""
        return max(0, bisect_right(self.tops, y) - 1)

    def parts(self, page: int, ratio: float, top: float, bottom: float) -> list[Part]:
        """The parts of a page that are wanted between two heights; `ratio` is pixels of the screen to a logical one."""
        across, down = self.sizes[page]
        width = self.pixels_across(page, ratio)
        whole = max(1, math.ceil(down * width / across))
        rows = math.ceil(whole / math.ceil(whole / rows_at_once(width)))
        scale = self.heights[page] / whole
        found: list[Part] = []
        for first in range(0, whole, rows):
            start = self.tops[page] + first * scale
            if start <= bottom and start + rows * scale >= top:
                found.append(Part(page, width, first, min(rows, whole - first)))
        return found

    def pixels_across(self, page: int, ratio: float) -> int:
        """As many as can be seen. A picture is never unpacked larger than it is, nor than the worker process allows."""
        across, down = self.sizes[page]
        wanted = self.widths[page] * ratio
        if not self._grow:
            wanted = min(wanted, across, math.sqrt(MOST_PIXELS * _NEARLY * across / down))
        return max(1, min(round(wanted), MOST_WIDTH))
