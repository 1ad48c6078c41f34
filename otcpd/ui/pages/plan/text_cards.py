"""Two cards around a text: the protected time that the plan counts on, and notes to oneself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.plans import edit_plan
from otcpd.domain.changes import Changes
from otcpd.domain.field_labels import PLAN_LABELS
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang

TABLE = "learning_plan"


class _TextCard(Card):
    """A card with one text of the plan, which saves itself."""

    def __init__(self, desk: Desk, title: str, field: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, title, parent=parent)
        self._field = field
        label = PLAN_LABELS[field]
        self.text = LongText(desk.theme)
        self._text = TextBinding(desk.session, self.text, label)
        optional = label != title
        self.form = FormField(desk.theme, label, self.text, optional=optional, note_below=PointedOut(desk, self._text))
        self.form.label.setVisible(label != title)  # said once is enough

    def show_state(self, state: PlanState) -> None:
        """Show the text of the plan."""
        plan = state.plan
        text: str = getattr(plan, self._field)
        self._text.bind((TABLE, plan.id, self._field), text, partial(_save, plan=plan.id, field=self._field))


class ProtectedCard(_TextCard):
    """What is promised for the year, how much of it was had so far, and the plan's own words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PROTECTED, "protected", parent)
        theme = desk.theme
        self.promises = Label(theme, "", Role.BODY, wrap=True)
        self.taken = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.see = Button(theme, words.SEE_PROTECTED, icon="clock", compact=True)
        for widget in (self.promises, self.taken, self.form):
            self.body.addWidget(widget)
        self.body.addLayout(Overhang(self.see))

    def show_state(self, state: PlanState) -> None:
        super().show_state(state)
        self.promises.setText("; ".join(state.promises) or words.NOTHING_PROMISED)
        self.taken.setText(state.taken)
        self.taken.setVisible(bool(state.taken))


class NotesCard(_TextCard):
    """Notes that never leave the file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.NOTES, "note", parent)
        self.body.addWidget(IconLine(desk.theme, "lock", words.NOTES_STAY, role=Role.META, wrap=True))
        self.body.addWidget(self.form)


def _save(record: Record, text: str, plan: str, field: str) -> Changes:
    return edit_plan(record, plan, field, text, typing=True)
