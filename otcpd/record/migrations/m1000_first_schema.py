"""Version 1.0: the first schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ROW = {"id": str, "owner": str, "deleted": str}
"""What every journaled row has: its id, the person it belongs to, and when it went to the bin."""


def apply(db: Database) -> None:
    """Makes all tables."""
    _people(db)
    _log(db)
    _hanging_on_activities(db)
    _own_words(db)
    _evidence(db)
    _profile(db)
    _journal(db)
    _search(db)
    _upkeep(db)


def _table(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    references: dict[str, str] | None = None,
    required: set[str] | None = None,
) -> None:
    """One journaled table. Text in `required` is never null and empty unless given."""
    required = required or set()
    db.create_table(
        name,
        {**_ROW, **columns},
        pk="id",
        not_null={"id", "owner"} | required,
        defaults={column: ("" if columns[column] is str else 0) for column in required},
        foreign_keys=[(column, table, "id") for column, table in (references or {}).items()],
        strict=True,
    )


def _people(db: Database) -> None:
    _table(db, "record", {"created": str})
    _table(db, "employer", {"name": str, "sector": str}, required={"name", "sector"})
    _table(
        db,
        "person",
        {"name": str, "profession": str, "registration": str, "audit_number": str, "employer": str},
        required={"name", "profession", "registration", "audit_number"},
        references={"employer": "employer"},
    )
    _table(
        db,
        "post",
        {"title": str, "employer": str, "start": str, "end": str},
        required={"title"},
        references={"employer": "employer"},
    )


def _log(db: Database) -> None:
    texts = (
        "date",
        "title",
        "type",
        "description",
        "learning",
        "practice_impact",
        "service_user_benefit",
        "notes_to_myself",
        "created",
        "modified",
    )
    numbers = ("protected_minutes", "mandatory", "finished")
    _table(
        db,
        "activity",
        {
            **dict.fromkeys(texts, str),
            **dict.fromkeys(numbers, int),
            **dict.fromkeys(("end_date", "category", "expires", "post"), str),
            "minutes": int,
        },
        required={*texts, *numbers},
        references={"post": "post"},
    )


def _hanging_on_activities(db: Database) -> None:
    _link(db, "activity_companion", activity="activity", person="person")
    _table(db, "tag", {"name": str}, required={"name"})
    _link(db, "activity_tag", activity="activity", tag="tag")
    _table(
        db,
        "activity_standard",
        {"activity": str, "standard": str},
        required={"activity", "standard"},
        references={"activity": "activity"},
    )
    _table(db, "goal", {"title": str}, required={"title"})
    _link(db, "activity_goal", activity="activity", goal="goal")
    _table(
        db,
        "reflection",
        {"activity": str, "model": str},
        required={"activity", "model"},
        references={"activity": "activity"},
    )
    _table(
        db,
        "reflection_answer",
        {"activity": str, "reflection": str, "prompt": str, "text": str},
        required={"activity", "reflection", "prompt", "text"},
        references={"activity": "activity", "reflection": "reflection"},
    )


def _own_words(db: Database) -> None:
    _table(db, "own_type", {"name": str, "category": str}, required={"name"})
    _table(
        db,
        "gap_reason",
        {"start": str, "end": str, "reason": str, "note": str},
        required={"start", "end", "reason", "note"},
    )


def _link(db: Database, name: str, **ends: str) -> None:
    """A link table: one row for each pair, marked deleted when the link goes."""
    _table(db, name, dict.fromkeys(ends, str), required=set(ends), references=ends)


def _evidence(db: Database) -> None:
    _table(
        db,
        "evidence",
        {"name": str, "caption": str, "kind": str, "state": str, "sha256": str, "size": int, "created": str},
        required={"name", "caption", "kind", "state", "sha256", "size", "created"},
    )
    _table(
        db,
        "evidence_use",
        {"evidence": str, "activity": str, "position": str},
        required={"evidence", "activity", "position"},
        references={"evidence": "evidence", "activity": "activity"},
    )
    # The bytes stand outside the journal: they are known by their content and never change.
    db.execute(
        "CREATE TABLE blob (id INTEGER PRIMARY KEY, sha256 TEXT, size INTEGER NOT NULL DEFAULT 0, text TEXT) STRICT"
    )
    db.execute(
        "CREATE TABLE chunk (blob INTEGER NOT NULL REFERENCES blob(id), seq INTEGER NOT NULL, data BLOB NOT NULL,"
        " PRIMARY KEY (blob, seq)) STRICT"
    )


def _profile(db: Database) -> None:
    _table(
        db,
        "portfolio",
        {"name": str, "start": str, "end": str, "summary": str, "statement": str, "created": str},
        required={"name", "summary", "statement", "created"},
    )
    _table(
        db,
        "portfolio_activity",
        {"portfolio": str, "activity": str, "position": str},
        required={"portfolio", "activity", "position"},
        references={"portfolio": "portfolio", "activity": "activity"},
    )
    _table(
        db,
        "portfolio_evidence",
        {"portfolio": str, "evidence": str, "number": int},
        required={"portfolio", "evidence", "number"},
        references={"portfolio": "portfolio", "evidence": "evidence"},
    )
    _table(
        db,
        "layer",
        {"tbl": str, "row": str, "field": str, "layer": str},
        required={"tbl", "row", "field", "layer"},
    )
    _table(db, "setting", {"key": str, "value": str}, required={"key", "value"})
    _table(
        db,
        "erasure",
        {"tbl": str, "row": str, "field": str, "reason": str, "at": str},
        required={"tbl", "row", "field", "reason", "at"},
    )


def _journal(db: Database) -> None:
    db.execute(
        "CREATE TABLE session (id TEXT PRIMARY KEY, started TEXT NOT NULL, hlc TEXT NOT NULL,"
        " machine TEXT NOT NULL, program TEXT NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE step (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, person TEXT NOT NULL,"
        " session TEXT NOT NULL REFERENCES session(id), kind TEXT NOT NULL, at TEXT NOT NULL, hlc TEXT NOT NULL,"
        " undoes TEXT) STRICT"
    )
    # before and after keep the type they have in their own table, hence ANY.
    db.execute(
        "CREATE TABLE change (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, step TEXT NOT NULL, tbl TEXT NOT NULL,"
        " row TEXT NOT NULL, field TEXT NOT NULL, before ANY, after ANY, replaces TEXT,"
        " erased INTEGER NOT NULL DEFAULT 0) STRICT"
    )


def _upkeep(db: Database) -> None:
    """Work that a step has promised and that a crash or a full disk may put off: "scrub" after erasing."""
    db.execute("CREATE TABLE owed (task TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")


def _search(db: Database) -> None:
    db.execute(
        "CREATE TABLE search_doc (docid INTEGER PRIMARY KEY, kind TEXT NOT NULL, row TEXT NOT NULL,"
        " text TEXT NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE search_stale (kind TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (kind, row))"
        " STRICT, WITHOUT ROWID"
    )
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text, content='search_doc', content_rowid='docid',"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
