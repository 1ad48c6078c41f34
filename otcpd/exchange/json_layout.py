"""How the tables of a CPD file lie in our JSON: which list holds what, and which fields it has.

Rows are plain values: a row is a dict of column to text, whole number or None, with `id`, `owner` and
`deleted` in every table. docs/record-format.md describes the outcome for other programs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from otcpd.domain.activity import Category
from otcpd.domain.durations import MOST_MINUTES
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.domain.layers import DEFAULT_LAYERS
from otcpd.domain.often import MOST_WEEKS
from otcpd.domain.person import PersonRole
from otcpd.domain.protected_time import EntitlementSource, Per, ProtectedUse
from otcpd.domain.supervision import (
    NOTES,
    PRIVATE_NOTES,
    TERMS_TEXTS,
    ActionState,
    AgreementKind,
    LinkRole,
    MissedBy,
    Mode,
    SessionState,
)

Value = str | int | None
Row = Mapping[str, Value]
Tables = Mapping[str, Sequence[Row]]
"""Table name to rows."""

MOST = 2**53
"""Whole numbers up to here are the same in every program that reads JSON (RFC 8259, section 6)."""

FORMAT = "otcpd"
VERSION = 2
"""Stand at the head of the JSON; a higher version was written by a newer otcpd."""
FIRST_VERSION = 1
"""The one before supervision. It has no lists but those of today, and so it is read like today's."""


class Kind(Enum):
    """What a field holds."""

    TEXT = auto()
    WORD = auto()
    SHA256 = auto()
    DAY = auto()
    TIME = auto()
    INSTANT = auto()
    COUNT = auto()
    SWITCH = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a thing, named as its column unless it has a `key` of its own in the JSON.

    `target` is the table that a reference points to, `words` are those that a WORD may be, `least` and `most` bound a
    COUNT. `inside` names the object that it stands in; empty for the thing itself.
    """

    name: str
    kind: Kind = Kind.TEXT
    target: str = ""
    words: tuple[str, ...] = ()
    least: int = 0
    most: int = MOST
    inside: str = ""
    own_key: str = ""
    maybe: bool = False
    """Whether it may be null."""

    @property
    def key(self) -> str:
        """What it is called in the JSON."""
        return self.own_key or self.name


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that hang on a thing by `column`, each with an id of its own: a list of objects inside it.

    They are in the person's order, which their places in the list tell, or else in that of the column `by`. A thing
    that is not in the bin has at least one of them if they are `needed`.
    """

    table: str
    list_name: str
    word: str
    column: str
    fields: tuple[Field, ...]
    by: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Ends:
    """Links of a thing, which name it in `column`: a list of what stands in `other`, ids of `target` or words.

    `role` is what the link says besides. `single`: there is at most one, and it stands there itself, or null.
    """

    table: str
    list_name: str
    column: str
    other: str
    target: str = ""
    words: tuple[str, ...] = ()
    role: str = ""
    single: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """A table whose rows are things of their own: a list in the JSON. `word` is what one is called."""

    table: str
    list_name: str
    word: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    ends: tuple[Ends, ...] = ()


def _fields(*names: str, kind: Kind = Kind.TEXT, target: str = "", maybe: bool = False) -> tuple[Field, ...]:
    return tuple(Field(name, kind, target, maybe=maybe) for name in names)


def _word(name: str, words: type[StrEnum], *, maybe: bool = False) -> tuple[Field, ...]:
    return (Field(name, Kind.WORD, words=tuple(words), maybe=maybe),)


def _whole(name: str, least: int = 0, most: int = MOST_MINUTES, *, maybe: bool = False) -> tuple[Field, ...]:
    return (Field(name, Kind.COUNT, least=least, most=most, maybe=maybe),)


