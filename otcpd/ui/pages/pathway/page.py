"""The page "Pathway"."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.pathway import goals
from otcpd.actions.pathway.doors import door_facts
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import quoted
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.pathway import words
from otcpd.ui.pages.pathway.cards import Cards
from otcpd.ui.pages.pathway.offers import NEW_GOAL, new_about
from otcpd.ui.pages.pathway.sides import CardsAndGoal
from otcpd.ui.pages.pathway.state import PathwayState, read_state
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.page_header import PageHeader, put_first
from otcpd.ui.widgets.tab_walk import TabWalk

if TYPE_CHECKING:
    from otcpd.ui.pages.pathway.goal_pane import GoalPane

_MATTERS = (
    *("goal", "activity", "assessment", "framework", "framework_link", "supervision_session", "person", "layer"),
    *("post", "role_aim", "opportunity", "learning_plan", "impact", "reading", "setting"),
)
_LEAST_WORDS = 240
"""Where less is left beside the button of the head, it stands below its words."""


class PathwayPage(PageView):
    """Where she is, where she wants to be, and what gets her there. It reads the file when it is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self.state: PathwayState | None = None
        self.goal = ""
        """The goal that is open; empty for none."""
        self._stale = True
        self._quiet = False
        self._layout = WIDE
        self._pane: GoalPane | None = None
        self.header = PageHeader(theme, words.PAGE, words.FACT)
        self.new = Button(theme, words.NEW, Kind.FILLED, icon="plus")
        self.cards = Cards(desk, _pages())
        self._place = QStackedWidget()
        self._place.setMinimumHeight(1)
        self.sides = CardsAndGoal(theme, self.cards, self._place)
        self.tabs = TabWalk(self)
        self._begun = self._loaded = False
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(0)
        self._first.timeout.connect(self._open_first)
        self._build()
        self._connect()

    @property
    def pane(self) -> GoalPane:
        """The open goal; built when one is first opened."""
        if self._pane is None:
            from otcpd.ui.pages.pathway.goal_pane import GoalPane  # the cards come up first

            pane = self._pane = GoalPane(self.desk)
            pane.apply_layout(self._layout)
            self._place.addWidget(pane)
            pane.back_wanted.connect(self._to_goals)
            pane.delete_wanted.connect(self._delete)
            pane.activity_wanted.connect(self._to_activity)
            pane.session_wanted.connect(self._to_session)
            pane.filled.connect(self.tabs.soon)
            pane.top.saved.save_elsewhere.connect(self.elsewhere_wanted)
        return self._pane

    def take_focus(self) -> None:
        if self._head.isHidden():  # the open goal has its place
            self.pane.take_focus()
        else:
            self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title, self.cards.levels.board.shown, self.cards.goals.area(), self._place)

    def enter(self, area: QWidget) -> None:
        if area is self._place:
            self.pane.take_focus()
        else:
            super().enter(area)
            self.cards.scroller.ensureWidgetVisible(area)

    def commands(self) -> Sequence[Command]:
        return (Command("Edit", words.DELETE, self._delete_open, "Delete", bound=False, changes=True),)

    def start_new(self) -> None:
        """A new goal, open, with the focus in its title."""
        self.new_goal()

    def new_goal(self, item: str = "", level: int | None = None) -> None:
        """A new goal about an item of a framework and a level, open, with the focus in its title."""
        if self.desk.session.read_only:
            return
        self.leave()
        made = self.desk.session.act(goals.goal_about, item, level)
        if made is not None:
            self._show(made.new_id)
            self.sides.show_goal()
            self.pane.take_focus()

    def show_thing(self, thing: str) -> None:
        """`thing` is the id of a goal, or an offer: see `offers`."""
        if self._stale:
            self.refresh()
        about = new_about(thing)
        if about is not None:
            self.new_goal(*about)
        elif self.state is not None and self.state.goal(thing) is not None:
            self._show(thing)
            self.sides.show_goal()
            self.pane.take_focus()

    def take_up(self, offer: str) -> None:
        if offer == NEW_GOAL:
            self.new_goal()

    def leave(self) -> None:
        if self._pane is not None and self.goal:
            self._pane.leave()

    def apply_layout(self, layout: Layout) -> None:
        self._layout = layout
        theme = self.desk.theme
        self.header.set_one_line(layout.header_in_one_line and not layout.stacked)
        self.header.set_wrapping(layout.stacked)
        room = self.width() - 2 * theme.gap(layout.edge) - self.header.buttons_width()
        self.header.set_stacked(layout.stacked and room < theme.px(_LEAST_WORDS))
        put_first(self._head, self.cards.inside if layout.stacked else self._column)
        edge = theme.gap(layout.edge)
        if layout.stacked:
            self._head_box.setContentsMargins(0, theme.gap(8), 0, 0)
        else:
            top = theme.gap(26 if layout is WIDE else 16)
            self._head_box.setContentsMargins(edge, top, edge - RING_SPACE, theme.gap(14))
        self.cards.apply_layout(layout)
        if self._pane is not None:
            self._pane.apply_layout(layout)
        self.sides.apply_layout(layout)
        self._fit()

    def refresh(self) -> None:
        """Read everything anew and show it; what is open stays open."""
        self._stale = False
        session = self.desk.session
        try:
            self.state = state = read_state(session)
            self.cards.doors.show_facts(door_facts(session.record, state.frameworks))
            self.cards.levels.show_state(state)
        except OtcpdError as error:
            session.problem.emit(error)
            return
        self._quiet = True
        self.cards.goals.show_state(state)
        self.new.setVisible(bool(state.goals) and not session.read_only)
        self._quiet = False
        if self.goal and state.goal(self.goal) is None:
            self._close()
        self._show(self.goal)
        self.tabs.soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._begun:
            # The cards come up first; the goal beside them is built once they are on the screen.
            self._begun = True
            self._first.start()

    # Building

    def _build(self) -> None:
        self.header.add_button(self.new)
        self._head = QWidget()
        self._head_box = QVBoxLayout(self._head)
        self._head_box.addWidget(self.header)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        session, cards = self.desk.session, self.cards
        session.changed.connect(self._on_changed)
        session.reverted.connect(self._on_reverted)
        for end in (self._first.stop, self.tabs.stop):
            session.closing.connect(end)
        self.new.clicked.connect(self.start_new)
        cards.goals.new_wanted.connect(self.start_new)
        cards.goals.chosen.connect(self._on_chosen)
        cards.goals.list.clicked.connect(self._on_clicked)
        cards.goals.open_wanted.connect(self._on_open_wanted)
        cards.goals.delete_wanted.connect(self._delete)
        cards.doors.wanted.connect(self._to_page)
        cards.levels.opened.connect(self._to_item)
        cards.levels.turned.connect(self.tabs.soon)
        self.sides.cards_shown.connect(self._on_cards_shown)

    def _fit(self) -> None:
        self.cards.set_alone(not self.goal or self.sides.one_pane)

    # What is open

    def _show(self, goal: str) -> None:
        """Show a goal, or nothing."""
        found = self.state.goal(goal) if self.state is not None else None
        if found is None or self.state is None:
            return
        if goal != self.goal:
            self.leave()
        self.goal = goal
        self.pane.show_goal(found, self.state.today)
        self._place.setCurrentWidget(self.pane)
        self.sides.set_open(True)
        self._fit()
        self._quiet = True
        self.cards.goals.choose(goal)
        self._quiet = False

    def _close(self) -> None:
        """What was open is gone: its neighbour in the list comes, or nothing."""
        self.goal = ""
        if self._pane is not None:
            self._pane.close_goal()
        near = self.state.goals[0].id if self.state is not None and self.state.goals else ""
        if near and not self.sides.one_pane:
            self._show(near)
            return
        self.sides.show_cards()
        self.sides.set_open(False)
        self._fit()

    def _open_first(self) -> None:
        """In slices: what it is made of, the pane, the goal in it."""
        if self.goal or self.state is None or not self.state.goals or self.sides.one_pane:
            return
        if not self._loaded:
            import_module("otcpd.ui.pages.pathway.goal_pane")
            self._loaded = True
            self._first.start()
        elif self._pane is None:
            assert self.pane.goal is None  # it is built by asking for it
            self._first.start()
        else:
            self._show(self.state.goals[0].id)

    def _on_chosen(self, key: str) -> None:
        if not self._quiet and key and key != self.goal:
            self._show(key)

    def _on_clicked(self) -> None:
        if self.sides.one_pane:
            self._on_open_wanted(self.cards.goals.list.chosen_key())

    def _on_open_wanted(self, key: str) -> None:
        if key:
            self._show(key)
            self.sides.show_goal()
            self.pane.take_focus()

    def _to_goals(self) -> None:
        self.sides.show_cards()
        self.cards.goals.area().setFocus()

    def _on_cards_shown(self, shown: bool) -> None:
        self._head.setVisible(shown)

    def _delete_open(self) -> None:
        self._delete(self.goal)

    def _delete(self, key: str) -> None:
        found = self.state.goal(key) if self.state is not None else None
        if found is None or self.desk.session.read_only:
            return
        self.leave()
        if self.desk.session.act(goals.delete_goal, key):
            told = f"{quoted(found.called)} deleted"
            self.desk.messages.offer_undo(told, self.desk.session.undo, passing=True)
            self._to_goals()

    # Where else it leads

    def _to_page(self, page: str) -> None:
        self.page_wanted.emit(page, "")

    def _to_item(self, item: str) -> None:
        if "assessment" in _pages():
            self.page_wanted.emit("assessment", item)

    def _to_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _to_session(self, session: str) -> None:
        self.page_wanted.emit("supervision", session)

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _MATTERS):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _on_reverted(self, changes: Changes) -> None:
        """Show what an undo brought back or changed."""
        touched = [one for one in changes.of("goal") if self.state is not None and self.state.goal(one) is not None]
        if len(touched) == 1 and touched[0] != self.goal and self.isVisible():
            self._show(touched[0])


def _pages() -> dict[str, tuple[str, str]]:
    """Name and icon of every page that there is, by its key."""
    from otcpd.ui.shell.registry import PAGES  # it imports the pages

    return {spec.page.key: (spec.page.name, spec.page.icon) for spec in PAGES}
