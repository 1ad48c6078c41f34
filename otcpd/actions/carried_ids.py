"""Ids that leave with a profile: they tell copies of one thing apart from others, and nothing else.

The id of an entry begins with the millisecond at which it was made. A profile says nothing of when its
entries were typed, and so its data must not: a carried id is made from the own one, and there is no way
back but for whoever has the own one to compare.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from otcpd.exchange.json_layout import COLUMNS, THINGS
from otcpd.exchange.json_reading import ReadDocument
from otcpd.exchange.json_shape import (
    Value,
)
from otcpd.record.ids import text_id

CARRIED = ("person", "activity", "evidence", "gap_reason", "portfolio")
"""Tables whose ids a profile carries."""

ENDS = {
    "activity_companion": ("activity", "person"),
    "activity_tag": ("activity", "tag"),
    "evidence_use": ("evidence", "activity"),
    "portfolio_activity": ("portfolio", "activity"),
    "portfolio_evidence": ("portfolio", "evidence"),
    "reflection": ("activity", "model"),
    "reflection_answer": ("reflection", "prompt"),
    "layer": ("tbl", "row", "field"),
    **{ends.table: (ends.column, ends.other) for thing in THINGS for ends in thing.ends},
}
"""What the ids of links are made of (docs/record-format.md, section 1)."""

_REFERENCES = frozenset(
    ("owner", "activity", "evidence", "portfolio", "person", "reflection", "row", "supervisee", "supervisor", "who")
)
"""Columns that name something whose id may have left with a profile, or a link to it."""


def carried_id(own: str) -> str:
    """The id under which a thing leaves; one that came from a profile keeps the id it came with."""
    return own if uuid.UUID(own).version == 5 else text_id("carried", own)


def with_held_ids(document: ReadDocument, held: Collection[str]) -> ReadDocument:
    """The document with the ids that the CPD file has for the same things, so that nothing comes in twice.

    `held` are the ids of things that are there. The file may be the one that a profile was made from, one
    that began as an import of a profile, or neither.
    """
    names = _names(document, held)
    if not names:
        return document
    rows = {table: [renamed(table, row, names) for row in document.rows[table]] for table in COLUMNS}
    return ReadDocument(names.get(document.owner, document.owner), rows)


def _names(document: ReadDocument, held: Collection[str]) -> dict[str, str]:
    """Ids of the document to ids of the file, where these differ."""
    found = {str(row["id"]) for table in CARRIED for row in document.rows[table]}
    there = {carried_id(one): one for one in held}
    names: dict[str, str] = {}
    for one in found.difference(held):
        own = there.get(carried_id(one))
        if own is not None and own not in found:
            names[one] = own
    return names


def renamed(table: str, row: Mapping[str, Value], names: dict[str, str]) -> dict[str, Value]:
    """The row with other ids for what `names` names. Links are renamed with their ends, and `names` learns of it."""
    known = {key: names.get(str(value), value) for key, value in row.items() if key in _REFERENCES}
    ends = ENDS.get(table, ())
    new = {**row, **known, "id": names.get(str(row["id"]), row["id"])}
    if any(new[end] != row[end] for end in ends):
        new["id"] = names[str(row["id"])] = text_id(table, *(str(new[end]) for end in ends))
    return new