_EMPLOYER = _fields("employer", kind=Kind.REFERENCE, target="employer", maybe=True)
_AGREEMENT = _fields("agreement", kind=Kind.REFERENCE, target="agreement", maybe=True)
_ACTIVITY = _fields("activity", kind=Kind.REFERENCE, target="activity", maybe=True)
_WHO = (Field("who", Kind.REFERENCE, "person", own_key="owner", maybe=True),)
_STAMPS = _fields("created", "modified", kind=Kind.INSTANT)

_TERMS = Part(
    "agreement_terms",
    "terms",
    "terms",
    "agreement",
    _fields("start", kind=Kind.DAY)
    + _whole("every_weeks", 1, MOST_WEEKS)
    + _whole("weeks_from", 1, MOST_WEEKS, maybe=True)
    + _whole("minutes")
    + _word("mode", Mode)
    + _fields("protected_supervisee", "protected_supervisor", kind=Kind.SWITCH)
    + _fields("review_on", "agreed_on", kind=Kind.DAY, maybe=True)
    + _fields(*TERMS_TEXTS),
    by="start",
    needed=True,
)
_SESSION_PARTS = (
    Part(
        "session_topic",
        "agenda",
        "topic",
        "session",
        _fields("text")
        + _ACTIVITY
        + _fields("discussed_in", kind=Kind.REFERENCE, target="supervision_session", maybe=True),
    ),
    Part("session_decision", "decisions", "decision", "session", _fields("text")),
    Part(
        "session_action",
        "actions",
        "action",
        "session",
        _fields("text") + _WHO + _fields("due", "closed_on", kind=Kind.DAY, maybe=True) + _word("state", ActionState),
    ),
)

