"""The learning in a plan: what is wanted, asked for, agreed, refused, and done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from otcpd.actions.names import one_line
from otcpd.actions.pathway.goals import past_day
from otcpd.actions.pathway.plans import NOTHING, last_position
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.changes import Changes
from otcpd.domain.dates import from_iso, long_day
from otcpd.domain.durations import MOST_MINUTES
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.learning_plan import MOST_PENCE, LearningState, PlannedLearning
from otcpd.record.engine import Value
from otcpd.record.gate import Step
from otcpd.record.record import Record

_EDIT = "Edit planned learning"


def _goal(record: Record, value: FieldValue) -> str | None:
    return None if value is None else record.goals.get(str(value)).id


def _activity(record: Record, value: FieldValue) -> str | None:
    return None if value is None else record.activities.get(str(value)).id


def _past_day(record: Record, value: FieldValue) -> str | None:
    stored = values.maybe_day(record, value)
    return None if stored is None else past_day(record, from_iso(stored))


_FIELDS: Mapping[str, Reader] = {
    "text": values.text,
    "goal": _goal,
    "minutes": values.number(1, MOST_MINUTES, "A length of time is at most 10,000 hours.", maybe=True),
    "pence": values.number(0, MOST_PENCE, "A cost is at most a million pounds.", maybe=True),
    "asked_on": _past_day,
    "decided_on": _past_day,
    "decided_by": values.text,
    "reason": values.text,
    "activity": _activity,
}


def the_learning(record: Record, learning: str) -> PlannedLearning:
    """One piece of planned learning. Raises NotAcceptable for an id that is none."""
    plan = record.plans.get(record.plans.of_learning(learning))
    return next(one for one in plan.learning if one.id == learning)


def add_learning(
    record: Record,
    plan: str,
    text: str,
    *,
    goal: str | None = None,
    minutes: int | None = None,
    pence: int | None = None,
) -> Changes:
    """Adds something to learn, below the rest. Raises NotAcceptable without words, and for what does not fit."""
    record.plans.get(plan)
    if not text.strip():
        raise NotAcceptable("There are no words yet.", NOTHING, "Say what you want to learn.")
    fields: dict[str, FieldValue] = {"text": text.strip(), "goal": goal, "minutes": minutes, "pence": pence}
    stored = {name: values.stored(record, _FIELDS, name, value, "Learning") for name, value in fields.items()}
    position = last_position(record, "planned_learning", plan)
    with record.step("Plan learning") as step:
        step.insert("planned_learning", {**stored, "plan": plan, "state": LearningState.WANTED, "position": position})
    return step.changes


def edit_learning(record: Record, learning: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field but the state. Raises NotAcceptable for a field or an id that is none, and for what does not
    fit."""
    now = the_learning(record, learning)
    stored = values.stored(record, _FIELDS, field, value, "Planned learning")
    if field in ("asked_on", "decided_on"):
        days = {"asked_on": _text_of(now.asked_on), "decided_on": _text_of(now.decided_on), field: str(stored or "")}
        _check_days(days["asked_on"], days["decided_on"])
    if field == "decided_by":
        stored = one_line(str(stored))
    with record.step(_EDIT, typing=typing) as step:
        step.set("planned_learning", learning, field, stored)
    return step.changes


def remove_learning(record: Record, learning: str) -> Changes:
    """Takes it out of the plan, whatever became of it."""
    record.plans.of_learning(learning)
    with record.step("Delete planned learning") as step:
        step.remove("planned_learning", learning)
    return step.changes


def want_it(record: Record, learning: str) -> Changes:
    """Back to the beginning: nobody was asked for it."""
    return _say(
        record,
        "Take back what became of it",
        learning,
        {
            "state": LearningState.WANTED,
            "asked_on": None,
            "decided_on": None,
            "decided_by": "",
            "reason": "",
            "activity": None,
        },
    )


def ask_for_it(record: Record, learning: str, day: date | None = None) -> Changes:
    """It was asked for, today unless another day is given; nobody has answered yet."""
    asked = past_day(record, day or record.clock.today())
    undecided = {"decided_on": None, "decided_by": "", "reason": "", "activity": None}
    return _say(record, "Ask for learning", learning, {"state": LearningState.ASKED, "asked_on": asked, **undecided})


def agree_to_it(record: Record, learning: str, by: str = "", day: date | None = None) -> Changes:
    """Somebody agreed to it; `by` is who, in words. What was never asked for was asked for on that day. What is not
    given, and was said of an answer before, stays."""
    return _decide(record, "Note that it is agreed", learning, LearningState.AGREED, by, "", day)


def refuse_it(record: Record, learning: str, by: str = "", reason: str = "", day: date | None = None) -> Changes:
    """It was refused; `by` is by whom, in words, `reason` why. What is not given stays, as in `agree_to_it`."""
    return _decide(record, "Note that it is refused", learning, LearningState.REFUSED, by, reason, day)


def learnt_it(record: Record, learning: str, activity: str | None = None) -> Changes:
    """It is done; `activity` is what it became in the log, and works towards the goal it was planned for."""
    now = the_learning(record, learning)
    stored = _activity(record, activity)
    with record.step("Note that it is done") as step:
        step.set("planned_learning", learning, "state", LearningState.DONE)
        step.set("planned_learning", learning, "activity", stored)
        _link(step, stored, now.goal)
    return step.changes


def say_activity(record: Record, learning: str, activity: str | None) -> Changes:
    """Says which activity of the log it became, or none; a goal it was planned for gets the activity too."""
    now = the_learning(record, learning)
    stored = _activity(record, activity)
    with record.step(_EDIT) as step:
        step.set("planned_learning", learning, "activity", stored)
        _link(step, stored, now.goal)
    return step.changes


def _link(step: Step, activity: str | None, goal: str | None) -> None:
    if activity is not None and goal is not None:
        step.link("activity_goal", {"activity": activity, "goal": goal})


def _decide(
    record: Record, label: str, learning: str, state: LearningState, by: str, reason: str, day: date | None
) -> Changes:
    now = the_learning(record, learning)
    decided = past_day(record, day or now.decided_on or record.clock.today())
    asked = now.asked_on.isoformat() if now.asked_on is not None else decided
    _check_days(asked, decided)
    by, reason = one_line(by) or now.decided_by, reason.strip() or now.reason
    told = {"decided_on": decided, "decided_by": by, "reason": reason, "activity": None}
    return _say(record, label, learning, {"state": state, "asked_on": asked, **told})


def _text_of(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _check_days(asked: str, decided: str) -> None:
    """Raises NotAcceptable for an answer of before the question."""
    if asked and decided and asked > decided:
        raise NotAcceptable(
            f"It was asked for on {long_day(from_iso(asked))}, after that day.",
            NOTHING,
            "Pick a later day, or put right when you asked.",
        )


def _say(record: Record, label: str, learning: str, fields: Mapping[str, Value]) -> Changes:
    record.plans.of_learning(learning)
    with record.step(label) as step:
        for name, value in fields.items():
            step.set("planned_learning", learning, name, value)
    return step.changes
