"""Which plan is on show, what it is called, and its first and last day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.plans import delete_plan, edit_plan
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day, parse_day
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.saved_field import SavedField
from otcpd.ui.widgets.tab_order import tab_stops

TABLE = "learning_plan"


class YearCard(Card):
    """Every field saves itself; a deleted plan is in the bin."""

    plan_wanted = Signal(str)
    """The id of the plan to show."""
    deleted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.YEAR, parent=parent)
        self._desk = desk
        self._plan = ""
        theme, session, clock = desk.theme, desk.session, desk.session.services.clock
        self.which = ComboBox(theme)
        self._which = FormField(theme, words.WHICH, self.which)
        self.title = SavedField(theme)
        self.start = DateField(theme, self._parse_day, long_day, clock.today)
        self.end = DateField(theme, self._parse_coming, long_day, clock.today)
        self._title = FieldBinding(session, self.title, words.TITLE)
        self._start = FieldBinding(session, self.start, words.FROM)
        self._end = FieldBinding(session, self.end, words.UNTIL)
        self.remove = Button(theme, words.DELETE_PLAN, Kind.DELETE, compact=True)
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        days.add(FormField(theme, words.FROM, self.start), least=LEAST_DAY)
        days.add(FormField(theme, words.UNTIL, self.end), least=LEAST_DAY)
        self.body.addWidget(self._which)
        self.body.addWidget(FormField(theme, words.TITLE, self.title))
        self.body.addLayout(days)
        self.body.addLayout(Overhang(self.remove))
        self.remove.setVisible(not session.read_only)
        self.which.chosen.connect(self.plan_wanted)
        self.remove.clicked.connect(self._on_remove)

    def show_state(self, state: PlanState) -> None:
        """Show the plan, and which others there are."""
        plan = state.plan
        self._plan = plan.id
        self.which.set_options([(one.id, words.plan_option(one)) for one in reversed(state.plans)])
        self.which.set_value(plan.id)
        self._which.setVisible(len(state.plans) > 1)
        self._title.bind((TABLE, plan.id, "title"), plan.title, partial(_save_title, plan.id))
        self._start.bind((TABLE, plan.id, "start"), plan.start, partial(_save_day, plan.id, "start"))
        self._end.bind((TABLE, plan.id, "end"), plan.end, partial(_save_day, plan.id, "end"))

    def leave(self) -> None:
        """Read what still stands in fields."""
        for field in (self.title, self.start, self.end):
            field.commit()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        return [one for part in (self.which, self.title, self.start, self.end, self.remove) for one in tab_stops(part)]

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())

    def _parse_coming(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.services.clock.today())

    def _on_remove(self) -> None:
        session, title = self._desk.session, self.title.text()
        if not self._plan:
            return
        if session.act(delete_plan, self._plan):
            self._desk.messages.offer_undo(f"‘{title}’ deleted", session.undo, passing=True)
            self.deleted.emit()


def _save_title(plan: str, record: Record, value: str | None) -> Changes:
    return edit_plan(record, plan, "title", value or "")


def _save_day(plan: str, field: str, record: Record, value: date | None) -> Changes:
    return edit_plan(record, plan, field, value)