THINGS = (
    Thing("employer", "employers", "employer", _fields("name", "sector")),
    Thing(
        "person",
        "people",
        "person",
        _fields("name", "profession", "registration", "audit_number", "contact")
        + _EMPLOYER
        + _fields("is_ot", kind=Kind.SWITCH, maybe=True),
        ends=(Ends("person_role", "roles", "person", "role", words=tuple(PersonRole)),),
    ),
    Thing("post", "posts", "post", _fields("title") + _EMPLOYER + _fields("start", "end", kind=Kind.DAY, maybe=True)),
    Thing("tag", "tags", "tag", _fields("name")),
    Thing("goal", "goals", "goal", _fields("title")),
    Thing("own_type", "own_types", "type", _fields("name") + _word("category", Category, maybe=True)),
    Thing(
        "activity",
        "activities",
        "activity",
        _fields("date", kind=Kind.DAY)
        + _fields("end_date", "expires", kind=Kind.DAY, maybe=True)
        + _fields("title", "type", "description", "learning", "practice_impact", "service_user_benefit")
        + _fields("notes_to_myself")
        + _word("category", Category, maybe=True)
        + _fields("minutes", kind=Kind.COUNT, maybe=True)
        + _fields("protected_minutes", kind=Kind.COUNT)
        + _fields("mandatory", "finished", "bring", kind=Kind.SWITCH)
        + _fields("post", kind=Kind.REFERENCE, target="post", maybe=True)
        + _STAMPS,
        ends=(
            Ends("activity_standard", "standards", "activity", "standard"),
            Ends("activity_goal", "goals", "activity", "goal", "goal"),
        ),
    ),
    Thing(
        "evidence",
        "evidence",
        "piece of evidence",
        _fields("name", "caption")
        + _word("kind", EvidenceKind)
        + _word("state", EvidenceState)
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
        + _fields("start", "end", kind=Kind.DAY, maybe=True)
        + _fields("created", kind=Kind.INSTANT),
    ),
    Thing(
        "agreement",
        "agreements",
        "agreement",
        _word("kind", AgreementKind)
        + _fields("supervisee", kind=Kind.REFERENCE, target="person")
        + _fields("supervisor", kind=Kind.REFERENCE, target="person", maybe=True)
        + _fields("supervisor_is_ot", kind=Kind.SWITCH)
        + _fields("name", "end_reason")
        + _fields("ends", kind=Kind.DAY, maybe=True)
        + _fields("renews", kind=Kind.REFERENCE, target="agreement", maybe=True)
        + _STAMPS,
        parts=(_TERMS,),
        ends=(Ends("agreement_member", "members", "agreement", "person", "person"),),
    ),
    Thing(
        "supervision_session",
        "sessions",
        "session",
        _fields("date", kind=Kind.DAY)
        + _fields("start", kind=Kind.TIME, maybe=True)
        + _whole("minutes", maybe=True)
        + _word("kind", AgreementKind)
        + _word("mode", Mode)
        + _word("state", SessionState)
        + _word("missed_by", MissedBy, maybe=True)
        + _fields("place", "reason", "calendar_uid", *PRIVATE_NOTES)
        + tuple(Field(name, inside="notes") for name in NOTES)
        + _fields("led_by_ot", "as_supervisor", kind=Kind.SWITCH)
        + _fields("protected_kept", kind=Kind.SWITCH, maybe=True)
        + _AGREEMENT
        + _fields("moved_to", kind=Kind.REFERENCE, target="supervision_session", maybe=True)
        + _fields("next_on", "agreed_supervisee", "agreed_supervisor", kind=Kind.DAY, maybe=True)
        + _STAMPS,
        parts=_SESSION_PARTS,
        ends=(
            Ends("session_person", "people", "session", "person", "person"),
            Ends("session_goal", "goals", "session", "goal", "goal"),
            Ends("session_activity", "activities", "session", "activity", "activity", role=LinkRole.DISCUSSED),
            Ends("session_activity", "made", "session", "activity", "activity", role=LinkRole.MADE, single=True),
        ),
    ),
    Thing(
        "entitlement",
        "entitlements",
        "entitlement",
        _fields("start", kind=Kind.DAY)
        + _fields("end", kind=Kind.DAY, maybe=True)
        + _whole("minutes")
        + _word("per", Per)
        + _word("source", EntitlementSource)
        + _AGREEMENT
        + _fields("post", kind=Kind.REFERENCE, target="post", maybe=True)
        + _fields("note"),
    ),
    Thing(
        "protected_slot",
        "protected_time",
        "piece of protected time",
        _fields("date", kind=Kind.DAY)
        + _whole("planned")
        + _whole("taken", maybe=True)
        + _word("purpose", ProtectedUse)
        + _ACTIVITY
        + _fields("reason", "note"),
    ),
    Thing(
        "workload",
        "workload",
        "note of workload",
        _fields("date", kind=Kind.DAY) + _fields("caseload", "waiting", "duty_half_days", kind=Kind.COUNT, maybe=True),
    ),
)
"""Every table of things. What points to others may come before them: a step looks at that when it ends."""

PARTS: Mapping[str, Part] = {part.table: part for thing in THINGS for part in thing.parts}

LINKS: Mapping[str, tuple[str, ...]] = {
    "activity_companion": ("activity", "person"),
    "activity_tag": ("activity", "tag"),
    "evidence_use": ("evidence", "activity", "position"),
    "portfolio_activity": ("portfolio", "activity", "position"),
    "portfolio_evidence": ("portfolio", "evidence", "number"),
    "reflection": ("activity", "model"),
    "reflection_answer": ("activity", "reflection", "prompt", "text"),
    **{
        ends.table: (ends.column, ends.other, *(("role",) if ends.role else ()))
        for thing in THINGS
        for ends in thing.ends
    },
    **{
        table: (part.column, *(() if part.by else ("position",)), *(one.name for one in part.fields))
        for table, part in PARTS.items()
    },
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
"""Every table of the JSON with its columns."""

LAYERED = frozenset(table for table, _field in DEFAULT_LAYERS) & {*(thing.table for thing in THINGS), *PARTS}
"""Tables of things and parts whose texts have layers."""
