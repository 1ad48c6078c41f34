"""Version 1.2: frameworks, roles, self-assessment, goals, learning plans, impact and reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ROW = {"id": str, "owner": str, "deleted": str}
_STAMPS = ("created", "modified")
_GOAL_TEXTS = ("why", "specific", "measurable", "achievable", "relevant", "time_bound", "framework_item", "support")
_BIBLIOGRAPHY = (
    *("title", "authors", "year", "container", "volume", "issue", "pages", "publisher", "place", "edition"),
    *("doi", "pmid", "isbn", "url", "abstract"),
)


def apply(db: Database) -> None:
    """Adds the tables, and what posts and goals now tell besides."""
    _posts(db)
    _frameworks(db)
    _roles(db)
    _assessments(db)
    _goals(db)
    _plans(db)
    _impacts(db)
    _readings(db)


def _table(
    db: Database,
    name: str,
    columns: dict[str, type],
    references: dict[str, str] | None = None,
    *,
    maybe: tuple[str, ...] = (),
) -> None:
    """One journaled table. Columns that are not `maybe` are never null, and empty or 0 unless given."""
    required = set(columns) - set(maybe)
    db.create_table(
        name,
        {**_ROW, **columns},
        pk="id",
        not_null={"id", "owner"} | required,
        defaults={column: ("" if columns[column] is str else 0) for column in sorted(required)},
        foreign_keys=[(column, table, "id") for column, table in (references or {}).items()],
        strict=True,
    )


def _texts(*names: str) -> dict[str, type]:
    return dict.fromkeys(names, str)


def _numbers(*names: str) -> dict[str, type]:
    return dict.fromkeys(names, int)


def _link(db: Database, name: str, column: str, table: str) -> None:
    """Activities of a thing."""
    _table(db, name, _texts(column, "activity"), {column: table, "activity": "activity"})


def _posts(db: Database) -> None:
    post = db.table("post")
    for name in ("setting", "grade", "locality", "specialisms", "note"):
        post.add_column(name, str, not_null_default="")
    post.add_column("wte", int)
    post.add_column("fixed_until", str)


def _frameworks(db: Database) -> None:
    texts = ("code", "edition", "name", "kind", "short", "publisher", "source", "licence", "note", "replaces")
    _table(
        db,
        "framework",
        _texts(*texts, "identifier", "valid_from") | _numbers("in_force", "confirmed") | _texts(*_STAMPS),
        maybe=("valid_from",),
    )
    _table(
        db,
        "framework_level",
        _texts("framework", "title") | _numbers("number", "confirmed"),
        {"framework": "framework"},
    )
    _table(
        db,
        "framework_item",
        _texts("framework", "code", "label", "parent", "type", "notes", "identifier", "position")
        | _numbers("level", "retired", "confirmed"),
        {"framework": "framework"},
        maybe=("level",),
    )
    _table(db, "framework_link", _texts("source", "target", "kind"))


def _roles(db: Database) -> None:
    _table(
        db,
        "role_aim",
        _texts("title", "state", "employer", "setting", "grade", "framework", "by", "why", *_STAMPS),
        {"employer": "employer"},
        maybe=("employer", "by"),
    )
    _table(
        db,
        "role_expectation",
        _texts("aim", "kind", "text", "item", "position", "done_on", "activity") | _numbers("level"),
        {"aim": "role_aim", "activity": "activity"},
        maybe=("level", "done_on", "activity"),
    )
    _table(
        db,
        "opportunity",
        _texts("kind", "title", "host", "state", "start", "end", "aim", "note", *_STAMPS),
        {"aim": "role_aim"},
        maybe=("start", "end", "aim"),
    )
    _link(db, "opportunity_activity", "opportunity", "opportunity")


def _assessments(db: Database) -> None:
    _table(
        db,
        "assessment",
        _texts("date", "framework", "person", "note", *_STAMPS),
        {"person": "person"},
        maybe=("person",),
    )
    _table(
        db,
        "assessment_mark",
        _texts("assessment", "item", "reason") | _numbers("now", "target"),
        {"assessment": "assessment"},
        maybe=("now", "target"),
    )
    _table(
        db,
        "assessment_activity",
        _texts("assessment", "item", "activity"),
        {"assessment": "assessment", "activity": "activity"},
    )


def _goals(db: Database) -> None:
    goal = db.table("goal")
    for name in (*_GOAL_TEXTS, "outcome"):
        goal.add_column(name, str, not_null_default="")
    goal.add_column("state", str, not_null_default="open")
    for name in ("level_now", "level_target"):
        goal.add_column(name, int)
    for name in ("target_date", "closed_on"):
        goal.add_column(name, str)
    goal.add_column("aim", str, fk="role_aim", fk_col="id")
    _table(
        db,
        "goal_milestone",
        _texts("goal", "text", "position", "due", "done_on"),
        {"goal": "goal"},
        maybe=("due", "done_on"),
    )
    _table(db, "goal_review", _texts("goal", "date"), {"goal": "goal"})


def _plans(db: Database) -> None:
    plan = {"plan": "learning_plan"}
    _table(
        db,
        "learning_plan",
        _texts("title", "start", "end", "protected", "note", "review_on", *_STAMPS),
        maybe=("review_on",),
    )
    _table(db, "plan_goal", _texts("plan", "goal", "carried_reason", "position"), {**plan, "goal": "goal"})
    _table(
        db,
        "planned_learning",
        _texts(
            "plan", "text", "position", "goal", "state", "asked_on", "decided_on", "decided_by", "reason", "activity"
        )
        | _numbers("minutes", "pence"),
        {**plan, "goal": "goal", "activity": "activity"},
        maybe=("goal", "minutes", "pence", "asked_on", "decided_on", "activity"),
    )
    _table(
        db,
        "plan_agreement",
        _texts("plan", "person", "date", "role") | _numbers("is_ot"),
        {**plan, "person": "person"},
        maybe=("is_ot",),
    )
    _table(
        db,
        "plan_review",
        _texts("plan", "date", "text", "person"),
        {**plan, "person": "person"},
        maybe=("person",),
    )


def _impacts(db: Database) -> None:
    texts = ("title", "theme", "change_tried", "feedback", "meant_people", "meant_service", "story")
    _table(
        db,
        "impact",
        _texts("date", *texts) | _numbers("people", "told") | _texts(*_STAMPS),
        maybe=("people",),
    )
    _table(
        db,
        "impact_measure",
        _texts("impact", "name", "unit", "better", "before", "after", "before_on", "after_on", "position"),
        {"impact": "impact"},
        maybe=("before", "after", "before_on", "after_on"),
    )
    _link(db, "impact_activity", "impact", "impact")


def _readings(db: Database) -> None:
    _table(
        db,
        "reading",
        _texts("kind", *_BIBLIOGRAPHY, "state", "read_on", "accessed", "appraisal", "changed")
        | _numbers("listed")
        | _texts(*_STAMPS),
        maybe=("read_on", "accessed"),
    )
    _link(db, "reading_activity", "reading", "reading")
