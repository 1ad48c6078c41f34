"""The long texts of an activity, each with the tag that says who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions import activities
from otcpd.actions.readers import Place
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.field_labels import TEXT_LABELS
from otcpd.domain.layers import default_layer
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag

MAIN_TEXTS = (
    ("description", TEXT_LABELS["description"], ""),
    ("learning", TEXT_LABELS["learning"], ""),
    ("practice_impact", TEXT_LABELS["practice_impact"], "Standard 3"),
    ("service_user_benefit", TEXT_LABELS["service_user_benefit"], "Standard 4"),
)
"""Field, label, and the note beside the label."""


class ActivityText(QWidget):
    """One long text of an activity. Its tag hangs over the field's right edge by `TAG_SPACE`."""

    def __init__(self, desk: Desk, field: str, label: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.text = LongText(desk.theme)
        self.tag = ReaderTag(desk.theme, default_layer("activity", field))
        self.readers = ReaderBinding(desk, self.tag, label)
        self._binding = TextBinding(desk.session, self.text, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pointed_out = PointedOut(desk, self._binding)
        form = FormField(
            desk.theme, label, self.text, note=note, beside=self.tag, hang=TAG_SPACE, note_below=self.pointed_out
        )
        column.addWidget(form)
        self.setTabOrder(self.text.editor, self.tag)

    def load(self, activity: Activity) -> None:
        """Show the text of an activity."""
        self.readers.bind(Place("activity", activity.id, self._field), activity.layer_of(self._field))
        save = partial(save_text, activity=activity.id, field=self._field)
        self._binding.bind(("activity", activity.id, self._field), getattr(activity, self._field), save)


def save_text(record: Record, text: str, activity: str, field: str) -> Changes:
    """Writes one text of an activity as part of a spell of typing."""
    return activities.edit_activity(record, activity, field, text, typing=True)
