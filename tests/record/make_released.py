"""Makes the stored record of today's version: `python -m tests.record.make_released`.

To be run once, when a version with a new schema is released. What it made is never made again: it
stands for the files that people have.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from otcpd.record import schema
from otcpd.record.gate import Step
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import (
    add_activity,
    add_answer,
    add_companion,
    add_person,
    add_tag,
    attach,
    delete,
    edit,
    make_file,
    surroundings,
    type_text,
)

FOLDER = Path(__file__).with_name("released")
CERTIFICATE = b"Certificate of attendance\n" * 40


def make(path: Path) -> None:
    """A file with something of everything, edited, undone, binned and erased."""
    clock = FixedClock()
    with tempfile.TemporaryDirectory() as folder, make_file(path, surroundings(clock, seed=1000)) as record:
        scan = Path(folder) / "certificate.txt"
        scan.write_bytes(CERTIFICATE)
        activity = add_activity(
            record, "Journal club on falls", category="professional", minutes=90, type="Journal club"
        )
        type_text(record, activity, "learning", "Hip protectors help in care homes")
        add_tag(record, activity, "falls")
        with record.step("New employer") as step:
            employer = step.insert("employer", {"name": "Larchshire Council", "sector": "council"})
            step.insert("post", {"title": "Occupational therapist", "employer": employer, "start": "2024-02-01"})
        add_companion(record, activity, add_person(record, "Rory Alder", employer=employer))
        add_answer(record, activity, "I felt calm")
        attach(record, activity, scan, text="Certificate of attendance", caption="My certificate")
        with record.step("Edit profile") as step:
            portfolio = record.portfolios.current().id
            step.set("portfolio", portfolio, "statement", "I supervise students")
            step.link("portfolio_activity", {"portfolio": portfolio, "activity": activity}, {"position": "m"})
            step.insert(
                "gap_reason", {"start": "2025-01-01", "end": "2025-06-30", "reason": "Leave", "note": "maternity"}
            )
            step.insert("layer", {"tbl": "activity", "row": activity, "field": "learning", "layer": "private"})
            step.insert("setting", {"key": "day_minutes", "value": "450"})
        _supervision(record, activity)
        _pathway(record, activity)
        binned = add_activity(record, "Added by mistake")
        delete(record, binned)
        erased = add_activity(record, "Visit to a person by name")
        record.erase(erased, "title", "a name typed by mistake")
        edit(record, activity, "minutes", 120)
        record.undo()


def _supervision(record: Record, activity: str) -> None:
    """An agreement whose terms changed, a session with all that hangs on it, protected time and workload."""
    supervisor = add_person(record, "Fiona Alder")
    with record.step("New agreement") as step:
        step.set("person", supervisor, "is_ot", 1)
        step.link("person_role", {"person": supervisor, "role": "supervisor"})
        stamps = {"created": step.at, "modified": step.at}
        who = {"supervisee": record.owner, "supervisor": supervisor}
        agreement = step.insert("agreement", {"kind": "professional", "supervisor_is_ot": 1, **who, **stamps})
        for start, weeks in (("2026-01-05", 6), ("2026-06-05", 4)):
            terms = {"agreement": agreement, "start": start, "mode": "in_person", "purpose": "To think"}
            step.insert("agreement_terms", {**terms, "every_weeks": weeks, "minutes": 60})
        held = {"kind": "professional", "mode": "video", "state": "held", "formative": "Lighting", **stamps}
        held |= {"agreement": agreement, "date": "2026-10-29", "start": "10:00"}
        session = step.insert("supervision_session", {**held, "minutes": 60, "led_by_ot": 1})
        of_it = {"session": session, "position": "m"}
        step.insert("session_topic", {**of_it, "text": "Lighting questions", "discussed_in": session})
        step.insert("session_decision", {**of_it, "text": "They go into the checklist"})
        step.insert("session_action", {**of_it, "text": "Share them", "who": record.owner, "state": "open"})
        step.link("session_person", {"session": session, "person": supervisor})
        step.link("session_activity", {"session": session, "activity": activity}, {"role": "discussed"})
        step.insert(
            "entitlement",
            {"start": "2026-01-01", "minutes": 210, "per": "month", "source": "job_plan", "agreement": agreement},
        )
        step.insert("protected_slot", {"date": "2026-10-22", "planned": 210, "taken": 120, "purpose": "cpd"})
        step.insert("workload", {"date": "2026-10-30", "caseload": 33, "waiting": 16})
        step.set("activity", activity, "bring", 1)


def _pathway(record: Record, activity: str) -> None:
    """A framework of her own, a role aimed for, a goal that was carried over, a plan, impact and reading."""
    with record.step("New framework") as step:
        stamps = {"created": step.at, "modified": step.at}
        framework = step.insert(
            "framework", {"code": "senior", "edition": "1", "name": "Senior OT", "kind": "role", "in_force": 1, **stamps}
        )
        of_it = {"framework": framework, "confirmed": 1}
        step.insert("framework_level", {**of_it, "number": 2, "title": "Leads"})
        for place, code in enumerate(("lead", "teach")):
            step.insert("framework_item", {**of_it, "code": code, "label": code.title(), "position": "mn"[place]})
        step.insert("framework_link", {"source": "senior@1:lead", "target": "rcot_career@2022:leadership", "kind": "same"})
        post = step.connection.execute("SELECT id FROM post").fetchone()
        assert post is not None
        for name, value in (("setting", "council"), ("grade", "G9"), ("wte", 60), ("fixed_until", "2027-03-31")):
            step.set("post", post[0], name, value)
        _roles(step, activity)
        _assessment(step, activity)
        goal = _goal(step, activity)
        _plan(step, goal, activity)
        _impact_and_reading(step, activity)


def _roles(step: Step, activity: str) -> None:
    stamps = {"created": step.at, "modified": step.at}
    aim = step.insert(
        "role_aim", {"title": "Senior OT", "state": "aiming", "framework": "senior@1", "by": "2028-04-01", **stamps}
    )
    asked = {"aim": aim, "kind": "item", "item": "senior@1:lead", "level": 2, "position": "m"}
    step.insert("role_expectation", asked)
    step.insert("role_expectation", {"aim": aim, "kind": "training", "text": "Practice educator", "position": "n"})
    chance = {"kind": "shadowing", "title": "A day with the falls team", "state": "done", "aim": aim, **stamps}
    opportunity = step.insert("opportunity", chance)
    step.link("opportunity_activity", {"opportunity": opportunity, "activity": activity})


def _assessment(step: Step, activity: str) -> None:
    stamps = {"created": step.at, "modified": step.at}
    assessment = step.insert("assessment", {"date": "2026-09-01", "framework": "senior@1", **stamps})
    mark = {"assessment": assessment, "item": "senior@1:lead", "now": 1, "target": 2, "reason": "I lead huddles"}
    step.insert("assessment_mark", mark)
    step.link("assessment_activity", {"assessment": assessment, "item": "senior@1:lead", "activity": activity})


def _goal(step: Step, activity: str) -> str:
    goal = step.insert(
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
    done = {"goal": goal, "text": "Shadow Fiona", "position": "m", "done_on": "2026-10-01"}
    step.insert("goal_milestone", done)
    step.link("goal_review", {"goal": goal, "date": "2026-11-15"})
    step.link("activity_goal", {"activity": activity, "goal": goal})
    return goal


def _plan(step: Step, goal: str, activity: str) -> None:
    stamps = {"created": step.at, "modified": step.at}
    person = step.connection.execute("SELECT id FROM person WHERE name = 'Fiona Alder'").fetchone()
    assert person is not None
    for start, end, reason in (("2025-04-01", "2026-03-31", "No time"), ("2026-04-01", "2027-03-31", "")):
        plan = step.insert("learning_plan", {"title": "My plan", "start": start, "end": end, **stamps})
        step.link("plan_goal", {"plan": plan, "goal": goal}, {"carried_reason": reason, "position": "m"})
    asked = {"plan": plan, "text": "Housing course", "position": "m", "goal": goal, "minutes": 420, "pence": 12_500}
    step.insert("planned_learning", {**asked, "state": "refused", "decided_on": "2026-05-01", "reason": "No money"})
    step.insert("planned_learning", {**asked, "text": "Journal club", "state": "done", "activity": activity})
    step.insert("plan_agreement", {"plan": plan, "person": person[0], "date": "2026-04-20", "is_ot": 1})
    step.insert("plan_review", {"plan": plan, "date": "2026-10-20", "text": "On the way", "person": person[0]})


def _impact_and_reading(step: Step, activity: str) -> None:
    stamps = {"created": step.at, "modified": step.at}
    impact = step.insert(
        "impact", {"date": "2026-10-30", "title": "Kit at the door", "theme": "Falls", "people": 12, "told": 1, **stamps}
    )
    figures = {"better": "lower", "before": "9.5", "after": "4", "position": "m"}
    step.insert("impact_measure", {"impact": impact, "name": "Days waited", "unit": "days", **figures})
    step.link("impact_activity", {"impact": impact, "activity": activity})
    reading = step.insert(
        "reading", {"kind": "article", "title": "Hips and homes", "state": "read", "listed": 1, "year": "2024", **stamps}
    )
    step.link("reading_activity", {"reading": reading, "activity": activity})


if __name__ == "__main__":
    make(FOLDER / f"{schema.MAJOR}.{schema.MINOR}.otcpd")
