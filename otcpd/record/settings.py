"""Reads the person's settings, which travel with the CPD file."""

from __future__ import annotations

from otcpd.domain.plain_text import storable
from otcpd.record.engine import Reader
from otcpd.record.ids import text_id

TEMPLATES = "quick_note_templates"
"""JSON, a list of {"name", "draft"}."""
LOG_FILTERS = "log_filters"
"""JSON, a list of {"name", "filter"} in the order in which they were saved."""
OLD_DRAFT = "quick_note_draft"
"""Where drafts of quick notes once were; nobody reads it any more."""
SAMPLE = "sample"
"""The id of the file that was made as a sample: what is imported from one makes no other file a sample."""


class Settings:
    """The settings of an open CPD file: plain text by key."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, key: str) -> str | None:
        """One setting, or None while it has its default."""
        # By the key and not by the id made of it: making one takes hashlib, which the first window does without.
        found = self._reader.value("SELECT value FROM setting WHERE key = ? AND deleted IS NULL", (storable(key),))
        return None if found is None else str(found)

    def say_sample(self, record_id: str) -> bool:
        """Whether the file with this id was made as a sample, full of invented content."""
        return self.get(SAMPLE) == record_id

    def all(self) -> dict[str, str]:
        """Every setting that the person has changed."""
        return dict(self._reader.rows("SELECT key, value FROM setting WHERE deleted IS NULL ORDER BY key"))


def setting_id(key: str) -> str:
    """The id of the row that holds a setting."""
    return text_id("setting", key)
