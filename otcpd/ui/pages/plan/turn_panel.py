"""Turning the year: the goals of the plan below each other, each with its three ways, and the days of the next plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.turning_the_year import (
    Decided,
    Way,
    goals_to_decide,
    next_years_days,
    plan_to_come,
    turn_the_year,
)
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal
from otcpd.domain.learning_plan import LearningPlan
from otcpd.domain.plan_standing import year_from
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.tab_order import tab_stops

_WAYS = ((Way.CARRIED, words.CARRY), (Way.REACHED, words.REACHED), (Way.LET_GO, words.LET_GO))
_UPRIGHT = 330
"""Narrower than this, at 100 %, the three ways stand below each other."""


class GoalTurn(QWidget):
    """One goal with its three ways; an open goal goes over to the next year unless something else is chosen."""

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme = desk.theme
        self.goal = goal
        title = goal.called
        self.setAccessibleName(title)
        self.ways = SegmentedControl(theme, title, [(str(way), text) for way, text in _WAYS])
        self.text = LongText(theme)
        self._form = FormField(theme, words.WHY_CARRIED, self.text)
        self.ways.set_value(Way.CARRIED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.gap(4))
        column.setSpacing(theme.gap(6))
        column.addWidget(Rule(theme))
        column.addWidget(Label(theme, title, Role.BODY_STRONG, wrap=True))
        column.addWidget(Label(theme, words.goal_meta(goal, ""), Role.META, "ink2", wrap=True))
        column.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)
        self.ways.chosen.connect(self._on_way)
        self.text.edited.connect(self._on_typed)

    def decided(self) -> Decided:
        """What is chosen, with its words."""
        return Decided(Way(self.ways.value()), self.text.text().strip())

    def check(self) -> bool:
        """Whether nothing is missing; says below the field what is."""
        decided = self.decided()
        missing = decided.way is Way.CARRIED and not decided.words
        self._form.set_problem(words.SAY_WHY if missing else "")
        return not missing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ways.set_upright(self.width() < self._theme.px(_UPRIGHT))

    def _on_way(self, key: str) -> None:
        carried = Way(key) is Way.CARRIED
        label = words.WHY_CARRIED if carried else words.CAME_OF_IT
        self._form.label.setText(label)
        self.text.control.setAccessibleName(label)
        self._form.set_aside("" if carried else words.OPTIONAL)
        self._form.set_problem("")
        if not carried and not self.text.text().strip():
            self.text.set_text(self.goal.outcome)

    def _on_typed(self, _text: str) -> None:
        self._form.set_problem("")


class TurnPanel(Card):
    """Opened by the page; nothing is done before its button is pressed, and then all of it in one step."""

    turned = Signal(str)
    """The id of the plan that begins."""
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.TURN_TITLE, parent=parent)
        self._desk = desk
        self._plan = ""
        self._next: LearningPlan | None = None
        """The plan that goals go over to, where it has been begun already."""
        self.parts: list[GoalTurn] = []
        theme, clock = desk.theme, desk.session.services.clock
        self._why = Label(theme, words.TURN_WHY, Role.WHY, "ink2", wrap=True)
        self._goals = QVBoxLayout()
        self._goals.setSpacing(theme.gap(12))
        self.start = DateField(theme, self._parse_day, long_day, clock.today)
        self.end = DateField(theme, self._parse_day, long_day, clock.today)
        self._start = FormField(theme, words.NEXT_FROM, self.start)
        self._end = FormField(theme, words.NEXT_UNTIL, self.end)
        self.turn = Button(theme, words.TURN, Kind.FILLED, compact=True)
        self.not_yet = Button(theme, words.NOT_YET, Kind.QUIET, compact=True)
        self._days = QWidget()
        self._goes_into = Label(theme, "", Role.WHY, "ink2", wrap=True)
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        days.add(self._start, least=LEAST_DAY)
        days.add(self._end, least=LEAST_DAY)
        ways = QWidget()
        flow = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        flow.addWidget(self.turn)
        flow.addWidget(self.not_yet)
        self.body.addWidget(self._why)
        self.body.addLayout(self._goals)
        self.body.addWidget(Rule(theme))
        self._days.setLayout(days)
        self.body.addWidget(self._days)
        self.body.addWidget(self._goes_into)
        self.body.addLayout(Overhang(ways, fills=True))
        self.turn.clicked.connect(self._on_turn)
        self.not_yet.clicked.connect(self.put_away)
        self.start.committed.connect(self._on_start)

    def open(self, state: PlanState) -> None:
        """Show the goals of this plan that wait for a word."""
        record = self._desk.session.record
        self._plan = state.plan.id
        waiting = goals_to_decide(record, state.plan)
        self._show_goals(waiting)
        self._why.setText(words.TURN_WHY if waiting else words.TURN_NONE)
        self._next = plan_to_come(record, state.plan)
        start, end = next_years_days(record, state.plan)
        self.start.set_value(start)
        self.end.set_value(end)
        self._days.setVisible(self._next is None)
        self._goes_into.setText(words.goes_into(self._next.title) if self._next is not None else "")
        self._goes_into.setVisible(self._next is not None)
        self.show()
        self.take_focus()

    def take_focus(self) -> None:
        """Onto the ways of the first goal, or the button where there is none."""
        if self.parts:
            ways = self.parts[0].ways
            ways.segment(ways.value()).setFocus()
        else:
            self.turn.setFocus()

    def put_away(self) -> None:
        """Close it; nothing has been done."""
        self.hide()
        self.closed.emit()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        goals = [stop for part in self.parts for stop in tab_stops(part)]
        return [*goals, *tab_stops(self._days), self.turn, self.not_yet]

    def follow(self, state: PlanState) -> None:
        """The file has changed: close where another plan is on show, or other goals wait."""
        waiting = [goal.id for goal in goals_to_decide(self._desk.session.record, state.plan)]
        if state.plan.id != self._plan or waiting != [part.goal.id for part in self.parts]:
            self.put_away()

    def _show_goals(self, goals: list[Goal]) -> None:
        for part in self.parts:
            self._goals.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.parts = [GoalTurn(self._desk, goal, self) for goal in goals]
        for part in self.parts:
            self._goals.addWidget(part)
            part.show()

    def _ways(self) -> Mapping[str, Decided]:
        return {part.goal.id: part.decided() for part in self.parts}

    def _on_start(self, start: date | None) -> None:
        if start is not None:
            self.end.set_value(year_from(start))

    def _on_turn(self) -> None:
        good = [self.start.commit(), self.end.commit()]
        missing = [part for part in self.parts if not part.check()]
        start, end = self.start.value(), self.end.value()
        if missing:
            missing[0].text.setFocus()
            return
        if start is None or end is None or not all(good):
            (self.start if start is None or not good[0] else self.end).setFocus()
            return
        self._turn(start, end)

    def _turn(self, start: date, end: date) -> None:
        session, ways = self._desk.session, self._ways()
        made = session.act(turn_the_year, self._plan, ways, start, end)
        if made is None:
            return
        carried = sum(1 for one in ways.values() if one.way is Way.CARRIED)
        self.hide()
        begins = start if self._next is None else self._next.start
        self._desk.messages.offer_undo(words.turned(begins, carried), session.undo, passing=True)
        self.turned.emit(self._next.id if self._next is not None else made.created[0])

    def _parse_day(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.services.clock.today())
