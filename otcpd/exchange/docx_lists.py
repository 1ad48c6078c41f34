"""The lists of a Word document: what stands before each item, by its numbering and its styles.

Office Open XML (ECMA-376), part 1: numbering 17.9, styles 17.7.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from otcpd.exchange.docx_xml import Unwanted, is_on, listen, number
from otcpd.exchange.evidence_kind import ZIP_ERRORS

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_MOST_XML = 8 * 1024 * 1024
"""Bytes of XML read of either part."""

_LEVELS = 9
_OLDEST = 20
"""Styles from which one may take over, one from the other."""

_BULLET = "•"
_PLACE = re.compile("%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_LETTERS, _MOST_ROMAN = 26, 39


@dataclass(slots=True)
class _Style:
    based_on: str = ""
    numbering: str = ""
    level: int = 0
    hidden: bool = False


@dataclass(slots=True)
class _Level:
    kind: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """`starts`: levels that begin at another number than the pattern says."""

    pattern: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """What the parts for styles and numbering say, and how far each list has been counted."""

    def __init__(self) -> None:
        self.styles: dict[str, _Style] = {}
        self.lists: dict[str, _List] = {}
        self.patterns: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()

    def hides(self, style: str) -> bool:
        """Whether text in a style is not to be seen."""
        return any(each.hidden for each in self._line(style))

    def mark(self, style: str, numbering: str, level: int) -> str:
        """What stands before the next paragraph that has this style, and this list of its own if not "".

        Such as "•" or "2.1."; "" for what is no item of a list.
        """
        if not numbering:
            found = next((each for each in self._line(style) if each.numbering), _Style())
            numbering, level = found.numbering, level or found.level
        wanted = self.lists.get(numbering)
        if numbering == "0" or wanted is None:
            return ""
        level = min(level, _LEVELS - 1)
        levels = self.patterns.get(wanted.pattern, {})
        counts = self._counted(numbering, wanted, levels, level)
        own = levels.get(level, _Level("bullet", _BULLET))
        if own.kind == "bullet":
            return _BULLET if own.text.strip() else ""
        if own.kind == "none":
            return ""
        return _PLACE.sub(lambda place: _written(counts, levels, int(place[1]) - 1), own.text).strip()

    def _line(self, style: str) -> list[_Style]:
        """A style and those that it is based on."""
        line: list[_Style] = []
        while (found := self.styles.get(style)) is not None and len(line) < _OLDEST:
            line.append(found)
            style = found.based_on
        return line

    def _counted(self, numbering: str, wanted: _List, levels: dict[int, _Level], level: int) -> list[int]:
        """The numbers of the levels after one more item of `level`; 0 stands for a level not begun."""
        counts = self._counts.setdefault(wanted.pattern, [0] * _LEVELS)
        if numbering not in self._begun:
            self._begun.add(numbering)
            for each in wanted.starts:
                counts[each] = 0
        for each in range(level + 1):
            first = wanted.starts.get(each, levels.get(each, _Level()).start)
            if each == level:
                counts[each] = counts[each] + 1 if counts[each] else first
            else:
                counts[each] = counts[each] or first
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return counts


def read_lists(archive: zipfile.ZipFile) -> Lists:
    """The lists of a document; damage to these parts costs some of the marks and not its words."""
    lists = Lists()
    names = set(archive.namelist())
    for name, listener in ((_STYLES, _StyleListener(lists)), (_NUMBERING, _NumberingListener(lists))):
        if name in names:
            try:
                listen(archive, name, listener, _MOST_XML)
            except (*ZIP_ERRORS, expat.ExpatError, Unwanted):
                continue
    return lists


class _StyleListener:
    def __init__(self, lists: Lists) -> None:
        self._styles = lists.styles
        self._style = _Style()

    def start(self, tag: str, values: dict[str, str]) -> None:
        style = self._style
        if tag == "style":
            self._style = self._styles[values.get("styleId", "")] = _Style()
        elif tag == "basedOn":
            style.based_on = values.get("val", "")
        elif tag == "numId":
            style.numbering = values.get("val", "")
        elif tag == "ilvl":
            style.level = number(values)
        elif tag == "vanish":
            style.hidden = is_on(values)

    def end(self, tag: str) -> None:
        if tag == "style":
            self._style = _Style()

    def characters(self, data: str) -> None:
        """Nothing here is text."""


class _NumberingListener:
    def __init__(self, lists: Lists) -> None:
        self._lists, self._patterns = lists.lists, lists.patterns
        self._pattern: dict[int, _Level] = {}
        self._list = _List()
        self._level, self._overridden = _Level(), 0

    def start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "abstractNum":
            self._pattern = self._patterns[values.get("abstractNumId", "")] = {}
        elif tag == "num":
            self._list = self._lists[values.get("numId", "")] = _List()
            self._pattern = {}
        elif tag == "abstractNumId":
            self._list.pattern = values.get("val", "")
        elif tag == "lvl":
            self._level = self._pattern[number({"val": values.get("ilvl", "")})] = _Level()
        elif tag == "lvlOverride":
            self._overridden = min(number({"val": values.get("ilvl", "")}), _LEVELS - 1)
        elif tag == "startOverride":
            self._list.starts[self._overridden] = number(values, 1)
        else:
            self._describe(tag, values)

    def _describe(self, tag: str, values: dict[str, str]) -> None:
        if tag == "numFmt":
            self._level.kind = values.get("val", "")
        elif tag == "lvlText":
            self._level.text = values.get("val", "")
        elif tag == "start":
            self._level.start = number(values, 1)

    def end(self, tag: str) -> None:
        """Each element is told whole as it begins."""

    def characters(self, data: str) -> None:
        """Nothing here is text."""


def _written(counts: list[int], levels: dict[int, _Level], level: int) -> str:
    count, kind = counts[level], levels.get(level, _Level()).kind
    if kind in ("lowerLetter", "upperLetter") and 0 < count <= _MOST_LETTERS:
        written = chr(ord("a") + count - 1)
    elif kind in ("lowerRoman", "upperRoman") and 0 < count <= _MOST_ROMAN:
        written = _roman(count)
    else:
        return str(count)
    return written.upper() if kind.startswith("upper") else written


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written
