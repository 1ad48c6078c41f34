"""Goals: setting them, working towards them, and closing them. Nothing asks back: undo takes anything back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.assessment import MOST_LEVEL, Mark
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.goal import GoalState
from otcpd.domain.pathway_texts import GOAL_TEXTS
from otcpd.record.gate import Step
from otcpd.record.record import Record

_NOTHING = "Nothing was changed."
_level = values.number(0, MOST_LEVEL, f"A level is a number from 0 to {MOST_LEVEL}.", maybe=True)


def _aim(record: Record, value: FieldValue) -> str | None:
    """A role aimed for, in the bin or not, or none."""
    if value is None:
        return None
    if not record.reader.rows("SELECT 1 FROM role_aim WHERE id = ?", (str(value),)):
        raise NotAcceptable(f"There is no role with the id {value}.", _NOTHING)
    return str(value)


_FIELDS: Mapping[str, Reader] = {
    **dict.fromkeys((*GOAL_TEXTS, "framework_item"), values.text),
    "level_now": _level,
    "level_target": _level,
    "target_date": values.maybe_day,
    "aim": _aim,
}
FIELDS = tuple(_FIELDS)
"""What `new_goal` takes and `edit_goal` sets; `target_date` is `Goal.target`."""


def new_goal(record: Record, /, title: str = "", **fields: FieldValue) -> Changes:
    """Adds an open goal. `fields` are those of `FIELDS`. Raises NotAcceptable for values that cannot be."""
    with record.step("New goal") as step:
        add_goal(record, step, {"title": title, **fields})
    return step.changes


def goal_about(record: Record, item: str, target: int | None = None) -> Changes:
    """A new goal about an item of a framework: from the level that she marked for it last to `target`, or where that is
    not given to the level she wants. Raises NotAcceptable for levels that cannot be."""
    parsed = parse_ref(item)
    newest = record.assessments.latest(str(parsed.edition)) if parsed is not None else None
    mark = newest.mark(item) if newest is not None else Mark(item)
    return new_goal(
        record, framework_item=item, level_now=mark.now, level_target=mark.target if target is None else target
    )


def add_goal(record: Record, step: Step, fields: Mapping[str, FieldValue]) -> str:
    """Adds an open goal within a step and returns its id; see `new_goal`."""
    row = {name: _stored(record, name, value) for name, value in fields.items()}
    return step.insert("goal", {"title": "", **row, "state": GoalState.OPEN})


def edit_goal(record: Record, goal: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field of `FIELDS`. `typing` marks the autosave of a text being written: see `Gate.step`.

    Raises NotAcceptable for what cannot be.
    """
    record.goals.get(goal)
    stored = _stored(record, field, value)
    with record.step("Edit goal", typing=typing and field in GOAL_TEXTS) as step:
        step.set("goal", goal, field, stored)
    return step.changes


def about_item(record: Record, goal: str, item: str, now: int | None = None, target: int | None = None) -> Changes:
    """Says which pillar or item of a framework a goal is about, with the level now and the one aimed for, in one
    step."""
    record.goals.get(goal)
    row = {"framework_item": item, "level_now": now, "level_target": target}
    stored = {name: _stored(record, name, value) for name, value in row.items()}
    with record.step("Edit goal") as step:
        for name, value in stored.items():
            step.set("goal", goal, name, value)
    return step.changes


# Reviews


def remove_review(record: Record, goal: str, day: date) -> Changes:
    """Takes a day of review away."""
    record.goals.get(goal)
    with record.step("Remove the review") as step:
        step.unlink("goal_review", {"goal": goal, "date": day.isoformat()})
    return step.changes


def move_review(record: Record, goal: str, day: date | None, to: date | None) -> Changes:
    """Puts another day in the place of a day of review; None: there was none, or there is to be none."""
    record.goals.get(goal)
    stored = values.maybe_day(record, to)
    with record.step("Edit the review") as step:
        if day is not None and day != to:
            step.unlink("goal_review", {"goal": goal, "date": day.isoformat()})
        if stored is not None:
            step.link("goal_review", {"goal": goal, "date": stored})
    return step.changes


# What works towards it


def link_activity(record: Record, goal: str, activity: str, on: bool = True) -> Changes:
    """Links an activity that works towards a goal, or takes the link away. Raises NotAcceptable for ids that are
    none."""
    record.goals.get(goal)
    record.activities.get(activity)
    with record.step("Link the activity" if on else "Take the link away") as step:
        _link(step, goal, activity, on=on)
    return step.changes


