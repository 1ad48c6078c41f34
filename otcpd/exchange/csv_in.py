"""Reads tables that spreadsheets write: CSV in whatever dialect and encoding."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.csv_cells import unguarded
from otcpd.exchange.decoding import clean, decode

MOST_BYTES = 64 * 1024 * 1024
MOST_CELL = 4 * 1024 * 1024
"""Characters in one cell: far more than anybody writes about one activity."""

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 20
"""Lines by which the delimiter is judged."""


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line of the table below its headings. `number` is that of its first line in the file."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """A cell with its ends trimmed; empty where the line is too short or there is no such column."""
        return self.cells[column].strip() if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a table and its lines; lines without any words are left out. `first` is the number
    of the line of headings in the file; `left` are pairs of what was not read and why."""

    headings: tuple[str, ...]
    lines: tuple[TableLine, ...]
    first: int = 1
    left: tuple[tuple[str, str], ...] = ()


def read_csv(path: Path) -> Table:
    """Reads a table. Raises NotAcceptable for what is none, FileMissing or MachineSaidNo."""
    with machine_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise _no_table(path, "It is larger than any table that otcpd reads.")
        data = path.read_bytes()
    text = decode(data)
    if text is None:
        raise _no_table(path, "It holds something else than words.")
    text, delimiter = _delimiter(clean(text))
    lines = _lines(text, delimiter, path)
    if not lines:
        raise _no_table(path, "It is empty.")
    return Table(lines[0].cells, tuple(lines[1:]), lines[0].number)


def _delimiter(text: str) -> tuple[str, str]:
    """The text without Excel's "sep=" line, and what parts its cells.

    That is the sign which parts the headings, and gives the first lines the most cells, the same number in most.
    """
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        # The line stays as an empty one, so that the lines keep their numbers.
        return "\n" + rest, first[-1]
    return text, max(_DELIMITERS, key=lambda sign: _score(text, sign))


def _score(text: str, delimiter: str) -> tuple[bool, float, int]:
    counts: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            counts.append(len(cells))
            if len(counts) == _LOOKED_AT:
                break
    except csv.Error:
        return False, 0, 0
    widths = Counter(count for count in counts if count)
    width = max(widths, key=lambda count: (widths[count], count), default=0)
    parts_headings = next(filter(None, counts), 0) > 1
    return parts_headings, (widths[width] / max(1, widths.total()) if width > 1 else 0), width


def _lines(text: str, delimiter: str, path: Path) -> list[TableLine]:
    """The lines with words. A quotation mark that does not close is refused: it swallows the lines behind it."""
    # A limit of the whole process, and the standard one is too low for long reflections.
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[TableLine] = []
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append(TableLine(before + 1, tuple(unguarded(cell) for cell in cells)))
            before = reader.line_num
    except csv.Error as error:
        why = f"Reading stops at line {before + 1}: a quotation mark there is missing or one too many ({error})."
        raise _no_table(path, why) from error
    return lines


def _no_table(path: Path, why: str) -> NotAcceptable:
    return NotAcceptable(
        f"‘{path.name}’ does not read as a table. {why}",
        "Nothing was changed.",
        "Save it as CSV (comma separated) from your spreadsheet program and try again.",
    )
