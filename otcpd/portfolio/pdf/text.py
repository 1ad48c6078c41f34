"""Breaking text into lines, character for character as it was written: nothing in it is markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from otcpd.portfolio.pdf import bidi, fonts
from otcpd.portfolio.pdf.clusters import UNREADABLE, clusters, is_joiner
from otcpd.portfolio.pdf.style import TextStyle
from otcpd.portfolio.pdf.typesetting import width_of

_SPACES = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_UNIT = re.compile(rf"[{_SPACES}]+|[^{_SPACES}]+?[^\W\d][–—/](?=[^\W\d])|[^{_SPACES}]+")
"""A run of spaces, the part of a word up to a dash or stroke between letters, or a word.

Not up to a hyphen: text extractors take one at the end of a line for the line's own and drop it.
"""

_DROPPED = frozenset({"Cc", "Cf"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight. `to` names the place that a click on it leads to, if any. What is `italic` is
    set slanted."""

    text: str
    bold: bool = False
    to: str = ""
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set. `joint` is what stood between it and the next line: a space or nothing.

    `rtl` if its paragraph runs from right to left; `runs` are as they are read all the same.
    """

    runs: tuple[Run, ...]
    width: float
    joint: str = ""
    rtl: bool = False


def clean(text: str) -> str:
    """`text` in composed form on one line, without control and format characters, which have no shape.

    Of those, joiners stay where they shape what comes before them, in Arabic or in an emoji. What is no
    character at all becomes the replacement character, U+FFFD: halves of one, and Unicode's noncharacters.
    """
    if fonts.is_plain(text):
        return text.strip()
    composed = unicodedata.normalize("NFC", _whole(text))
    spaced = re.sub(r"\s", _one_space, composed)
    return unicodedata.normalize("NFC", "".join(_with_shape(spaced))).strip()


def _whole(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _with_shape(text: str) -> Iterator[str]:
    before = " "
    for character in text:
        if is_joiner(character):
            if before == " " or fonts.is_plain(before):
                continue
        elif unicodedata.category(character) in _DROPPED:
            continue
        before = UNREADABLE if _is_noncharacter(ord(character)) else character
        yield before


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or code in range(0xFDD0, 0xFDF0)


def _one_space(found: re.Match[str]) -> str:
    """Line ends and tabs become a space; spaces of other widths stay what they are, if the font has them."""
    wide = unicodedata.category(found[0]) == "Zs" and fonts.is_plain(found[0])
    return found[0] if wide else " "


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: one for each line that has something in it."""
    return tuple(filter(None, map(clean, text.splitlines())))


def is_bold(run: Run, style: TextStyle) -> bool:
    """Whether `run` is set in semi-bold."""
    return run.bold or style.bold


class PlacedRun(NamedTuple):
    """A run with its left edge from that of its line, and its width, in points."""

    run: Run
    x: float
    width: float


def placed_runs(line: Line, style: TextStyle) -> list[PlacedRun]:
    """Where the runs of a line stand; they come as they are read."""
    widths = [width_of(run.text, is_bold(run, style), style.size) for run in line.runs]
    placed: list[PlacedRun] = []
    x = line.width if line.rtl else 0.0
    for run, width in zip(line.runs, widths, strict=True):
        x -= width if line.rtl else 0.0
        placed.append(PlacedRun(run, x, width))
        x += 0.0 if line.rtl else width
    return placed


def break_lines(runs: Sequence[Run], style: TextStyle, width: float) -> tuple[Line, ...]:
    """Set `runs` in lines of at most `width` points. A word wider than that is cut where it must be.

    Gives at least one line, which is empty for an empty text.
    """
    setter = _Setter(style, width, _begins_right(runs))
    for run in runs:
        for unit in _UNIT.findall(run.text):
            setter.take(replace(run, text=unit))
    return setter.finish()


def _begins_right(runs: Sequence[Run]) -> bool:
    return not all(fonts.is_plain(run.text) for run in runs) and bidi.begins_right("".join(run.text for run in runs))


class _Setter:
    """Fills lines with units one after the other."""

    def __init__(self, style: TextStyle, width: float, rtl: bool) -> None:
        self._style = style
        self._limit = width
        self._rtl = rtl
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
        return width_of(run.text, is_bold(run, self._style), self._style.size)

    def _put(self, unit: Run) -> None:
        if self._gap and self._line:
            self._append(self._gap)
        self._gap = None
        self._append(unit)

    def _append(self, run: Run) -> None:
        self._width += self._measure(run)
        last = self._line[-1] if self._line else None
        if last is not None and replace(last, text="") == replace(run, text=""):
            self._line[-1] = replace(run, text=last.text + run.text)
        else:
            self._line.append(run)

    def _close(self) -> None:
        self._lines.append(Line(tuple(self._line), self._width, " " if self._gap else "", self._rtl))
        self._line, self._width, self._gap = [], 0.0, None

    def _cut(self, unit: Run) -> Iterator[Run]:
        """Parts of a unit that is wider than a line, never between a letter and its accents."""
        part, width = "", 0.0
        for cluster in clusters(unit.text):
            step = self._measure(Run(cluster, unit.bold))
            if part and width + step > self._limit:
                yield replace(unit, text=part)
                part, width = "", 0.0
            part += cluster
            width += step
        yield replace(unit, text=part)
