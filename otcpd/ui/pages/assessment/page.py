"""The page "Self-assessment": the wheel of a day, laid over that of another, with reasons and what shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.assessments import begin_assessment, delete_assessment, mark_level
from otcpd.domain.assessment import MarkSide
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.framework_ref import EditionRef, parse_edition, parse_ref
from otcpd.domain.ladder import LadderFacts
from otcpd.ui.layout import Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.assessment import offers, words
from otcpd.ui.pages.assessment.about_card import AboutCard
from otcpd.ui.pages.assessment.item_card import ItemCard
from otcpd.ui.pages.assessment.state import AssessmentState, Wanted, read_state
from otcpd.ui.pages.assessment.tools import AssessmentTools
from otcpd.ui.pages.assessment.wheel_card import WheelCard
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.pathway.levels_card import REMEMBERED
from otcpd.ui.pages.pathway.words import marked_by
from otcpd.ui.widgets.board import Board
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.tab_walk import TabWalk

if TYPE_CHECKING:
    from otcpd.ui.pages.assessment.paper_dialog import PaperDialog

_OF_THE_LOG = ("activity", "goal", "framework", "framework_link", "evidence")
_MATTERS = ("assessment", "framework", "framework_link", "activity", "goal", "person", "layer")


class AssessmentPage(PageView):
    """It reads the file when it is shown, and again after changes while it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self._stale = True
        self._wanted = Wanted(desk.machine.text(REMEMBERED))
        self._item = ""
        self._facts: dict[EditionRef, LadderFacts] = {}
        """Of the log, until it changes."""
        self.state = AssessmentState()
        self.header = PageHeader(theme, words.PAGE)
        self.save = Button(theme, words.PREVIEW, icon="page")
        self.new = Button(theme, words.NEW, Kind.FILLED, icon="plus")
        self.tools = AssessmentTools(theme)
        self.wheel = WheelCard(desk)
        self._item_card: ItemCard | None = None
        self._about_card: AboutCard | None = None
        self.start = Button(theme, words.NEW, Kind.FILLED, icon="plus")
        self.empty = EmptyState(theme, "wheel", *words.NOTHING_YET, self.start)
        self.board = Board(theme, self.header)
        self.tabs = TabWalk(self)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self.paper: Standing[PanelDialog] = Standing()
        self._build()
        desk.session.changed.connect(self._on_changed)
        for end in (self.board.stop, self.tabs.stop, self._next.stop):
            desk.session.closing.connect(end)
        self.tools.wanted.connect(self._on_wanted)
        self.wheel.marked.connect(self._on_marked)
        self.wheel.chosen.connect(self._on_chosen)
        self.wheel.opened.connect(self._on_opened)
        self.board.stands.connect(self._on_stands)
        self._next.timeout.connect(self._build_about)
        self.save.clicked.connect(self.preview)
        for button in (self.new, self.start):
            button.clicked.connect(self.start_new)

    @property
    def item(self) -> ItemCard:
        """Built once the first picture is on the screen, or when it is wanted."""
        if self._item_card is None:
            card = self._item_card = ItemCard(self.desk)
            card.activity_wanted.connect(self._to_activity)
            self.board.add_right(card)
            card.show_item(self.state, self._item)
            self.tabs.soon()
        return self._item_card

    @property
    def about(self) -> AboutCard:
        """Built after the details of the item, or when it is wanted."""
        if self._about_card is None:
            self.item.show_item(self.state, self._item)  # which stands above it
            card = self._about_card = AboutCard(self.desk)
            card.delete_wanted.connect(self._on_delete)
            card.saved.save_elsewhere.connect(self.elsewhere_wanted)
            self.board.add_right(card)
            card.show_state(self.state)
            self.tabs.soon()
        return self._about_card

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        details = (self._item_card,) if self._item_card is not None else ()
        body = (self.wheel.view, self.wheel.table, *details) if self.state.current is not None else (self.start,)
        return (self.header.title, self.tools.framework, *body)

    def enter(self, area: QWidget) -> None:
        if area is self._item_card:
            self.item.take_focus()
        else:
            super().enter(area)
        self.board.scroller.ensureWidgetVisible(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", words.NEW, self.start_new, changes=True),
            Command("File", f"{words.PREVIEW}…", self.preview),
        )

    def start_new(self) -> None:
        """One of today, with the marks of the last one; today's own, if there is one."""
        session, framework = self.desk.session, self.state.framework
        if session.read_only or framework is None:
            return
        self.leave()
        today = session.services.clock.today()
        there = next((one for one in self.state.assessments if one.day == today), None)
        if there is not None:
            self._show(Wanted(str(framework.ref), there.id))
            self.desk.messages.say("Today’s is open: go on with it")
        else:
            made = session.act(begin_assessment, str(framework.ref), frameworks=session.frameworks.now())
            if made is None:
                return
            before = self.state.current.id if self.state.current is not None else ""
            self._show(Wanted(str(framework.ref), made.created[0], before))
        (self.wheel.view if self.wheel.view.isVisible() else self.wheel.table).setFocus()

    def show_thing(self, thing: str) -> None:
        """`thing` is an offer, the id of a self-assessment, or a framework or an item of one by its reference."""
        ref = parse_ref(thing)
        if thing in (offers.NEW, offers.PREVIEW):
            self.refresh()
            self.take_up(thing)
        elif ref is not None:
            self._item = thing
            self._show(Wanted(str(ref.edition)))
            self.item.take_focus()
        elif parse_edition(thing) is not None:
            self._show(Wanted(thing))
        elif thing:
            self._show(Wanted(assessment=thing))

    def take_up(self, offer: str) -> None:
        if offer == offers.NEW:
            self.start_new()
        elif offer == offers.PREVIEW:
            self.preview()

    def preview(self) -> None:
        """Open the dialog that shows the self-assessment as a document, and saves it."""
        if self.state.current is None:
            self.desk.messages.say("There is no self-assessment yet")
            return
        self.leave()
        self.desk.session.flush()
        self.paper.open(self._make_paper())

    def _make_paper(self) -> PaperDialog:
        from otcpd.ui.pages.assessment.paper_dialog import PaperDialog  # with all that draws pages

        return PaperDialog(self.desk, self.state, self)

    def leave(self) -> None:
        if self.state.current is not None and self._about_card is not None:
            self._about_card.commit()

    def apply_layout(self, layout: Layout) -> None:
        self.save.set_icon("" if layout.stacked else "page")  # its words need all the width there
        self.board.apply_layout(layout)

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._stale = False
        session = self.desk.session
        try:
            known = session.frameworks.now()
            self.state = state = read_state(session.record, known, self._wanted, self._facts)
        except OtcpdError as error:
            session.problem.emit(error)
            return
        if self._item not in state.items:
            self._item = next(iter(state.items), "")
        there = state.current is not None
        self.header.set_fact(self._fact())
        self.tools.show_state(state)
        self.empty.setVisible(not there)
        self.start.setVisible(not session.read_only)
        self.wheel.setVisible(there)
        self.save.setVisible(there)
        self.new.setVisible(there and not session.read_only)
        if there:
            self.wheel.show_state(state, self._item)
        if self._item_card is not None:
            self._item_card.show_item(state, self._item)
        if self._about_card is not None:
            self._about_card.show_state(state)
        self.tabs.soon()

    def _fact(self) -> str:
        current, today = self.state.current, self.desk.session.services.clock.today()
        if current is None:
            return words.FACT_NOTHING if self.state.offered else words.NO_FRAMEWORK
        return f"{marked_by(current.day, today, self.state.names.get(current.person or '', ''))}."

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        self.lead_back(self.header, "pathway", "Pathway")
        self.header.add_button(self.save)
        self.header.add_button(self.new)
        self.board.add_across(self.tools)
        self.board.add_across(self.empty)
        self.board.add_left(self.wheel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def _on_stands(self) -> None:
        """The details of the item come first, and after these what stands below them."""
        self.item.show_item(self.state, self._item)
        self._next.start()

    def _build_about(self) -> None:
        self.about.show_state(self.state)

    def _show(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.refresh()

    def _on_wanted(self, wanted: Wanted) -> None:
        self.leave()
        self._show(wanted)

    def _on_marked(self, item: str, side: str, level: int | None) -> None:
        session, current = self.desk.session, self.state.current
        if current is not None:
            session.act(mark_level, current.id, item, MarkSide(side), level, frameworks=session.frameworks.now())

    def _on_chosen(self, item: str) -> None:
        self._item = item
        self.item.show_item(self.state, item)
        self.tabs.soon()

    def _on_opened(self, item: str) -> None:
        self._on_chosen(item)
        self.wheel.choose(item)
        self.item.take_focus()

    def _to_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _on_delete(self) -> None:
        current = self.state.current
        if current is not None and self.desk.session.act(delete_assessment, current.id) is not None:
            self.desk.messages.offer_undo(words.DELETED, self.desk.session.undo, passing=True)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _OF_THE_LOG):
            self._facts = {}
        if any(changes.of(kind) for kind in _MATTERS):
            self._stale = True
            if self.isVisible():
                self.refresh()
