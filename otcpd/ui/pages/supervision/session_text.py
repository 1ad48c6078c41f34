"""A long text of a session, with the tag that says who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.readers import Place
from otcpd.actions.supervision.sessions import edit_session
from otcpd.domain.changes import Changes
from otcpd.domain.layers import default_layer
from otcpd.domain.supervision import Session
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.readers.tag_binding import ReaderBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag

TABLE = "supervision_session"


class SessionText(QWidget):
    """Its tag hangs over the field's right edge by `TAG_SPACE`."""

    def __init__(
        self, desk: Desk, field: str, label: str, *, hint: str = "", help_text: str = "", parent: QWidget | None = None
    ) -> None:
        """`hint` stands in the empty field, `help_text` below it."""
        super().__init__(parent)
        self._field = field
        self.text = LongText(desk.theme, placeholder=hint)
        self.tag = ReaderTag(desk.theme, default_layer(TABLE, field))
        self._readers = ReaderBinding(desk, self.tag, label)
        self._binding = TextBinding(desk.session, self.text, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pointed_out = PointedOut(desk, self._binding)
        form = FormField(
            desk.theme,
            label,
            self.text,
            help_text=help_text,
            beside=self.tag,
            hang=TAG_SPACE,
            note_below=self.pointed_out,
        )
        column.addWidget(form)
        self.setTabOrder(self.text.editor, self.tag)

    def load(self, session: Session, other: str, *, locked: bool, read_only: bool) -> None:
        """Show the text of a session with `other` (a first name, if it is one person); `locked`: it is agreed to."""
        self.tag.set_supervisor(other)
        self._readers.bind(Place(TABLE, session.id, self._field), session.layer_of(self._field))
        save = partial(save_text, session=session.id, field=self._field)
        self._binding.bind((TABLE, session.id, self._field), getattr(session, self._field), save)
        self.text.set_read_only(locked or read_only)


def save_text(record: Record, text: str, session: str, field: str) -> Changes:
    """Writes one text of a session as part of a spell of typing."""
    return edit_session(record, session, field, text, typing=True)
