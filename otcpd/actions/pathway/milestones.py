"""The steps of a goal: adding, ticking, dating, moving and taking them away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from otcpd.actions.pathway.goals import past_day
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.order import key_between
from otcpd.record.gate import Step
from otcpd.record.record import Record

_FIELDS = {"text": values.text, "due": values.maybe_day}


def add_milestone(
    record: Record,
    goal: str,
    text: str = "",
    due: date | None = None,
    *,
    after: str | None = None,
    typing: bool = False,
) -> Changes:
    """Adds a step behind another, or at the end. Raises NotAcceptable for a goal that is none."""
    record.goals.get(goal)
    row = {
        "goal": goal,
        "text": text,
        "due": values.maybe_day(record, due),
        "position": _key(_order(record, goal), after, first=False),
    }
    with record.step("New step", typing=typing) as step:
        step.insert("goal_milestone", row)
    return step.changes


def edit_milestone(record: Record, milestone: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets the words of a step ("text") or the day by which it is to be done ("due")."""
    stored = values.stored(record, _FIELDS, field, value, "A step")
    with record.step("Edit step", typing=typing and field == "text") as step:
        _goal_of(step, milestone)
        step.set("goal_milestone", milestone, field, stored)
    return step.changes


def tick_milestone(record: Record, milestone: str, day: date | None) -> Changes:
    """Says on which day a step was done; None: not yet. Raises NotAcceptable for a day to come."""
    done = past_day(record, day) if day is not None else None
    with record.step("Tick step" if done else "Untick step") as step:
        _goal_of(step, milestone)
        step.set("goal_milestone", milestone, "done_on", done)
    return step.changes


def move_milestone(record: Record, milestone: str, after: str | None) -> Changes:
    """Puts a step behind another of its goal, or first."""
    with record.step("Move step") as step:
        order = [one for one in _order(record, _goal_of(step, milestone)) if one[0] != milestone]
        step.set("goal_milestone", milestone, "position", _key(order, after, first=after is None))
    return step.changes


def remove_milestone(record: Record, milestone: str) -> Changes:
    """Takes a step away."""
    with record.step("Remove step") as step:
        _goal_of(step, milestone)
        step.remove("goal_milestone", milestone)
    return step.changes


def _order(record: Record, goal: str) -> Sequence[tuple[str, str]]:
    """(id, position) of the steps of a goal, in their order."""
    return record.reader.rows(
        "SELECT id, position FROM goal_milestone WHERE goal = ? AND deleted IS NULL ORDER BY position, id", (goal,)
    )


def _key(order: Sequence[tuple[str, str]], after: str | None, *, first: bool) -> str:
    keys = [position for _id, position in order]
    if first:
        return key_between(None, keys[0] if keys else None)
    place = next((number for number, (row, _key) in enumerate(order) if row == after), len(order) - 1)
    before = keys[place] if keys else None
    return key_between(before, keys[place + 1] if place + 1 < len(keys) else None)


def _goal_of(step: Step, milestone: str) -> str:
    """The goal of a step. Raises NotAcceptable if there is no such step."""
    found = step.connection.execute("SELECT goal FROM goal_milestone WHERE id = ?", (milestone,)).fetchone()
    if found is None:
        raise NotAcceptable("This step is not there any more.", "Nothing was changed.")
    return str(found[0])
