"""Reads a framework from a file, whichever of the formats it is in; its content says which, not its name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework_reading import ReadFramework
from otcpd.exchange.csv_in import Table
from otcpd.exchange.decoding import decode
from otcpd.exchange.framework_case_in import is_case, read_case
from otcpd.exchange.framework_mahara_in import is_mahara, read_mahara
from otcpd.exchange.framework_table_in import framework_of_table
from otcpd.exchange.framework_values import load, no_framework
from otcpd.exchange.table_in import read_table

_HEAD = 4096


def read_framework(path: Path, today: date, table: Table | None = None) -> ReadFramework:
    """Reads CASE JSON, a matrix of Mahara, CSV or an Excel workbook; `table` is what is in the file, if it is a table
    that was read already. What cannot be read of it is among the faults of what comes back.

    Raises NotAcceptable for a file that holds no framework, FileMissing or MachineSaidNo.
    """
    if table is not None:
        return framework_of_table(table, path.name, today)
    if not path.is_file():
        happened = f"‘{path.name}’ is a folder." if path.is_dir() else f"There is no file ‘{path}’."
        raise NotAcceptable(happened, "Nothing was changed.", "Check the name and try again.")
    if not _is_json(path):
        return framework_of_table(read_table(path), path.name, today)
    value = load(path)
    if is_case(value):
        return read_case(value, path.name, today)
    if is_mahara(value):
        return read_mahara(value, path.name)
    raise no_framework(path.name, "It is JSON of another kind.")


def _is_json(path: Path) -> bool:
    with machine_errors(path), path.open("rb") as file:
        head = file.read(_HEAD)
    text = decode(head, whole=len(head) < _HEAD)
    return path.suffix.lower() in (".json", ".matrix") or (text or "").lstrip("\ufeff \t\r\n").startswith(("{", "["))
