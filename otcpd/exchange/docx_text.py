"""The text of a Word document (DOCX): paragraphs apart, the items of a list and the rows of a table line by line.

What Word does not show is left out: hidden text, deleted text, and where moved text stood before.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from xml.parsers import expat

from otcpd.exchange.docx_lists import Lists, read_lists
from otcpd.exchange.docx_xml import Unwanted, is_on, listen, number
from otcpd.exchange.evidence_kind import WORD_MAIN, ZIP_ERRORS

_PARTS = (WORD_MAIN, "word/footnotes.xml", "word/endnotes.xml")

_MOST_XML = 64 * 1024 * 1024
"""Bytes of XML read of one part; a zip may promise little and unpack to gigabytes."""

_DEEPEST = 200
"""Tables in tables, and paragraphs in text boxes in paragraphs."""

_BETWEEN_CELLS = " | "
_SHORT = 2
"""Paragraphs in a cell up to which its row is one line; more are a text of its own, set in a table."""

_PASSED_OVER = frozenset({"Fallback", "del", "moveFrom", "pPrChange", "rPrChange"})
_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class _Stop(Exception):
    """Ends the reading early: enough has been read."""


class _Kind(Enum):
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()


_Block = tuple[_Kind, str]


@dataclass(slots=True)
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    style: str = ""
    numbering: str = ""
    level: int = 0


@dataclass(slots=True)
class _Place:
    """The body, or a cell: what blocks come to stand in, and whether there is a table among them."""

    blocks: list[_Block] = field(default_factory=list)
    has_table: bool = False


class _Collector:
    """Collects the blocks of WordprocessingML (ECMA-376, part 1, 17.3 and 17.4)."""

    def __init__(self, limit: int, lists: Lists) -> None:
        self._left, self._lists = limit, lists
        self._places = [_Place()]
        self._rows: list[list[_Place]] = []
        self._paragraphs: list[_Paragraph] = []
        self._hidden: list[bool] = []
        """For each run that is open."""
        self._in_text = False
        self._passing = 0

    def start(self, tag: str, values: dict[str, str]) -> None:
        if self._passing or tag in _PASSED_OVER:
            self._passing += 1
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "r":
            self._hidden.append(bool(self._paragraphs) and self._lists.hides(self._paragraphs[-1].style))
        elif tag == "t":
            self._in_text = True
        elif tag in _WRITTEN and self._hidden:
            self._write(_WRITTEN[tag])
        elif tag in ("tbl", "tr", "tc"):
            self._start_table(tag)
        elif self._hidden:
            self._look(tag, values)
        elif self._paragraphs:
            self._describe(tag, values)
        if max(len(self._places), len(self._rows), len(self._paragraphs), len(self._hidden)) > _DEEPEST:
            raise Unwanted

    def end(self, tag: str) -> None:
        if self._passing:
            self._passing -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "r":
            self._hidden.pop()
        elif tag == "p":
            self._end_paragraph()
            self._spend(1)
        elif tag == "tc":
            self._end_cell()
        elif tag == "tr":
            self._end_row()

    def characters(self, data: str) -> None:
        if self._in_text and not self._passing:
            self._write(data)

    def finish(self) -> Iterator[_Block]:
        """All blocks, with those that were still open."""
        while self._paragraphs:
            self._end_paragraph()
        while len(self._places) > 1:
            self._end_cell()
            if self._rows:
                self._end_row()
        while self._rows:
            self._end_row()
        yield from self._places[0].blocks

    def _start_table(self, tag: str) -> None:
        if tag == "tbl":
            self._places[-1].has_table = True
        elif tag == "tr":
            self._rows.append([])
        else:
            self._spend(len(_BETWEEN_CELLS))
            self._places.append(_Place())

    def _look(self, tag: str, values: dict[str, str]) -> None:
        if tag == "vanish":
            self._hidden[-1] = is_on(values)
        elif tag == "rStyle":
            self._hidden[-1] |= self._lists.hides(values.get("val", ""))

    def _describe(self, tag: str, values: dict[str, str]) -> None:
        if tag == "pStyle":
            self._paragraphs[-1].style = values.get("val", "")
        elif tag == "numId":
            self._paragraphs[-1].numbering = values.get("val", "")
        elif tag == "ilvl":
            self._paragraphs[-1].level = number(values)

    def _write(self, text: str) -> None:
        if self._paragraphs and not any(self._hidden):
            self._paragraphs[-1].parts.append(text[: self._left])
            self._spend(len(text))

    def _spend(self, characters: int) -> None:
        self._left -= characters
        if self._left <= 0:
            raise _Stop

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        mark = self._lists.mark(paragraph.style, paragraph.numbering, paragraph.level)
        text = "".join(paragraph.parts)
        if text.strip():
            block = (_Kind.ITEM, f"{mark} {text.strip()}") if mark else (_Kind.PARAGRAPH, text.strip("\n"))
            self._places[-1].blocks.append(block)

    def _end_cell(self) -> None:
        cell = self._places.pop()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._places[-1].blocks += cell.blocks

    def _end_row(self) -> None:
        self._places[-1].blocks += _row(self._rows.pop())


def _row(cells: list[_Place]) -> Iterator[_Block]:
    """A line for a row; what is in its cells, one after the other, if the table only puts things in their places."""
    if len(cells) == 1 or any(cell.has_table or len(cell.blocks) > _SHORT for cell in cells):
        for cell in cells:
            yield from cell.blocks
    elif any(cell.blocks for cell in cells):
        yield _Kind.ROW, _BETWEEN_CELLS.join(map(_in_one_line, cells))


def _in_one_line(cell: _Place) -> str:
    return " ".join(word for _, text in cell.blocks for word in text.split())


def read_docx(path: Path, limit: int) -> str | None:
    """The text of body, footnotes and endnotes, at most `limit` characters; None for a broken file.

    An empty line stands between two blocks, but not between the items of a list or the rows of a table.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            collector = _Collector(limit, read_lists(archive))
            _read_parts(archive, collector)
    except (*ZIP_ERRORS, expat.ExpatError, Unwanted):
        return None
    return "".join(_spaced(collector.finish()))[:limit]


def _read_parts(archive: zipfile.ZipFile, collector: _Collector) -> None:
    names = set(archive.namelist())
    try:
        for part in _PARTS:
            if part in names and not listen(archive, part, collector, _MOST_XML):
                return
    except _Stop:
        return


def _spaced(blocks: Iterable[_Block]) -> Iterator[str]:
    before: _Kind | None = None
    for kind, text in blocks:
        if before is not None:
            yield "\n" if kind is before and kind is not _Kind.PARAGRAPH else "\n\n"
        yield text
        before = kind
