"""With whom somebody learnt: one step, also for a person who is new to the file."""

from __future__ import annotations

from otcpd.actions.people import person_named
from otcpd.domain.changes import Changes
from otcpd.record.record import Record


def add_companion(record: Record, activity: str, name: str) -> Changes:
    """Adds somebody with whom an activity was done, by name. Raises NotAcceptable without a name."""
    record.activities.get(activity)
    with record.step("Edit with whom") as step:
        person = person_named(record, step, name)
        step.link("activity_companion", {"activity": activity, "person": person})
    return step.changes


def remove_companion(record: Record, activity: str, person: str) -> Changes:
    """Takes somebody off an activity; she stays among the people of the file."""
    with record.step("Edit with whom") as step:
        step.unlink("activity_companion", {"activity": activity, "person": person})
    return step.changes
