"""The page "Roles": where one has worked, where one wants to be, and the chances on the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.posts import held_posts
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.roles import offers, words
from otcpd.ui.pages.roles.aims_card import AimsCard
from otcpd.ui.pages.roles.opportunities_card import OpportunitiesCard
from otcpd.ui.pages.roles.posts_card import RolePostsCard
from otcpd.ui.pages.roles.timeline_card import TimelineCard
from otcpd.ui.pages.settings.things_card import ThingsCard
from otcpd.ui.widgets.board import Board
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.tab_walk import TabWalk

_MATTERS = ("post", "employer", "role_aim", "opportunity", "activity", "framework")


class RolesPage(PageView):
    """It reads the file when it is shown, and again after changes while it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self._stale = True
        self.header = PageHeader(theme, words.PAGE)
        self.lead_back(self.header, "pathway", "Pathway")
        self.ladder = Button(theme, "Next role")
        self.new_post = Button(theme, words.NEW_POST, Kind.FILLED, icon="plus")
        self.timeline = TimelineCard(theme)
        self.posts = RolePostsCard(desk)
        self._aims: AimsCard | None = None
        self._opportunities: OpportunitiesCard | None = None
        self.board = Board(theme, self.header)
        self.tabs = TabWalk(self)
        self._build()
        desk.session.changed.connect(self._on_changed)
        for end in (self.board.stop, self.tabs.stop):
            desk.session.closing.connect(end)
        self.ladder.clicked.connect(self._on_ladder)
        self.new_post.clicked.connect(self.start_new)
        self.board.stands.connect(self._on_stands)

    @property
    def aims(self) -> AimsCard:
        """Built once the first picture is on the screen, or when it is wanted."""
        if self._aims is None:
            card = self._aims = AimsCard(self.desk)
            card.ladder_wanted.connect(self._on_ladder_of)
            self.board.add_right(card)
            self._show_late(card)
        return self._aims

    @property
    def opportunities(self) -> OpportunitiesCard:
        """Built after the roles, or when it is wanted."""
        if self._opportunities is None:
            card = self._opportunities = OpportunitiesCard(self.desk)
            card.activity_wanted.connect(self._on_activity)
            self.board.add_left(card)
            self._show_late(card)
        return self._opportunities

    @property
    def cards(self) -> list[ThingsCard]:
        """The cards that are there."""
        return [card for card in (self.posts, self._aims, self._opportunities) if card is not None]

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        lists = [card.list if card.list.isVisibleTo(card) else card.new for card in self.cards]
        return (self.header.title, *lists)

    def enter(self, area: QWidget) -> None:
        super().enter(area)
        self.board.scroller.ensureWidgetVisible(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.NEW_POST}…", self.start_new, changes=True),
            Command("File", f"{words.NEW_AIM}…", self._new_aim, changes=True),
            Command("File", f"{words.NEW_OPPORTUNITY}…", self._new_opportunity, changes=True),
        )

    def start_new(self) -> None:
        self._to_new(self.posts)

    def show_thing(self, thing: str) -> None:
        """`thing` is one of the offers, or the id of a post, a role or an opportunity."""
        self.refresh()
        if self._begin(thing):
            return
        for card in (self.posts, self.aims, self.opportunities):
            if any(row.key == thing for row in card.list.rows.rows()):
                card.refresh(thing)
                self.enter(card.list)

    def take_up(self, offer: str) -> None:
        self.refresh()
        self._begin(offer)

    def leave(self) -> None:
        for card in self.cards:
            card.commit()
        self.desk.session.flush()

    def apply_layout(self, layout: Layout) -> None:
        self.board.apply_layout(layout)
        self.tabs.soon()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._stale = False
        record = self.desk.session.record
        try:
            posts, today = held_posts(record), record.clock.today()
            aims = record.roles.aims()
            for card in self.cards:
                card.refresh()
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self.header.set_fact(words.fact(posts, aims, today))
        self.timeline.show_posts(posts, today)
        self.ladder.setVisible(bool(aims))
        self.tabs.soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        self.header.add_button(self.ladder)
        self.header.add_button(self.new_post)
        self.new_post.setVisible(not self.desk.session.read_only)
        self.board.add_across(self.timeline)
        self.board.add_left(self.posts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def _show_late(self, card: ThingsCard) -> None:
        card.show()
        if not self._stale:
            card.refresh()
        self.tabs.soon()

    def _on_stands(self) -> None:
        if self.aims.isVisible():
            QTimer.singleShot(0, self, self._build_last)

    def _build_last(self) -> None:
        if not self.desk.session.closed:
            self.opportunities.show()

    def _begin(self, offer: str) -> bool:
        deeds = {
            offers.NEW_POST: self.start_new,
            "new": self.start_new,
            offers.NEW_AIM: self._new_aim,
            offers.NEW_OPPORTUNITY: self._new_opportunity,
        }
        if offer in deeds:
            deeds[offer]()
        return offer in deeds

    def _new_aim(self) -> None:
        self._to_new(self.aims)

    def _new_opportunity(self) -> None:
        self._to_new(self.opportunities)

    def _to_new(self, card: ThingsCard) -> None:
        if not self.desk.session.read_only:
            card.new.setFocus()
            self.board.scroller.ensureWidgetVisible(card.new)

    def _on_ladder(self) -> None:
        self.page_wanted.emit("next_role", "")

    def _on_ladder_of(self, aim: str) -> None:
        self.page_wanted.emit("next_role", aim)

    def _on_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _MATTERS):
            self._stale = True
            if self.isVisible():
                self.refresh()
