"""What rows hang on: a change to a link, an answer or a layer counts for the thing it belongs to as well."""

from __future__ import annotations

import json
from collections.abc import Sequence

from otcpd.record.engine import Connection
from otcpd.record.schema import JOURNALED, POINTING


def parents_of(connection: Connection, table: str, row: str) -> list[tuple[str, str]]:
    """(kind, id) of every thing that a row hangs on."""
    if table in POINTING:
        found = connection.execute(f'SELECT tbl, row FROM "{table}" WHERE id = ?', (row,)).fetchone()
        assert found is not None
        return [(str(found[0]), str(found[1])), *parents_of(connection, str(found[0]), str(found[1]))]
    parents = JOURNALED[table].parents
    if not parents:
        return []
    columns = ", ".join(f'"{column}"' for _kind, column in parents)
    found = connection.execute(f'SELECT {columns} FROM "{table}" WHERE id = ?', (row,)).fetchone()
    assert found is not None
    return [(kind, str(parent)) for (kind, _column), parent in zip(parents, found, strict=True)]


def can_be_many(table: str) -> bool:
    """Whether rows of this table can be changed all at once: it is plain what each of them hangs on."""
    return table not in POINTING


def parents_of_many(connection: Connection, table: str, rows: Sequence[str]) -> set[tuple[str, str]]:
    """(kind, id) of every thing that these rows hang on."""
    parents = JOURNALED[table].parents
    if not parents:
        return set()
    columns = ", ".join(f'"{column}"' for _kind, column in parents)
    found = connection.execute(
        f'SELECT {columns} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))', (json.dumps(rows),)
    ).fetchall()
    return {(kind, str(row[place])) for place, (kind, _column) in enumerate(parents) for row in found}
