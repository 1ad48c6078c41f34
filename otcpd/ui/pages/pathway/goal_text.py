"""A long text of a goal, with the tag that says who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.goals import edit_goal
from otcpd.actions.readers import Place
from otcpd.domain.changes import Changes
from otcpd.domain.goal import Goal
from otcpd.domain.layers import default_layer
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag

TABLE = "goal"


class GoalText(QWidget):
    """Its tag hangs over the field's right edge by `TAG_SPACE`."""

    def __init__(
        self, desk: Desk, field: str, label: str, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._field = field
        self.text = LongText(desk.theme)
        self.tag = ReaderTag(desk.theme, default_layer(TABLE, field))
        self._readers = ReaderBinding(desk, self.tag, label)
        self.binding = TextBinding(desk.session, self.text, label)
        self.pointed_out = PointedOut(desk, self.binding)
        form = FormField(
            desk.theme,
            label,
            self.text,
            help_text=help_text,
            beside=self.tag,
            hang=TAG_SPACE,
            note_below=self.pointed_out,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.setTabOrder(self.text.editor, self.tag)

    def load(self, goal: Goal) -> None:
        """Show the text of a goal."""
        self._readers.bind(Place(TABLE, goal.id, self._field), goal.layer_of(self._field))
        save = partial(save_text, goal=goal.id, field=self._field)
        self.binding.bind((TABLE, goal.id, self._field), getattr(goal, self._field), save)
        self.text.set_read_only(self._desk.session.read_only)


def save_text(record: Record, text: str, goal: str, field: str) -> Changes:
    """Writes one text of a goal as part of a spell of typing."""
    return edit_goal(record, goal, field, text, typing=True)
