"""The goals of the plan: their list, their order, and putting one in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.plans import edit_carried, move_goal, put_goal_in, take_goal_out
from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.tab_order import tab_stops

_LEAST_CHOICE = 220
TABLE = "plan_goal"


class GoalsCard(Card):
    """Enter on a goal opens it on its page; Delete takes it out of the plan, with a way back."""

    goal_wanted = Signal(str)
    """The id of a goal to open; empty for a new one."""
    grown = Signal()
    """There are fields that were not there before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.GOALS, parent=parent)
        self._desk = desk
        self._state: PlanState | None = None
        theme = desk.theme
        self.list = NamedList(theme, words.GOALS)
        self._none = Label(theme, words.NO_GOALS, Role.WHY, "ink2", wrap=True)
        self.open = Button(theme, words.OPEN_GOAL, compact=True)
        self.up, self.down = Button(theme, words.UP, compact=True), Button(theme, words.DOWN, compact=True)
        self.out = Button(theme, words.TAKE_OUT, Kind.QUIET, compact=True)
        self.free = ComboBox(theme)
        self.put_in = Button(theme, words.PUT_IN, icon="plus", compact=True)
        self.new = Button(theme, words.NEW_GOAL, icon="plus", compact=True)
        self._free = FormField(theme, words.WHICH_GOAL, self.free)
        self.reason: LongText | None = None
        self._reason_row = ""
        self._ways, self._more = QWidget(), QWidget()
        self._build()
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_out)
        self.list.chosen.connect(self._show_ways)
        self.open.clicked.connect(self._on_open)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.out.clicked.connect(self._on_out)
        self.put_in.clicked.connect(self._on_put_in)
        self.new.clicked.connect(self._on_new)

    def show_state(self, state: PlanState) -> None:
        """Show what there is now; what is chosen stays chosen."""
        self._state = state
        rows = [
            Row(
                one.goal,
                goal.called,
                words.goal_meta(goal, one.carried_reason, state.came_from.get(one.goal)),
            )
            for one in state.plan.goals
            if (goal := state.goals.get(one.goal)) is not None and goal.deleted is None
        ]
        self.list.show_rows(rows, self.list.chosen_key())
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        look_only = self._desk.session.read_only
        self.free.set_options([(goal.id, goal.called) for goal in state.free])
        if state.free and not self.free.value():
            self.free.set_value(state.free[0].id)
        for widget in (self._free, self.put_in):
            widget.setVisible(bool(state.free) and not look_only)
        self.new.setVisible(not look_only)
        self._show_ways()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        reason = tab_stops(self.reason) if self.reason is not None else []
        return [self.list, *tab_stops(self._ways), *reason, *tab_stops(self.free), *tab_stops(self._more)]

    def take_focus(self) -> None:
        """Onto the first thing to do here."""
        for widget in (self.free, self.new, self.list):
            if widget.isVisibleTo(self):
                widget.setFocus()
                return

    def _build(self) -> None:
        theme = self._desk.theme
        for place, buttons in (
            (self._ways, (self.open, self.up, self.down, self.out)),
            (self._more, (self.put_in, self.new)),
        ):
            flow = FlowLayout(place, gap=theme.gap(10) - 2 * RING_SPACE)
            for button in buttons:
                flow.addWidget(button)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addLayout(Overhang(self._ways, fills=True))
        self._place = self.body.count()
        choice = RowOrColumn(theme, gap=14, below=4)
        choice.add(self._free, least=_LEAST_CHOICE)
        self.body.addLayout(choice)
        self.body.addLayout(Overhang(self._more, fills=True))

    def _show_ways(self, _key: str = "") -> None:
        rows = [row.key for row in self.list.rows.rows()]
        place = rows.index(self.list.chosen_key()) if self.list.chosen_key() in rows else -1
        look_only = self._desk.session.read_only
        self._ways.setVisible(place >= 0)
        self.up.setVisible(place > 0 and not look_only)
        self.down.setVisible(0 <= place < len(rows) - 1 and not look_only)
        self.out.setVisible(not look_only)

        self._show_reason()

    def _show_reason(self) -> None:
        """Why the chosen goal was carried over, to be put right; built when there is one."""
        state, goal = self._state, self.list.chosen_key()
        row = next((one for one in state.plan.goals if one.goal == goal), None) if state is not None else None
        carried = row is not None and (bool(row.carried_reason.strip()) or self._is_typed(row.id))
        if carried and self.reason is None:
            self._build_reason()
        if self.reason is None:
            return
        self._reason_form.setVisible(carried)
        if carried and row is not None and state is not None:
            save = partial(_save_reason, plan=state.plan.id, goal=goal)
            self._reason_row = row.id
            self._reason_binding.bind((TABLE, row.id, "carried_reason"), row.carried_reason, save)

    def _is_typed(self, row: str) -> bool:
        """Whether the reason of this row is just being typed anew: it does not go away under the hands."""
        return self.reason is not None and self.reason.editor.hasFocus() and self._reason_row == row

    def _build_reason(self) -> None:
        self.reason = LongText(self._desk.theme)
        self._reason_binding = TextBinding(self._desk.session, self.reason, words.WHY_CARRIED)
        note = PointedOut(self._desk, self._reason_binding)
        self._reason_form = FormField(self._desk.theme, words.WHY_CARRIED, self.reason, note_below=note)
        self.body.insertWidget(self._place, self._reason_form)
        self.grown.emit()

    def _on_open(self) -> None:
        if self.list.chosen_key():
            self.goal_wanted.emit(self.list.chosen_key())

    def _on_new(self) -> None:
        self.goal_wanted.emit("")

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, places: int) -> None:
        state, goal = self._state, self.list.chosen_key()
        if state is None or not goal:
            return
        if self._desk.session.act(move_goal, state.plan.id, goal, places):
            row = self.list.rows.index_of(goal).row() + 1
            self._desk.announcer.say(self, f"{row} of {len(self.list.rows.rows())}")
            # The button that was pressed may have gone: at an end there is one way only.
            if not (self.up if places < 0 else self.down).isVisibleTo(self):
                (self.down if places < 0 else self.up).setFocus()

    def _on_out(self) -> None:
        state, goal, session = self._state, self.list.chosen_key(), self._desk.session
        if state is None or not goal or session.read_only:
            return
        title = state.goal_title(goal)
        if session.act(take_goal_out, state.plan.id, goal):
            self._desk.messages.offer_undo(f"‘{title}’ taken out of the plan", session.undo, passing=True)
            (self.list if self.list.isVisibleTo(self) else self.new).setFocus()

    def _on_put_in(self) -> None:
        state, goal = self._state, self.free.value()
        if state is None or not goal:
            return
        if self._desk.session.act(put_goal_in, state.plan.id, goal):
            self._desk.announcer.say(self, f"{state.goal_title(goal)}, in the plan")
            (self.free if self.free.isVisibleTo(self) else self.list).setFocus()


def _save_reason(record: Record, text: str, plan: str, goal: str) -> Changes:
    return edit_carried(record, plan, goal, text, typing=True)
