"""The page "Protected time": what is agreed, what was set aside, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.protected_words import taken_sentence
from otcpd.ui.layout import Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.protected import offers, words
from otcpd.ui.pages.protected.agreed_card import AgreedCard
from otcpd.ui.pages.protected.figure_cards import MonthsCard, UsesCard
from otcpd.ui.pages.protected.slots_card import SlotsCard
from otcpd.ui.pages.protected.state import ProtectedState, read_state
from otcpd.ui.pages.protected.workload_card import WorkloadCard
from otcpd.ui.widgets.board import Board
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.tab_order import tab_stops, tab_through

_MATTERS = ("entitlement", "protected_slot", "workload", "activity", "supervision_session", "gap_reason", "setting")
GROWING = 400
"""Milliseconds in which a form that was opened finds its place: layouts come one after the other."""


class ProtectedPage(PageView):
    """Figures, never warnings. It reads the file when it is shown, and again after changes while it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self._stale = True
        self.state: ProtectedState | None = None
        self.header = PageHeader(theme, words.PAGE)
        self.make_page = Button(theme, words.MAKE_PAGE, icon="page")
        self.plan = Button(theme, words.PLAN, Kind.FILLED, icon="plus")
        self.months = MonthsCard(theme)
        self.slots = SlotsCard(desk)
        self.agreed = AgreedCard(desk)
        self.uses = UsesCard(theme)
        self._workload: WorkloadCard | None = None
        self.board = Board(theme, self.header)
        self._grows = QTimer(self)
        self._grows.setSingleShot(True)
        self._grows.setInterval(GROWING)
        self.manager: Standing[PanelDialog] = Standing()
        self._build()
        desk.session.changed.connect(self._on_changed)
        for end in (self.board.stop, self._grows.stop):
            desk.session.closing.connect(end)
        self.board.stands.connect(self._on_stands)
        self.board.scroller.verticalScrollBar().rangeChanged.connect(self._on_range)
        for card in (self.slots, self.agreed):
            card.grown.connect(self._order_tabs)
        self.slots.emptied.connect(self._to_plan)
        self.make_page.clicked.connect(self.make_managers_page)
        self.plan.clicked.connect(self.start_new)

    @property
    def workload(self) -> WorkloadCard:
        """Built once the first picture is on the screen, or when it is wanted."""
        if self._workload is None:
            card = self._workload = WorkloadCard(self.desk)
            self.board.add_left(card)
            card.show()
            if self.state is not None:
                card.show_state(self.state)
        return self._workload

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title, self.slots.list, self.agreed.list, *self._of_workload())

    def enter(self, area: QWidget) -> None:
        super().enter(area)
        self.board.scroller.ensureWidgetVisible(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.PLAN}…", self.start_new, changes=True),
            Command("File", f"{words.MAKE_PAGE}…", self.make_managers_page),
        )

    def start_new(self) -> None:
        if not self.desk.session.read_only:
            self.slots.plan.open()
            self._keep_in_sight()

    def show_thing(self, thing: str) -> None:
        """`thing` is one of the offers, or the id of time set aside."""
        self.refresh()
        if not self._begin(thing) and self.slots.choose(thing):
            self.slots.list.setFocus()

    def take_up(self, offer: str) -> None:
        self.refresh()
        self._begin(offer)

    def preview(self) -> None:
        self.make_managers_page()

    def leave(self) -> None:
        self.slots.pane.leave()
        self.agreed.leave()

    def apply_layout(self, layout: Layout) -> None:
        self.make_page.set_icon("" if layout.stacked else "page")  # its words need all the width there
        self.board.apply_layout(layout)

    def make_managers_page(self) -> None:
        """Open the dialog that makes the page for a line manager."""
        from otcpd.ui.pages.protected.manager_dialog import ManagerDialog  # with all that draws pages

        self.leave()
        self.desk.session.flush()
        self.manager.open(ManagerDialog(self.desk, self))

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._stale = False
        try:
            self.state = state = read_state(self.desk.session.record)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        begun = state.entitlements or state.slots or state.balance.taken
        self.header.set_fact(taken_sentence(state.balance, words.IN_SIX_MONTHS) if begun else words.NOTHING_YET)
        self.months.show_balance(state.balance)
        self.uses.show_balance(state.balance)
        self.slots.show_state(state)
        self.agreed.show_state(state)
        if self._workload is not None:
            self._workload.show_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        self.lead_back(self.header, "supervision", "Supervision")
        self.header.add_button(self.make_page)
        self.header.add_button(self.plan)
        self.plan.setVisible(not self.desk.session.read_only)
        self.board.add_across(self.months)
        self.board.add_left(self.slots)
        self.board.add_right(self.agreed, self.uses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def _on_stands(self) -> None:
        if self.workload.isVisible():
            self._order_tabs()

    def _order_tabs(self) -> None:
        """What was made late stands where it is seen, and not at the end."""
        workload = tab_stops(self._workload) if self._workload is not None else []
        head = [*filter(None, (self.header.back,)), self.header.title, self.make_page, self.plan]
        tab_through(head[0], [*head[1:], *self.slots.tab_stops(), *workload, *self.agreed.tab_stops()])
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        self._grows.start()
        QTimer.singleShot(0, self, self._bring_focus_up)

    def _on_range(self, _least: int, _most: int) -> None:
        if self._grows.isActive():
            self._bring_focus_up()

    def _bring_focus_up(self) -> None:
        """What has just come, or come above it, has moved what has the focus: it stays in sight."""
        focused = QApplication.focusWidget()
        if focused is not None and self.board.scroller.isAncestorOf(focused):
            self.board.scroller.ensureWidgetVisible(focused)

    def _of_workload(self) -> Sequence[QWidget]:
        return (self._workload.note,) if self._workload is not None else ()

    def _begin(self, offer: str) -> bool:
        deeds = {
            offers.PLAN: self.start_new,
            offers.AGREED: self.agreed.start_new,
            offers.WORKLOAD: self._to_workload,
            offers.MANAGER: self.make_managers_page,
        }
        if offer in deeds:
            deeds[offer]()
        return offer in deeds

    def _to_plan(self) -> None:
        self.plan.setFocus()

    def _to_workload(self) -> None:
        self.workload.figures["caseload"].setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _MATTERS):
            self._stale = True
            if self.isVisible():
                self.refresh()
