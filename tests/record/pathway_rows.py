"""A career pathway in rows: something in every table, for files and tests that need no actions."""

from __future__ import annotations

from otcpd.record.engine import Value
from otcpd.record.gate import Step
from otcpd.record.record import Record

Values = dict[str, Value]
Rows = dict[str, str]
"""Table to the id of the row made in it, the newest where there are several."""


def add_pathway(record: Record, activity: str) -> Rows:
    """A framework of her own, a role aimed for, a goal that was carried over, a plan, impact and reading.

    `activity` is what shows, moves and came of all of it. The first post tells more than it did.
    """
    rows: Rows = {}
    with record.step("Begin the pathway") as step:
        _framework(step, rows)
        _post(step)
        _roles(step, rows, activity)
        _assessment(step, rows, activity)
        _goal(step, rows, activity)
        _plans(step, rows, activity)
        _impact_and_reading(step, rows, activity)
    return rows


def _stamps(step: Step) -> Values:
    return {"created": step.at, "modified": step.at}


def _framework(step: Step, rows: Rows) -> None:
    framework: Values = {"code": "senior", "edition": "1", "name": "Senior OT", "kind": "role", "in_force": 1}
    rows["framework"] = step.insert("framework", {**framework, **_stamps(step)})
    of_it: Values = {"framework": rows["framework"], "confirmed": 1}
    rows["framework_level"] = step.insert("framework_level", {**of_it, "number": 2, "title": "Leads"})
    for place, code in zip("mn", ("lead", "teach"), strict=True):
        item: Values = {**of_it, "code": code, "label": code.title(), "position": place}
        rows["framework_item"] = step.insert("framework_item", item)
    link: Values = {"source": "senior@1:lead", "target": "rcot_career@2022:leadership", "kind": "same"}
    rows["framework_link"] = step.insert("framework_link", link)


def _post(step: Step) -> None:
    for (post,) in step.connection.execute("SELECT id FROM post LIMIT 1").fetchall():
        for name, value in (("setting", "council"), ("grade", "G9"), ("wte", 60), ("fixed_until", "2027-03-31")):
            step.set("post", post, name, value)


def _roles(step: Step, rows: Rows, activity: str) -> None:
    aim: Values = {
        "title": "Senior OT",
        "state": "aiming",
        "framework": "senior@1",
        "by": "2028-04-01",
        "why": "To teach",
    }
    rows["role_aim"] = step.insert("role_aim", {**aim, **_stamps(step)})
    of_it: Values = {"aim": rows["role_aim"]}
    step.insert("role_expectation", {**of_it, "kind": "item", "item": "senior@1:lead", "level": 2, "position": "m"})
    training: Values = {"kind": "training", "text": "Practice educator", "position": "n"}
    rows["role_expectation"] = step.insert("role_expectation", {**of_it, **training})
    chance: Values = {
        "kind": "shadowing",
        "title": "A day with the falls team",
        "host": "Larchshire NHS",
        "state": "done",
    }
    rows["opportunity"] = step.insert("opportunity", {**chance, **of_it, "start": "2026-06-01", **_stamps(step)})
    step.link("opportunity_activity", {"opportunity": rows["opportunity"], "activity": activity})


def _assessment(step: Step, rows: Rows, activity: str) -> None:
    made: Values = {"date": "2026-09-01", "framework": "senior@1", "note": "On a good day", **_stamps(step)}
    rows["assessment"] = step.insert("assessment", made)
    ends = {"assessment": rows["assessment"], "item": "senior@1:lead"}
    marked: Values = {"now": 1, "target": 2, "reason": "I lead huddles"}
    rows["assessment_mark"] = step.link("assessment_mark", ends, marked)
    step.link("assessment_activity", {**ends, "activity": activity})


def _goal(step: Step, rows: Rows, activity: str) -> None:
    rows["goal"] = step.insert(
        "goal",
        {
            "title": "Lead the huddle",
            "why": "Nobody does",
            "measurable": "Every week",
            "framework_item": "senior@1:lead",
            "level_now": 1,
            "level_target": 2,
            "target_date": "2026-12-31",
            "state": "open",
        },
    )
    done: Values = {"goal": rows["goal"], "text": "Shadow Fiona", "position": "m", "done_on": "2026-10-01"}
    rows["goal_milestone"] = step.insert("goal_milestone", done)
    step.link("goal_review", {"goal": rows["goal"], "date": "2026-11-15"})
    step.link("activity_goal", {"activity": activity, "goal": rows["goal"]})


def _plans(step: Step, rows: Rows, activity: str) -> None:
    """The one of last year, from which the goal was carried over, and that of this year."""
    for start, end, reason in (("2025-04-01", "2026-03-31", "No time"), ("2026-04-01", "2027-03-31", "")):
        made: Values = {"title": "My plan", "start": start, "end": end, "protected": "Half a day", **_stamps(step)}
        plan = rows["learning_plan"] = step.insert("learning_plan", made)
        ends = {"plan": plan, "goal": rows["goal"]}
        rows["plan_goal"] = step.link("plan_goal", ends, {"carried_reason": reason, "position": "m"})
    asked: Values = {"plan": plan, "text": "Housing course", "position": "m", "goal": rows["goal"], "minutes": 420}
    refused: Values = {"state": "refused", "pence": 12_500, "decided_on": "2026-05-01", "reason": "No money"}
    rows["planned_learning"] = step.insert("planned_learning", {**asked, **refused})
    step.insert("planned_learning", {**asked, "text": "Journal club", "state": "done", "activity": activity})
    people = step.connection.execute("SELECT id FROM person ORDER BY id DESC LIMIT 1").fetchall()
    agreed: Values = {"plan": plan, "person": people[0][0], "date": "2026-04-20", "role": "Senior", "is_ot": 1}
    rows["plan_agreement"] = step.insert("plan_agreement", agreed)
    rows["plan_review"] = step.insert("plan_review", {"plan": plan, "date": "2026-10-20", "text": "On the way"})


def _impact_and_reading(step: Step, rows: Rows, activity: str) -> None:
    impact: Values = {"date": "2026-10-30", "title": "Kit at the door", "theme": "Falls", "people": 12, "told": 1}
    rows["impact"] = step.insert("impact", {**impact, "story": "It waits no more", **_stamps(step)})
    figures: Values = {"better": "lower", "before": "9.5", "after": "4", "position": "m"}
    measure: Values = {"impact": rows["impact"], "name": "Days waited", "unit": "days", **figures}
    rows["impact_measure"] = step.insert("impact_measure", measure)
    step.link("impact_activity", {"impact": rows["impact"], "activity": activity})
    reading: Values = {"kind": "article", "title": "Hips and homes", "state": "read", "listed": 1, "year": "2024"}
    rows["reading"] = step.insert("reading", {**reading, "changed": "I ask about hips", **_stamps(step)})
    step.link("reading_activity", {"reading": rows["reading"], "activity": activity})
