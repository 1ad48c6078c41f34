"""How the tables of a CPD file lie in our JSON: which list holds what, and which fields it has.

Rows are plain values: a row is a dict of column to text, whole number or None, with `id`, `owner` and
`deleted` in every table. docs/record-format.md describes the outcome for other programs.
"""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.domain.activity import Category
from otcpd.domain.career import Setting
from otcpd.domain.evidence import EvidenceKind, EvidenceState
from otcpd.domain.layers import DEFAULT_LAYERS
from otcpd.domain.often import MOST_WEEKS
from otcpd.domain.person import MOST_WTE, PersonRole
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
from otcpd.exchange.json_pathway import GOAL, PATHWAY
from otcpd.exchange.json_shape import (
    ACTIVITY,
    EMPLOYER,
    STAMPS,
    Ends,
    Field,
    Kind,
    Part,
    Thing,
    days,
    maybe_word,
    plain,
    whole,
    word,
)

FORMAT = "otcpd"
VERSION = 3
"""Stand at the head of the JSON; a higher version was written by a newer otcpd."""
FIRST_VERSION = 1
"""The one before supervision; 2 is the one before the pathway. They have no lists and no fields but those of today,
and so they are read like today's."""

_AGREEMENT = plain("agreement", kind=Kind.REFERENCE, target="agreement", maybe=True)
_WHO = (Field("who", Kind.REFERENCE, "person", own_key="owner", maybe=True),)

_TERMS = Part(
    "agreement_terms",
    "terms",
    "terms",
    "agreement",
    plain("start", kind=Kind.DAY)
    + whole("every_weeks", 1, MOST_WEEKS)
    + whole("weeks_from", 1, MOST_WEEKS, maybe=True)
    + whole("minutes")
    + word("mode", Mode)
    + plain("protected_supervisee", "protected_supervisor", kind=Kind.SWITCH)
    + plain("review_on", "agreed_on", kind=Kind.DAY, maybe=True)
    + plain(*TERMS_TEXTS),
    by="start",
    needed=True,
)
_SESSION_PARTS = (
    Part(
        "session_topic",
        "agenda",
        "topic",
        "session",
        plain("text") + ACTIVITY + plain("discussed_in", kind=Kind.REFERENCE, target="supervision_session", maybe=True),
    ),
    Part("session_decision", "decisions", "decision", "session", plain("text")),
    Part(
        "session_action",
        "actions",
        "action",
        "session",
        plain("text") + _WHO + plain("due", "closed_on", kind=Kind.DAY, maybe=True) + word("state", ActionState),
    ),
)

THINGS = (
    Thing("employer", "employers", "employer", plain("name", "sector")),
    Thing(
        "person",
        "people",
        "person",
        plain("name", "profession", "registration", "audit_number", "contact")
        + EMPLOYER
        + plain("is_ot", kind=Kind.SWITCH, maybe=True),
        ends=(Ends("person_role", "roles", "person", "role", words=tuple(PersonRole)),),
    ),
    Thing(
        "post",
        "posts",
        "post",
        plain("title")
        + EMPLOYER
        + days("start", "end")
        + maybe_word("setting", Setting)
        + plain("grade", "locality", "specialisms", "note")
        + whole("wte", most=MOST_WTE, maybe=True)
        + days("fixed_until"),
    ),
    Thing("tag", "tags", "tag", plain("name")),
    GOAL,
    Thing("own_type", "own_types", "type", plain("name") + word("category", Category, maybe=True)),
    Thing(
        "activity",
        "activities",
        "activity",
        plain("date", kind=Kind.DAY)
        + plain("end_date", "expires", kind=Kind.DAY, maybe=True)
        + plain("title", "type", "description", "learning", "practice_impact", "service_user_benefit")
        + plain("notes_to_myself")
        + word("category", Category, maybe=True)
        + plain("minutes", kind=Kind.COUNT, maybe=True)
        + plain("protected_minutes", kind=Kind.COUNT)
        + plain("mandatory", "finished", "bring", kind=Kind.SWITCH)
        + plain("post", kind=Kind.REFERENCE, target="post", maybe=True)
        + STAMPS,
        ends=(
            Ends("activity_standard", "standards", "activity", "standard"),
            Ends("activity_goal", "goals", "activity", "goal", "goal"),
        ),
    ),
    Thing(
        "evidence",
        "evidence",
        "piece of evidence",
        plain("name", "caption")
        + word("kind", EvidenceKind)
        + word("state", EvidenceState)
        + plain("sha256", kind=Kind.SHA256)
        + plain("size", kind=Kind.COUNT)
        + plain("created", kind=Kind.INSTANT),
    ),
    Thing(
        "gap_reason",
        "gap_reasons",
        "reason for a gap",
        plain("start", "end", kind=Kind.DAY) + plain("reason", "note"),
    ),
    Thing(
        "portfolio",
        "portfolios",
        "portfolio",
        plain("name", "summary", "statement")
        + plain("start", "end", kind=Kind.DAY, maybe=True)
        + plain("created", kind=Kind.INSTANT),
    ),
    Thing(
        "agreement",
        "agreements",
        "agreement",
        word("kind", AgreementKind)
        + plain("supervisee", kind=Kind.REFERENCE, target="person")
        + plain("supervisor", kind=Kind.REFERENCE, target="person", maybe=True)
        + plain("supervisor_is_ot", kind=Kind.SWITCH)
        + plain("name", "end_reason")
        + plain("ends", kind=Kind.DAY, maybe=True)
        + plain("renews", kind=Kind.REFERENCE, target="agreement", maybe=True)
        + STAMPS,
        parts=(_TERMS,),
        ends=(Ends("agreement_member", "members", "agreement", "person", "person"),),
    ),
    Thing(
        "supervision_session",
        "sessions",
        "session",
        plain("date", kind=Kind.DAY)
        + plain("start", kind=Kind.TIME, maybe=True)
        + whole("minutes", maybe=True)
        + word("kind", AgreementKind)
        + word("mode", Mode)
        + word("state", SessionState)
        + word("missed_by", MissedBy, maybe=True)
        + plain("place", "reason", "calendar_uid", *PRIVATE_NOTES)
        + tuple(Field(name, inside="notes") for name in NOTES)
        + plain("led_by_ot", "as_supervisor", kind=Kind.SWITCH)
        + plain("protected_kept", kind=Kind.SWITCH, maybe=True)
        + _AGREEMENT
        + plain("moved_to", kind=Kind.REFERENCE, target="supervision_session", maybe=True)
        + plain("next_on", "agreed_supervisee", "agreed_supervisor", kind=Kind.DAY, maybe=True)
        + STAMPS,
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
        plain("start", kind=Kind.DAY)
        + plain("end", kind=Kind.DAY, maybe=True)
        + whole("minutes")
        + word("per", Per)
        + word("source", EntitlementSource)
        + _AGREEMENT
        + plain("post", kind=Kind.REFERENCE, target="post", maybe=True)
        + plain("note"),
    ),
    Thing(
        "protected_slot",
        "protected_time",
        "piece of protected time",
        plain("date", kind=Kind.DAY)
        + whole("planned")
        + whole("taken", maybe=True)
        + word("purpose", ProtectedUse)
        + ACTIVITY
        + plain("reason", "note"),
    ),
    Thing(
        "workload",
        "workload",
        "note of workload",
        plain("date", kind=Kind.DAY) + plain("caseload", "waiting", "duty_half_days", kind=Kind.COUNT, maybe=True),
    ),
    *PATHWAY,
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
