"""How the characters of a run come onto the page: as they stand, shaped, or as boxes; and in which order.

Plain letters are text of the embedded font. What needs shaping, and all that runs from right to left, is
drawn as outlines with the same characters as unseen text on top, the way a scanned page carries its words:
programs that search, copy or read aloud then find every character once and in order, whatever the shapes
are made of. What no font has is a box that stands for its character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from otcpd.portfolio.pdf import bidi, fonts
from otcpd.portfolio.pdf.clusters import clusters

if TYPE_CHECKING:
    from otcpd.portfolio.pdf.faces import Face, Glyph


_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text that the embedded font draws as it stands, from left to right. Widths are in ems."""

    text: str
    level: int
    width: float


@dataclass(frozen=True, slots=True)
class Boxes:
    """Characters that no font has, from left to right: a box for each cluster, and the spaces between them."""

    clusters: tuple[str, ...]
    level: int
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is shaped, as it is read. `glyphs` are outlines, placed from its left edge."""

    text: str
    level: int
    width: float
    glyphs: tuple[Glyph, ...]

    @property
    def seen(self) -> str:
        """The text as it stands on the page from left to right, with brackets that open where they are seen to."""
        return self.text[::-1].translate(_MIRRORED) if self.level % 2 else self.text


Stretch = Plain | Boxes | Words


class Placed(NamedTuple):
    """A stretch with its left edge in ems from that of the run."""

    stretch: Stretch
    x: float


def width_of(text: str, bold: bool, size: float) -> float:
    """The width of `text` in points."""
    if fonts.is_plain(text):
        return fonts.width_of(text, _font(bold), size)
    return sum(one.width for one in _stretches(text, bold, 0)) * size


class Spoken(NamedTuple):
    """Stretches that are read out together. `actual` is what they say, if that is not plain from the page."""

    placed: tuple[Placed, ...]
    actual: str = ""


def typeset(text: str, bold: bool, rtl: bool) -> list[Spoken]:
    """`text` in stretches that are drawn in one way, each with its place; they come as they are read.

    `rtl` if it stands in a paragraph from right to left. Where anything runs so, all of it is read out
    together, since programs differ in how they put such a line in order.
    """
    if not rtl and fonts.is_plain(text):
        return [Spoken((Placed(_plain(text, 0, bold), 0.0),))]
    placed = _placed(text, bold, rtl)
    if any(one.stretch.level for one in placed):
        return [Spoken(placed, text)]
    return [Spoken((one,), "".join(one.stretch.clusters) if isinstance(one.stretch, Boxes) else "") for one in placed]


def _placed(text: str, bold: bool, rtl: bool) -> tuple[Placed, ...]:
    found = _stretches(text, bold, int(rtl))
    edges = [0.0] * len(found)
    x = 0.0
    for place in bidi.visual_order([one.level for one in found]):
        edges[place] = x
        x += found[place].width
    return tuple(map(Placed, found, edges))


def is_exact(cluster: str) -> bool:
    """Whether a cluster prints as what it is, and not as a box."""
    return fonts.is_plain(cluster) or _face(cluster) is not None


@lru_cache(maxsize=5_000)
def _stretches(text: str, bold: bool, base: int) -> tuple[Stretch, ...]:
    """`text` as it is read, in a paragraph of level `base`."""
    return tuple(_stretch(list(group), bold) for _, group in groupby(_units(text, base), key=_kind))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A cluster, its place in the text, its level, and its face; `face` is None if it is plain or a box."""

    text: str
    place: int
    level: int
    plain: bool
    face: Face | None


def _units(text: str, base: int) -> Iterator[_Unit]:
    levels = bidi.levels(text, base) if base or bidi.has_right(text) else [0] * len(text)
    place = 0
    boxed = False
    for cluster in clusters(text):
        # A space alone between two boxes would be lost by programs that guess at spaces.
        plain = fonts.is_plain(cluster) and not (boxed and cluster == " " and levels[place] == 0)
        face = None if plain or cluster == " " else _face(cluster)
        boxed = not plain and face is None
        yield _Unit(cluster, place, levels[place], plain, face)
        place += len(cluster)


def _kind(unit: _Unit) -> tuple[int, str, int]:
    """Neighbours with the same value go into one stretch. Boxes that run to the left stay apart, so that
    what each stands for is not turned round."""
    backwards = unit.level % 2 == 1
    if unit.face is None and not unit.plain:
        return unit.level, "box", unit.place if backwards else 0
    return unit.level, "plain" if unit.plain and not backwards else "words", 0


def _stretch(units: list[_Unit], bold: bool) -> Stretch:
    level, kind, _ = _kind(units[0])
    text = "".join(unit.text for unit in units)
    if kind == "plain":
        return _plain(text, level, bold)
    if kind == "box":
        seen = "".join(" " if unit.text == " " else fonts.BOX for unit in units)
        return Boxes(tuple(unit.text for unit in units), level, fonts.width_of(seen, _font(bold), 1.0))
    return _words(units, text, level, bold)


def _plain(text: str, level: int, bold: bool) -> Plain:
    return Plain(text, level, fonts.width_of(text, _font(bold), 1.0))


def _words(units: Iterable[_Unit], text: str, level: int, bold: bool) -> Words:
    """The stretch shaped, one after the other what each face has of it."""
    from otcpd.portfolio.pdf.faces import Face, shape  # HarfBuzz is loaded only where it is needed

    backwards = level % 2 == 1
    parts = [
        shape("".join(unit.text for unit in group), face or Face.INTER, bold, backwards)
        for face, group in groupby(units, key=_face_of_unit)
    ]
    glyphs: list[Glyph] = []
    x = 0.0
    for part in reversed(parts) if backwards else parts:
        glyphs += (replace(glyph, x=glyph.x + x) for glyph in part.glyphs)
        x += part.width
    return Words(text, level, x, tuple(glyphs))


def _face_of_unit(unit: _Unit) -> Face | None:
    return unit.face


def _face(cluster: str) -> Face | None:
    from otcpd.portfolio.pdf.faces import face_of  # HarfBuzz is loaded only where it is needed

    return face_of(cluster)


def _font(bold: bool) -> str:
    return fonts.BOLD if bold else fonts.REGULAR
