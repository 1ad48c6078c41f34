"""How the tables of a CPD file lie in our JSON: which list holds what, and which fields it has.

Rows are plain values: a row is a dict of column to text, whole number or None, with `id`, `owner` and
`deleted` in every table. docs/record-format.md describes the outcome for other programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from otcpd.domain.layers import DEFAULT_LAYERS

Value = str | int | None
Row = Mapping[str, Value]
Tables = Mapping[str, Sequence[Row]]
"""Table name to rows."""

FORMAT = "otcpd"
VERSION = 1
"""Stand at the head of the JSON; a higher version was written by a newer otcpd."""


class Kind(Enum):
    """What a field holds; `MAYBE_` ones may be null."""

    TEXT = auto()
    CATEGORY = auto()
    EVIDENCE_KIND = auto()
    EVIDENCE_STATE = auto()
    SHA256 = auto()
    DAY = auto()
    MAYBE_DAY = auto()
    INSTANT = auto()
    COUNT = auto()
    MAYBE_COUNT = auto()
    SWITCH = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a thing, named as its column. `target` is the table that a REFERENCE points to."""

    name: str
    kind: Kind = Kind.TEXT
    target: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A table whose rows are things of their own: a list in the JSON. `word` is what one is called."""

    table: str
    list_name: str
    word: str
    fields: tuple[Field, ...]


def _fields(*names: str, kind: Kind = Kind.TEXT, target: str = "") -> tuple[Field, ...]:
    return tuple(Field(name, kind, target) for name in names)


_EMPLOYER = _fields("employer", kind=Kind.REFERENCE, target="employer")

THINGS = (
    Thing("employer", "employers", "employer", _fields("name", "sector")),
    Thing("person", "people", "person", _fields("name", "profession", "registration", "audit_number") + _EMPLOYER),
    Thing("post", "posts", "post", _fields("title") + _EMPLOYER + _fields("start", "end", kind=Kind.MAYBE_DAY)),
    Thing("tag", "tags", "tag", _fields("name")),
    Thing("goal", "goals", "goal", _fields("title")),
    Thing("own_type", "own_types", "type", _fields("name") + _fields("category", kind=Kind.CATEGORY)),
    Thing(
        "activity",
        "activities",
        "activity",
        _fields("date", kind=Kind.DAY)
        + _fields("end_date", "expires", kind=Kind.MAYBE_DAY)
        + _fields("title", "type", "description", "learning", "practice_impact", "service_user_benefit")
        + _fields("notes_to_myself")
        + _fields("category", kind=Kind.CATEGORY)
        + _fields("minutes", kind=Kind.MAYBE_COUNT)
        + _fields("protected_minutes", kind=Kind.COUNT)
        + _fields("mandatory", "finished", kind=Kind.SWITCH)
        + _fields("post", kind=Kind.REFERENCE, target="post")
        + _fields("created", "modified", kind=Kind.INSTANT),
    ),
    Thing(
        "evidence",
        "evidence",
        "piece of evidence",
        _fields("name", "caption")
        + _fields("kind", kind=Kind.EVIDENCE_KIND)
        + _fields("state", kind=Kind.EVIDENCE_STATE)
        + _fields("sha256", kind=Kind.SHA256)
        + _fields("size", kind=Kind.COUNT)
        + _fields("created", kind=Kind.INSTANT),
    ),
    Thing(
        "gap_reason",
        "gap_reasons",
        "reason for a gap",
        _fields("start", "end", kind=Kind.DAY) + _fields("reason", "note"),
    ),
    Thing(
        "portfolio",
        "portfolios",
        "portfolio",
        _fields("name", "summary", "statement")
        + _fields("start", "end", kind=Kind.MAYBE_DAY)
        + _fields("created", kind=Kind.INSTANT),
    ),
)
"""Every table of things, those that others point to first."""

LINKS: Mapping[str, tuple[str, ...]] = {
    "activity_companion": ("activity", "person"),
    "activity_tag": ("activity", "tag"),
    "activity_standard": ("activity", "standard"),
    "activity_goal": ("activity", "goal"),
    "evidence_use": ("evidence", "activity", "position"),
    "portfolio_activity": ("portfolio", "activity", "position"),
    "portfolio_evidence": ("portfolio", "evidence", "number"),
    "reflection": ("activity", "model"),
    "reflection_answer": ("activity", "reflection", "prompt", "text"),
    "layer": ("tbl", "row", "field", "layer"),
    "setting": ("key", "value"),
    "erasure": ("tbl", "row", "field", "reason", "at"),
}
"""Tables whose rows are written with the thing they hang on, and their columns. Those in the bin are
history and are not written."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    **{thing.table: ("id", "owner", "deleted", *(field.name for field in thing.fields)) for thing in THINGS},
    **{table: ("id", "owner", "deleted", *columns) for table, columns in LINKS.items()},
}
"""Every table of the JSON with its columns, in an order in which rows can be made."""

LAYERED = frozenset(table for table, _field in DEFAULT_LAYERS) & frozenset(thing.table for thing in THINGS)
"""Tables of things whose texts have layers."""
