"""docs/record-format.md tells of every table, column and field there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

from otcpd.exchange.json_document import document
from otcpd.exchange.json_layout import COLUMNS, FORMAT, VERSION
from otcpd.exchange.table_fields import FIELDS
from tests.exchange.filling import new_record

DOC = (Path(__file__).parents[2] / "docs" / "record-format.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"[a-z_0-9]+", " ".join(re.findall(r"`([^`]+)`", DOC))))


def test_every_table_and_column_of_the_file_is_described(tmp_path: Path) -> None:
    with new_record(tmp_path / "mine.otcpd") as record:
        tables = [str(row[0]) for row in record.reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if not table.startswith("search_"):
                columns = {str(row[1]) for row in record.reader.rows(f'PRAGMA table_info("{table}")')}
                assert {table} | columns <= NAMED, table


def test_the_layout_of_the_json_has_every_column_of_the_file(tmp_path: Path) -> None:
    with new_record(tmp_path / "mine.otcpd") as record:
        for table, columns in COLUMNS.items():
            assert set(columns) == {str(row[1]) for row in record.reader.rows(f'PRAGMA table_info("{table}")')}


def test_every_field_of_the_json_and_of_tables_is_described() -> None:
    empty = document("", {})
    assert set(empty) <= NAMED
    assert {field.code for field in FIELDS} <= NAMED
    assert all(f"`{field.heading}`" in DOC for field in FIELDS if field.code not in ("duration", "hours"))
    assert json.dumps(FORMAT) in DOC
    assert f"`{VERSION}`. A higher version" in DOC
