"""Templates of quick notes that a person makes herself; they travel with the CPD file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from otcpd.actions.quick_note import with_title
from otcpd.actions.quick_note_values import draft_of, draft_values
from otcpd.actions.settings import entries_of, write_entries
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.quick_note import Note, NoteDraft, Said
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.record.settings import TEMPLATES

MOST = 40
MOST_LETTERS = 60
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Template:
    """A note to begin with."""

    name: str
    draft: NoteDraft


def templates(record: Record) -> tuple[Template, ...]:
    """The templates, by name. What another program wrote and nobody can read is left out, but stays in the file."""
    made = [one for entry in entries_of(record, TEMPLATES) if (one := _read(entry)) is not None]
    return tuple(sorted(made, key=_by_name))


def save_template(record: Record, name: str, note: Note) -> Changes:
    """Keeps the title and the parts of a note, but for its day, under a name.

    Raises NotAcceptable without a name or a title, for a name that another has, and for too many.
    """
    if not note.title:
        raise NotAcceptable("The note is empty.", "No template was made.", "Write the title first.")
    known = templates(record)
    if len(known) >= MOST:
        raise NotAcceptable(f"There are {MOST} templates already.", "No template was made.", "Delete one first.")
    made = {"name": _free_name(name, known), "draft": draft_values(_draft(record, note))}
    return write_entries(record, TEMPLATES, [*entries_of(record, TEMPLATES), made], "New template")


def rename_template(record: Record, name: str, new: str) -> Changes:
    """Gives a template another name. Raises NotAcceptable as `save_template` does."""
    new = _free_name(new, [one for one in templates(record) if one.name != name])
    entries = [_renamed(entry, new) if _is(entry, name) else entry for entry in entries_of(record, TEMPLATES)]
    return write_entries(record, TEMPLATES, entries, "Rename template")


def delete_template(record: Record, name: str) -> Changes:
    """Forgets a template; undo brings it back."""
    entries = [entry for entry in entries_of(record, TEMPLATES) if not _is(entry, name)]
    return write_entries(record, TEMPLATES, entries, "Delete template")


def _read(entry: object) -> Template | None:
    if not isinstance(entry, dict):
        return None
    name, draft = entry.get("name"), entry.get("draft")
    return Template(name, draft_of(draft)) if isinstance(name, str) and isinstance(draft, dict) else None


def _is(entry: object, name: str) -> bool:
    found = _read(entry)
    return found is not None and found.name == name


def _renamed(entry: object, new: str) -> object:
    return {**entry, "name": new} if isinstance(entry, dict) else entry


def _draft(record: Record, note: Note) -> NoteDraft:
    usual = Said(
        minutes=note.minutes,
        kind=(note.category, note.type) if note.category or note.type else None,
        tags=note.tags or None,
        companions=note.companions or None,
        protected=True if note.protected else None,
        layers=note.layers,
    )
    draft = with_title(record, note.title, usual)
    return replace(draft, text=f"{draft.text}\n{note.description}") if note.description else draft


def _free_name(name: str, others: Sequence[Template]) -> str:
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name:
        raise NotAcceptable("The template has no name yet.", "Nothing was changed.", "Give it a name.")
    if len(name) > MOST_LETTERS:
        raise NotAcceptable(f"The name is longer than {MOST_LETTERS} characters.", "Nothing was changed.")
    if any(one.name.casefold() == name.casefold() for one in others):
        raise NotAcceptable(f"There is a template {quoted(name)} already.", "Nothing was changed.", "Use another name.")
    return name


def _by_name(template: Template) -> tuple[str, str]:
    return template.name.casefold(), template.name
