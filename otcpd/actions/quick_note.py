"""Quick notes: keeping what was jotted down as an activity to finish, and never losing a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from otcpd.actions.activities import FieldValue, make_type, put_layer
from otcpd.actions.duplicating import COPIED_TEXTS
from otcpd.actions.quick_add import add_with_links, line_reader
from otcpd.actions.quick_note_values import draft_of_text, draft_text
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.quick_note import Note, NoteDraft, Said, literal, read_note
from otcpd.record.gate import Step
from otcpd.record.picking import Picked, done_again, newest_of
from otcpd.record.record import Record
from otcpd.record.settings import setting_id

DRAFT = "quick_note_draft"
"""The setting that holds what stands in the quick note."""
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


def draft_of_file(record: Record) -> NoteDraft:
    """The draft that waits in the file."""
    return draft_of_text(record.settings.get(DRAFT) or "")


def save_draft(record: Record, draft: NoteDraft) -> Changes:
    """Keeps a draft in the file while it is written, in one step with the typing before it."""
    value = draft_text(draft) if draft != NoteDraft() else ""
    if value == (record.settings.get(DRAFT) or ""):
        return Changes(None, "Quick note")
    with record.step("Quick note", typing=True) as step:
        _put_draft(step, value)
    return step.changes


def keep_note(record: Record, draft: NoteDraft) -> Kept:
    """Makes the note an activity, and empties the draft, in one step. Raises NotAcceptable for an empty note."""
    note = read_draft(record, draft)
    title = note.title or _title_of_files(draft)
    if not title:
        raise NotAcceptable("The note is empty.", "Nothing was added.", "Write what you did, in a few words.")
    fields: dict[str, FieldValue] = {
        "title": title,
        "description": note.description,
        "date": note.date,
        "end_date": note.end_date,
        "minutes": note.minutes,
        "protected_minutes": note.minutes if note.protected and note.minutes else 0,
        "category": note.category,
        "type": note.type,
    }
    own = dict(record.activities.own_types())
    with record.step("Quick note") as step:
        activity = add_with_links(record, step, fields, note.tags, note.companions)
        for field, layer in note.layers:
            put_layer(step, "activity", activity, field, layer)
        if note.type and load_catalogue().type_of(note.type) is None and note.type not in own:
            make_type(step, note.type, note.category)
        if record.settings.get(DRAFT):
            _put_draft(step, "")
    return Kept(step.changes, activity, replace(note, title=title), draft)


def take_back(record: Record, kept: Kept) -> Changes:
    """Puts a note's activity into the bin and what was typed back into the quick note, unless another is there."""
    with record.step("Take the quick note back") as step:
        step.remove("activity", kept.activity)
        if not record.settings.get(DRAFT):
            _put_draft(step, draft_text(kept.draft))
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


def _put_draft(step: Step, value: str) -> None:
    step.put("setting", setting_id(DRAFT), {"key": DRAFT, "value": value})


def _title_of_files(draft: NoteDraft) -> str:
    """A note may be nothing but a file: its name then stands for what it is."""
    return draft.files[0].replace("\\", "/").rsplit("/", 1)[-1] if draft.files else ""
