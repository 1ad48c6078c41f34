"""How far a piece of learning has come: asked for, agreed, refused by whom and why, done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.plan_learning import (
    agree_to_it,
    ask_for_it,
    edit_learning,
    learnt_it,
    refuse_it,
    say_activity,
    want_it,
)
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day, short_day
from otcpd.domain.field_labels import LEARNING_LABELS
from otcpd.domain.learning_plan import LearningState, PlannedLearning
from otcpd.domain.plan_words import STATES
from otcpd.domain.words import shortened
from otcpd.record import glance
from otcpd.record.record import Record
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.saved_field import SavedField
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.suggestions import suggest

TABLE = "planned_learning"
NOT_NAMED = "none"
MOST_ACTIVITIES = 60
"""So many of the newest activities of the plan's year are offered."""
_LEAST_NAME = 180
_UPRIGHT = 470
"""Narrower than this, at 100 %, the states stand below each other."""

_DEEDS: Mapping[LearningState, Callable[[Record, str], Changes]] = {
    LearningState.WANTED: want_it,
    LearningState.ASKED: ask_for_it,
    LearningState.AGREED: agree_to_it,
    LearningState.REFUSED: refuse_it,
    LearningState.DONE: learnt_it,
}
_DECIDED = (LearningState.AGREED, LearningState.REFUSED)


class OutcomePart(QWidget):
    """Choosing a state is one step, with a way back; the fields below it save themselves."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._one: PlannedLearning | None = None
        theme, session, clock = desk.theme, desk.session, desk.session.services.clock
        self.state = SegmentedControl(theme, words.HOW_FAR, [(str(code), text) for code, text in STATES.items()])
        self.asked = DateField(theme, self._parse_day, long_day, clock.today)
        self.decided = DateField(theme, self._parse_day, long_day, clock.today)
        self.by = SavedField(theme, placeholder=words.WHO_HINT)
        self._known = suggest(self.by)
        self.reason = LongText(theme)
        self._reason = TextBinding(session, self.reason, LEARNING_LABELS["reason"])
        self.became = ComboBox(theme)
        self._asked = FieldBinding(session, self.asked, LEARNING_LABELS["asked_on"])
        self._decided = FieldBinding(session, self.decided, LEARNING_LABELS["decided_on"])
        self._by = FieldBinding(session, self.by, LEARNING_LABELS["decided_by"])
        self._asked_form = FormField(theme, words.ASKED_ON, self.asked)
        self._decided_form = FormField(theme, words.DECIDED_ON[LearningState.AGREED], self.decided)
        self._by_form = FormField(theme, words.DECIDED_BY, self.by, optional=True)
        note = PointedOut(desk, self._reason)
        self._reason_form = FormField(theme, words.REASON, self.reason, optional=True, note_below=note)
        self._became_form = FormField(theme, words.BECAME, self.became)
        self._build()
        for control in (self.state, self.became):
            control.setEnabled(not session.read_only)
        self.state.chosen.connect(self._on_state)
        self.became.chosen.connect(self._on_became)

    def show_learning(self, one: PlannedLearning, state: PlanState) -> None:
        """Show one."""
        self._one = one
        self.state.set_value(one.state)
        self._asked.bind((TABLE, one.id, "asked_on"), one.asked_on, partial(_save, one.id, "asked_on"))
        self._decided.bind((TABLE, one.id, "decided_on"), one.decided_on, partial(_save, one.id, "decided_on"))
        self._by.bind((TABLE, one.id, "decided_by"), one.decided_by or None, partial(_save_words, one.id, "decided_by"))
        self._reason.bind((TABLE, one.id, "reason"), one.reason, partial(_type_reason, learning=one.id))
        self._known.setStringList(list(state.known))
        decided = one.state in _DECIDED
        label = words.DECIDED_ON.get(one.state, words.DECIDED_ON[LearningState.AGREED])
        self._decided_form.label.setText(label)
        self.decided.control.setAccessibleName(label)
        self._asked_form.setVisible(decided or one.state is LearningState.ASKED)
        for form in (self._decided_form, self._by_form):
            form.setVisible(decided)
        self._reason_form.setVisible(one.state is LearningState.REFUSED or (decided and bool(one.reason)))
        self._became_form.setVisible(one.state is LearningState.DONE)
        if one.state is LearningState.DONE:
            self._show_activities(one, state)

    def leave(self) -> None:
        """Read what still stands in fields."""
        for field in (self.asked, self.decided, self.by):
            if field.isVisibleTo(self):
                field.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.state.set_upright(self.width() < self._desk.theme.px(_UPRIGHT))

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(theme.gap(12))
        part = QVBoxLayout()
        part.setSpacing(max(0, theme.gap(5) - RING_SPACE))
        part.addWidget(Label(theme, words.HOW_FAR, Role.LABEL))
        part.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(part)
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(self._asked_form, least=LEAST_DAY)
        row.add(self._decided_form, least=LEAST_DAY)
        row.add(self._by_form, least=_LEAST_NAME)
        column.addLayout(row)
        column.addWidget(self._reason_form)
        column.addWidget(self._became_form)

    def _show_activities(self, one: PlannedLearning, state: PlanState) -> None:
        """What of the log it may have been: the one named, and the newest of the plan's year."""
        record = self._desk.session.record
        days = glance.days(record.reader, state.plan.start, state.today)[::-1][:MOST_ACTIVITIES]
        if one.activity is not None and one.activity not in {row.id for row in days}:
            days = [*glance.days_of(record.reader, [one.activity]), *days]
        named = [
            (row.id, f"{shortened(row.title.strip() or common.NO_TITLE, 60)}, {short_day(row.date, year=True)}")
            for row in days
        ]
        self.became.set_options([(NOT_NAMED, words.NONE_OF_LOG), *named])
        self.became.set_value(one.activity if one.activity in dict(named) else NOT_NAMED)

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())

    def _on_state(self, key: str) -> None:
        one, session = self._one, self._desk.session
        if one is None:
            return
        state = LearningState(key)
        if session.act(_DEEDS[state], one.id):
            said = f"‘{shortened(one.text, 60)}’: {STATES[state]}"
            self._desk.messages.offer_undo(said, session.undo, passing=True)
        else:
            self.state.set_value(one.state)

    def _on_became(self, key: str) -> None:
        if self._one is not None:
            self._desk.session.act(say_activity, self._one.id, None if key == NOT_NAMED else key)


def _save(learning: str, field: str, record: Record, value: date | None) -> Changes:
    return edit_learning(record, learning, field, value)


def _save_words(learning: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_learning(record, learning, field, value or "")


def _type_reason(record: Record, text: str, learning: str) -> Changes:
    return edit_learning(record, learning, "reason", text, typing=True)
