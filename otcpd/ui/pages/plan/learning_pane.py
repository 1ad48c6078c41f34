"""One piece of planned learning: what, for which goal, time and cost, and how far it has come."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.plan_learning import edit_learning, remove_learning
from otcpd.actions.reading import day_lengths
from otcpd.domain.changes import Changes
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.field_labels import LEARNING_LABELS
from otcpd.domain.learning_plan import PlannedLearning
from otcpd.domain.money import parse_pounds, pounds
from otcpd.domain.words import shortened
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.outcome_part import OutcomePart
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import DurationField, ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.rule import Rule

TABLE = "planned_learning"
NO_GOAL = "none"
_LEAST, _LEAST_GOAL = 130, 200


class LearningPane(QWidget):
    """Every field saves itself."""

    deleted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._one: PlannedLearning | None = None
        theme, session = desk.theme, desk.session
        self.setAccessibleName(words.LEARNING)
        self.text = LongText(theme)
        self._text = TextBinding(session, self.text, LEARNING_LABELS["text"])
        self.goal = ComboBox(theme)
        self.time = DurationField(theme, self._parse_time, format_duration, placeholder=words.TIME_HINT)
        self.cost = ParsedField(theme, parse_pounds, pounds, placeholder=words.COST_HINT)
        self._time = FieldBinding(session, self.time, LEARNING_LABELS["minutes"])
        self._cost = FieldBinding(session, self.cost, LEARNING_LABELS["pence"])
        self.outcome = OutcomePart(desk)
        self.remove = Button(theme, words.DELETE_LEARNING, Kind.DELETE, compact=True)
        self._build()
        self.goal.setEnabled(not session.read_only)
        self.remove.setVisible(not session.read_only)
        self.goal.chosen.connect(self._on_goal)
        self.remove.clicked.connect(self._on_remove)

    def show_learning(self, one: PlannedLearning, state: PlanState) -> None:
        """Show one."""
        self._one = one
        self._text.bind((TABLE, one.id, "text"), one.text, partial(_save_text, learning=one.id))
        self._time.bind((TABLE, one.id, "minutes"), one.minutes, partial(_save, one.id, "minutes"))
        self._cost.bind((TABLE, one.id, "pence"), one.pence, partial(_save, one.id, "pence"))
        goals = [(row.goal, shortened(state.goal_title(row.goal), 80)) for row in state.plan.goals]
        self.goal.set_options([(NO_GOAL, words.NO_GOAL), *((key, title) for key, title in goals if title)])
        self.goal.set_value(one.goal if one.goal in dict(goals) else NO_GOAL)
        self.outcome.show_learning(one, state)

    def take_focus(self) -> None:
        """Onto the first thing that is still to be said."""
        self.goal.setFocus()

    def leave(self) -> None:
        """Read what still stands in fields."""
        if self._one is not None and not self.isHidden() and not self._desk.session.read_only:
            self.time.commit()
            self.cost.commit()
            self.outcome.leave()

    def delete(self, one: PlannedLearning) -> None:
        """Delete one, with a way back."""
        session = self._desk.session
        if session.act(remove_learning, one.id):
            self._desk.messages.offer_undo(f"‘{shortened(one.text, 60)}’ deleted", session.undo, passing=True)
            self.deleted.emit()

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, theme.gap(4), RING_SPACE, theme.gap(4))
        column.setSpacing(theme.gap(12))
        column.addWidget(Rule(theme))
        note = PointedOut(self._desk, self._text)
        column.addWidget(FormField(theme, LEARNING_LABELS["text"], self.text, note_below=note))
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(FormField(theme, words.FOR_GOAL, self.goal), least=_LEAST_GOAL)
        row.add(FormField(theme, words.TIME, self.time, optional=True), least=_LEAST)
        row.add(FormField(theme, words.COST, self.cost, optional=True), least=_LEAST)
        column.addLayout(row)
        column.addLayout(Overhang(self.outcome, fills=True))
        column.addLayout(Overhang(self.remove))
        column.addWidget(Rule(theme))

    def _parse_time(self, text: str) -> int:
        return parse_duration(text, day_lengths(self._desk.session.record))

    def _on_goal(self, key: str) -> None:
        if self._one is not None:
            self._desk.session.act(edit_learning, self._one.id, "goal", None if key == NO_GOAL else key)

    def _on_remove(self) -> None:
        if self._one is not None:
            self.delete(self._one)


def _save_text(record: Record, text: str, learning: str) -> Changes:
    return edit_learning(record, learning, "text", text, typing=True)


def _save(learning: str, field: str, record: Record, value: int | date | str | None) -> Changes:
    return edit_learning(record, learning, field, value)
