"""The page "Bin": what was deleted, to look at and to put back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.bin import KINDS, BinEntry, counted_of, in_bin, put_back
from otcpd.domain.changes import Changes
from otcpd.domain.words import quoted
from otcpd.ui import words
from otcpd.ui.layout import LIST_MAX, LIST_MIN, NO_MOST, WIDE, Layout
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.bin.pane import BinPane
from otcpd.ui.pages.bin.words import EMPTY, NOTHING_FOUND, back_words, fact, kind_options, row_of, searched_in
from otcpd.ui.painting import hairline
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.split import Split
from otcpd.ui.widgets.tab_order import tab_stops, tab_through

LONG = 8
"""From so many things on one can search and filter."""
_SHOWN_ON = {
    "activity": "log",
    "evidence": "evidence",
    "goal": "pathway",
    "post": "roles",
    "role_aim": "roles",
    "opportunity": "roles",
    "assessment": "assessment",
    "learning_plan": "plan",
    "impact": "impact",
    "reading": "reading",
    "framework": "frameworks",
}
"""Where things can be looked at that were put back."""
PUT_BACK_LAST = "put_back_last"
"""The offer for the palette."""


class BinPage(PageView):
    """List and pane as in the log. It reads the bin when it is shown, and again after changes while it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Bin", parent)
        theme = desk.theme
        self._layout = WIDE
        self._stale = True
        self._in_detail = False
        self.entries: tuple[BinEntry, ...] = ()
        """Everything in the bin."""
        self.header = PageHeader(theme, "Bin")
        self.search_field = SearchField(theme, desk.announcer, "Search the bin")
        self.kind = ComboBox(theme, [("", "Everything")])
        self.kind.combo.setAccessibleName("Kind of thing")
        self.list = RowList(theme, "In the bin", several=True)
        self.pane = BinPane(desk)
        self.left = QStackedWidget()
        self.nothing = EmptyState(theme, "bin", *EMPTY)
        self._no_list = self.nothing.scrolling()
        self._holder = QWidget()
        self._room = QVBoxLayout(self._holder)
        self._room.addWidget(self.list)
        self.split = Split(theme, self._holder, self.pane)
        self._tools = QWidget()
        self._head = QVBoxLayout()
        self._build()
        tab_through(self.list, [self.split.handle(1), *tab_stops(self.pane)])
        self._connect()

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title, self.search_field.line, self.list, self.pane)

    def enter(self, area: QWidget) -> None:
        if area is self.pane:
            self.pane.take_focus()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (Command("Edit", "Put back what is chosen", self.put_chosen_back, changes=True),)

    def search(self) -> None:
        if self._tools.isVisible():
            self.search_field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search_field.line.selectAll()

    def show_thing(self, thing: str) -> None:
        self._refresh()
        if not self.list.choose(thing):
            self.search_field.set_text("")
            self.kind.set_value("")
            self._fill()
            self.list.choose(thing)
        self._turn_to_detail(True)

    def take_up(self, offer: str) -> None:
        self._refresh()
        if offer == PUT_BACK_LAST and self.entries:
            self._put_back([self.entries[0].id])

    def finish(self) -> None:
        """Ctrl+Enter: what is chosen goes back."""
        self.put_chosen_back()

    def put_chosen_back(self) -> None:
        """Put back what is chosen in the list."""
        self._put_back(self.list.chosen_keys())

    def apply_layout(self, layout: Layout) -> None:
        theme = self.desk.theme
        self._layout = layout
        edge = theme.gap(layout.edge)
        wide = not layout.header_in_one_line
        self._head.setContentsMargins(edge, theme.gap(26 if wide else 16), edge, theme.gap(14))
        self._head.setSpacing(theme.gap(14 if wide else 8))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self.kind.setHidden(layout.stacked)  # there is room for one field only; the search finds kinds as well
        self.pane.apply_layout(layout)
        self._room.setContentsMargins(max(0, edge - theme.gap(12)), theme.gap(10), theme.gap(6), 0)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.left.currentWidget() is self.split:
            y = self.left.geometry().top() - 1
            hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))

    def _build(self) -> None:
        theme = self.desk.theme
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.gap(12))
        tools.addWidget(self.search_field, 5)
        tools.addWidget(self.kind, 3)
        self._head.addWidget(self.header)
        self._head.addWidget(self._tools)
        self.left.addWidget(self.split)
        self.left.addWidget(self._no_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(1)
        column.addWidget(self.left, 1)
        self.apply_layout(self._layout)

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        session.closing.connect(self.search_field.stop)
        self.search_field.searched.connect(self._on_search)
        self.search_field.escaped.connect(self._to_list)
        self.kind.chosen.connect(self._on_kind)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.pane.put_back_wanted.connect(self.put_chosen_back)
        self.pane.erase_wanted.connect(self._on_erase)
        self.pane.back_wanted.connect(self._to_list)

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in KINDS):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        """Read the bin anew."""
        self._stale = False
        self.entries = in_bin(self.desk.session.record)
        self.header.set_fact(fact(len(self.entries)))
        kind = self.kind.value()
        self.kind.set_options(kind_options(self.entries))
        self.kind.set_value(kind if self.kind.combo.findData(kind) >= 0 else "")
        long = len(self.entries) >= LONG or bool(self.search_field.text() or self.kind.value())
        self._tools.setVisible(long)
        self._fill()

    def _fill(self) -> None:
        """Show what the search and the filter leave."""
        wanted, kind = self.search_field.text().casefold().split(), self.kind.value()
        shown = [
            one for one in self.entries if kind in ("", one.kind) and all(word in searched_in(one) for word in wanted)
        ]
        self.list.show_rows([row_of(one) for one in shown])
        self.search_field.show_found(len(shown), len(self.entries))
        if not shown and self.entries:
            self.nothing.set_words(NOTHING_FOUND, f"Nothing in the bin has {quoted(self.search_field.text().strip())}.")
        elif not shown:
            self.nothing.set_words(*EMPTY)
        self.left.setCurrentWidget(self.split if shown else self._no_list)
        self._show_chosen()
        self._fit()

    def _show_chosen(self) -> None:
        chosen = set(self.list.chosen_keys())
        entries = [one for one in self.entries if one.id in chosen]
        self.pane.show_entries(entries)
        if not entries and self._in_detail:
            self._turn_to_detail(False)

    def _on_search(self, _query: str) -> None:
        self._fill()
        self.search_field.tell_found(sum(not row.head for row in self.list.rows.rows()), len(self.entries))

    def _on_kind(self, _kind: str) -> None:
        self._fill()

    def _on_chosen(self, _key: str) -> None:
        self._show_chosen()

    def _on_open(self, _key: str) -> None:
        self._turn_to_detail(True)
        self.pane.take_focus()

    def _on_erase(self, entry: str) -> None:
        self.page_wanted.emit("settings", f"erase {entry}")

    def _put_back(self, ids: Sequence[str]) -> None:
        session = self.desk.session
        if session.read_only or not ids:
            return
        before = {one.id: one for one in self.entries}
        if not session.act(put_back, ids):
            return
        if len(ids) == 1:
            self._tell_back(before[ids[0]])
        else:
            self.desk.messages.offer_undo(f"{counted_of(len(ids)).capitalize()} put back", session.undo, passing=True)
        if self.isVisible():
            self._to_list()

    def _tell_back(self, entry: BinEntry) -> None:
        """Say where it is now, with a way to it where it can be looked at, and a way back."""
        undo = self.desk.session.undo
        page = _SHOWN_ON.get(entry.kind)
        show = partial(self.page_wanted.emit, page, entry.id) if page else None
        other = "Show it" if show else ""
        self.desk.messages.wanted.emit(
            Message(back_words(entry), words.UNDO, undo, passing=True, other=other, do_other=show)
        )

    def _to_list(self) -> None:
        self._turn_to_detail(False)
        (self.list if self.list.isVisible() else self.header.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to_detail(self, on: bool) -> None:
        self._in_detail = on and self._layout.one_pane
        self._fit()

    def _fit(self) -> None:
        theme, layout = self.desk.theme, self._layout
        holder = self._holder
        holder.setVisible(not self._in_detail)
        self.pane.setVisible(self._in_detail or not layout.one_pane)
        if layout.one_pane:
            holder.setMinimumWidth(0)
            holder.setMaximumWidth(NO_MOST)
            return
        holder.setMinimumWidth(round(theme.px(LIST_MIN)))
        holder.setMaximumWidth(round(theme.px(LIST_MAX)))
        width = round(theme.px(layout.list_width))
        self.split.setSizes([width, max(1, self.split.width() - width)])
