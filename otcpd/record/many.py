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
from otcpd.record.touched import Noted

_LISTED = "IN (SELECT value FROM json_each(?))"


def set_many(step: Step, table: str, rows: Iterable[str], name: str, value: Value) -> None:
    """Sets one field of these rows to the same value; those that are none are left out."""
    connection = step.connection
    current = _column(connection, table, name, rows)
    changed = [row for row, before in current.items() if before != value or type(before) is not type(value)]
    if not changed:
        return
    newest = _newest_changes(connection, table, changed, name)
    step.note_many(
        [Noted(table, row, name, current[row], value, newest.get(row)) for row in changed],
        parents_of_many(connection, table, changed),
    )
    connection.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE id {_LISTED}', (value, json.dumps(changed)))


def remove_many(step: Step, table: str, rows: Iterable[str]) -> None:
    """Puts these rows into the bin; those that are there already stay as they are."""
    there = [row for row, deleted in _column(step.connection, table, DELETED, rows).items() if deleted is None]
    set_many(step, table, there, DELETED, step.at)


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
    for row in there:
        for name, value in wanted[row].items():
            if values and name in values[0]:
                step.set(table, row, name, value)
    new = {row: {**made, "id": row, "owner": step.owner} for row, made in wanted.items() if row not in there}
    if not new:
        return
    columns = list(next(iter(new.values())))
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    step.connection.executemany(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [tuple(made.values()) for made in new.values()]
    )
    step.note_many(
        [
            Noted(table, row, NEW_ROW, None, json.dumps(made, ensure_ascii=False, sort_keys=True), None)
            for row, made in new.items()
        ],
        parents_of_many(step.connection, table, list(new)),
    )


def unlink_many(step: Step, table: str, ends: Iterable[Mapping[str, str]]) -> None:
    """Takes the link rows between these ends away, where there are any."""
    remove_many(step, table, [text_id(table, *pair.values()) for pair in ends])


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
