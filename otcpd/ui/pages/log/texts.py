"""The long texts of an activity, each with the tag that says who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions import activities
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.field_labels import TEXT_LABELS
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.tagged_text import TaggedText

MAIN_TEXTS = (
    ("description", TEXT_LABELS["description"], ""),
    ("learning", TEXT_LABELS["learning"], ""),
    ("practice_impact", TEXT_LABELS["practice_impact"], "Standard 3"),
    ("service_user_benefit", TEXT_LABELS["service_user_benefit"], "Standard 4"),
)
"""Field, label, and the note beside the label."""


class ActivityText(TaggedText):
    """One long text of an activity."""

    def __init__(self, desk: Desk, field: str, label: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(desk, "activity", field, label, note=note, parent=parent)

    def load(self, activity: Activity) -> None:
        """Show the text of an activity."""
        save = partial(save_text, activity=activity.id, field=self.field)
        self.show_text(activity.id, getattr(activity, self.field), activity.layer_of(self.field), save)


def save_text(record: Record, text: str, activity: str, field: str) -> Changes:
    """Writes one text of an activity as part of a spell of typing."""
    return activities.edit_activity(record, activity, field, text, typing=True)
