"""Quick notes: keeping what was jotted down as an activity to finish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from otcpd.actions.activities import FieldValue, put_layer
from otcpd.actions.duplicating import COPIED_TEXTS
from otcpd.actions.own_types import make_type, type_called
from otcpd.actions.quick_add import add_with_links, line_reader
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.quick_note import Note, NoteDraft, Said, literal, read_note
from otcpd.record.picking import Picked, done_again, newest_of
from otcpd.record.record import Record

_AGAIN_DAYS = 730
"""Days that "again" looks back: a registration cycle."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A note that became an activity."""

    changes: Changes
    activity: str
    note: Note
    draft: NoteDraft


def read_draft(record: Record, draft: NoteDraft) -> Note:
    """What the draft says, without keeping anything."""
    return read_note(draft, line_reader(record))


def keep_note(record: Record, draft: NoteDraft) -> Kept:
    """Makes the note an activity, in one step. Raises NotAcceptable for an empty note."""
    note = read_draft(record, draft)
    title = note.title or _title_of_files(draft)
    if not title:
        raise NotAcceptable("The note is empty.", "Nothing was added.", "Write what you did, in a few words.")
    called = type_called(record, note.type)
    fields: dict[str, FieldValue] = {
        "title": title,
        "description": note.description,
        "date": note.date,
        "end_date": note.end_date,
        "minutes": note.minutes,
        "protected_minutes": note.minutes if note.protected and note.minutes else 0,
        "category": note.category,
        "type": called.type,
    }
    with record.step("Quick note") as step:
        activity = add_with_links(record, step, fields, note.tags, note.companions)
        for field, layer in note.layers:
            put_layer(step, "activity", activity, field, layer)
        if called.new:
            make_type(step, called.type, note.category)
    return Kept(step.changes, activity, replace(note, title=title), draft)


def take_back(record: Record, kept: Kept) -> Changes:
    """Puts a note's activity into the bin. What was typed is in `kept`, for whoever takes it up again."""
    with record.step("Take the quick note back") as step:
        step.remove("activity", kept.activity)
    return step.changes


def earlier(record: Record, most: int = 12) -> list[Picked]:
    """What was done before and may be done again, the most frequent first."""
    return done_again(record.reader, record.clock.today() - timedelta(days=_AGAIN_DAYS), most)


def found_by_title(record: Record, query: str, most: int = 20) -> list[Picked]:
    """The newest activities that hold every word of `query`."""
    return newest_of(record.reader, record.search(query).get("activity", frozenset()), most)


def again(record: Record, activity: str) -> NoteDraft:
    """A draft that repeats an earlier activity, today."""
    return as_draft(record, record.activities.get(activity))


def as_draft(record: Record, activity: Activity) -> NoteDraft:
    """The title of an activity as it stands, and what went with it but for its day."""
    return with_title(
        record,
        activity.title,
        Said(
            minutes=activity.minutes,
            kind=(activity.category, activity.type) if activity.category or activity.type else None,
            tags=activity.tags or None,
            companions=tuple(one.name for one in activity.companions) or None,
            protected=True if activity.protected_minutes else None,
            layers=tuple((field, activity.layers[field]) for field in COPIED_TEXTS if field in activity.layers),
        ),
    )


def with_title(record: Record, title: str, usual: Said) -> NoteDraft:
    """A draft whose title is to stay as it is: days or names in it are not read."""
    line = " ".join(title.split())
    return NoteDraft(line, usual=usual, as_words=literal(line, line_reader(record)))


def _title_of_files(draft: NoteDraft) -> str:
    """A note may be nothing but a file: its name then stands for what it is."""
    return draft.files[0].replace("\\", "/").rsplit("/", 1)[-1] if draft.files else ""
