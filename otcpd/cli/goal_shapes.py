"""Goals as JSON objects: the stable contract of docs/record-format.md."""

from __future__ import annotations

from datetime import date

from otcpd.domain.goal import Goal
from otcpd.domain.pathway_texts import SMART

GOAL_FIELDS = (
    *("id", "title", "why", *SMART, "framework_item", "level_now", "level_target", "milestones", "support"),
    *("target_date", "review_dates", "state", "activities", "outcome"),
)


def goal_object(goal: Goal) -> dict[str, object]:
    """A goal as a JSON object, with the fields of GOAL_FIELDS in their order. Empty steps are left out."""
    values: dict[str, object] = {
        "id": goal.id,
        "title": goal.title,
        "why": goal.why,
        **{field: getattr(goal, field) for field in SMART},
        "framework_item": goal.framework_item,
        "level_now": goal.level_now,
        "level_target": goal.level_target,
        "milestones": [
            {"id": one.id, "text": one.text, "due": _day(one.due), "done_on": _day(one.done_on)}
            for one in goal.milestones
            if one.text.strip()
        ],
        "support": goal.support,
        "target_date": _day(goal.target),
        "review_dates": [day.isoformat() for day in goal.reviews],
        "state": goal.state.value,
        "activities": list(goal.activities),
        "outcome": goal.outcome,
    }
    return {field: values[field] for field in GOAL_FIELDS}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
