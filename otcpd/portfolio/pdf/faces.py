"""Letters that need shaping: accents that find their place, Arabic that joins, and letters that Inter lacks.

HarfBuzz shapes them with the fonts beside Inter: Noto Sans for rare Latin, Greek and Cyrillic, Noto Sans
Hebrew and Noto Sans Arabic. Their glyphs come out as outlines, which the page draws as it draws a rule.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any

import uharfbuzz

from otcpd.catalogue.own_fonts import font_bytes
from otcpd.portfolio.pdf.clusters import is_joiner


class Face(Enum):
    """A typeface that shapes text; the value begins the names of its files. The first that has all of a
    cluster draws it."""

    INTER = "Inter"
    NOTO = "NotoSans"
    HEBREW = "NotoSansHebrew"
    ARABIC = "NotoSansArabic"


@dataclass(frozen=True, slots=True)
class Glyph:
    """An outline and where it stands, in ems from the start of its text on the baseline."""

    face: Face
    bold: bool
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right, and how many ems they take."""

    glyphs: tuple[Glyph, ...]
    width: float


_OUR_INTER = {"kern": False, "calt": False, "liga": False}
"""Inter shaped sets what it sets unshaped: letters at their own widths, and "->" stays two characters."""


@lru_cache(maxsize=20_000)
def face_of(cluster: str) -> Face | None:
    """The face that has a shape for every part of a cluster; None if no one has."""
    shaped = [one for one in cluster if not is_joiner(one)]
    return next((face for face in Face if shaped and all(_has(face, one) for one in shaped)), None)


@lru_cache(maxsize=5_000)
def shape(text: str, face: Face, bold: bool, backwards: bool) -> Shaped:
    """Shape `text`, which `face` has all of; `backwards` if it runs from right to left."""
    font = _font(face, bold)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    uharfbuzz.shape(font, buffer, _OUR_INTER if face is Face.INTER else {})
    em = units(face)
    glyphs: list[Glyph] = []
    width = 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = width + position.x_offset, position.y_offset
        glyphs.append(Glyph(face, bold, info.codepoint, x / em, y / em))
        width += position.x_advance
    return Shaped(tuple(glyphs), width / em)


@cache
def units(face: Face) -> int:
    """How many units of its own a face has to the em."""
    return int(_font(face, False).face.upem)


@lru_cache(maxsize=5_000)
def outline(face: Face, bold: bool, number: int) -> str:
    """The outline of a glyph as PDF path operators in units of the face; empty if it has none."""
    path = _Path()
    _font(face, bold).draw_glyph(number, path.functions)
    return " ".join(path.steps)


class _Path:
    """Writes down an outline; PDF knows only cubic curves, so quadratic ones are raised."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self._at = (0.0, 0.0)
        self.functions = uharfbuzz.DrawFuncs()
        self.functions.set_move_to_func(self._move)
        self.functions.set_line_to_func(self._line)
        self.functions.set_quadratic_to_func(self._quadratic)
        self.functions.set_cubic_to_func(self._cubic)
        self.functions.set_close_path_func(self._close)

    def _move(self, x: float, y: float, _: Any) -> None:
        self._step("m", (x, y))

    def _line(self, x: float, y: float, _: Any) -> None:
        self._step("l", (x, y))

    def _quadratic(self, by_x: float, by_y: float, x: float, y: float, _: Any) -> None:
        from_x, from_y = self._at
        first = (from_x + (by_x - from_x) * 2 / 3, from_y + (by_y - from_y) * 2 / 3)
        second = (x + (by_x - x) * 2 / 3, y + (by_y - y) * 2 / 3)
        self._step("c", first, second, (x, y))

    def _cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float, _: Any) -> None:
        self._step("c", (x1, y1), (x2, y2), (x, y))

    def _close(self, _: Any) -> None:
        self.steps.append("h")

    def _step(self, operator: str, *points: tuple[float, float]) -> None:
        self.steps.append(" ".join([*(f"{x:.0f} {y:.0f}" for x, y in points), operator]))
        self._at = points[-1]


@cache
def _font(face: Face, bold: bool) -> Any:
    weight = "SemiBold" if bold else "Regular"
    return uharfbuzz.Font(uharfbuzz.Face(font_bytes(f"{face.value}-{weight}.ttf")))


@cache
def _covered(face: Face) -> frozenset[int]:
    """Code points with a shape; Inter keeps alternative shapes in the private area, which mean nothing outside."""
    return frozenset(code for code in _font(face, False).face.unicodes if unicodedata.category(chr(code)) != "Co")


def _has(face: Face, character: str) -> bool:
    return ord(character) in _covered(face)
