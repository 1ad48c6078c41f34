"""Reads a table, whatever a spreadsheet program saved it as."""

from __future__ import annotations

from pathlib import Path

from otcpd.exchange.csv_in import Table, read_csv
from otcpd.exchange.xlsx_in import is_workbook, read_xlsx


def read_table(path: Path) -> Table:
    """Reads CSV or an Excel workbook. Raises NotAcceptable for what is neither, FileMissing or MachineSaidNo."""
    return read_xlsx(path) if is_workbook(path) else read_csv(path)
