"""Quick add: one line of plain English becomes an activity."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.actions.activities import add_activity, link_tags
from otcpd.actions.people import person_named
from otcpd.actions.reading import day_lengths, known_types
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.quick_add import QuickAdd, parse_line
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class Added:
    """What quick add made of a line."""

    changes: Changes
    activity: str
    read: QuickAdd


def read_line(record: Record, line: str) -> QuickAdd:
    """How a line would be read, without adding anything. Raises NotAcceptable for an empty line."""
    if not line.strip():
        raise NotAcceptable(
            "The line is empty.",
            "Nothing was added.",
            "Write what you did, as in “2h journal club on falls yesterday”.",
        )
    return parse_line(
        line,
        record.clock.today(),
        known_types(record)[::-1],  # where two share a word the last one is read, and hers come first
        day_lengths(record),
        known_people=[person.name for person in record.people.all()],
    )


def quick_add(record: Record, line: str) -> Added:
    """Adds an activity from one line, with its tags and companions, in one step."""
    read = read_line(record, line)
    with record.step("Quick add") as step:
        activity = add_activity(
            record,
            step,
            {
                "title": read.title,
                "date": read.date,
                "end_date": read.end_date,
                "minutes": read.minutes,
                "category": read.category,
                "type": read.type,
            },
        )
        link_tags(step, activity, read.tags)
        for name in read.companions:
            person = person_named(record, step, name)
            step.link("activity_companion", {"activity": activity, "person": person})
    return Added(step.changes, activity, read)
