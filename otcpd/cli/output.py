"""Prints: tables for people, CSV and JSON for programs, words on standard error."""

from __future__ import annotations

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence

import click

Progress = Callable[[int, int], None]
"""Told what is done and how much there is."""


def data(text: str) -> None:
    """One line of data, on standard output."""
    click.echo(text)


def words(text: str) -> None:
    """A sentence or paragraph for the person, on standard error."""
    click.echo(text, err=True)


def print_json(value: object) -> None:
    """A value as JSON, readable and in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_csv(fields: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """Rows as CSV under a line of field names; lists and objects in a cell are JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([_cell(row[field]) for field in fields] for row in rows)
    click.echo(out.getvalue(), nl=False)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int)):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """An aligned table; the last column may be as long as it likes. Nothing is printed for no rows."""
    if not rows:
        return
    lines = [[one_line(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(_width(row[place]) for row in lines) for place in range(len(heads))]
    for row in lines:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def one_line(text: str) -> str:
    """`text` on one line and without control characters, which could play tricks on a terminal."""
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join(plain.split())


def _width(text: str) -> int:
    """Columns that a terminal gives to `text`."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def progress(label: str) -> Progress | None:
    """Shows how far a long task is, on standard error, if that is a terminal; else None."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    last = -1

    def show(done: int, whole: int) -> None:
        nonlocal last
        percent = 100 * done // whole if whole else 100
        if percent != last:
            last = percent
            click.echo(f"\r{label}: {percent} %" + ("\n" if percent >= 100 else ""), err=True, nl=False)

    return show
