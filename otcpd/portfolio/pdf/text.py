"""Breaking text into lines, character for character as it was written: nothing in it is markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otcpd.portfolio.pdf.fonts import BOLD, REGULAR, shown, width_of
from otcpd.portfolio.pdf.style import TextStyle

_SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_UNIT = re.compile(rf"[{_SPACES}]+|[^{_SPACES}]+?[^\W\d][–—/](?=[^\W\d])|[^{_SPACES}]+")
"""A run of spaces, the part of a word up to a dash or stroke between letters, or a word.

Not up to a hyphen: text extractors take one at the end of a line for the line's own and drop it.
"""

_UNSEEN = frozenset({"Cc", "Cf"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight. `to` names the place that a click on it leads to, if any."""

    text: str
    bold: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set. `joint` is what stood between it and the next line: a space or nothing."""

    runs: tuple[Run, ...]
    width: float
    joint: str = ""


def clean(text: str) -> str:
    """`text` in composed form on one line, without control and format characters, which have no shape."""
    composed = unicodedata.normalize("NFC", text)
    spaced = re.sub(r"\s", _one_space, composed)
    return "".join(filter(_has_shape, spaced)).strip()


def _has_shape(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN and ord(character) not in _VARIATION_SELECTORS


def _one_space(found: re.Match[str]) -> str:
    """Line ends and tabs become a space; spaces of other widths stay what they are."""
    return found[0] if unicodedata.category(found[0]) == "Zs" else " "


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: one for each line that has something in it."""
    return tuple(filter(None, map(clean, text.splitlines())))


def font_of(run: Run, style: TextStyle) -> str:
    """The font that `run` is set in."""
    return BOLD if run.bold or style.bold else REGULAR


def break_lines(runs: Sequence[Run], style: TextStyle, width: float) -> tuple[Line, ...]:
    """Set `runs` in lines of at most `width` points. A word wider than that is cut where it must be.

    The fonts must be registered; what they cannot show becomes a box. Gives at least one line, which is
    empty for an empty text.
    """
    setter = _Setter(style, width)
    for run in runs:
        for unit in _UNIT.findall(run.text):
            setter.take(Run(shown(unit), run.bold, run.to))
    return setter.finish()


class _Setter:
    """Fills lines with units one after the other."""

    def __init__(self, style: TextStyle, width: float) -> None:
        self._style = style
        self._limit = width
        self._lines: list[Line] = []
        self._line: list[Run] = []
        self._width = 0.0
        self._gap: Run | None = None

    def take(self, unit: Run) -> None:
        if not unit.text.strip(" "):
            self._gap = unit
            return
        needed = self._measure(unit) + (self._measure(self._gap) if self._gap and self._line else 0.0)
        if self._line and self._width + needed > self._limit:
            self._close()
        if self._measure(unit) <= self._limit:
            self._put(unit)
            return
        for part in self._cut(unit):
            if self._line:
                self._close()
            self._put(part)

    def finish(self) -> tuple[Line, ...]:
        if self._line or not self._lines:
            self._gap = None
            self._close()
        return tuple(self._lines)

    def _measure(self, run: Run) -> float:
        return width_of(run.text, font_of(run, self._style), self._style.size)

    def _put(self, unit: Run) -> None:
        if self._gap and self._line:
            self._append(self._gap)
        self._gap = None
        self._append(unit)

    def _append(self, run: Run) -> None:
        self._width += self._measure(run)
        last = self._line[-1] if self._line else None
        if last is not None and (last.bold, last.to) == (run.bold, run.to):
            self._line[-1] = Run(last.text + run.text, run.bold, run.to)
        else:
            self._line.append(run)

    def _close(self) -> None:
        self._lines.append(Line(tuple(self._line), self._width, " " if self._gap else ""))
        self._line, self._width, self._gap = [], 0.0, None

    def _cut(self, unit: Run) -> Iterator[Run]:
        """Parts of a unit that is wider than a line, never between a letter and its accents."""
        start, width = 0, 0.0
        for place, character in enumerate(unit.text):
            step = self._measure(Run(character, unit.bold))
            if width + step > self._limit and place > start and not unicodedata.combining(character):
                yield Run(unit.text[start:place], unit.bold, unit.to)
                start, width = place, 0.0
            width += step
        yield Run(unit.text[start:], unit.bold, unit.to)
