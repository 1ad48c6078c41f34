"""What part of a PDF page is seen, which way up, and how large (PDF 1.7, 7.7.3.3 and 14.11.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Name, Object, Page

from otcpd.portfolio.evidence.pdf.values import number

LARGEST_SIDE = 100_000.0
"""Points, 35 metres. A page that says it is larger is no page: A0 has 3,370."""

_LEAST_SIDE = 1.0
_LETTER = (0.0, 0.0, 612.0, 792.0)
"""What readers show of a page whose box says nothing."""

_BOXES = (Name.MediaBox, Name.CropBox, Name.TrimBox, Name.ArtBox, Name.BleedBox)
_CLOSE = 0.01

Box = tuple[float, float, float, float]


class PageTooLarge(Exception):
    """A page whose size makes no sense."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The visible `box` of a page in its own space (left, lower, right, upper), the quarter `turns`
    clockwise that bring it upright, and the `unit` of its space in points."""

    box: Box
    turns: int
    unit: float

    @property
    def width(self) -> float:
        """Points, upright."""
        return self._side(1 if self.turns % 2 else 0) * self.unit

    @property
    def height(self) -> float:
        """Points, upright."""
        return self._side(0 if self.turns % 2 else 1) * self.unit

    def upright(self, x: float, y: float) -> tuple[float, float]:
        """A place of the page's own space in points from the lower left corner of the upright page."""
        left, lower, right, upper = self.box
        across, up = (
            (x - left, y - lower),
            (y - lower, right - x),
            (right - x, upper - y),
            (upper - y, x - left),
        )[self.turns]
        return across * self.unit, up * self.unit

    def own_space(self) -> tuple[float, float, float, float, float, float]:
        """The matrix that leads from points of the upright page back to the page's own space."""
        left, lower, right, upper = self.box
        one = 1.0 / self.unit
        return (
            (one, 0.0, 0.0, one, left, lower),
            (0.0, one, -one, 0.0, right, lower),
            (-one, 0.0, 0.0, -one, right, upper),
            (0.0, -one, one, 0.0, left, upper),
        )[self.turns]

    def shows(self, x: float, y: float) -> bool:
        """Whether a place of the page's own space is to be seen."""
        left, lower, right, upper = self.box
        return left <= x <= right and lower <= y <= upper

    def _side(self, axis: int) -> float:
        return self.box[axis + 2] - self.box[axis]


@dataclass(frozen=True, slots=True)
class Framing:
    """How a page is framed. `exact`: its boxes say the same to every program. `cropped`: something of
    it is cut off from view."""

    frame: PageFrame
    exact: bool
    cropped: bool


def framing_of(page: Page) -> Framing:
    """The frame of a page, whatever its entries say. Raises PageTooLarge."""
    media = _box(page.obj.get(Name.MediaBox))
    visible = media or _LETTER
    crop = _box(page.obj.get(Name.CropBox))
    if crop is not None:
        visible = _common(visible, crop) or visible
    turns, upright = _turns(page.obj.get(Name.Rotate))
    unit = number(page.obj.get(Name.UserUnit)) or 1.0
    frame = PageFrame(visible, turns, unit if unit > 0 else 1.0)
    if not (max(frame.width, frame.height) <= LARGEST_SIDE and all(abs(value) < 1e7 for value in visible)):
        raise PageTooLarge
    plain = all(_same(page.obj.get(key), visible) for key in (Name.CropBox, Name.TrimBox) if key in page.obj)
    exact = media is not None and plain and (Name.CropBox in page.obj or _same(page.obj.MediaBox, visible))
    return Framing(frame, exact and upright and unit > 0, cropped=media is not None and not _close(media, visible))


def settle(page: Page, frame: PageFrame) -> None:
    """Let all entries of a page say the same as `frame`."""
    for key in _BOXES:
        if key in page.obj:
            del page.obj[key]
    page.obj[Name.MediaBox] = Array([round(value, 4) for value in frame.box])
    for key in (Name.Rotate, Name.UserUnit):
        if key in page.obj:
            del page.obj[key]
    if frame.turns:
        page.obj[Name.Rotate] = frame.turns * 90
    if frame.unit != 1.0:
        page.obj[Name.UserUnit] = frame.unit


def _corners(value: Object | None) -> list[float] | None:
    if not isinstance(value, Array) or len(value) != 4:
        return None
    corners = [found for each in value if (found := number(each)) is not None]
    return corners if len(corners) == len(value) else None


def _box(value: Object | None) -> Box | None:
    """A box with its corners in order; None if it has no extent or is none."""
    corners = _corners(value)
    if corners is None:
        return None
    left, right = sorted((corners[0], corners[2]))
    lower, upper = sorted((corners[1], corners[3]))
    return (left, lower, right, upper) if min(right - left, upper - lower) >= _LEAST_SIDE else None


def _common(one: Box, other: Box) -> Box | None:
    left, lower = max(one[0], other[0]), max(one[1], other[1])
    right, upper = min(one[2], other[2]), min(one[3], other[3])
    return (left, lower, right, upper) if min(right - left, upper - lower) >= _LEAST_SIDE else None


def _same(value: Object | None, box: Box) -> bool:
    corners = _corners(value)
    return corners is not None and _close(corners, box)


def _close(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= _CLOSE for a, b in zip(one, other, strict=True))


def _turns(value: object) -> tuple[int, bool]:
    """Quarter turns clockwise, and whether the entry said just that."""
    if value is None:
        return 0, True
    degrees = number(value)
    if degrees is None or degrees % 90:
        return 0, False
    return int(degrees // 90) % 4, isinstance(value, int)
