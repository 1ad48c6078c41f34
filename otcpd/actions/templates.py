"""Templates of quick notes that a person makes herself; they travel with the CPD file."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from otcpd.actions.quick_note import with_title
from otcpd.actions.quick_note_values import draft_of, draft_values
from otcpd.actions.settings import change_setting
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.quick_note import Note, NoteDraft, Said
from otcpd.domain.words import quoted
from otcpd.record.record import Record

SETTING = "quick_note_templates"
MOST = 40
MOST_LETTERS = 60
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Template:
    """A note to begin with."""

    name: str
    draft: NoteDraft


def templates(record: Record) -> tuple[Template, ...]:
    """The templates, by name. What another program wrote and nobody can read is left out."""
    try:
        found = json.loads(record.settings.get(SETTING) or "[]")
    except ValueError:
        found = []
    entries = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    made = [
        Template(name, draft_of(draft))
        for one in entries
        if isinstance(name := one.get("name"), str) and isinstance(draft := one.get("draft"), dict)
    ]
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
    made = Template(_free_name(name, known), _draft(record, note))
    return _write(record, [*known, made], "New template")


def rename_template(record: Record, name: str, new: str) -> Changes:
    """Gives a template another name. Raises NotAcceptable as `save_template` does."""
    known = templates(record)
    others = [one for one in known if one.name != name]
    renamed = [replace(one, name=_free_name(new, others)) for one in known if one.name == name]
    return _write(record, [*others, *renamed], "Rename template")


def delete_template(record: Record, name: str) -> Changes:
    """Forgets a template; undo brings it back."""
    return _write(record, [one for one in templates(record) if one.name != name], "Delete template")


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


def _write(record: Record, known: Sequence[Template], label: str) -> Changes:
    values = [{"name": one.name, "draft": draft_values(one.draft)} for one in sorted(known, key=_by_name)]
    return change_setting(record, SETTING, json.dumps(values, ensure_ascii=False), label)


def _by_name(template: Template) -> tuple[str, str]:
    return template.name.casefold(), template.name
