"""Moving everything that names an item of a framework when the item gets another code, or its edition another name."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.many import link_many, remove_many, set_each
from otcpd.record.record import Record

_AMONG = "IN (SELECT value FROM json_each(?))"


class _Link(NamedTuple):
    """A table whose rows are the links themselves: `ends` make the id of a row, `refs` of these name items."""

    table: str
    ends: tuple[str, ...]
    refs: tuple[str, ...]
    values: tuple[str, ...] = ()


_LINKS = (
    _Link("activity_standard", ("activity", "standard"), ("standard",)),
    _Link("assessment_mark", ("assessment", "item"), ("item",), ("now", "target", "reason")),
    _Link("assessment_activity", ("assessment", "item", "activity"), ("item",)),
    _Link("framework_link", ("source", "target"), ("source", "target"), ("kind",)),
)
_FIELDS = (("goal", "framework_item"), ("role_expectation", "item"))
_EDITIONS = (("assessment", "framework"), ("role_aim", "framework"), ("framework", "replaces"))


def move_refs(step: Step, moves: Mapping[str, str]) -> None:
    """Lets all that names an item name it anew; `moves` maps "framework@edition:code" to what it is from now on.

    Things in the bin are moved too: they may come back.
    """
    moves = {old: new for old, new in moves.items() if old != new}
    if not moves:
        return
    for link in _LINKS:
        _move_links(step, link, moves)
    for table, name in _FIELDS:
        _move_field(step, table, name, moves)


def move_editions(step: Step, moves: Mapping[str, str]) -> None:
    """The same for what names a whole edition, "framework@edition"."""
    for table, name in _EDITIONS:
        _move_field(step, table, name, moves)


def uses_of(record: Record, refs: Sequence[str]) -> int:
    """How many things name one of these items; things in the bin count, since they may come back."""
    listed = json.dumps(list(refs))
    tables = (
        *((table, name, "") for table, name in _FIELDS),
        *((link.table, name, " AND deleted IS NULL") for link in _LINKS for name in link.refs),
    )
    counts = [
        record.reader.value(f'SELECT count(*) FROM "{table}" WHERE "{name}" {_AMONG}{living}', (listed,))
        for table, name, living in tables
    ]
    return sum(count for count in counts if isinstance(count, int))


def _move_field(step: Step, table: str, name: str, moves: Mapping[str, str]) -> None:
    rows = step.connection.execute(
        f'SELECT id, "{name}" FROM "{table}" WHERE "{name}" {_AMONG}', (json.dumps(list(moves)),)
    ).fetchall()
    set_each(step, table, name, {str(row): moves[str(ref)] for row, ref in rows})


def _move_links(step: Step, link: _Link, moves: Mapping[str, str]) -> None:
    columns = ", ".join(f'"{name}"' for name in (*link.ends, *link.values))
    named = " OR ".join(f'"{name}" {_AMONG}' for name in link.refs)
    listed = json.dumps(list(moves))
    rows = step.connection.execute(
        f'SELECT id, {columns} FROM "{link.table}" WHERE deleted IS NULL AND ({named})', (listed,) * len(link.refs)
    ).fetchall()
    if not rows:
        return
    old = [str(row[0]) for row in rows]
    made = [
        {
            name: moves.get(str(value), str(value)) if name in link.refs else str(value)
            for name, value in zip(link.ends, row[1 : 1 + len(link.ends)], strict=True)
        }
        for row in rows
    ]
    values = [dict(zip(link.values, row[1 + len(link.ends) :], strict=True)) for row in rows] if link.values else []
    remove_many(step, link.table, old)
    link_many(step, link.table, made, values)
    _move_layers(step, link.table, dict(zip(old, (text_id(link.table, *one.values()) for one in made), strict=True)))


def _move_layers(step: Step, table: str, rows: Mapping[str, str]) -> None:
    """Who may read the texts of rows that are under other ids now."""
    layers = step.connection.execute(
        f"SELECT id, row, field, layer FROM layer WHERE tbl = ? AND row {_AMONG} AND deleted IS NULL",
        (table, json.dumps(list(rows))),
    ).fetchall()
    remove_many(step, "layer", [str(layer[0]) for layer in layers])
    link_many(
        step,
        "layer",
        [{"tbl": table, "row": rows[str(row)], "field": str(name)} for _id, row, name, _layer in layers],
        [{"layer": str(layer)} for *_rest, layer in layers],
    )
