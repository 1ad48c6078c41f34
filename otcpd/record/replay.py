"""`verify`: replays the journal from nothing and compares the outcome with the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from otcpd.record.engine import Connection
from otcpd.record.gate import NEW_ROW
from otcpd.record.schema import JOURNALED, POINTING

Rows = dict[str, dict[str, Any]]
"""Row id to its values."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where tables and journal do not agree, or where bytes are not what they should be."""

    table: str
    row: str
    field: str
    in_table: object
    in_journal: object


def replayed(connection: Connection) -> dict[str, Rows]:
    """Every journaled table as the journal alone makes it. Raises ValueError for a journal that makes no sense."""
    try:
        return _replayed(connection)
    except KeyError as error:
        raise ValueError("the journal speaks of something that it never made") from error


def _replayed(connection: Connection) -> dict[str, Rows]:
    tables: dict[str, Rows] = {name: {} for name in JOURNALED}
    empty = {name: _empty_row(connection, name) for name in JOURNALED}
    stamps: dict[str, dict[str, str]] = {}
    made_in: dict[str, str] = {}
    for step, at, table, row, field, after in _changes(connection):
        if field == NEW_ROW:
            tables[table][row] = empty[table] | json.loads(after)
            made_in[row] = step
        else:
            tables[table][row][field] = after
        for kind, owner in _owners(tables, table, row):
            if JOURNALED[kind].stamped and made_in.get(owner) != step:
                stamps.setdefault(kind, {})[owner] = at
    for kind, touched in stamps.items():
        for row, at in touched.items():
            tables[kind][row]["modified"] = at
    return tables


def differences(connection: Connection) -> list[Difference]:
    """Where the tables differ from the replayed journal; empty when all is well."""
    found: list[Difference] = []
    for table, expected in replayed(connection).items():
        actual = _table(connection, table)
        for row in sorted(expected.keys() | actual.keys()):
            left, right = actual.get(row), expected.get(row)
            if left is None or right is None:
                found.append(Difference(table, row, "", left and "row", right and "row"))
                continue
            for field in sorted(left.keys() | right.keys()):
                if left.get(field) != right.get(field):
                    found.append(Difference(table, row, field, left.get(field), right.get(field)))
    return found


def _changes(connection: Connection) -> Iterator[tuple[str, str, str, str, str, Any]]:
    yield from connection.execute(
        "SELECT change.step, step.at, tbl, row, field, after FROM change"
        " JOIN step ON step.id = change.step ORDER BY change.seq"
    )


def _owners(tables: dict[str, Rows], table: str, row: str) -> list[tuple[str, str]]:
    values = tables[table][row]
    if table in POINTING:
        return _owners(tables, values["tbl"], values["row"])
    parents = [(kind, values[column]) for kind, column in JOURNALED[table].parents]
    return [(table, row), *parents]


def _table(connection: Connection, table: str) -> Rows:
    names = _columns(connection, table)
    return {
        values[0]: dict(zip(names, values, strict=True))
        for values in connection.execute(f"SELECT {', '.join(_quoted(names))} FROM {_quoted([table])[0]}")
    }


def _empty_row(connection: Connection, table: str) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for _place, name, kind, _required, default, _key in connection.execute(f'PRAGMA table_info("{table}")'):
        row[name] = None if default is None else (default.strip("'") if kind == "TEXT" else int(default.strip("'")))
    return row


def _columns(connection: Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _quoted(names: list[str]) -> list[str]:
    return [f'"{name}"' for name in names]