def set_goals_of_activity(record: Record, activity: str, goals: Iterable[str]) -> Changes:
    """Makes these the goals that an activity works towards. Raises NotAcceptable for ids that are none."""
    record.activities.get(activity)
    current, wanted = {goal.id for goal in record.goals.of_activity(activity)}, set(goals)
    check_goals(record, wanted - current)
    with record.step("Edit the goals") as step:
        for goal in sorted(current ^ wanted):
            _link(step, goal, activity, on=goal in wanted)
    return step.changes


def check_goals(record: Record, goals: Iterable[str]) -> None:
    """Raises NotAcceptable unless all of these are goals of the file."""
    wanted = set(goals)
    missing = wanted - {goal.id for goal in record.goals.some(wanted)}
    if missing:
        raise NotAcceptable(f"There is no goal with the id {min(missing)}.", _NOTHING)


# How it stands


def pause_goal(record: Record, goal: str) -> Changes:
    """Lets an open goal rest. It stays open, and nobody is reminded of it."""
    return _become(record, goal, GoalState.PAUSED, "Pause the goal")


def reopen_goal(record: Record, goal: str) -> Changes:
    """Goes on with a goal that was paused or closed. What was written as its outcome stays."""
    return _become(record, goal, GoalState.OPEN, "Go on with the goal")


def reach_goal(record: Record, goal: str, outcome: str = "", day: date | None = None) -> Changes:
    """Says that a goal was reached on `day` (today if not given). An empty `outcome` leaves what stands there.

    Raises NotAcceptable for a day to come.
    """
    return _close(record, goal, GoalState.REACHED, "Reach the goal", outcome, day)


def let_go(record: Record, goal: str, why: str = "", day: date | None = None) -> Changes:
    """Closes a goal that was not reached; `why` becomes its outcome, and an empty one leaves what stands there.

    Raises NotAcceptable for a day to come.
    """
    return _close(record, goal, GoalState.LET_GO, "Let the goal go", why, day)


def edit_closed(record: Record, goal: str, day: date) -> Changes:
    """Puts the day right on which a goal was closed. Raises NotAcceptable for a day to come, and for an open goal."""
    if record.goals.get(goal).is_open:
        raise NotAcceptable("This goal is open.", _NOTHING)
    closed = past_day(record, day)
    with record.step("Edit goal") as step:
        step.set("goal", goal, "closed_on", closed)
    return step.changes


def delete_goal(record: Record, goal: str) -> Changes:
    """Puts a goal into the bin, with its steps and links."""
    record.goals.get(goal)
    with record.step("Delete goal") as step:
        step.remove("goal", goal)
    return step.changes


def _become(record: Record, goal: str, state: GoalState, label: str) -> Changes:
    record.goals.get(goal)
    with record.step(label) as step:
        step.set("goal", goal, "state", state)
        step.set("goal", goal, "closed_on", None)
    return step.changes


def _close(record: Record, goal: str, state: GoalState, label: str, outcome: str, day: date | None) -> Changes:
    record.goals.get(goal)
    closed = past_day(record, day or record.clock.today())
    with record.step(label) as step:
        close_within(step, goal, state, outcome, closed)
    return step.changes


def close_within(step: Step, goal: str, state: GoalState, outcome: str, closed: str) -> None:
    """Closes a goal within a step, on a day as the file keeps it; an empty `outcome` leaves what stands there."""
    step.set("goal", goal, "state", state)
    step.set("goal", goal, "closed_on", closed)
    if outcome.strip():
        step.set("goal", goal, "outcome", outcome.strip())


def past_day(record: Record, day: date) -> str:
    """A day as the file keeps it. Raises NotAcceptable for one that is still to come."""
    today = record.clock.today()
    if day > today:
        raise NotAcceptable(f"{long_day(day)} is still to come.", _NOTHING, f"Pick a day up to {long_day(today)}.")
    return values.day(record, day)


def _link(step: Step, goal: str, activity: str, *, on: bool) -> None:
    ends = {"activity": activity, "goal": goal}
    if on:
        step.link("activity_goal", ends)
    else:
        step.unlink("activity_goal", ends)


def _stored(record: Record, field: str, value: FieldValue) -> str | int | None:
    return values.stored(record, _FIELDS, field, value, "A goal")
