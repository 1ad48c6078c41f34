"""Reads tables from Excel workbooks: one sheet, with the values that its formulas last came to.

The workbook may be a stranger's, broken or made to deceive: it is small once unpacked, or it is refused.
"""

from __future__ import annotations

import lzma
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Protocol, cast

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.exchange.csv_in import MOST_BYTES, MOST_CELL, Table, TableLine
from otcpd.exchange.decoding import clean
from otcpd.exchange.framework_table import are_headings
from otcpd.exchange.table_fields import NEEDED, guessed_fields

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes of everything in a workbook: one of 25,000 activities has a tenth of it."""
MOST_LINES = 200_000
MOST_COLUMNS = 200

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, ArithmeticError, SyntaxError),
    RuntimeError,  # parts under a password, parts packed in ways that nobody knows, and endless recursion
)
"""What reading a damaged workbook raises."""

_DAMAGED = "It is damaged, or locked with a password."
_WORKBOOK = "xl/workbook.xml"
_LOOKED_AT = 10
"""Lines among which headings are looked for, to tell the sheet of activities from others."""


class _Sheet(Protocol):
    """What we use of a sheet that is read as it comes."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, max_col: int, values_only: bool) -> Iterator[Sequence[object]]: ...


def is_workbook(path: Path) -> bool:
    """Whether the file at `path` is an Excel workbook (.xlsx or .xlsm)."""
    with machine_errors(path), path.open("rb") as file:
        try:
            with zipfile.ZipFile(file) as archive:
                return _WORKBOOK in archive.namelist()
        except (*_BROKEN, OSError):  # a wrong place to read from is one to the system as well
            return False


def read_xlsx(path: Path) -> Table:
    """Reads the first sheet that names a date and a title, else the first that heads a framework, else the first with
    words. Raises NotAcceptable."""
    from openpyxl import load_workbook  # slow to import, and seldom needed
    from openpyxl.utils.exceptions import InvalidFileException

    data = _small(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and rules that we do not need
            book = load_workbook(data, read_only=True, data_only=True)
            try:
                sheets = [sheet for sheet in cast("list[_Sheet]", book.worksheets) if sheet.sheet_state == "visible"]
                tables = {sheet.title: _lines(path, sheet) for sheet in sheets}
            finally:
                book.close()
    except (*_BROKEN, OSError, InvalidFileException) as error:
        raise _no_table(path, _DAMAGED) from error
    return _chosen(path, {name: lines for name, lines in tables.items() if lines})


def _small(path: Path) -> BytesIO:
    """The bytes of a workbook that is not too large to be one of activities."""
    large = _no_table(path, "It is larger than any table that otcpd reads.")
    with machine_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise large
        data = BytesIO(path.read_bytes())
    try:
        with zipfile.ZipFile(data) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (*_BROKEN, OSError) as error:
        raise _no_table(path, _DAMAGED) from error
    if unpacked > MOST_UNPACKED:
        raise large
    return data


def _lines(path: Path, sheet: _Sheet) -> list[TableLine]:
    """The lines with words."""
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong, and hide all of its lines
    found: list[TableLine] = []
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
        if number > MOST_LINES:
            raise _no_table(path, f"It has more than {MOST_LINES:,} lines.")
        cells = [clean(_text(value))[:MOST_CELL] for value in row[: _width(row)]]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            found.append(TableLine(number, tuple(cells)))
    return found


def _width(row: Sequence[object]) -> int:
    """Cells up to the last that holds anything: rows come as wide as we would read."""
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return width


def _text(value: object) -> str:
    """A cell as our tables write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(int(value) if isinstance(value, float) and value.is_integer() else value)


def _chosen(path: Path, tables: dict[str, list[TableLine]]) -> Table:
    if not tables:
        raise _no_table(path, "It is empty.")
    wanted = (
        next((name for name, lines in tables.items() if names(lines)), "")
        for names in (_names_what_is_needed, _heads_a_framework)
    )
    name = next(filter(None, wanted), next(iter(tables)))
    lines = tables[name]
    return Table(lines[0].cells, tuple(lines[1:]), lines[0].number, tuple(_left(tables, name)))


def _names_what_is_needed(lines: list[TableLine]) -> bool:
    return any(set(NEEDED) <= guessed_fields(line.cells).keys() for line in lines[:_LOOKED_AT])


def _heads_a_framework(lines: list[TableLine]) -> bool:
    return any(are_headings(line.cells) for line in lines[:_LOOKED_AT])


def _left(tables: dict[str, list[TableLine]], name: str) -> Iterator[tuple[str, str]]:
    for other in tables:
        if other != name:
            yield f"sheet {quoted(other)}", f"One sheet is read at a time, and that was {quoted(name)}."


def _no_table(path: Path, why: str) -> NotAcceptable:
    return NotAcceptable(
        f"‘{path.name}’ does not read as a table. {why}",
        "Nothing was changed.",
        "Open it in your spreadsheet program, save it as CSV and try again.",
    )
