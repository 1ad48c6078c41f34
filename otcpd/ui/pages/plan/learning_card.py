"""What is to be learnt: the sums, the list, a line for a new one, and the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.plan_learning import add_learning
from otcpd.domain.plan_standing import learning_sums
from otcpd.domain.plan_words import sums_sentence
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.late_line import make_or_wait
from otcpd.ui.pages.plan import words
from otcpd.ui.pages.plan.learning_pane import LearningPane
from otcpd.ui.pages.plan.state import PlanState
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.tab_order import tab_stops
from otcpd.ui.widgets.text_field import TextField


class LearningCard(Card):
    """Enter in the line plans what it says; the rest is told in the pane below the list."""

    grown = Signal()
    """There are fields that were not there before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.LEARNING, parent=parent)
        self._desk = desk
        self._state: PlanState | None = None
        theme = desk.theme
        self._sums = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._none = Label(theme, words.NO_LEARNING, Role.WHY, "ink2", wrap=True)
        self.list = NamedList(theme, words.LEARNING)
        self.line = TextField(theme, placeholder=words.WHAT_HINT)
        self._line = FormField(theme, words.WHAT, self.line)
        self.add = Button(theme, words.PLAN_THIS, icon="plus", compact=True)
        self._pane: LearningPane | None = None
        for widget in (self._sums, self._none, self.list):
            self.body.addWidget(widget)
        self._place = self.body.count()
        self.body.addWidget(self._line)
        self.body.addLayout(Overhang(self.add))
        self._line.setVisible(not desk.session.read_only)
        self.add.setVisible(not desk.session.read_only)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_delete)
        self.line.entered.connect(self._on_add)
        self.line.edited.connect(self._on_typed)
        self.add.clicked.connect(self._on_add)

    @property
    def pane(self) -> LearningPane:
        """The fields of the one that is chosen, built when they are first needed."""
        if self._pane is None:
            self._pane = LearningPane(self._desk)
            self._pane.deleted.connect(self._on_deleted)
            self._pane.hide()
            self.body.insertLayout(self._place, Overhang(self._pane, fills=True))
            self.grown.emit()
        return self._pane

    def show_state(self, state: PlanState) -> None:
        """Show what there is now; what is chosen stays chosen."""
        self._state = state
        sums = sums_sentence(learning_sums(state.plan.learning))
        self._sums.setText(sums)
        self._sums.setVisible(bool(sums))
        rows = [
            Row(
                one.id,
                one.text or words.WHAT,
                words.learning_meta(one, state.goal_title(one.goal), state.became.get(one.activity or "", "")),
            )
            for one in state.plan.learning
        ]
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        key = self.list.show_rows(rows, self.list.chosen_key())
        if self._pane is not None and not self._pane.isHidden():
            self._show(key)

    def start_new(self) -> None:
        """The focus into the line."""
        self.line.setFocus()

    def choose(self, key: str) -> bool:
        """Choose one and show its fields; False if there is none with this id."""
        if self._state is None or self._state.learning(key) is None:
            return False
        self.list.show_rows(self.list.rows.rows(), key)
        self._show(key)
        self.list.setFocus()
        return True

    def leave(self) -> None:
        """Read what still stands in fields."""
        if self._pane is not None:
            self._pane.leave()

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        pane = tab_stops(self._pane) if self._pane is not None else []
        return [self.list, *pane, *tab_stops(self.line), self.add]

    def _show(self, key: str) -> None:
        state = self._state
        one = state.learning(key) if state is not None else None
        if one is None or state is None:
            if self._pane is not None:
                self._pane.hide()
            return
        self.pane.show_learning(one, state)
        self.pane.show()

    def _on_chosen(self, key: str) -> None:
        self.leave()
        self._show(key)

    def _on_open(self) -> None:
        self._show(self.list.chosen_key())
        if self._pane is not None and not self._pane.isHidden():
            self._pane.take_focus()

    def _on_add(self) -> None:
        state, text = self._state, self.line.text().strip()
        if state is None:
            return
        if not text:
            self._line.set_problem("Say what you want to learn.")
            self.line.setFocus()
            return
        session, plan = self._desk.session, state.plan.id
        made = make_or_wait(session, ("planned_learning", plan), words.WHAT, text, add_learning, plan, text)
        if made is not None:
            self.line.set_text("")
        if made:
            self._desk.announcer.say(self, f"{text}, planned")
            self.choose(made.created[0])
            self._on_open()

    def _on_typed(self, _text: str) -> None:
        self._line.set_problem("")

    def _on_delete(self) -> None:
        state = self._state
        one = state.learning(self.list.chosen_key()) if state is not None else None
        if one is not None and not self._desk.session.read_only:
            self.pane.delete(one)

    def _on_deleted(self) -> None:
        (self.list if self.list.isVisibleTo(self) else self.line).setFocus()
