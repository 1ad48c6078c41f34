"""The reading log: what she read or means to read, what it is worth, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from otcpd.actions.activities import add_activity
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue
from otcpd.actions.supervision.values import Reader as FieldReader
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.pathway_texts import BIBLIOGRAPHY
from otcpd.domain.plain_text import storable
from otcpd.domain.reading import Reading, ReadingKind, ReadingState, Reference
from otcpd.domain.reference_ids import plain_doi, plain_isbn, plain_pmid
from otcpd.domain.words import quoted
from otcpd.record.engine import Value
from otcpd.record.gate import Step
from otcpd.record.record import Record

READING_TYPE = "reading"
"""The catalogue's code of the type of activity that a reading makes."""

_THING = "A reading"
TYPED = frozenset((*BIBLIOGRAPHY, "appraisal", "changed"))
"""Fields that are typed, and saved while they are."""


def _text(record: Record, value: FieldValue) -> str:
    return storable(values.text(record, value))


def _day_gone(record: Record, value: FieldValue) -> str | None:
    """A day up to today, or none."""
    stored = values.maybe_day(record, value)
    if isinstance(value, date) and value > (today := record.clock.today()):
        raise NotAcceptable(
            f"{long_day(value)} is still to come.", "Nothing was changed.", f"Pick a date up to {long_day(today)}."
        )
    return stored


_FIELDS: Mapping[str, FieldReader] = {
    "kind": values.one_of(ReadingKind),
    **dict.fromkeys((*BIBLIOGRAPHY, "appraisal", "changed"), _text),
    "state": values.one_of(ReadingState),
    "read_on": _day_gone,
    "accessed": _day_gone,
    "listed": values.switch,
}


def new_reading(record: Record, reference: Reference | None = None, **fields: FieldValue) -> Changes:
    """Adds an entry. Raises NotAcceptable for values that cannot be."""
    with record.step("New reading") as step:
        add_reading(record, step, reference or Reference(), fields)
    return step.changes


def add_reading(
    record: Record, step: Step, reference: Reference, fields: Mapping[str, FieldValue] | None = None
) -> str:
    """Adds an entry within a step and returns its id."""
    return step.insert("reading", reading_row(record, step, reference, fields or {}))


def reading_row(record: Record, step: Step, reference: Reference, fields: Mapping[str, FieldValue]) -> dict[str, Value]:
    """The columns of a new entry."""
    given = {**asdict(reference), "state": ReadingState.TO_READ, "listed": True, **fields}
    row = {name: values.stored(record, _FIELDS, name, value, _THING) for name, value in given.items()}
    return {"read_on": None, "accessed": None, **row, "created": step.at, "modified": step.at}


def edit_reading(record: Record, reading: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field. What was read on a day is read; what is to read has none.

    `typing` marks the autosave of a text being written: see `Gate.step`. Raises NotAcceptable for what cannot be.
    """
    record.readings.get(reading)
    stored = values.stored(record, _FIELDS, field, value, _THING)
    with record.step("Edit reading", typing=typing and field in TYPED) as step:
        step.set("reading", reading, field, stored)
        if field == "read_on" and stored is not None:
            step.set("reading", reading, "state", ReadingState.READ)
    return step.changes


def mark_read(record: Record, reading: str, *, read: bool = True) -> Changes:
    """Says that it was read, today unless a day stands there, or that it is still to read."""
    current = record.readings.get(reading)
    with record.step("Mark as read" if read else "Mark as to read") as step:
        step.set("reading", reading, "state", ReadingState.READ if read else ReadingState.TO_READ)
        if not read:
            step.set("reading", reading, "read_on", None)
        elif current.read_on is None:
            step.set("reading", reading, "read_on", record.clock.today().isoformat())
    return step.changes


def tidy_number(field: str, text: str) -> str:
    """A DOI, PMID or ISBN without what stands round it; other fields as they are."""
    reader = {"doi": plain_doi, "pmid": plain_pmid, "isbn": plain_isbn}.get(field)
    return reader(text) if reader else text


def link_activity(record: Record, reading: str, activity: str, *, on: bool = True) -> Changes:
    """Links an activity to what was read, or takes the link away."""
    record.readings.get(reading)
    record.activities.get(activity)
    ends = {"reading": reading, "activity": activity}
    with record.step("Link activity" if on else "Take the link away") as step:
        if on:
            step.link("reading_activity", ends)
        else:
            step.unlink("reading_activity", ends)
    return step.changes


def delete_reading(record: Record, reading: str) -> Changes:
    """Puts an entry into the bin. Linked activities stay."""
    record.readings.get(reading)
    with record.step("Delete reading") as step:
        step.remove("reading", reading)
    return step.changes


def add_to_log(record: Record, reading: str) -> Changes:
    """Makes an activity of the type "Reading journals or articles" out of an entry, and links it, in one step.

    It is dated on the day of reading, else today. What she changed is its effect on her practice.
    """
    current = record.readings.get(reading)
    with record.step("Add it to your log") as step:
        made = add_activity(record, step, _activity_of(record, current))
        step.link("reading_activity", {"reading": reading, "activity": made})
    return step.changes


def _activity_of(record: Record, reading: Reading) -> Mapping[str, str | date | Category]:
    title = " ".join(reading.reference.title.split())
    return {
        "title": f"Read {quoted(title)}" if title else "Reading",
        "date": reading.read_on or record.clock.today(),
        "category": Category.SELF_DIRECTED,
        "type": READING_TYPE,
        "practice_impact": reading.changed.strip(),
    }
