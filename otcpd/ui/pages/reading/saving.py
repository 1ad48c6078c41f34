"""How the fields of the page are kept."""

from __future__ import annotations

from otcpd.actions.pathway.readings import edit_reading
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.changes import Changes
from otcpd.record.record import Record

TABLE = "reading"
"""How the keys of its fields begin."""


def save_text(record: Record, text: str, reading: str, field: str) -> Changes:
    """Writes one text as part of a spell of typing."""
    return edit_reading(record, reading, field, text, typing=True)


def save_value(record: Record, value: FieldValue, reading: str, field: str) -> Changes:
    """Writes one field; a text that was emptied is empty."""
    return edit_reading(record, reading, field, value)
