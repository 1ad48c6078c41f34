"""What today's schema means: which tables the journal carries, what hangs on what, indexes and triggers.

The tables themselves are made by the migrations, which never look here. Indexes and triggers have
their one definition in this file and are applied again after every migration.
"""

from __future__ import annotations

from typing import NamedTuple

from otcpd.domain.pathway_texts import BIBLIOGRAPHY, GOAL_TEXTS, IMPACT_TEXTS
from otcpd.domain.supervision import NOTES, PRIVATE_NOTES, TERMS_TEXTS
from otcpd.record.engine import Connection

MAJOR = 1
MINOR = 2
VERSION = MAJOR * 1000 + MINOR


class Journaled(NamedTuple):
    """A table of the journal.

    `parents` are (kind, column): a change here counts as a change of that thing too. `stamped` tables
    have a `modified` column, which follows the newest step that touched the row or what hangs on it.
    `text` are the free-text columns: searched, and blanked when the row is erased.
    """

    name: str
    parents: tuple[tuple[str, str], ...] = ()
    stamped: bool = False
    text: tuple[str, ...] = ()


_OF_SESSION = (("supervision_session", "session"),)
_OF_GOAL = (("goal", "goal"),)
_OF_FRAMEWORK = (("framework", "framework"),)
_OF_ASSESSMENT = (("assessment", "assessment"),)
_OF_PLAN = (("learning_plan", "plan"),)

JOURNALED = {
    table.name: table
    for table in (
        Journaled("record"),
        Journaled("person", text=("name", "profession", "registration", "audit_number", "contact")),
        Journaled("person_role", parents=(("person", "person"),)),
        Journaled("employer", text=("name",)),
        Journaled("post", text=("title", "grade", "locality", "specialisms", "note")),
        Journaled(
            "activity",
            stamped=True,
            text=(
                "title",
                "type",
                "description",
                "learning",
                "practice_impact",
                "service_user_benefit",
                "notes_to_myself",
            ),
        ),
        Journaled("activity_companion", parents=(("activity", "activity"),)),
        Journaled("tag", text=("name",)),
        Journaled("activity_tag", parents=(("activity", "activity"),)),
        Journaled("activity_standard", parents=(("activity", "activity"),)),
        Journaled("goal", text=(*GOAL_TEXTS, "framework_item")),
        Journaled("goal_milestone", parents=_OF_GOAL, text=("text",)),
        Journaled("goal_review", parents=_OF_GOAL),
        Journaled("activity_goal", parents=(("activity", "activity"), *_OF_GOAL)),
        Journaled("reflection", parents=(("activity", "activity"),)),
        Journaled("reflection_answer", parents=(("activity", "activity"),), text=("text",)),
        Journaled("own_type", text=("name",)),
        Journaled("evidence", text=("caption", "name")),
        Journaled("evidence_use", parents=(("activity", "activity"), ("evidence", "evidence"))),
        Journaled("gap_reason", text=("reason", "note")),
        Journaled("portfolio", text=("name", "summary", "statement")),
        Journaled("portfolio_activity", parents=(("portfolio", "portfolio"), ("activity", "activity"))),
        Journaled("portfolio_evidence", parents=(("portfolio", "portfolio"), ("evidence", "evidence"))),
        Journaled("agreement", stamped=True, text=("name", "end_reason")),
        Journaled("agreement_terms", parents=(("agreement", "agreement"),), text=TERMS_TEXTS),
        Journaled("agreement_member", parents=(("agreement", "agreement"),)),
        Journaled(
            "supervision_session", stamped=True, text=("place", "reason", "calendar_uid", *NOTES, *PRIVATE_NOTES)
        ),
        Journaled("session_topic", parents=_OF_SESSION, text=("text",)),
        Journaled("session_decision", parents=_OF_SESSION, text=("text",)),
        Journaled("session_action", parents=_OF_SESSION, text=("text",)),
        Journaled("session_person", parents=_OF_SESSION),
        Journaled("session_activity", parents=(*_OF_SESSION, ("activity", "activity"))),
        Journaled("session_goal", parents=(*_OF_SESSION, *_OF_GOAL)),
        Journaled("entitlement", text=("note",)),
        Journaled("protected_slot", text=("reason", "note")),
        Journaled("workload"),
        Journaled(
            "framework",
            stamped=True,
            text=("code", "name", "short", "publisher", "source", "licence", "note", "identifier"),
        ),
        Journaled("framework_level", parents=_OF_FRAMEWORK, text=("title",)),
        Journaled("framework_item", parents=_OF_FRAMEWORK, text=("code", "label", "type", "notes", "identifier")),
        Journaled("framework_link"),
        Journaled("role_aim", stamped=True, text=("title", "grade", "why")),
        Journaled("role_expectation", parents=(("role_aim", "aim"),), text=("text",)),
        Journaled("opportunity", stamped=True, text=("title", "host", "note")),
        Journaled("opportunity_activity", parents=(("opportunity", "opportunity"), ("activity", "activity"))),
        Journaled("assessment", stamped=True, text=("note",)),
        Journaled("assessment_mark", parents=_OF_ASSESSMENT, text=("reason",)),
        Journaled("assessment_activity", parents=(*_OF_ASSESSMENT, ("activity", "activity"))),
        Journaled("learning_plan", stamped=True, text=("title", "protected", "note")),
        Journaled("plan_goal", parents=(*_OF_PLAN, *_OF_GOAL), text=("carried_reason",)),
        Journaled("planned_learning", parents=_OF_PLAN, text=("text", "decided_by", "reason")),
        Journaled("plan_agreement", parents=_OF_PLAN, text=("role",)),
        Journaled("plan_review", parents=_OF_PLAN, text=("text",)),
        Journaled("impact", stamped=True, text=(*IMPACT_TEXTS, "theme")),
        Journaled("impact_measure", parents=(("impact", "impact"),), text=("name", "unit")),
        Journaled("impact_activity", parents=(("impact", "impact"), ("activity", "activity"))),
        Journaled("reading", stamped=True, text=(*BIBLIOGRAPHY, "appraisal", "changed")),
        Journaled("reading_activity", parents=(("reading", "reading"), ("activity", "activity"))),
        Journaled("layer"),
        Journaled("setting", text=("value",)),
        Journaled("erasure", text=("reason",)),
    )
}
"""Every table whose rows a step may change, by name."""

