"""Quick add: one line of plain English becomes an activity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from otcpd.actions.activities import FieldValue, add_activity, link_tags
from otcpd.actions.people import person_named
from otcpd.actions.reading import day_lengths, known_types
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.plain_text import says_nothing, storable
from otcpd.domain.quick_add import Part, QuickAdd, parse_line
from otcpd.domain.quick_note import Note, NoteDraft, ReadLine, read_note
from otcpd.record.gate import Step
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class Added:
    """What quick add made of a line."""

    changes: Changes
    activity: str
    read: Note


def read_line(record: Record, line: str) -> Note:
    """How a line would be read, without adding anything, in the way of a quick note: what is too long for a title,
    and what stands in further lines, goes to the description. Raises NotAcceptable for an empty line.
    """
    if says_nothing(storable(line)):
        raise NotAcceptable(
            "The line is empty.",
            "Nothing was added.",
            "Write what you did, as in ‘2h journal club on falls yesterday’.",
        )
    reader = line_reader(record)
    note = read_note(NoteDraft("\n".join(line.splitlines())), reader)
    return note if note.title else read_note(NoteDraft(" ".join(line.split())), reader)


def line_reader(record: Record) -> ReadLine:
    """Reads lines as they mean on this day in this file; what it knows of the file is looked up once."""
    today = record.clock.today()
    types = known_types(record)[::-1]  # where two share a word the last one is read, and hers come first
    lengths = day_lengths(record)
    people = [person.name for person in record.people.all()]

    def read(line: str, as_words: frozenset[Part]) -> QuickAdd:
        return parse_line(storable(line), today, types, lengths, known_people=people, as_words=as_words)

    return read


def quick_add(record: Record, line: str) -> Added:
    """Adds an activity from one line, with its tags and companions, in one step."""
    read = read_line(record, line)
    fields: dict[str, FieldValue] = {
        "title": read.title,
        "description": read.description,
        "date": read.date,
        "end_date": read.end_date,
        "minutes": read.minutes,
        "protected_minutes": read.minutes if read.protected and read.minutes else 0,
        "category": read.category,
        "type": read.type,
    }
    with record.step("Quick add") as step:
        activity = add_with_links(record, step, fields, read.tags, read.companions)
    return Added(step.changes, activity, read)


def add_with_links(
    record: Record, step: Step, fields: dict[str, FieldValue], tags: Iterable[str], companions: Iterable[str]
) -> str:
    """Adds an activity within a step, with tags and people by name, and returns its id."""
    activity = add_activity(record, step, fields)
    link_tags(step, activity, tags)
    for name in companions:
        person = person_named(record, step, name)
        step.link("activity_companion", {"activity": activity, "person": person})
    return activity
