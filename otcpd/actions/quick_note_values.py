"""Drafts of quick notes as JSON. What cannot be read counts as not said."""

from __future__ import annotations

import json
from datetime import date

from otcpd.actions.duplicating import COPIED_TEXTS
from otcpd.domain.activity import Category
from otcpd.domain.dates import from_iso
from otcpd.domain.durations import MOST_MINUTES
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.plain_values import read_json
from otcpd.domain.quick_add import Part
from otcpd.domain.quick_note import ActivityKind, Days, Layers, NoteDraft, Said

Values = dict[str, object]


def draft_text(draft: NoteDraft) -> str:
    """The draft as JSON."""
    return json.dumps(draft_values(draft))  # names of files may hold what is no letter: escaped it survives


def draft_of_text(text: str) -> NoteDraft:
    """The draft that `draft_text` wrote; of other text, a note that says just that."""
    found = read_json(text)
    return draft_of(found) if isinstance(found, dict) else NoteDraft(text)


def draft_values(draft: NoteDraft) -> Values:
    """The draft as plain values; what says nothing is left out."""
    values: Values = {
        "text": draft.text,
        "usual": _said_values(draft.usual),
        "corrected": _said_values(draft.corrected),
        "as_words": sorted(draft.as_words),
        "left_out": sorted(draft.left_out),
        "pasted": draft.pasted,
        "files": list(draft.files),
    }
    return {name: value for name, value in values.items() if value}


def draft_of(values: Values) -> NoteDraft:
    """The draft of plain values."""
    text, pasted = values.get("text"), values.get("pasted")
    return NoteDraft(
        text=text if isinstance(text, str) else "",
        usual=_said(values.get("usual")),
        corrected=_said(values.get("corrected")),
        as_words=_parts(values.get("as_words")),
        left_out=_parts(values.get("left_out")),
        pasted=pasted if isinstance(pasted, str) else "",
        files=_texts(values.get("files")) or (),
    )


def _said_values(said: Said) -> Values:
    values: Values = {
        "days": [day.isoformat() for day in said.days if day] if said.days else None,
        "minutes": said.minutes,
        "kind": [said.kind[0], said.kind[1]] if said.kind else None,
        "tags": list(said.tags) if said.tags else None,
        "companions": list(said.companions) if said.companions else None,
        "protected": said.protected,
        "layers": {field: layer.value for field, layer in said.layers} or None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _said(values: object) -> Said:
    if not isinstance(values, dict):
        return Said()
    minutes, protected = values.get("minutes"), values.get("protected")
    known = isinstance(minutes, int) and not isinstance(minutes, bool) and 0 <= minutes <= MOST_MINUTES
    return Said(
        days=_days(values.get("days")),
        minutes=minutes if known else None,
        kind=_kind(values.get("kind")),
        tags=_texts(values.get("tags")),
        companions=_texts(values.get("companions")),
        protected=protected if isinstance(protected, bool) else None,
        layers=_layers(values.get("layers")),
    )


def _layers(value: object) -> Layers:
    """A layer that nobody knows is the innermost one."""
    found = value if isinstance(value, dict) else {}
    known = {one.value: one for one in Layer}
    return tuple((field, known.get(str(found[field]), Layer.PRIVATE)) for field in COPIED_TEXTS if field in found)


def _days(value: object) -> Days | None:
    days = [day for text in _texts(value) or () if (day := _day(text)) is not None]
    if not days or len(days) > 2 or days != sorted(days):
        return None
    return days[0], days[1] if len(days) == 2 else None


def _day(text: str) -> date | None:
    try:
        return from_iso(text)
    except NotAcceptable:
        return None


def _kind(value: object) -> ActivityKind | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    category, type_ = value
    if category is not None and category not in tuple(Category):
        return None
    return (Category(category) if category else None, type_) if isinstance(type_, str) else None


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(one for one in value if isinstance(one, str))


def _parts(value: object) -> frozenset[Part]:
    pairs = value if isinstance(value, list) else []
    return frozenset(
        (pair[0], pair[1])
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)
    )
