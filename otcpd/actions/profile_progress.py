"""One bar for a whole export, and what it is at in words."""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.background import Progress

STEPS = 1_000
"""Steps of the bar."""

DRAWING = "Drawing your profile"
GETTING_READY = "Getting ready"
TIDYING = "Tidying up"

_MB = 1_000_000
_WAKE, _TIDY = 300, 100
_READ_MB = 4
_PREPARE, _PREPARE_MB = 20, 12
_COPY, _COPY_MB = 20, 6
_WRITE, _WRITE_MB = 800, 15
"""About how many milliseconds things take: waking the worker and tidying up, reading, preparing or copying a file
and each of its megabytes, drawing and writing the profile and each megabyte of evidence in it. Only the shares of the
bar follow from them."""


class ExportBar:
    """Knows how much there is to do, and is told where the export is. It never goes back."""

    def __init__(self, sizes: Mapping[int, int], *, copies: bool = False) -> None:
        """`sizes` holds the bytes of each piece of evidence by its number; `copies`: their files go along."""
        self._last = max(sizes, default=0)
        megabytes = {number: size / _MB for number, size in sizes.items()}
        self._reading = {number: _READ_MB * size for number, size in megabytes.items()}
        self._preparing = {number: _PREPARE + _PREPARE_MB * size for number, size in megabytes.items()}
        self._copying = {number: copies * (_COPY + _COPY_MB * size) for number, size in megabytes.items()}
        self._writing = _WRITE + _WRITE_MB * sum(megabytes.values())
        evidence = (self._reading, self._preparing, self._copying)
        self._whole = _WAKE + _TIDY + sum(sum(one.values()) for one in evidence) + self._writing
        self._behind = 0.0
        self._now = 0.0
        """What the thing under way takes."""
        self._about = ""
        self._pages = False
        """Whether it goes page by page."""
        self._shown = Progress(0, STEPS, GETTING_READY)

    @property
    def shown(self) -> Progress:
        """Where the bar stands."""
        return self._shown

    def wake(self) -> None:
        """The worker brings in what it needs."""
        self._begin(_WAKE, GETTING_READY, pages=False)

    def read(self, number: int) -> None:
        """A piece is being read."""
        self._begin(self._reading[number], f"Reading E{number} of {self._last}", pages=False)

    def prepare(self, number: int) -> None:
        """A piece is being made ready."""
        self._begin(self._preparing[number], f"Preparing E{number}")

    def copy(self, number: int) -> None:
        """Hidden details are being taken out of a copy of a piece."""
        self._begin(self._copying[number], f"Cleaning the copy of E{number}", pages=False)

    def write(self) -> None:
        """The profile is being drawn and written."""
        self._begin(self._writing, "", pages=False)

    def tidy(self) -> None:
        """All is in place, and what was made on the way goes."""
        self._begin(_TIDY, TIDYING, pages=False)

    def skip(self, number: int) -> None:
        """A piece will not be made ready or copied."""
        self._behind += self._preparing[number] + self._copying[number]

    def move(self, done: int, total: int, words: str = "") -> Progress:
        """What is under way is so far, and at this; a piece that says nothing counts its pages."""
        share = min(max(done / total, 0.0), 1.0) if total > 0 else 0.0
        steps = round(STEPS * (self._behind + share * self._now) / self._whole)
        page = f"page {done} of {total}" if self._pages and 0 < done <= total and total > 1 else ""
        self._shown = Progress(max(self._shown.done, min(steps, STEPS)), STEPS, self._say(words or page))
        return self._shown

    def end(self) -> None:
        """All is done."""
        self._shown = Progress(STEPS, STEPS, self._shown.words)

    def _begin(self, weight: float, about: str, *, pages: bool = True) -> None:
        self._behind += self._now
        self._now, self._about, self._pages = weight, about, pages
        self.move(0, 1)

    def _say(self, words: str) -> str:
        if not self._about:
            return words or DRAWING
        return f"{self._about}, {words[0].lower()}{words[1:]}" if words else self._about
