"""The page "Supervision"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.record.search import SHORTEST
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.models.session_rows import SessionRow
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.supervision.acts import SessionActs
from otcpd.ui.pages.supervision.contents import Sift, Stage, SupervisionContents
from otcpd.ui.pages.supervision.head import SupervisionHead
from otcpd.ui.pages.supervision.list_pane import SessionPane
from otcpd.ui.pages.supervision.offers import NEW_AGREEMENT, NEW_SESSION, TO_RECORD, YEAR
from otcpd.ui.pages.supervision.side import Side
from otcpd.ui.pages.supervision.sides import Sides
from otcpd.ui.pages.supervision.ways import Ways
from otcpd.ui.painting import hairline
from otcpd.ui.widgets.tab_walk import TabWalk

if TYPE_CHECKING:
    from otcpd.ui.pages.supervision.agreement_pane import AgreementPane
    from otcpd.ui.pages.supervision.detail import SessionDetail

_SEEN_INSIDE = ("supervision_session", "activity", "workload", "layer", "setting")
"""What shows in the open session without a change to the list."""


class SupervisionPage(PageView):
    """Agreements above, sessions at the left, and what is open at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Supervision", parent)
        self.contents = SupervisionContents(desk.session.record)
        self._begun = False
        self._quiet = False
        self.acts = SessionActs(desk, self.contents, self)
        self.ways = Ways(desk, self.contents, self)
        self.tabs = TabWalk(self)
        self.head = SupervisionHead(desk, self.ways.links())
        self.pane = SessionPane(desk, self.contents)
        self.side = Side(desk, self.contents)
        self.sides = Sides(desk, self.pane, self.side)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(0)
        self._first.timeout.connect(self._open_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(1)
        column.addWidget(self.sides, 1)
        self._connect()
        self.apply_layout(WIDE)
        self._refresh()

    @property
    def detail(self) -> SessionDetail:
        """The pane for sessions."""
        return self.side.detail

    def take_focus(self) -> None:
        if self.head.isHidden():  # what is open has its place
            self.side.take_focus()
        else:
            self.head.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        listing = self.sides if self.pane.isHidden() else self.pane.area()
        return (self.head.header.title, self.pane.tools.search.line, listing, self.side)

    def enter(self, area: QWidget) -> None:
        if area is self.sides:
            self._to_list()
        elif area is self.side:
            self.side.take_focus()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("Edit", "Delete session", self._delete_open, "Delete", bound=False, changes=True),
            Command("Edit", "Filter the sessions…", self._to_filter, "Ctrl+Shift+F"),
        )

    def start_new(self) -> None:
        """A new session, open, with the focus in its first field."""
        self._new_session(self.pane.tools.sift.agreement)

    def _new_session(self, agreement: str) -> None:
        made = self.acts.new(agreement)
        if made:
            self._show_all_if_hidden(made)
            self.side.show_session(made, fresh=True)
            self._choose_quietly(made)
            self.sides.show_side()
            self.side.take_focus()

    def search(self) -> None:
        self.sides.show_list()
        self.pane.tools.to_search()

    def show_thing(self, thing: str) -> None:
        if thing == TO_RECORD:
            self._show_stage(Stage.TO_RECORD)
        elif thing in self.contents.rows:
            self._show_all_if_hidden(thing)
            self._open(thing)
            self._choose_quietly(thing)
            if self.sides.one_pane:
                self.sides.show_side()
                self.side.take_focus()
        elif thing in self.contents.names.agreements:
            self.show_agreement(thing)

    def show_agreement(self, agreement: str) -> None:
        """An agreement, and its sessions alone in the list. Chosen once more, all sessions come back."""
        again = self.side.agreement == agreement and self.pane.tools.sift == Sift(agreement=agreement)
        self.pane.tools.set_sift(Sift() if again else Sift(agreement=agreement))
        if not again:
            self.side.show_agreement(agreement)
            self.pane.list.clearSelection()
            self.sides.show_side()
            if self.sides.one_pane:
                self.side.take_focus()

    def take_up(self, offer: str) -> None:
        if offer == NEW_SESSION:
            self.start_new()
        elif offer == NEW_AGREEMENT:
            self.new_agreement()
        elif offer == YEAR:
            self.ways.show_year()
        elif offer == TO_RECORD:
            self._show_stage(Stage.TO_RECORD)

    def new_agreement(self) -> None:
        """A new agreement, open, with the focus in its first field."""
        made = self.acts.new_agreement()
        if made:
            self.pane.tools.set_sift(Sift())
            self.pane.list.clearSelection()
            self.side.show_agreement(made)
            self.sides.set_empty(False)
            self.sides.show_side()
            self.side.take_focus()

    def finish(self) -> None:
        if self.side.session and self.side.isVisible():
            self.detail.finish()
        else:
            self._next_to_record()

    def leave(self) -> None:
        self.side.leave()

    def apply_layout(self, layout: Layout) -> None:
        self.head.apply_layout(layout)
        self.pane.apply_layout(layout)
        self.side.apply_layout(layout)
        self.sides.apply_layout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.set_height(self.height() / self.desk.theme.factor)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self.sides.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))
        if not self._begun:
            # The list comes up first; the pane beside it is built once that is on the screen.
            self._begun = True
            self._first.start()

    # Building

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        session.reverted.connect(self._on_reverted)
        for timer in (self._first, self.tabs):
            session.closing.connect(timer.stop)
        session.closing.connect(self.pane.tools.search.stop)
        self.head.new_session.clicked.connect(self.start_new)
        self.head.new_agreement.clicked.connect(self.new_agreement)
        self.head.agreement_wanted.connect(self.show_agreement)
        self.head.all_shown.connect(self._on_all_shown)
        self.pane.tools.more.clicked.connect(self._open_more)
        self.pane.start.clicked.connect(self.start_new)
        self.pane.show_all.clicked.connect(self._on_show_all)
        self.pane.tools.changed.connect(self._on_sift)
        self.pane.tools.searched.connect(self._on_searched)
        self.pane.tools.search.escaped.connect(self._to_list)
        listing = self.pane.list
        listing.chosen.connect(self._on_chosen)
        listing.clicked.connect(self._on_clicked)
        listing.open_wanted.connect(self._on_open_wanted)
        listing.delete_wanted.connect(self._delete)
        self.side.detail_built.connect(self._on_detail_built)
        self.side.agreement_built.connect(self._on_agreement_built)
        self.side.filled.connect(self.tabs.soon)
        self.side.back_wanted.connect(self._to_list)
        self.side.agreement_open.connect(self.head.board.mark_open)
        self.ways.session_wanted.connect(self.show_thing)
        self.ways.page_wanted.connect(self.page_wanted)
        self.sides.list_shown.connect(self._on_list_shown)
        self.acts.brought_back.connect(self.show_thing)

    def _on_detail_built(self, pane: SessionDetail) -> None:
        pane.back_wanted.connect(self._to_list)
        pane.delete_wanted.connect(self._delete)
        pane.session_wanted.connect(self.show_thing)
        pane.activity_wanted.connect(self.ways.to_activity)
        pane.agreement_wanted.connect(self.show_agreement)
        pane.workload_wanted.connect(self.ways.to_protected)
        pane.paper_wanted.connect(self.ways.save_paper)
        pane.evidence_wanted.connect(self.ways.use_as_evidence)
        pane.finished.connect(self._next_to_record)
        pane.top.saved.save_elsewhere.connect(self.elsewhere_wanted)

    def _on_agreement_built(self, pane: AgreementPane) -> None:
        pane.back_wanted.connect(self._to_list)
        pane.agreement_wanted.connect(self.side.show_agreement)
        pane.session_wanted.connect(self._new_session)
        pane.document_wanted.connect(self.ways.save_agreement)
        pane.deleted.connect(self._on_agreement_deleted)

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if self.contents.follow(changes) and self.contents.fresh:
            self._refresh()
        elif any(changes.of(kind) for kind in _SEEN_INSIDE):
            self.side.follow()

    def _on_reverted(self, changes: Changes) -> None:
        """Show what an undo brought back or changed."""
        touched = [one for one in changes.of("supervision_session") if one in self.contents.rows]
        if len(touched) == 1 and touched[0] != self.side.session and self.isVisible():
            self.show_thing(touched[0])

    def _refresh(self) -> None:
        """Fill the page anew; what is open stays open, or its neighbour comes in its place."""
        contents = self.contents
        self._show_rows()
        self.head.show_faces(contents.faces())
        self.tabs.soon()
        last = contents.last_led()
        self.head.set_fact(contents.fact(), None if last is None else (contents.today - last).days // 7)
        self.count(contents.to_record())
        self.head.set_any(bool(contents.rows))
        self.sides.set_empty(not contents.rows and not self.side.session and not self.side.agreement)
        if self.side.agreement:
            self._follow_agreement()
        if self.side.session:
            if self.side.session in contents.rows:
                self.side.follow()
            else:
                self._open_near()

    def _show_rows(self) -> None:
        """Fill the list anew; what is open stays chosen there."""
        contents = self.contents
        self._quiet = True
        self.pane.show_rows(contents.sifted(self.pane.tools.sift), any_at_all=bool(contents.rows))
        if self.side.session in contents.rows:
            self.pane.list.choose(self.side.session)
        self._quiet = False

    def _follow_agreement(self) -> None:
        found = self.contents.names.agreements.get(self.side.agreement)
        if found is None or found.deleted is not None:
            self._on_agreement_deleted()
        else:
            self.side.follow()

    def _on_agreement_deleted(self) -> None:
        if self.side.agreement:
            self.side.show_nothing()
            self.pane.tools.set_sift(Sift())
            self._open_first()

    def _open_near(self) -> None:
        key = self.pane.list.chosen_key()
        if key:
            self._open(key)
        else:
            self.side.show_nothing()
            self.sides.show_list()

    def _open_first(self) -> None:
        if not self.side.session and not self.side.agreement and not self.sides.one_pane:
            self._quiet = True
            self.pane.list.choose_first()
            self._quiet = False
            self._open_near()

    def _choose_quietly(self, key: str) -> None:
        self._quiet = True
        self.pane.list.choose(key)
        self._quiet = False

    # Choosing and opening

    def _open(self, key: str) -> None:
        if key != self.side.session:
            self.side.show_session(key)

    def _on_chosen(self, key: str) -> None:
        if not self._quiet and key:
            self._open(key)

    def _on_clicked(self) -> None:
        if self.sides.one_pane and self.pane.list.chosen_key():
            self._on_open_wanted(self.pane.list.chosen_key())

    def _on_open_wanted(self, key: str) -> None:
        self._open(key)
        self.sides.show_side()
        self.side.take_focus()

    def _to_list(self) -> None:
        self.sides.show_list()
        self.pane.take_focus()

    def _on_all_shown(self, shown: bool) -> None:
        self.pane.tools.more.setVisible(not shown)

    def _open_more(self) -> None:
        self.head.make_menu().open_below(self.pane.tools.more)

    def _on_list_shown(self, shown: bool) -> None:
        self.head.set_hidden(not shown)

    def _on_sift(self, _sift: Sift) -> None:
        self._show_rows()
        self.pane.list.scrollToTop()
        self.pane.tell_found()

    def _on_searched(self, query: str) -> None:
        found = self.desk.session.record.search(query) if len(query) >= SHORTEST else {}
        self._quiet = True
        self.pane.search(query, found.get("supervision_session", frozenset()))
        self._quiet = False

    def _on_show_all(self) -> None:
        self.pane.tools.search.clear()
        self.pane.tools.set_sift(Sift())
        self.pane.take_focus()

    def _show_all_if_hidden(self, key: str) -> None:
        if not self.pane.list.rows.index_of(key).isValid():
            self.pane.tools.search.clear()
            self.pane.search("", frozenset())
            self.pane.tools.set_sift(Sift())

    def _show_stage(self, stage: Stage) -> None:
        self.sides.show_list()
        self.pane.tools.set_sift(Sift(stage=stage))
        self.pane.list.choose_first()
        self.pane.take_focus()

    def _next_to_record(self) -> None:
        """The oldest session of which nobody said what became of it."""
        waiting = self.contents.sifted(Sift(stage=Stage.TO_RECORD))
        if waiting:
            oldest = min(waiting, key=_day_of)
            self.show_thing(oldest.key)
            self.side.take_focus()
        else:
            self.desk.messages.say("Nothing is to record")

    def _to_filter(self) -> None:
        self.sides.show_list()
        self.pane.tools.open_menu()

    # Deleting

    def _delete_open(self) -> None:
        if self.side.session:
            self._delete(self.side.session)

    def _delete(self, session: str) -> None:
        self.side.leave()
        if self.acts.delete(session):
            self._to_list()


def _day_of(row: SessionRow) -> date:
    return row.day
