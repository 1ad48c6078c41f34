"""Version 1.1: supervision, protected time and workload."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ROW = {"id": str, "owner": str, "deleted": str}
_TERMS_TEXTS = (
    "place",
    "time_of_day",
    "purpose",
    "needs",
    "privacy",
    "booking",
    "wants_supervisee",
    "wants_supervisor",
    "cancelling",
    "record_kept",
    "record_readers",
    "confidentiality",
    "evaluation",
)
_SESSION_TEXTS = (
    "place",
    "reason",
    "calendar_uid",
    "normative",
    "formative",
    "restorative",
    "cases",
    "wellbeing",
    "notes_to_myself",
)


def apply(db: Database) -> None:
    """Adds the tables, and what people and activities now tell besides."""
    db.table("person").add_column("is_ot", int)
    db.table("person").add_column("contact", str, not_null_default="")
    db.table("activity").add_column("bring", int, not_null_default=0)
    _table(db, "person_role", {"person": str, "role": str}, {"person": "person"}, required={"person", "role"})
    _agreements(db)
    _sessions(db)
    _hanging_on_sessions(db)
    _protected_time(db)


def _table(
    db: Database, name: str, columns: dict[str, type], references: dict[str, str], *, required: set[str]
) -> None:
    """One journaled table. Text in `required` is never null and empty unless given."""
    db.create_table(
        name,
        {**_ROW, **columns},
        pk="id",
        not_null={"id", "owner"} | required,
        defaults={column: ("" if columns[column] is str else 0) for column in required},
        foreign_keys=[(column, table, "id") for column, table in references.items()],
        strict=True,
    )


def _agreements(db: Database) -> None:
    _table(
        db,
        "agreement",
        {
            **dict.fromkeys(("kind", "supervisee", "supervisor", "name", "ends", "end_reason", "renews"), str),
            "supervisor_is_ot": int,
            **dict.fromkeys(("created", "modified"), str),
        },
        {"supervisee": "person", "supervisor": "person", "renews": "agreement"},
        required={"kind", "supervisee", "supervisor_is_ot", "name", "end_reason", "created", "modified"},
    )
    _table(
        db,
        "agreement_terms",
        {
            **dict.fromkeys(("agreement", "start", "mode", "review_on", "agreed_on", *_TERMS_TEXTS), str),
            **dict.fromkeys(("every_weeks", "weeks_from", "minutes"), int),
            **dict.fromkeys(("protected_supervisee", "protected_supervisor"), int),
        },
        {"agreement": "agreement"},
        required={
            *("agreement", "start", "mode", "every_weeks", "minutes", "protected_supervisee", "protected_supervisor"),
            *_TERMS_TEXTS,
        },
    )
    _table(
        db,
        "agreement_member",
        {"agreement": str, "person": str},
        {"agreement": "agreement", "person": "person"},
        required={"agreement", "person"},
    )


def _sessions(db: Database) -> None:
    required = {"date", "kind", "state", "mode", "led_by_ot", "as_supervisor", *_SESSION_TEXTS, "created", "modified"}
    _table(
        db,
        "supervision_session",
        {
            **dict.fromkeys(("date", "agreement", "kind", "start", "mode", "state", "missed_by", "moved_to"), str),
            **dict.fromkeys(("next_on", "agreed_supervisee", "agreed_supervisor", *_SESSION_TEXTS), str),
            **dict.fromkeys(("minutes", "led_by_ot", "as_supervisor", "protected_kept"), int),
            **dict.fromkeys(("created", "modified"), str),
        },
        {"agreement": "agreement", "moved_to": "supervision_session"},
        required=required,
    )


def _hanging_on_sessions(db: Database) -> None:
    links: dict[str, tuple[dict[str, type], dict[str, str]]] = {
        "topic": (
            dict.fromkeys(("text", "position", "activity", "discussed_in"), str),
            {"activity": "activity", "discussed_in": "supervision_session"},
        ),
        "decision": ({"text": str, "position": str}, {}),
        "action": (
            {**dict.fromkeys(("text", "position", "who", "due", "state", "closed_on"), str)},
            {"who": "person"},
        ),
        "person": ({"person": str}, {"person": "person"}),
        "activity": ({"activity": str, "role": str}, {"activity": "activity"}),
        "goal": ({"goal": str}, {"goal": "goal"}),
    }
    maybe = {"topic": {"activity", "discussed_in"}, "action": {"who", "due", "closed_on"}}
    for name, (columns, references) in links.items():
        _table(
            db,
            f"session_{name}",
            {"session": str, **columns},
            {"session": "supervision_session", **references},
            required={"session", *columns} - maybe.get(name, set()),
        )


def _protected_time(db: Database) -> None:
    _table(
        db,
        "entitlement",
        {**dict.fromkeys(("start", "end", "per", "source", "agreement", "post", "note"), str), "minutes": int},
        {"agreement": "agreement", "post": "post"},
        required={"start", "per", "source", "note", "minutes"},
    )
    _table(
        db,
        "protected_slot",
        {**dict.fromkeys(("date", "purpose", "reason", "note", "activity"), str), "planned": int, "taken": int},
        {"activity": "activity"},
        required={"date", "purpose", "reason", "note", "planned"},
    )
    _table(
        db,
        "workload",
        {"date": str, "caseload": int, "waiting": int, "duty_half_days": int},
        {},
        required={"date"},
    )
