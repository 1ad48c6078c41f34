"""The page "Learning plan": the goals of a year, what is learnt for them, who agreed, and the turn to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from otcpd.actions.pathway.plans import begin_plan
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.plan_standing import NextThing
from otcpd.ui.layout import Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.plan import offers, words
from otcpd.ui.pages.plan.agreed_card import AgreedCard
from otcpd.ui.pages.plan.goals_card import GoalsCard
from otcpd.ui.pages.plan.late import Late
from otcpd.ui.pages.plan.learning_card import LearningCard
from otcpd.ui.pages.plan.state import PlanState, read_state
from otcpd.ui.pages.plan.turn_panel import TurnPanel
from otcpd.ui.widgets.board import Board
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.tab_order import tab_through

_MATTERS = (
    "learning_plan",
    "goal",
    "person",
    "activity",
    "entitlement",
    "protected_slot",
    "supervision_session",
    "gap_reason",
    "setting",
)


class PlanPage(PageView):
    """It reads the file when it is shown, and again after changes while it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self._stale = True
        self._wanted = ""
        """The id of the plan on show; empty for the one that counts now."""
        self.state: PlanState | None = None
        self.header = PageHeader(theme, words.PAGE)
        self.make = Button(theme, words.MAKE, icon="page")
        self.next = Button(theme, words.START, Kind.FILLED)
        self.empty = Card(theme)
        self.empty.body.addWidget(EmptyState(theme, "calendar", words.NO_PLAN, words.NO_PLAN_WHY))
        self._turn: TurnPanel | None = None
        self.goals, self.learning = GoalsCard(desk), LearningCard(desk)
        self.agreed = AgreedCard(desk)
        self._late: Late | None = None
        self.board = Board(theme, self.header)
        self.paper: Standing[PanelDialog] = Standing()
        self._build()
        self._connect()

    @property
    def late(self) -> Late:
        """The rest of the cards, built once the first picture is on the screen, or when they are wanted."""
        if self._late is None:
            late = self._late = Late(self.desk, self.board.add_right, self)
            late.review.grown.connect(self._order_tabs)
            late.built.connect(self._on_built)
            late.show_state(self.state)
            self._order_tabs()
        return self._late

    @property
    def turn(self) -> TurnPanel:
        """The panel that turns the year, built when it is first wanted."""
        if self._turn is None:
            panel = self._turn = TurnPanel(self.desk)
            panel.hide()
            self.board.add_across(panel)
            panel.turned.connect(self.show_plan)
            panel.closed.connect(self._on_turn_closed)
        return self._turn

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        if self.state is None:
            return (self.header.title, self.next)
        return (self.header.title, self.goals.list, self.learning.list, self.agreed.list, self.late.review.list)

    def enter(self, area: QWidget) -> None:
        super().enter(area)
        self.board.scroller.ensureWidgetVisible(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.START}…", self.start_plan, changes=True),
            Command("File", f"{words.TURN}…", self.turn_year, changes=True),
            Command("File", f"{words.MAKE}…", self.make_plan),
        )

    def start_new(self) -> None:
        """Something more to learn; without a plan, a plan."""
        if self.desk.session.read_only:
            return
        if self.state is None:
            self.start_plan()
        else:
            self.learning.start_new()

    def show_thing(self, thing: str) -> None:
        """`thing` is one of the offers, or the id of a plan or of planned learning."""
        self.refresh()
        if self._begin(thing) or not thing:
            return
        for plan in self.state.plans if self.state is not None else ():
            if thing == plan.id:
                self.show_plan(thing)
            elif any(one.id == thing for one in plan.learning):
                self.show_plan(plan.id)
                self.learning.choose(thing)

    def take_up(self, offer: str) -> None:
        self.refresh()
        self._begin(offer)

    def preview(self) -> None:
        self.make_plan()

    def leave(self) -> None:
        self.learning.leave()
        if self._late is not None:
            self._late.leave()

    def apply_layout(self, layout: Layout) -> None:
        self.make.set_icon("" if layout.stacked else "page")
        self.board.apply_layout(layout)

    def start_plan(self) -> None:
        """Begin a plan for the next twelve months, and show it."""
        session = self.desk.session
        if session.read_only:
            return
        made = session.act(begin_plan)
        if made:
            self.show_plan(made.created[0])
            self.desk.messages.offer_undo("A learning plan is begun", session.undo, passing=True)
            self.goals.take_focus()

    def show_plan(self, plan: str) -> None:
        """Show this plan."""
        self.leave()
        self._wanted = plan
        self.refresh()

    def turn_year(self) -> None:
        """Open the panel that turns the year."""
        if self.state is None or self.desk.session.read_only:
            return
        self.leave()
        self.turn.open(self.state)
        self._show_buttons()
        self._order_tabs()

    def make_plan(self) -> None:
        """Open the dialog that makes the plan as a document."""
        from otcpd.actions.pathway.plan_paper import learning_plan_content
        from otcpd.ui.pages.plan.paper_dialog import PlanDialog  # with all that draws pages

        self.leave()
        session = self.desk.session
        session.flush()
        if self.state is None:
            self.desk.messages.say(words.NO_PLAN, icon="info")
            return
        try:
            content = learning_plan_content(session.record, self.state.plan.id)
        except OtcpdError as error:
            session.problem.emit(error)
            return
        self.paper.open(PlanDialog(self.desk, content, self))

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._stale = False
        try:
            self.state = state = read_state(self.desk.session.record, self._wanted)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self.empty.setVisible(state is None)
        for card in (self.goals, self.learning, self.agreed):
            card.setVisible(state is not None)
        if state is None:
            self.header.set_fact(words.FACT_NO_PLAN)
        else:
            goals = dict(state.goals)
            self.header.set_fact(words.standing(state.plan, goals, state.today, changed=bool(state.changed)))
            for shown in (self.goals, self.learning, self.agreed):
                shown.show_state(state)
        if self._late is not None:
            self._late.show_state(state)
        if self._turn is not None and not self._turn.isHidden():
            self._follow_turn(self._turn)
        self._show_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        self.header.add_button(self.make)
        self.header.add_button(self.next)
        self.board.add_across(self.empty)
        self.board.add_left(self.goals, self.learning)
        self.board.add_right(self.agreed)
        for card in (self.empty, self.goals, self.learning, self.agreed):
            card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        self.lead_back(self.header, "pathway", "Pathway")

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        session.closing.connect(self.board.stop)
        self.make.clicked.connect(self.make_plan)
        self.next.clicked.connect(self._on_next)
        self.goals.goal_wanted.connect(self._on_goal)
        self.agreed.opened.connect(self._show_buttons)
        self.board.stands.connect(self._on_stands)
        for card in (self.goals, self.learning, self.agreed):
            card.grown.connect(self._order_tabs)

    def _on_stands(self) -> None:
        self.late.show_state(self.state)

    def _on_built(self) -> None:
        """The newest of the late cards speaks to the page, and has its place among the stops of Tab."""
        late = self.late
        if late.notes is None and late.year is not None:
            late.year.plan_wanted.connect(self.show_plan)
            late.year.deleted.connect(self._on_deleted)
        elif late.year is None and late.protected is not None:
            late.protected.see.clicked.connect(self._to_protected)
        else:
            self._order_tabs()

    def _show_buttons(self, _open: bool = False) -> None:
        """One filled button: that of the panel or the form that is open, else the page's."""
        busy = self.agreed.is_open or (self._turn is not None and not self._turn.isHidden())
        state = self.state
        self.next.setText(words.NEXT[state.next] if state is not None else words.START)
        self.next.setAccessibleName(self.next.text())
        self.next.set_kind(Kind.OUTLINED if busy else Kind.FILLED)
        over = state is not None and state.today > state.plan.end and state.next is NextThing.ADD
        self.next.setVisible(not self.desk.session.read_only and not over)
        self.make.setVisible(state is not None)

    def _order_tabs(self) -> None:
        """What was made late stands where it is seen, and not at the end."""
        turn = self._turn.tab_stops() if self._turn is not None else []
        left = [*self.goals.tab_stops(), *self.learning.tab_stops()]
        late = self._late.tab_stops() if self._late is not None else []
        tab_through(self.header.title, [self.make, self.next, *turn, *left, *self.agreed.tab_stops(), *late])
        QTimer.singleShot(0, self, self._bring_focus_up)

    def _bring_focus_up(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.board.scroller.isAncestorOf(focused):
            self.board.scroller.ensureWidgetVisible(focused)

    def _begin(self, offer: str) -> bool:
        deeds = {
            offers.NEW: self.start_plan,
            offers.LEARNING: self.start_new,
            offers.AGREE: self.agreed.start_new,
            offers.REVIEW: self._note_review,
            offers.TURN: self.turn_year,
            offers.PAPER: self.make_plan,
        }
        if offer in deeds:
            deeds[offer]()
        return offer in deeds

    def _on_next(self) -> None:
        deeds = {
            NextThing.AGREE: self.agreed.start_new,
            NextThing.AGREE_AGAIN: self.agreed.start_new,
            NextThing.REVIEW: self._note_review,
            NextThing.TURN: self.turn_year,
        }
        deed = deeds.get(self.state.next, self.start_new) if self.state is not None else self.start_plan
        deed()

    def _note_review(self) -> None:
        self.late.review.start_new()

    def _follow_turn(self, panel: TurnPanel) -> None:
        if self.state is None:
            panel.put_away()
        else:
            panel.follow(self.state)

    def _on_turn_closed(self) -> None:
        self._show_buttons()
        self.next.setFocus()

    def _on_goal(self, goal: str) -> None:
        self.page_wanted.emit("pathway", goal or "new")

    def _on_deleted(self) -> None:
        self._wanted = ""
        self.refresh()
        self.take_focus()

    def _to_protected(self) -> None:
        self.page_wanted.emit("protected", "")

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _MATTERS):
            self._stale = True
            if self.isVisible():
                self.refresh()
