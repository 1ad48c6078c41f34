"""Makes the stored record of today's version: `python -m tests.record.make_released`.

To be run once, when a version with a new schema is released. What it made is never made again: it
stands for the files that people have.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from otcpd.record import schema
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.pathway_rows import add_pathway
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
        add_pathway(record, activity)
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


if __name__ == "__main__":
    make(FOLDER / f"{schema.MAJOR}.{schema.MINOR}.otcpd")
