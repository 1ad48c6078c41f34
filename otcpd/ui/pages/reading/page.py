"""The page "Reading log"."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.bin import put_back
from otcpd.actions.pathway.reading_list import list_as_text, whole_list
from otcpd.actions.pathway.readings import delete_reading, new_reading
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.record.search import SHORTEST
from otcpd.ui import words as common
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.reading import offers, words
from otcpd.ui.pages.reading.contents import ALL, ReadingContents
from otcpd.ui.pages.reading.head import ReadingHead
from otcpd.ui.pages.reading.list_pane import ReadingPane
from otcpd.ui.pages.reading.side import Side
from otcpd.ui.pages.sides import ListAndSide
from otcpd.ui.painting import hairline
from otcpd.ui.widgets.drop_mark import DropMark
from otcpd.ui.widgets.tab_walk import TabWalk

if TYPE_CHECKING:
    from otcpd.ui.pages.reading.bring_in import BringIn
    from otcpd.ui.papers.run import PaperRun

KINDS = "References (*.ris *.nbib *.bib);;All files (*)"
_SEEN_INSIDE = ("reading", "activity", "layer")
"""What shows in the open entry."""


class ReadingPage(PageView):
    """The list at the left, the open entry at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self.contents = ReadingContents(desk.session.record)
        self._quiet = False
        self._begun = False
        self._deleted = ""
        self.bringing: Standing[BringIn] = Standing()
        self.head = ReadingHead(desk)
        self.header = self.head.header
        self._papers: PaperRun | None = None
        self.pane = ReadingPane(desk)
        self.side = Side(desk)
        self.sides = ListAndSide(desk, self.pane, self.side, "reading_width")
        self.tabs = TabWalk(self)
        self.drop_mark = DropMark(theme, "Drop to bring in references", self)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(0)
        self._build()
        self._connect()
        self.apply_layout(WIDE)
        self._refresh()

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        listing = self.sides if self.pane.isHidden() else self.pane.area()
        return (self.header.title, self.pane.search.line, listing, self.side)

    def enter(self, area: QWidget) -> None:
        if area is self.sides:
            self._to_list()
        elif area is self.side:
            self.side.take_focus()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.BRING_IN}…", self.ask_for_references, changes=True),
            Command("Edit", "Delete reading", self._delete_open, "Delete", bound=False, changes=True),
            Command("Edit", "Copy the reference list", self.copy_list),
            Command("File", "Save the reference list as PDF…", self.save_list),
        )

    def start_new(self) -> None:
        """A new entry, open, with the focus in its title."""
        if self.desk.session.read_only:
            return
        self.side.leave()
        made = self.desk.session.act(_new)
        if made is not None and made.created:
            self._show_all_if_hidden(made.created[0])
            self.side.show_reading(made.created[0], fresh=True)
            self._choose_quietly(made.created[0])
            self.sides.set_empty(False)
            self.sides.show_side()
            self.side.take_focus()

    def search(self) -> None:
        self.sides.show_list()
        self.pane.search.line.setFocus()
        self.pane.search.line.selectAll()

    def show_thing(self, thing: str) -> None:
        if thing in self.contents.rows:
            self._show_all_if_hidden(thing)
            self._open(thing)
            self._choose_quietly(thing)
            self.sides.show_side()
            self.side.take_focus()
        else:
            self.take_up(thing)

    def take_up(self, offer: str) -> None:
        if offer == offers.NEW:
            self.start_new()
        elif offer == offers.BRING_IN:
            self.ask_for_references()
        elif offer == offers.COPY:
            self.copy_list()

    def leave(self) -> None:
        self.side.leave()

    def apply_layout(self, layout: Layout) -> None:
        self.head.apply_layout(layout)
        self.pane.apply_layout(layout)
        self.side.apply_layout(layout)
        self.sides.apply_layout(layout)

    def ask_for_references(self) -> None:
        """Have a file chosen, and show what is in it."""
        if not self.desk.session.read_only:
            self.desk.desktop.choose_files(self, words.BRING_IN, KINDS, self.bring_in_files, several=False)

    def bring_in_files(self, paths: Sequence[Path]) -> None:
        """Show what is in the first of these files."""
        from otcpd.ui.pages.reading.bring_in import BringIn  # asked for now and then

        if self.desk.session.read_only or not paths or not self.desk.session.flush():
            return
        dialog = BringIn(self.desk, paths[0], self)
        dialog.taken.connect(self._on_taken)
        self.bringing.open(dialog)

    def copy_list(self) -> None:
        """Put the whole reference list on the clipboard."""
        self.side.leave()
        try:
            lines = whole_list(self.desk.session.record)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        if not lines:
            self.desk.messages.say(words.EMPTY_LIST, icon="info")
            return
        copied = self.desk.desktop.copy(list_as_text(lines))
        self.desk.messages.say(words.COPIED if copied else words.NOT_COPIED, icon="tick" if copied else "error")

    def save_list(self, suffix: str = ".pdf") -> None:
        """Save the reference list as a document."""
        if self._papers is None:
            from otcpd.ui.papers.run import PaperRun  # a document is made now and then

            self._papers = PaperRun(self.desk, self)
        self.side.leave()
        self._papers.save_reading_list(suffix)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:  # the list comes up first; the pane beside it is built once that is on the screen
            self._begun = True
            self._first.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self.sides.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(1)
        column.addWidget(self.sides, 1)
        self.setAcceptDrops(not self.desk.session.read_only)

    def _connect(self) -> None:
        session, pane, side = self.desk.session, self.pane, self.side
        session.changed.connect(self._on_changed)
        for end in (self._first.stop, self.tabs.stop, pane.search.stop):
            session.closing.connect(end)
        self._first.timeout.connect(self._open_first)
        self.head.copy_wanted.connect(self.copy_list)
        self.head.save_wanted.connect(self.save_list)
        self.head.bring_wanted.connect(self.ask_for_references)
        self.head.new.clicked.connect(self.start_new)
        self.head.state_wanted.connect(self._show_state)
        self.head.pathway_wanted.connect(self._to_pathway)
        self.drop_mark.dropped.connect(self.bring_in_files)
        pane.start.clicked.connect(self.start_new)
        pane.show_all.clicked.connect(self._on_show_all)
        pane.states.chosen.connect(self._on_state)
        pane.search.searched.connect(self._on_searched)
        pane.search.escaped.connect(self._to_list)
        pane.list.chosen.connect(self._on_chosen)
        pane.list.clicked.connect(self._on_clicked)
        pane.list.open_wanted.connect(self._on_open_wanted)
        pane.list.delete_wanted.connect(self._delete)
        side.back_wanted.connect(self._to_list)
        side.delete_wanted.connect(self._delete)
        side.activity_wanted.connect(self._to_activity)
        side.filled.connect(self.tabs.soon)
        side.elsewhere_wanted.connect(self.elsewhere_wanted)
        self.sides.list_shown.connect(self._on_list_shown)

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if self.contents.follow(changes):
            self._refresh()
        if any(changes.of(kind) for kind in _SEEN_INSIDE) and self.side.reading in self.contents.rows:
            self.side.follow()

    def _refresh(self) -> None:
        """Fill the page anew; what is open stays open, or its neighbour comes in its place."""
        contents = self.contents
        self._show_rows()
        self.head.show_counts(*contents.counts())
        self.tabs.soon()
        self.sides.set_empty(not contents.rows and not self.side.reading)
        if self.side.reading and self.side.reading not in contents.rows:
            self._open_near()

    def _show_rows(self) -> None:
        self._quiet = True
        self.pane.show_rows(self.contents.sifted(self.pane.states.value()), any_at_all=bool(self.contents.rows))
        if self.side.reading in self.contents.rows:
            self.pane.list.choose(self.side.reading)
        self._quiet = False

    def _open_near(self) -> None:
        key = self.pane.list.chosen_key()
        if key:
            self._open(key)
        else:
            self.side.show_nothing()
            self.sides.show_list()
            self.sides.set_empty(not self.contents.rows)

    def _open_first(self) -> None:
        if not self.side.reading and not self.sides.one_pane and self.contents.rows:
            self._quiet = True
            self.pane.list.choose_first()
            self._quiet = False
            self._open_near()

    def _choose_quietly(self, key: str) -> None:
        self._quiet = True
        self.pane.list.choose(key)
        self._quiet = False

    def _show_all_if_hidden(self, key: str) -> None:
        if not self.pane.list.rows.index_of(key).isValid():
            self.pane.search.clear()
            self.pane.sift("", frozenset())
            self.pane.states.set_value(ALL)
            self.head.state = ALL
            self._show_rows()

    # Choosing and opening

    def _open(self, key: str) -> None:
        if key != self.side.reading:
            self.side.show_reading(key)

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

    def _on_list_shown(self, shown: bool) -> None:
        self.head.setVisible(shown)

    def _show_state(self, state: str) -> None:
        self.pane.states.set_value(state)
        self._on_state(state)

    def _on_state(self, state: str) -> None:
        self.head.state = state
        self._show_rows()
        self.pane.list.scrollToTop()
        self.pane.tell_found()

    def _on_searched(self, query: str) -> None:
        found = self.desk.session.record.search(query) if len(query) >= SHORTEST else {}
        self._quiet = True
        self.pane.sift(query, found.get("reading", frozenset()))
        self._quiet = False

    def _on_show_all(self) -> None:
        self.pane.search.clear()
        self.pane.sift("", frozenset())
        self._show_state(ALL)
        self.pane.take_focus()

    def _to_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _to_pathway(self) -> None:
        self.page_wanted.emit("pathway", "")

    # Deeds

    def _on_taken(self, number: int) -> None:
        self.desk.messages.offer_undo(words.brought_in(number), self.desk.session.undo, passing=True)
        self.sides.set_empty(False)
        self.pane.list.choose_first()
        self._to_list()

    def _delete_open(self) -> None:
        self._delete(self.side.reading)

    def _delete(self, key: str) -> None:
        row = self.contents.rows.get(key)
        if self.desk.session.read_only or row is None:
            return
        self.side.leave()
        title = quoted(row.title) if row.title.strip() else "Reading"
        self._deleted = key
        if self.desk.session.act(delete_reading, key):
            self.desk.messages.offer_undo(common.in_the_bin(title, 1), self._bring_back)

    def _bring_back(self) -> None:
        if self.desk.session.act(put_back, [self._deleted]):
            self.show_thing(self._deleted)


def _new(record: Record) -> Changes:
    return new_reading(record)
