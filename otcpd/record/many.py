"""The same change to many rows of a table within a step: a few statements instead of several for each row.

What comes of it is what `Step.set`, `Step.link` and `Step.remove` make row by row, in the table and in the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from otcpd.record.engine import Connection, Value
from otcpd.record.gate import DELETED, NEW_ROW, Step
from otcpd.record.hanging import parents_of_many
from otcpd.record.ids import text_id
from otcpd.record.stored import as_stored
from otcpd.record.touched import Noted

_LISTED = "IN (SELECT value FROM json_each(?))"


def set_many(step: Step, table: str, rows: Iterable[str], name: str, value: Value) -> None:
    """Sets one field of these rows to the same value; those that are none are left out."""
    set_each(step, table, name, dict.fromkeys(rows, value))


def set_each(step: Step, table: str, name: str, values: Mapping[str, Value]) -> None:
    """Sets one field of these rows, each to its own of `values`; those that are none are left out."""
    connection = step.connection
    current = _column(connection, table, name, values)
    wanted = {row: as_stored(values[row]) for row in current}
    changed = [row for row, before in current.items() if not _same(before, wanted[row])]
    if not changed:
        return
    newest = _newest_changes(connection, table, changed, name)
    step.note_many(
        [Noted(table, row, name, current[row], wanted[row], newest.get(row)) for row in changed],
        parents_of_many(connection, table, changed),
    )
    connection.executemany(f'UPDATE "{table}" SET "{name}" = ? WHERE id = ?', [(wanted[row], row) for row in changed])


def remove_many(step: Step, table: str, rows: Iterable[str]) -> None:
    """Puts these rows into the bin; those that are there already stay as they are."""
    there = [row for row, deleted in _column(step.connection, table, DELETED, rows).items() if deleted is None]
    set_many(step, table, there, DELETED, step.at)


def insert_many(step: Step, table: str, rows: Iterable[Mapping[str, Value]]) -> None:
    """Makes rows that have the same columns, `id` among them. `owner` is the file's."""
    new = [{name: as_stored(value) for name, value in row.items()} | {"owner": step.owner} for row in rows]
    if not new:
        return
    columns = list(new[0])
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    step.connection.executemany(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [tuple(made[name] for name in columns) for made in new]
    )
    ids = [str(made["id"]) for made in new]
    step.note_many(
        [
            Noted(table, row, NEW_ROW, None, json.dumps(made, ensure_ascii=False, sort_keys=True), None)
            for row, made in zip(ids, new, strict=True)
        ],
        parents_of_many(step.connection, table, ids),
    )


def link_many(
    step: Step, table: str, ends: Sequence[Mapping[str, str]], values: Sequence[Mapping[str, Value]] = ()
) -> None:
    """Makes (or brings back) the link row between each pair of `ends`, with its own `values` if there are any."""
    wanted = {
        text_id(table, *pair.values()): {**pair, **more}
        for pair, more in zip(ends, values or [{} for _ in ends], strict=True)
    }
    there = _column(step.connection, table, DELETED, wanted)
    set_many(step, table, there, DELETED, None)
    for name in values[0] if values else ():
        set_each(step, table, name, {row: wanted[row][name] for row in there})
    insert_many(step, table, [{**made, "id": row} for row, made in wanted.items() if row not in there])


def unlink_many(step: Step, table: str, ends: Iterable[Mapping[str, str]]) -> None:
    """Takes the link rows between these ends away, where there are any."""
    remove_many(step, table, [text_id(table, *pair.values()) for pair in ends])


def _same(before: Value, after: Value) -> bool:
    return before == after and type(before) is type(after)


def _column(connection: Connection, table: str, name: str, rows: Iterable[str]) -> dict[str, Value]:
    listed = json.dumps(list(rows))
    return dict(connection.execute(f'SELECT id, "{name}" FROM "{table}" WHERE id {_LISTED}', (listed,)).fetchall())


def _newest_changes(connection: Connection, table: str, rows: Sequence[str], name: str) -> dict[str, str]:
    """The newest change of this field for each row, or else the one that made the row."""
    found: dict[str, str] = {}
    for wanted in (name, NEW_ROW):
        missing = json.dumps([row for row in rows if row not in found])
        for row, change, _seq in connection.execute(
            f"SELECT row, id, max(seq) FROM change WHERE row {_LISTED} AND field = ? AND tbl = ? GROUP BY row",
            (missing, wanted, table),
        ).fetchall():
            found[row] = change
    return found
