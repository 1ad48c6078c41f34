"""A framework against the log: a row for each item, a column for each stretch of time, a number where something is.

The ground of a number is darker the higher it is, and the number itself says it: nothing rests on colour. The window
paints cells one by one, from the same shapes as a page of paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otcpd.portfolio.charts.marks import dot
from otcpd.portfolio.charts.mixture_list import fitted
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Measure, Place, Rule, Shape, Words
from otcpd.portfolio.papers.coverage_content import CoverageLine

ANY, IN_ALL = "Any of these", "In all"
_HEAT = ((4, "accent", "surface", "4 or more"), (2, "accent_line", "ink", "2 or 3"), (1, "accent_soft", "ink", "1"))
"""From how many on: the ground, the ink on it, and what the key says."""
NOTHING_THERE = "nothing"

_ROW = 1.95
_LINE = 1.3
_HEADS = 2.9
_KEY = 2.4
_NAMES = 0.4
_LAST = 4.2
_INDENT = 1.1
_BASELINE = 0.36
_SPACE = 1.8
_INSET = 0.14
_RADIUS = 0.35
"""Measures in multiples of the text size, but `_NAMES`, the part of the width that names take."""


def cell_shapes(
    count: int, x: float, y: float, width: float, height: float, size: float, measure: Measure
) -> Iterator[Shape]:
    """A cell with its number, or the dot of nothing, within a box."""
    middle = x + width / 2, y + height / 2
    if not count:
        yield from dot(*middle, 0.5 * size)
        return
    ground, ink = next((ground, ink) for least, ground, ink, _said in _HEAT if count >= least)
    inset = _INSET * size
    yield Bar(x + inset, y + inset, width - 2 * inset, height - 2 * inset, ground, _RADIUS * size)
    text = f"{count:,}"
    bold = ink == "surface"
    wide = measure(text, size, bold)
    yield Words(middle[0] - wide / 2, middle[1] + _BASELINE * size, text, size, ink, bold)


def coverage_chart(
    heads: Sequence[tuple[str, str]],
    lines: Sequence[CoverageLine],
    sums: Sequence[int],
    total: int,
    width: float,
    measure: Measure,
    *,
    size: float = 9.0,
) -> Chart:
    """The lines against the columns, `width` wide, with the key below. `sums` and `total` stand in the first row; give
    none where they stood already."""
    drawn = _Drawn(heads, lines, sums, total, width, measure, size)
    return Chart(width, drawn.height, tuple(drawn.shapes()), describe_coverage(heads, lines))


def describe_coverage(heads: Sequence[tuple[str, str]], lines: Sequence[CoverageLine]) -> str:
    """Every figure of it in sentences."""
    return " ".join(f"{line.label}: {_said(heads, line)}." for line in lines) or "Nothing to show."


def _said(heads: Sequence[tuple[str, str]], line: CoverageLine) -> str:
    found = [
        f"{count} in {' '.join(filter(None, (head, over)))}"
        for (over, head), count in zip(heads, line.counts, strict=True)
        if count
    ]
    return ", ".join(found) or NOTHING_THERE


@dataclass(frozen=True, slots=True)
class _Drawn:
    heads: Sequence[tuple[str, str]]
    lines: Sequence[CoverageLine]
    sums: Sequence[int]
    total: int
    width: float
    measure: Measure
    size: float

    @property
    def _names(self) -> float:
        return self.width * _NAMES

    @property
    def _step(self) -> float:
        return (self.width - self._names - _LAST * self.size) / max(len(self.heads), 1)

    @property
    def _first(self) -> float:
        return _HEADS * self.size

    @property
    def height(self) -> float:
        heights = sum(self._tall(line) for line in self.lines)
        return self._first + (_ROW * self.size if self.sums else 0.0) + heights + _KEY * self.size

    def _tall(self, line: CoverageLine) -> float:
        return (_ROW + _LINE * (len(self._words(line)) - 1)) * self.size

    def _words(self, line: CoverageLine) -> list[str]:
        """The name of a line, on two lines at most."""
        room = self._names - (_INDENT * min(line.depth, 4) + 0.8) * self.size
        text = " ".join(filter(None, (line.code, line.label, "(retired)" if line.retired else "")))
        first = ""
        words = text.split()
        while words and self.measure(f"{first} {words[0]}".strip(), self.size, False) <= room:
            first = f"{first} {words.pop(0)}".strip()
        rest = " ".join(words)
        if not first:
            return [fitted(text, room, self.measure, self.size)]
        return [first, fitted(rest, room, self.measure, self.size)] if rest else [first]

    def shapes(self) -> Iterator[Shape]:
        yield from self._heads()
        y, row = self._first, 1
        if self.sums:
            yield from self._row(y, _ROW * self.size, [ANY], 0.0, self.sums, self.total, row, bold=True)
            y, row = y + _ROW * self.size, row + 1
        for line in self.lines:
            tall = self._tall(line)
            yield Rule(0.0, y, self.width, y, "line", 0.5)
            indent = _INDENT * min(line.depth, 4) * self.size
            yield from self._row(y, tall, self._words(line), indent, line.counts, line.total, row, bold=line.depth == 0)
            y, row = y + tall, row + 1
        yield Rule(0.0, y, self.width, y, "line_btn", 0.5)
        yield from self._key(y + 0.55 * _KEY * self.size)

    def _heads(self) -> Iterator[Shape]:
        size = 0.9 * self.size
        before = ""
        for place, (over, head) in enumerate(self.heads):
            x = self._names + place * self._step
            if over and over != before:
                yield Words(x + 0.2 * size, 1.0 * self.size, over, size, "ink2")
            before = over
            text = fitted(head, self._step, self.measure, size)
            wide = self.measure(text, size, False)
            yield Words(x + (self._step - wide) / 2, 2.2 * self.size, text, size, "ink2", place=Place(0, place + 1))
        right = self.width - 0.3 * self.size
        yield Words(right, 2.2 * self.size, IN_ALL, size, "ink2", True, Align.RIGHT, Place(0, len(self.heads) + 1))

    def _row(
        self,
        y: float,
        tall: float,
        words: Sequence[str],
        indent: float,
        counts: Sequence[int],
        total: int,
        row: int,
        *,
        bold: bool,
    ) -> Iterator[Shape]:
        top = y + (tall - _LINE * self.size * len(words)) / 2
        for number, text in enumerate(words):
            base = top + (number + 0.5) * _LINE * self.size + _BASELINE * self.size
            yield Words(indent, base, text, self.size, "ink", bold, place=Place(row, 0) if number == 0 else None)
        box = min(tall, _ROW * self.size)
        for place, count in enumerate(counts):
            x = self._names + place * self._step
            yield from cell_shapes(count, x, y + (tall - box) / 2, self._step, box, self.size, self.measure)
        base = y + tall / 2 + _BASELINE * self.size
        text = f"{total:,}"
        yield Words(self.width - 0.3 * self.size, base, text, self.size, "ink", True, Align.RIGHT)

    def _key(self, y: float) -> Iterator[Shape]:
        """What the grounds mean, from nothing upwards."""
        side, x = 1.5 * self.size, 0.0
        for least, said in ((0, NOTHING_THERE), *((least, said) for least, _ground, _ink, said in reversed(_HEAT))):
            if x + side + 0.5 * self.size + self.measure(said, self.size, False) > self.width:
                return  # the numbers say it themselves
            if least:
                ground = next(ground for number, ground, _ink, _said in _HEAT if number == least)
                yield Bar(x, y - 0.5 * self.size, side, self.size, ground, _RADIUS * self.size)
            else:
                yield from dot(x + side / 2, y, 0.5 * self.size)
            x += side + 0.5 * self.size
            yield Words(x, y + _BASELINE * self.size, said, self.size, "ink2")
            x += self.measure(said, self.size, False) + _SPACE * self.size
