"""What of a learning plan is no longer as it was when somebody agreed to it, read from the journal.

An agreement is to goals and how they are worded, to what is planned to be learnt with its time and cost, to protected
time and to the year. How far learning has come, notes and reviews are no change of it. What was changed and changed
back is none either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum

from otcpd.domain.learning_plan import LearningPlan
from otcpd.domain.pathway_texts import SMART
from otcpd.record.engine import Reader, Value
from otcpd.record.gate import DELETED, NEW_ROW


class Part(StrEnum):
    """A part of what is agreed, as a sentence lists it."""

    YEAR = "the year"
    GOALS = "the goals"
    WORDING = "how a goal is worded"
    LEARNING = "the planned learning"
    PROTECTED = "protected time"


_GOAL_WORDING = ("title", *SMART, "target_date")
_COUNTS: Mapping[str, Mapping[str, Part]] = {
    "learning_plan": {"start": Part.YEAR, "end": Part.YEAR, "protected": Part.PROTECTED},
    "plan_goal": {NEW_ROW: Part.GOALS, DELETED: Part.GOALS},
    "planned_learning": dict.fromkeys((NEW_ROW, DELETED, "text", "goal", "minutes", "pence"), Part.LEARNING),
    "goal": dict.fromkeys(_GOAL_WORDING, Part.WORDING),
}

_ROWS_OF_PLAN = (
    "SELECT id FROM plan_goal WHERE plan = ?1 UNION ALL SELECT id FROM planned_learning WHERE plan = ?1"
    " UNION ALL SELECT goal FROM plan_goal WHERE plan = ?1 AND deleted IS NULL UNION ALL SELECT ?1"
)


def changed_since(reader: Reader, plan: LearningPlan) -> dict[str, tuple[Part, ...]]:
    """By the id of each agreement what has changed since it was noted; agreements to what still holds are not here."""
    if not plan.agreements:
        return {}
    noted = _noted(reader, plan)
    first = min(noted.values(), default=0)
    # The steps of the journal, and not its changes, tell what came later: what an import brings comes all at once.
    rows = reader.rows(
        "SELECT step.seq, tbl, row, field, before, after FROM change JOIN step ON step.id = change.step"
        f" WHERE row IN ({_ROWS_OF_PLAN}) AND step.seq > ?2 AND change.erased = 0 ORDER BY change.seq",
        (plan.id, first),
    )
    with reader.legible():
        changes = [(int(row[0]), str(row[1]), str(row[2]), str(row[3]), row[4], row[5]) for row in rows]
    found = {}
    for agreement, seq in noted.items():
        parts = set(_parts(change[1:] for change in changes if change[0] > seq))
        if parts:
            found[agreement] = tuple(part for part in Part if part in parts)
    return found


def _noted(reader: Reader, plan: LearningPlan) -> dict[str, int]:
    """The step in which each agreement came into the file."""
    rows = reader.rows(
        "SELECT row, min(step.seq) FROM change JOIN step ON step.id = change.step"
        " WHERE tbl = 'plan_agreement' AND field = '' AND row IN (SELECT value FROM json_each(?)) GROUP BY row",
        (json.dumps([one.id for one in plan.agreements]),),
    )
    return {str(row): int(seq) for row, seq in rows}


def _parts(changes: Iterator[tuple[str, str, str, Value, Value]]) -> Iterator[Part]:
    first: dict[tuple[str, str, str], Value] = {}
    last: dict[tuple[str, str, str], Value] = {}
    made: set[tuple[str, str]] = set()
    for table, row, field, before, after in changes:
        if field == NEW_ROW:
            made.add((table, row))
        first.setdefault((table, row, field), before)
        last[table, row, field] = after
    for (table, row, field), after in last.items():
        part = _COUNTS.get(table, {}).get(field)
        if part is None:
            continue
        if (table, row) in made:  # it counts as long as it is there
            if field == NEW_ROW and last.get((table, row, DELETED)) is None:
                yield part
        elif first[table, row, field] != after:
            yield part
