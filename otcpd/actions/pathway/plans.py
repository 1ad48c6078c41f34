"""Learning plans: beginning one for a year, its texts, and the goals in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from otcpd.actions.names import one_line
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order, from_iso, long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.learning_plan import LearningPlan
from otcpd.domain.order import key_between, keys_after
from otcpd.domain.plan_standing import middle, next_year, usual_title, year_from
from otcpd.record.gate import Step
from otcpd.record.plan_changes import Part, changed_since
from otcpd.record.record import Record

NOTHING = "Nothing was changed."
EDIT = "Edit learning plan"

_FIELDS: Mapping[str, Reader] = {
    "title": values.text,
    "protected": values.text,
    "note": values.text,
    "review_on": values.maybe_day,
    "start": values.day,
    "end": values.day,
}


def what_changed(record: Record, plan: LearningPlan) -> tuple[Part, ...]:
    """What is no longer as in the newest agreement to the plan; nothing while nobody agreed, or it still holds."""
    since = changed_since(record.reader, plan)
    # Somebody agreed to it as it now is: then it is agreed, whatever another one agreed to before.
    if any(one.id not in since for one in plan.agreements):
        return ()
    return min((since[one.id] for one in plan.agreements), key=len, default=())


def begin_plan(
    record: Record,
    start: date | None = None,
    end: date | None = None,
    title: str = "",
    goals: Sequence[str] = (),
) -> Changes:
    """Begins a plan for a year: without days, the twelve months from today, or from the day after the last plan.

    `goals` are ids, in their order. Raises NotAcceptable for days out of order or reach, and for ids that are none.
    """
    usual, _ = next_year(record.plans.all(), record.clock.today())
    start = start or usual
    end = end or year_from(start)
    check_year(record, start, end)
    for goal in goals:
        record.goals.get(goal)
    with record.step("Begin learning plan") as step:
        insert_plan(step, start, end, title, goals)
    return step.changes


def insert_plan(step: Step, start: date, end: date, title: str, goals: Sequence[str]) -> str:
    """Makes a plan within a step, and returns its id."""
    made = step.insert(
        "learning_plan",
        {
            "title": one_line(title) or usual_title(start, end),
            "start": start.isoformat(),
            "end": end.isoformat(),
            "review_on": middle(start, end).isoformat(),
            "created": step.at,
            "modified": step.at,
        },
    )
    goals = list(dict.fromkeys(goals))
    for goal, position in zip(goals, keys_after(None, len(goals)), strict=True):
        step.link("plan_goal", {"plan": made, "goal": goal}, {"position": position})
    return made


def edit_plan(record: Record, plan: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field. A title and a day of review that were the usual ones follow the days of the plan.

    Raises NotAcceptable for a field or an id that is none, and for what does not fit.
    """
    now = record.plans.get(plan)
    stored = values.stored(record, _FIELDS, field, value, "A learning plan")
    start, end = now.start, now.end
    if field in ("start", "end"):
        assert isinstance(stored, str)
        start, end = (from_iso(stored), end) if field == "start" else (start, from_iso(stored))
        check_year(record, start, end)
    if field == "title" and not str(stored).strip():
        stored = usual_title(start, end)
    with record.step(EDIT, typing=typing) as step:
        step.set("learning_plan", plan, field, stored)
        if (start, end) != (now.start, now.end):
            if now.title == usual_title(now.start, now.end):
                step.set("learning_plan", plan, "title", usual_title(start, end))
            if now.review_on == middle(now.start, now.end):
                step.set("learning_plan", plan, "review_on", middle(start, end).isoformat())
    return step.changes


def delete_plan(record: Record, plan: str) -> Changes:
    """Puts a plan into the bin; its goals stay. Raises NotAcceptable for an id that is none."""
    record.plans.get(plan)
    with record.step("Delete learning plan") as step:
        step.remove("learning_plan", plan)
    return step.changes


def put_goal_in(record: Record, plan: str, goal: str) -> Changes:
    """Puts a goal into the plan, below the others; one that is in it stays where it is."""
    now = record.plans.get(plan)
    record.goals.get(goal)
    with record.step("Put a goal into the plan") as step:
        if all(one.goal != goal for one in now.goals):
            position = last_position(record, "plan_goal", plan)
            step.link("plan_goal", {"plan": plan, "goal": goal}, {"position": position, "carried_reason": ""})
    return step.changes


def take_goal_out(record: Record, plan: str, goal: str) -> Changes:
    """Takes a goal out of the plan; the goal itself stays, and what was planned for it is for none in particular."""
    now = record.plans.get(plan)
    with record.step("Take a goal out of the plan") as step:
        for one in now.goals:
            if one.goal == goal:
                step.remove("plan_goal", one.id)
        for learning in now.learning:
            if learning.goal == goal:
                step.set("planned_learning", learning.id, "goal", None)
    return step.changes


def move_goal(record: Record, plan: str, goal: str, places: int) -> Changes:
    """Moves a goal up (-1) or down (1) in the plan; it does not go beyond the ends."""
    rows = positions(record, "plan_goal", plan, "goal")
    place = next((number for number, row in enumerate(rows) if row[1] == goal), None)
    if place is None:
        raise NotAcceptable("This goal is not in the plan.", NOTHING)
    rest = [row for row in rows if row[1] != goal]
    there = min(max(0, place + places), len(rest))
    with record.step("Move a goal in the plan") as step:
        if there != place:
            before = rest[there - 1][2] if there else None
            after = rest[there][2] if there < len(rest) else None
            step.set("plan_goal", rows[place][0], "position", _between(before, after))
    return step.changes


def edit_carried(record: Record, plan: str, goal: str, reason: str, *, typing: bool = False) -> Changes:
    """Puts right why a goal was carried over from this plan; without a reason it waits for a word again."""
    row = next((one.id for one in record.plans.get(plan).goals if one.goal == goal), None)
    if row is None:
        raise NotAcceptable("This goal is not in the plan.", NOTHING)
    with record.step("Edit why it is carried over", typing=typing) as step:
        step.set("plan_goal", row, "carried_reason", reason)
    return step.changes


def check_year(record: Record, start: date, end: date) -> None:
    """Raises NotAcceptable for days out of order or reach, and for a plan of more than five years."""
    values.day(record, start)
    values.day(record, end)
    check_order(start, end)
    longest = date(min(start.year + 5, 2199), start.month, min(start.day, 28))
    if end > longest:
        raise NotAcceptable(
            f"From {long_day(start)} to {long_day(end)} is more than five years.",
            NOTHING,
            "A plan is for a year or so.",
        )


def positions(record: Record, table: str, plan: str, column: str) -> list[tuple[str, str, str]]:
    """(id, what stands in the column, position) of the rows of a plan, in their order."""
    rows = record.reader.rows(
        f"SELECT id, {column}, position FROM {table} WHERE plan = ? AND deleted IS NULL ORDER BY position, id", (plan,)
    )
    with record.reader.legible():
        return [(str(row[0]), str(row[1]), str(row[2])) for row in rows]


def last_position(record: Record, table: str, plan: str) -> str:
    """A place below all rows of a plan."""
    rows = positions(record, table, plan, "id")
    return key_between(rows[-1][2] or None if rows else None, None)


def _between(before: str | None, after: str | None) -> str:
    """Between two rows; two that came in with the same place are told apart by what is above both."""
    if before and after and before >= after:
        return before
    return key_between(before or None, after or None)
