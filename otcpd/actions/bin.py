"""The bin: what was deleted, and putting it back. Nothing empties it but erasing for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from otcpd.actions.pathway.binned import pathway_facts, texts_of_pathway
from otcpd.actions.readers import OwnText, texts_of_activity
from otcpd.actions.supervision.binned import agreement_facts, session_facts, texts_of_supervision
from otcpd.actions.thing_names import NAMED, name_in_words
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.sizes import size_in_words
from otcpd.domain.words import counted, joined, quoted
from otcpd.record.binned import LINKS, Binned, binned_rows, links_that_went_with
from otcpd.record.gate import DELETED
from otcpd.record.many import set_many
from otcpd.record.record import Record

KINDS = {
    "activity": ("Activity", "Activities"),
    "evidence": ("Evidence", "Evidence"),
    "gap_reason": ("Reason for a gap", "Reasons for gaps"),
    "person": ("Person", "People"),
    "employer": ("Employer", "Employers"),
    "post": ("Post", "Posts"),
    "agreement": ("Agreement", "Agreements"),
    "supervision_session": ("Session", "Sessions"),
    "entitlement": ("Time agreed", "Time agreed"),
    "protected_slot": ("Protected time", "Protected time"),
    "workload": ("Workload", "Workload"),
    "framework": ("Framework", "Frameworks"),
    "role_aim": ("Role aimed for", "Roles aimed for"),
    "opportunity": ("Opportunity", "Opportunities"),
    "assessment": ("Self-assessment", "Self-assessments"),
    "goal": ("Goal", "Goals"),
    "learning_plan": ("Learning plan", "Learning plans"),
    "impact": ("Impact", "Impact"),
    "reading": ("Reading", "Readings"),
    "own_type": ("Own type", "Own types"),
    "tag": ("Tag", "Tags"),
}
"""What things in the bin are called, one and many, by their kind."""

NO_NAME = "No title"


@dataclass(frozen=True, slots=True)
class BinEntry:
    """One thing in the bin. `kind` is a key of `KINDS`; `name` never is empty."""

    kind: str
    id: str
    name: str
    deleted: datetime


def in_bin(record: Record) -> tuple[BinEntry, ...]:
    """Everything in the bin, what was deleted last first."""
    return tuple(BinEntry(row.table, row.id, _name(row), row.deleted) for row in binned_rows(record.reader))


def put_back(record: Record, entries: Iterable[str]) -> Changes:
    """Takes things out of the bin, in one step. Evidence and tags come back to the activities they were taken off with.

    Raises NotAcceptable for an id that is not in the bin; then nothing is put back.
    """
    there = {one.id: one for one in in_bin(record)}
    wanted = list(dict.fromkeys(entries))
    for entry in wanted:
        if entry not in there:
            raise NotAcceptable("This is not in the bin any more.", "Nothing was changed.")
    label = f"Put back {quoted(there[wanted[0]].name)}" if len(wanted) == 1 else f"Put back {counted_of(len(wanted))}"
    with record.step(label) as step:
        for kind in dict.fromkeys(there[entry].kind for entry in wanted):
            rows = [entry for entry in wanted if there[entry].kind == kind]
            if kind in LINKS:
                set_many(step, LINKS[kind], links_that_went_with(record.reader, kind, rows), DELETED, None)
            set_many(step, kind, rows, DELETED, None)
    return step.changes


def counted_of(number: int) -> str:
    """ "three things"."""
    return counted(number, "thing")


def facts_of(record: Record, entry: BinEntry) -> str:
    """What there is to know of an entry besides its texts, in a line."""
    reader = _FACTS.get(entry.kind)
    return reader(record, entry.id) if reader else pathway_facts(record, entry.kind, entry.id)


def texts_of(record: Record, entry: BinEntry) -> tuple[tuple[str, str], ...]:
    """The texts of an entry, each with its label."""
    if entry.kind == "activity":
        return tuple((one.label, one.text) for one in texts_of_activity(record, entry.id) if _own_words(one))
    if entry.kind == "evidence":
        found = record.evidence.get(entry.id)
        return (("Caption", found.caption),) if found.caption.strip() else ()
    if entry.kind == "gap_reason":
        reasons = (one for one in record.gap_reasons.all(binned=True) if one.id == entry.id)
        return tuple(("Note for the assessor", one.note) for one in reasons if one.note.strip())
    return texts_of_supervision(record, entry.kind, entry.id) or texts_of_pathway(record, entry.kind, entry.id)


def _own_words(one: OwnText) -> bool:
    return one.place.field != "title"


def _name(row: Binned) -> str:
    if row.table in NAMED:
        return name_in_words(row.table, row.name)
    name = load_catalogue().gap_reason_label(row.name) if row.table == "gap_reason" else row.name
    return " ".join(name.split()) or NO_NAME


def _activity_facts(record: Record, activity: str) -> str:
    found = record.activities.get(activity)
    days = span(found.date, found.end_date, year=True) if found.end_date else long_day(found.date)
    parts = [days, format_duration(found.minutes) if found.minutes else ""]
    parts.append(load_catalogue().category_label(found.category))
    parts.append(f"{counted(len(found.evidence), 'evidence file')}" if found.evidence else "")
    return ", ".join(part for part in parts if part)


def _evidence_facts(record: Record, evidence: str) -> str:
    found = record.evidence.get(evidence)
    uses = links_that_went_with(record.reader, "evidence", [evidence])
    titles = [record.activities.get(activity).title.strip() for activity in _activities_of(record, uses)]
    was_on = f"It was on {joined([quoted(title or NO_NAME) for title in titles])}." if titles else ""
    return " ".join(part for part in (f"{found.name}, {size_in_words(found.size)}.", was_on) if part)


def _activities_of(record: Record, uses: Iterable[str]) -> list[str]:
    activity = partial(record.reader.value, "SELECT activity FROM evidence_use WHERE id = ?")
    return [str(activity((use,))) for use in uses]


def _person_facts(record: Record, person: str) -> str:
    found = next((one for one in record.people.all(binned=True) if one.id == person), None)
    return found.profession if found else ""


_FACTS: Mapping[str, Callable[[Record, str], str]] = {
    "activity": _activity_facts,
    "evidence": _evidence_facts,
    "person": _person_facts,
    "agreement": agreement_facts,
    "supervision_session": session_facts,
}
