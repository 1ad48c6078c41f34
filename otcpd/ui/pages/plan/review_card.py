"""The mid-year review: when the plan is looked at again, and what was seen and decided then."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.plan_agreeing import edit_review, name_reviewer, note_review, remove_review
from otcpd.actions.pathway.plans import edit_plan
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.learning_plan import PlanReview
from otcpd.domain.words import shortened
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.widgets.saved_field import SavedField
from otcpd.ui.widgets.suggestions import suggest
from otcpd.ui.widgets.tab_order import tab_stops

TABLE = "plan_review"
_LEAST = 150
_MOST_WORDS = 120


class ReviewPane(QWidget):
    """One review; every field saves itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, session, clock = desk.theme, desk.session, desk.session.services.clock
        self.setAccessibleName(words.REVIEWS)
        self.day = DateField(theme, self._parse_day, long_day, clock.today)
        self.person = SavedField(theme, placeholder=words.WHO_HINT)
        self._known = suggest(self.person)
        self.text = LongText(theme)
        self._day = FieldBinding(session, self.day, words.ON)
        self._person = FieldBinding(session, self.person, words.WITH_WHOM)
        self._text = TextBinding(session, self.text, words.WHAT_WAS_SAID)
        self.remove = Button(theme, words.DELETE_REVIEW, Kind.DELETE, compact=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, theme.gap(4), RING_SPACE, 0)
        column.setSpacing(theme.gap(12))
        column.addWidget(Rule(theme))
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(FormField(theme, words.ON, self.day), least=LEAST_DAY)
        row.add(FormField(theme, words.WITH_WHOM, self.person, optional=True), least=_LEAST)
        column.addLayout(row)
        note = PointedOut(desk, self._text)
        column.addWidget(FormField(theme, words.WHAT_WAS_SAID, self.text, note_below=note))
        column.addLayout(Overhang(self.remove))
        self.remove.setVisible(not session.read_only)
        self.hide()

    def show_review(self, one: PlanReview, state: PlanState) -> None:
        """Show one."""
        name = state.names.get(one.person or "", "") or None
        self._known.setStringList(list(state.known))
        self._day.bind((TABLE, one.id, "date"), one.day, partial(_save_day, one.id))
        self._person.bind((TABLE, one.id, "person"), name, partial(_save_name, one.id))
        self._text.bind((TABLE, one.id, "text"), one.text, partial(_save_text, review=one.id))

    def leave(self) -> None:
        """Read what still stands in fields."""
        self.day.commit()
        self.person.commit()

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())


class ReviewCard(Card):
    """Noting a review makes one of today, and opens its fields."""

    grown = Signal()
    """There are fields that were not there before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.REVIEWS, parent=parent)
        self._desk = desk
        self._state: PlanState | None = None
        theme, clock = desk.theme, desk.session.services.clock
        self.on = DateField(theme, self._parse_coming, long_day, clock.today)
        self._on = FieldBinding(desk.session, self.on, words.REVIEW_ON)
        self._none = Label(theme, words.NO_REVIEW, Role.WHY, "ink2", wrap=True)
        self.list = NamedList(theme, words.REVIEWS)
        self.new = Button(theme, words.NOTE_REVIEW, icon="plus", compact=True)
        self._pane: ReviewPane | None = None
        self.body.addWidget(FormField(theme, words.REVIEW_ON, self.on, optional=True))
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self._place = self.body.count()
        self.body.addLayout(Overhang(self.new))
        self.new.setVisible(not desk.session.read_only)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_remove)
        self.new.clicked.connect(self.start_new)

    @property
    def pane(self) -> ReviewPane:
        """The fields of the one that is chosen, built when they are first needed."""
        if self._pane is None:
            self._pane = ReviewPane(self._desk)
            self._pane.remove.clicked.connect(self._on_remove)
            self.body.insertLayout(self._place, Overhang(self._pane, fills=True))
            self.grown.emit()
        return self._pane

    def show_state(self, state: PlanState) -> None:
        """Show what there is now; what is chosen stays chosen."""
        self._state = state
        plan = state.plan
        self._on.bind(("learning_plan", plan.id, "review_on"), plan.review_on, partial(_save_review_on, plan.id))
        rows = [
            Row(one.id, self._title(one), shortened(" ".join(one.text.split()), _MOST_WORDS)) for one in plan.reviews
        ]
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        key = self.list.show_rows(rows, self.list.chosen_key())
        if self._pane is not None and not self._pane.isHidden():
            self._show(key)

    def start_new(self) -> None:
        """Note a review of today, and say what came of it."""
        state, session = self._state, self._desk.session
        if state is None or session.read_only:
            return
        made = session.act(note_review, state.plan.id)
        if made:
            self._desk.announcer.say(self, "A review of today is noted")  # a message would lie over its fields
            self.list.show_rows(self.list.rows.rows(), made.created[0])
            self._show(made.created[0])
            self.pane.person.setFocus()

    def leave(self) -> None:
        """Read what still stands in fields."""
        self.on.commit()
        if self._pane is not None and not self._pane.isHidden():
            self._pane.leave()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        pane = tab_stops(self._pane) if self._pane is not None else []
        return [*tab_stops(self.on), self.list, *pane, self.new]

    def _title(self, one: PlanReview) -> str:
        name = self._state.names.get(one.person or "", "") if self._state is not None else ""
        return f"{long_day(one.day)}, with {name}" if name else long_day(one.day)

    def _show(self, key: str) -> None:
        state = self._state
        one = next((one for one in state.plan.reviews if one.id == key), None) if state is not None else None
        if state is None or one is None:
            if self._pane is not None:
                self._pane.hide()
            return
        self.pane.show_review(one, state)
        self.pane.show()

    def _on_chosen(self, key: str) -> None:
        if self._pane is not None and not self._pane.isHidden():
            self._pane.leave()
        self._show(key)

    def _on_open(self) -> None:
        self._show(self.list.chosen_key())
        if self._pane is not None and not self._pane.isHidden():
            self._pane.day.setFocus()

    def _on_remove(self) -> None:
        key, session = self.list.chosen_key(), self._desk.session
        if not key or session.read_only:
            return
        if session.act(remove_review, key):
            self._desk.messages.offer_undo("The review is deleted", session.undo, passing=True)
            (self.list if self.list.isVisibleTo(self) else self.new).setFocus()

    def _parse_coming(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.services.clock.today())


def _save_review_on(plan: str, record: Record, value: date | None) -> Changes:
    return edit_plan(record, plan, "review_on", value)


def _save_day(review: str, record: Record, value: date | None) -> Changes:
    return edit_review(record, review, "date", value)


def _save_name(review: str, record: Record, value: str | None) -> Changes:
    return name_reviewer(record, review, value or "")


def _save_text(record: Record, text: str, review: str) -> Changes:
    return edit_review(record, review, "text", text, typing=True)
