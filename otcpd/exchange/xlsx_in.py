"""Reads tables from Excel workbooks: one sheet, with the values that its formulas last came to.

The workbook may be a stranger's, broken or made to deceive: it is small once unpacked, or it is refused.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.exchange.csv_in import MOST_BYTES, MOST_CELL, Table, TableLine
from otcpd.exchange.decoding import clean
from otcpd.exchange.table_fields import NEEDED, guessed_fields

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes of everything in a workbook: one of 25,000 activities has a tenth of it."""
MOST_LINES = 200_000
MOST_COLUMNS = 200

_WORKBOOK = "xl/workbook.xml"
_LOOKED_AT = 10
"""Lines among which headings are looked for, to tell the sheet of activities from others."""


def is_workbook(path: Path) -> bool:
    """Whether the file at `path` is an Excel workbook (.xlsx or .xlsm)."""
    with machine_errors(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return _WORKBOOK in archive.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False


def read_xlsx(path: Path) -> Table:
    """Reads the first sheet that names a date and a title, else the first with words. Raises NotAcceptable."""
    _refuse_large(path)
    from openpyxl import load_workbook  # slow to import, and seldom needed
    from openpyxl.utils.exceptions import InvalidFileException

    broken = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError)
    try:
        with warnings.catch_warnings(), machine_errors(path):
            warnings.simplefilter("ignore")  # of styles and rules that we do not need
            book = load_workbook(path, read_only=True, data_only=True)
            try:
                sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                tables = {
                    sheet.title: _lines(path, sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))
                    for sheet in sheets
                }
            finally:
                book.close()
    except (*broken, SyntaxError, EOFError, RecursionError) as error:
        raise _no_table(path, "It is damaged, or locked with a password.") from error
    return _chosen(path, {name: lines for name, lines in tables.items() if lines})


def _refuse_large(path: Path) -> None:
    with machine_errors(path), zipfile.ZipFile(path) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
        if path.stat().st_size > MOST_BYTES or unpacked > MOST_UNPACKED:
            raise _no_table(path, "It is larger than any table of activities.")


def _lines(path: Path, rows: Iterable[tuple[object, ...]]) -> list[TableLine]:
    """The lines with words."""
    found: list[TableLine] = []
    for number, row in enumerate(rows, start=1):
        if number > MOST_LINES:
            raise _no_table(path, f"It has more than {MOST_LINES:,} lines.")
        cells = [clean(_text(value))[:MOST_CELL] for value in row]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            found.append(TableLine(number, tuple(cells)))
    return found


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
    name = next((name for name, lines in tables.items() if _names_what_is_needed(lines)), next(iter(tables)))
    lines = tables[name]
    return Table(lines[0].cells, tuple(lines[1:]), lines[0].number, tuple(_left(tables, name)))


def _names_what_is_needed(lines: list[TableLine]) -> bool:
    return any(set(NEEDED) <= guessed_fields(line.cells).keys() for line in lines[:_LOOKED_AT])


def _left(tables: dict[str, list[TableLine]], name: str) -> Iterator[tuple[str, str]]:
    for other in tables:
        if other != name:
            yield f"sheet {quoted(other)}", f"One sheet is read at a time, and that was {quoted(name)}."


def _no_table(path: Path, why: str) -> NotAcceptable:
    return NotAcceptable(
        f"“{path.name}” does not read as a table. {why}",
        "Nothing was changed.",
        "Open it in your spreadsheet program, save it as CSV and try again.",
    )
