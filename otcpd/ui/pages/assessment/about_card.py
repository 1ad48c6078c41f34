"""When a self-assessment was made, with whom, and notes to oneself."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.assessments import edit_assessment, move_assessment, name_companion
from otcpd.domain.assessment import Assessment
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.record.record import Record
from otcpd.ui.pages.assessment import words
from otcpd.ui.pages.assessment.state import AssessmentState
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.saved_line import SavedLine
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.saved_field import SavedField
from otcpd.ui.widgets.suggestions import suggest


class AboutCard(Card):
    """All of it saves itself."""

    delete_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.ABOUT, parent=parent)
        self._desk = desk
        theme = desk.theme
        self.day = DateField(theme, self._parse, long_day, desk.session.services.clock.today)
        self.companion = SavedField(theme, placeholder="A name")
        self._known = suggest(self.companion)
        self.note = LongText(theme)
        self.saved = SavedLine(desk, "assessment")
        self.delete = LinkButton(theme, words.DELETE, "bin")
        self._day = FieldBinding(desk.session, self.day, words.DAY)
        self._companion = FieldBinding(desk.session, self.companion, words.WITH)
        self._note = TextBinding(desk.session, self.note, words.NOTE)
        note = FormField(theme, words.NOTE, self.note, optional=True, note_below=PointedOut(desk, self._note))
        for widget in (
            FormField(theme, words.DAY, self.day),
            FormField(theme, words.WITH, self.companion, optional=True),
            note,
            self.saved,
        ):
            self.body.addWidget(widget)
        self.body.addLayout(Overhang(self.delete))
        self.delete.clicked.connect(self.delete_wanted)
        self.delete.setVisible(not desk.session.read_only)

    def show_state(self, state: AssessmentState) -> None:
        """Show the self-assessment that is open."""
        current = state.current
        self.setVisible(current is not None)
        if current is None:
            return
        key = ("assessment", current.id)
        self._day.bind((*key, "date"), current.day, partial(_move, current))
        with_whom = state.names.get(current.person or "") if current.person is not None else None
        self._companion.bind((*key, "person"), with_whom, partial(_name, current.id))
        self._known.setStringList(sorted(name for key, name in state.names.items() if key != current.owner))
        self._note.bind((*key, "note"), current.note, partial(_save_note, assessment=current.id))
        self.saved.load(current.id, current.modified)

    def commit(self) -> None:
        """Read what still stands in the fields."""
        self.day.commit()
        self.companion.commit()

    def _parse(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())


def _move(current: Assessment, record: Record, day: date | None) -> Changes:
    return move_assessment(record, current.id, day or current.day)


def _name(assessment: str, record: Record, name: str | None) -> Changes:
    return name_companion(record, assessment, name or "")


def _save_note(record: Record, text: str, assessment: str) -> Changes:
    """Writes the notes as part of a spell of typing."""
    return edit_assessment(record, assessment, "note", text, typing=True)
