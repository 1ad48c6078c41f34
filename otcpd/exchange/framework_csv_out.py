"""Writes a framework as a table for spreadsheets, in the form that `framework_table_in` reads."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from otcpd.disk import whole_file
from otcpd.domain.framework import Framework
from otcpd.exchange.csv_cells import guarded
from otcpd.exchange.framework_table import COLUMNS


def write_framework_csv(out: Path, framework: Framework) -> None:
    """Writes the framework to `out`, in UTF-8 with a mark, so that Excel reads it right; links are not in it.

    What stood there stays until all is written. Raises DiskFull, ReadOnly or MachineSaidNo.
    """
    with whole_file(out) as file:
        file.write(codecs.BOM_UTF8)
        for cells in (*_head(framework), (), COLUMNS, *_items(framework)):
            file.write(_line(cells))


def _head(framework: Framework) -> Iterator[tuple[str, str]]:
    facts = (
        ("Framework", framework.name),
        ("Framework code", framework.code),
        ("Edition", framework.edition),
        ("Kind", framework.kind.value),
        ("Short name", framework.short),
        ("Publisher", framework.publisher),
        ("Source", framework.source),
        ("Licence", framework.licence),
        ("Note", framework.note),
        ("Valid from", framework.valid_from.isoformat() if framework.valid_from else ""),
    )
    yield from (fact for fact in facts if fact[1])
    for level in framework.levels:
        yield f"Level {level.number}", level.title


def _items(framework: Framework) -> Iterable[Sequence[str]]:
    for item in framework.items:
        level = "" if item.level is None else str(item.level)
        retired = "yes" if item.retired else ""
        yield item.code, item.label, item.parent, level, item.type, item.notes, retired


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow([guarded(cell) for cell in cells])
    return text.getvalue().encode()
