"""The open goal, in the order in which one talks about it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway import goals
from otcpd.domain.goal import Goal, GoalState
from otcpd.domain.goal_progress import steps_told
from otcpd.domain.words import counted, in_words
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.form_pane import OpenedPane
from otcpd.ui.pages.pathway import words
from otcpd.ui.pages.pathway.goal_item import GoalItem
from otcpd.ui.pages.pathway.goal_shows import GoalSessions, GoalShows
from otcpd.ui.pages.pathway.goal_steps import GoalSteps
from otcpd.ui.pages.pathway.goal_text import GoalText
from otcpd.ui.pages.pathway.goal_top import OUT, GoalTop
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE
from otcpd.ui.widgets.row_or_column import RowOrColumn


class GoalPane(OpenedPane):
    """Shows one goal and saves what is typed. What closes it asks nothing: the message has a way back."""

    delete_wanted = Signal(str)
    activity_wanted = Signal(str)
    session_wanted = Signal(str)
    filled = Signal()
    """Something came or went inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Goal", "Back to the goals", parent)
        theme = desk.theme
        self.goal: Goal | None = None
        self.top = GoalTop(desk)
        self.outcome = GoalText(desk, "outcome", words.OUTCOME)
        self.why = GoalText(desk, "why", words.WHY)
        self.steps = GoalSteps(desk)
        self.steps_fact = Label(theme, "", Role.META, "ink2")
        self.support = GoalText(desk, "support", words.SUPPORT)
        self.shows = GoalShows(desk)
        self.shows_fact = Label(theme, "", Role.META, "ink2")
        self.smart: dict[str, GoalText] = {}
        self.item = Fold(theme, words.ITEM, self._make_item, hang=HANG)
        self.smart_fold = Fold(theme, words.SMART_HEAD, self._make_smart, hang=HANG)
        self.sessions = Fold(theme, words.SESSIONS, self._make_sessions, hang=HANG)
        self.reached = Button(theme, words.REACHED, Kind.FILLED, icon="tick")
        self.let_go = Button(theme, words.LET_GO)
        self.pause = Button(theme, words.PAUSE)
        self.go_on = Button(theme, words.GO_ON)
        self._build()
        self._connect()

    def show_goal(self, goal: Goal, today: date) -> None:
        """Show this goal; the same one again after a change."""
        other = self.goal is None or self.goal.id != goal.id
        self.goal = goal
        self.top.load(goal, today)
        self.outcome.setVisible(not goal.is_open or bool(goal.outcome))
        for text in (self.outcome, self.why, self.support, *self.smart.values()):
            text.load(goal)
        self.steps.load(goal)
        self.steps_fact.setText(steps_told(goal))
        self.shows.load(goal)
        self.shows_fact.setText(words.linked_told(len(goal.activities)))
        self._load_folds(goal)
        open_ = goal.is_open and not self.desk.session.read_only
        for button in (self.reached, self.let_go):
            button.setVisible(open_)
        self.pause.setVisible(open_ and goal.state is GoalState.OPEN)
        self.go_on.setVisible(not self.desk.session.read_only and goal.state is not GoalState.OPEN)
        self.go_on.set_kind(Kind.OUTLINED if open_ else Kind.FILLED)
        if other:
            self.scroller.verticalScrollBar().setValue(0)
        self.filled.emit()

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.goal is not None and not self.desk.session.read_only:
            self.top.commit()
            self.desk.session.flush()

    def close_goal(self) -> None:
        """Nothing is open."""
        self.goal = None

    def take_focus(self) -> None:
        """Into the title."""
        self.top.title.setFocus(Qt.FocusReason.TabFocusReason)

    # Building

    def _build(self) -> None:
        theme = self.desk.theme
        self.add_back()
        self.add(self.top, left=OUT, right=RING_SPACE)
        for text in (self.outcome, self.why):
            self.add(text, right=TAG_SPACE)
        self._part(words.STEPS, self.steps_fact, self.steps, HANG, RING_SPACE)
        self.add(self.support, right=TAG_SPACE)
        self._part(words.SHOWS, self.shows_fact, self.shows, RING_SPACE, RING_SPACE)
        folds = QWidget()
        column = QVBoxLayout(folds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for fold in (self.item, self.smart_fold, self.sessions):
            column.addWidget(fold)
        self.add(folds, left=HANG, right=HANG)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.reached, self.let_go, self.pause, self.go_on):
            row.addWidget(button)
        self.add(buttons, left=RING_SPACE, right=RING_SPACE)
        self.show_form()

    def _connect(self) -> None:
        self.top.delete_wanted.connect(self._on_delete)
        self.shows.activity_wanted.connect(self.activity_wanted)
        self.reached.clicked.connect(self.reach)
        self.let_go.clicked.connect(self._on_let_go)
        self.pause.clicked.connect(self._on_pause)
        self.go_on.clicked.connect(self._on_go_on)
        for fold in (self.item, self.smart_fold, self.sessions):
            fold.opened.connect(self._on_opened)

    def _part(self, title: str, fact: Label, part: QWidget, left: int, right: int) -> None:
        head = QWidget()
        line = RowOrColumn(self.desk.theme, gap=12, below=0)
        line.add(self.head(title), takes_rest=True)
        line.add(fact)
        head.setLayout(line)
        self.add(head)
        self.column.addSpacing(-self.desk.theme.gap(6))
        self.add(part, left=left, right=right)

    def _make_item(self) -> QWidget:
        return GoalItem(self.desk)

    def _make_smart(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(HANG, 0, HANG, 0)
        column.setSpacing(self.desk.theme.gap(14))
        for field, label, help_text in words.SMART_FIELDS:
            self.smart[field] = GoalText(self.desk, field, label, help_text=help_text)
            column.addLayout(Overhang(self.smart[field], fills=True, left=0, right=TAG_SPACE))
        return inside

    def _make_sessions(self) -> QWidget:
        made = GoalSessions(self.desk)
        made.session_wanted.connect(self.session_wanted)
        return made

    def _load_folds(self, goal: Goal) -> None:
        frameworks = self.desk.session.frameworks.now()
        self.item.head.set_fact(words.item_told(goal.framework_item, goal.level_target, frameworks))
        filled = sum(1 for field, _, _ in words.SMART_FIELDS if getattr(goal, field).strip())
        self.smart_fold.head.set_fact(f"{in_words(filled)} of five filled" if filled else "")
        sessions = len(self.desk.session.record.goals.sessions(goal.id))
        self.sessions.head.set_fact(counted(sessions, "session") if sessions else "")
        for fold in (self.item, self.smart_fold, self.sessions):
            inside = fold.inside
            if isinstance(inside, GoalItem | GoalSessions) and fold.head.isChecked():
                inside.load(goal)
                fold.order_tabs()

    # What a person does

    def reach(self) -> None:
        """It was reached: say so, and ask what came of it."""
        self._become(GoalState.REACHED)

    def _on_let_go(self) -> None:
        self._become(GoalState.LET_GO)

    def _on_pause(self) -> None:
        self._become(GoalState.PAUSED)

    def _on_go_on(self) -> None:
        self._become(GoalState.OPEN)

    def _become(self, state: GoalState) -> None:
        deeds = {
            GoalState.REACHED: goals.reach_goal,
            GoalState.LET_GO: goals.let_go,
            GoalState.PAUSED: goals.pause_goal,
            GoalState.OPEN: goals.reopen_goal,
        }
        goal = self.goal
        self.leave()
        if goal is None or not self.desk.session.act(deeds[state], goal.id):
            return
        self.desk.messages.offer_undo(words.closed_told(state, self.goal or goal), self.desk.session.undo, passing=True)
        if state in (GoalState.REACHED, GoalState.LET_GO):
            self.outcome.text.setFocus()
        else:
            self.take_focus()

    def _on_delete(self) -> None:
        if self.goal is not None:
            self.delete_wanted.emit(self.goal.id)

    def _on_opened(self) -> None:
        if self.goal is not None:
            for text in self.smart.values():
                text.load(self.goal)
            self._load_folds(self.goal)
        self.filled.emit()
