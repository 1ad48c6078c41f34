"""How long a session really was, and whether the time was kept free for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision.sessions import edit_session
from otcpd.domain.changes import Changes
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.supervision import Session
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.yes_or_no import YesOrNo

KEPT = "Was the time kept free for it?"


class Taken(QWidget):
    """Two facts for protected time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.minutes = DurationField(desk.theme, self._parse, format_duration)
        self._binding = FieldBinding(desk.session, self.minutes, "How long it took")
        self.kept = YesOrNo(desk.theme, KEPT)
        self.kept.chosen.connect(self._on_kept)
        self._session = ""
        row = RowOrColumn(desk.theme, gap=24, below=10, at_top=True)
        row.add(FormField(desk.theme, "How long it took", self.minutes), least=150)
        row.add(self.kept, takes_rest=True)
        self.setLayout(row)

    def load(self, session: Session, *, fixed: bool) -> None:
        """Show the facts of a session."""
        self._session = session.id
        self._binding.bind(
            ("supervision_session", session.id, "minutes"), session.minutes, partial(_set_minutes, session=session.id)
        )
        self.minutes.set_read_only(fixed)
        self.kept.set_value(session.protected_kept)
        self.kept.setEnabled(not fixed)

    def commit(self) -> None:
        """Read what still stands in the field."""
        if self.minutes.line.isModified():
            self.minutes.commit()

    def _parse(self, text: str) -> int:
        return parse_duration(text, day_lengths(self._desk.session.record))

    def _on_kept(self, kept: object) -> None:
        value = kept if isinstance(kept, bool) else None
        self._desk.session.act(edit_session, self._session, "protected_kept", value)


def _set_minutes(record: Record, value: int | None, session: str) -> Changes:
    return edit_session(record, session, "minutes", value)