POINTING = ("erasure", "layer")
"""Tables whose rows hang on whatever row of whatever table their `tbl` and `row` name."""

SEARCHED = (
    "activity",
    "employer",
    "evidence",
    "gap_reason",
    "goal",
    "impact",
    "learning_plan",
    "opportunity",
    "person",
    "portfolio",
    "post",
    "reading",
    "role_aim",
    "supervision_session",
    "tag",
)
"""Kinds of things whose words the search index carries. Those of people, employers, posts, goals and tags
count for the activities they are linked to, those of people for their sessions too, and goals are found themselves."""

_INDEXES = (
    "CREATE UNIQUE INDEX change_id ON change(id)",
    "CREATE INDEX change_of_field ON change(row, field, tbl, seq)",
    "CREATE INDEX change_of_step ON change(step)",
    "CREATE UNIQUE INDEX step_id ON step(id)",
    "CREATE INDEX activity_by_day ON activity(owner, date)",
    "CREATE INDEX companion_of_activity ON activity_companion(activity)",
    "CREATE INDEX tag_of_activity ON activity_tag(activity)",
    "CREATE INDEX standard_of_activity ON activity_standard(activity)",
    "CREATE INDEX goal_of_activity ON activity_goal(activity)",
    "CREATE INDEX reflection_of_activity ON reflection(activity)",
    "CREATE INDEX answer_of_activity ON reflection_answer(activity)",
    "CREATE INDEX use_of_activity ON evidence_use(activity)",
    "CREATE INDEX use_of_evidence ON evidence_use(evidence)",
    "CREATE INDEX evidence_by_content ON evidence(sha256)",
    "CREATE INDEX terms_of_agreement ON agreement_terms(agreement)",
    "CREATE INDEX session_by_day ON supervision_session(owner, date)",
    "CREATE INDEX session_of_agreement ON supervision_session(agreement, date)",
    *(
        f"CREATE INDEX {name}_of_session ON session_{name}(session)"
        for name in ("topic", "decision", "action", "person", "activity", "goal")
    ),
    "CREATE INDEX session_of_activity ON session_activity(activity)",
    "CREATE INDEX session_of_person ON session_person(person)",
    "CREATE INDEX level_of_framework ON framework_level(framework)",
    "CREATE INDEX item_of_framework ON framework_item(framework)",
    "CREATE INDEX expectation_of_aim ON role_expectation(aim)",
    "CREATE INDEX mark_of_assessment ON assessment_mark(assessment)",
    "CREATE INDEX activity_of_assessment ON assessment_activity(assessment)",
    *(f"CREATE INDEX {name}_of_goal ON goal_{name}(goal)" for name in ("milestone", "review")),
    "CREATE INDEX activity_of_goal ON activity_goal(goal)",
    "CREATE INDEX goal_of_plan ON plan_goal(plan)",
    "CREATE INDEX learning_of_plan ON planned_learning(plan)",
    "CREATE INDEX agreement_of_plan ON plan_agreement(plan)",
    "CREATE INDEX review_of_plan ON plan_review(plan)",
    "CREATE INDEX measure_of_impact ON impact_measure(impact)",
    *(f"CREATE INDEX activity_of_{name} ON {name}_activity({name})" for name in ("opportunity", "impact", "reading")),
    "CREATE INDEX layer_of_row ON layer(row)",
    "CREATE UNIQUE INDEX blob_by_content ON blob(sha256) WHERE sha256 IS NOT NULL",
    "CREATE UNIQUE INDEX search_doc_of_row ON search_doc(kind, row)",
)

_TRIGGERS = (
    # The journal only grows: a change is never removed, not even by our own mistake.
    "CREATE TRIGGER change_stays BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END",
    "CREATE TRIGGER step_stays BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END",
)


def apply_indexes_and_triggers(connection: Connection) -> None:
    """Makes indexes and triggers exactly those defined here. To be called inside a transaction."""
    found = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    for kind, name in found:
        connection.execute(f'DROP {kind} "{name}"')
    for statement in _INDEXES + _TRIGGERS:
        connection.execute(statement)
