"""A long text of a session, with the tag that says who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision.sessions import edit_session
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import Session
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.tagged_text import TaggedText

TABLE = "supervision_session"


class SessionText(TaggedText):
    """A text of a session."""

    def __init__(
        self, desk: Desk, field: str, label: str, *, hint: str = "", help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, TABLE, field, label, hint=hint, help_text=help_text, parent=parent)

    def load(self, session: Session, other: str, *, locked: bool, read_only: bool) -> None:
        """Show the text of a session with `other` (a first name, if it is one person); `locked`: it is agreed to."""
        self.tag.set_supervisor(other)
        save = partial(save_text, session=session.id, field=self.field)
        self.show_text(session.id, getattr(session, self.field), session.layer_of(self.field), save)
        self.text.set_read_only(locked or read_only)


def save_text(record: Record, text: str, session: str, field: str) -> Changes:
    """Writes one text of a session as part of a spell of typing."""
    return edit_session(record, session, field, text, typing=True)
