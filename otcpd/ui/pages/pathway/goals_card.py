"""The goals: open ones by their day, closed ones folded away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.goal_progress import goals_told
from otcpd.domain.words import counted
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pathway import words
from otcpd.ui.pages.pathway.state import PathwayState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.goal_list import GoalList, GoalRow
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

_FEW = 3
"""So many closed goals stand with the open ones without being asked for."""
_CLOSED_ICONS = {GoalState.REACHED: "tick", GoalState.LET_GO: "minus"}


class GoalsCard(Card):
    """The list, or what goals are good for."""

    chosen = Signal(str)
    open_wanted = Signal(str)
    delete_wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        theme = desk.theme
        self.setAccessibleName(words.GOALS)
        self._state: PathwayState | None = None
        self._with_closed: bool | None = None
        self.fact = Label(theme, "", Role.WHY, "ink2")
        self.list = GoalList(theme, words.GOALS)
        self.closed = LinkButton(theme, words.SHOW_CLOSED)
        self.start = Button(theme, words.NEW, Kind.FILLED, icon="plus")
        if desk.session.read_only:
            self.start.hide()
        self.empty = EmptyState(theme, "steps", *words.NO_GOALS, self.start)
        self.empty.let_narrow()
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap(4))
        rows.addWidget(self.list)
        rows.addLayout(Overhang(self.closed, left=RING_SPACE - theme.gap(12)))
        self.body.addWidget(CardHead(theme, words.GOALS, self.fact))
        self.body.addLayout(Overhang(self._rows, fills=True, left=theme.gap(12), right=theme.gap(12)))
        self.body.addWidget(self.empty)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self.open_wanted)
        self.list.delete_wanted.connect(self.delete_wanted)
        self.closed.clicked.connect(self._on_closed)
        self.start.clicked.connect(self.new_wanted)

    def show_state(self, state: PathwayState) -> None:
        """Show what there is now."""
        self._state = state
        closed = sum(1 for goal in state.goals if not goal.is_open)
        self.fact.setText(goals_told(state.goals))
        self.empty.setVisible(not state.goals)
        self._rows.setVisible(bool(state.goals))
        self.list.show_goals([_row(goal, state) for goal in state.goals if goal.is_open or self._shows(closed)])
        self.closed.setVisible(closed > 0)
        told = words.HIDE_CLOSED if self._shows(closed) else f"Show {counted(closed, 'closed goal')}"
        self.closed.setText(told)
        self.closed.updateGeometry()

    def choose(self, key: str) -> None:
        """Choose a goal in the list, unfolding the closed ones for one of them."""
        if not self.list.choose(key) and self._state is not None and self._state.goal(key) is not None:
            self._with_closed = True
            self.show_state(self._state)
            self.list.choose(key)

    def area(self) -> QWidget:
        """What takes the focus."""
        if self._rows.isHidden():
            return self.start
        return self.list if self.list.goals else self.closed

    def _shows(self, closed: int) -> bool:
        return closed <= _FEW if self._with_closed is None else self._with_closed

    def _on_closed(self) -> None:
        if self._state is not None:
            closed = sum(1 for goal in self._state.goals if not goal.is_open)
            self._with_closed = not self._shows(closed)
            self.show_state(self._state)

    def _on_chosen(self, key: str) -> None:
        self.chosen.emit(key)


def _row(goal: Goal, state: PathwayState) -> GoalRow:
    return GoalRow(
        goal.id,
        goal.called,
        words.meta_of(goal, state.frameworks),
        goal.steps_done,
        len(goal.milestones),
        _CLOSED_ICONS.get(goal.state, ""),
    )
