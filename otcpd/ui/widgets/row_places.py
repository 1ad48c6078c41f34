"""Where the rows of a long list stand, each with a height of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class RowPlaces:
    """Rows below each other from 0 on, in pixels."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._tops = list(accumulate(heights, initial=0))

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._tops) - 1

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return self._tops[-1]

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """How high it is."""
        return self._tops[row + 1] - self._tops[row]

    def at(self, y: int) -> int:
        """The row at a height; the first one above them all, -1 below them all."""
        if y >= self.end:
            return -1
        return max(bisect_right(self._tops, y) - 1, 0)
