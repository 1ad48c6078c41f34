"""Makes the stored record of today's version: `python -m tests.record.make_released`.

To be run once, when a version with a new schema is released. What it made is never made again: it
stands for the files that people have.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from otcpd.record import schema
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
        binned = add_activity(record, "Added by mistake")
        delete(record, binned)
        erased = add_activity(record, "Visit to a person by name")
        record.erase(erased, "title", "a name typed by mistake")
        edit(record, activity, "minutes", 120)
        record.undo()


if __name__ == "__main__":
    make(FOLDER / f"{schema.MAJOR}.{schema.MINOR}.otcpd")
