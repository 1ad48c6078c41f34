"""The page "CPD log"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions import activities
from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.layout import LOW_PAGE, WIDE, Layout
from otcpd.ui.models.log_entries import ActivityEntry, MonthHead
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.log import finishing
from otcpd.ui.pages.log.acts import Acts
from otcpd.ui.pages.log.contents import LogContents
from otcpd.ui.pages.log.detail_stack import DetailStack
from otcpd.ui.pages.log.filters import Filters, Show
from otcpd.ui.pages.log.list_pane import ListPane
from otcpd.ui.pages.log.numbers import Numbers
from otcpd.ui.pages.log.selection import Selection
from otcpd.ui.pages.log.sides import Sides
from otcpd.ui.pages.log.tools import Tools
from otcpd.ui.painting import hairline
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.words import shown_of

ADD_IN_ONE_LINE, FILTER = "add_in_one_line", "filter"
"""Offers of this page, beside the views of its segmented control."""


class LogPage(PageView):
    """The log: its list, and the activity or gap that is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "CPD log", parent)
        self.contents = LogContents(desk.session.record)
        self._quiet = False
        self._begun = False
        self.header = PageHeader(desk.theme, "CPD log")
        self.new_button = Button(desk.theme, "New activity", Kind.FILLED, icon="plus")
        if desk.session.read_only:
            self.new_button.hide()
        self.header.add_button(self.new_button)
        self.tools = Tools(desk, self.contents)
        self.pane = ListPane(desk)
        self.pane.model.tell_why(self.contents.why)
        self.details = DetailStack(desk)
        self.sides = Sides(desk, self.pane, self.details)
        self.acts = Acts(desk, self.contents, self)
        self.selection = Selection(desk, self.contents, self.acts, self.pane, self.sides.side, self)
        self._head = QVBoxLayout()
        self._build()
        self._numbers = Numbers(desk.session, self)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(0)
        self._first.timeout.connect(self._open_first)
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._read_more)
        self._connect()
        self._refresh()

    @property
    def open_key(self) -> str:
        """The key of what is open; empty for nothing."""
        return self.details.key

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        # While the detail has the list's place, what holds both stands for the list.
        listing = self.sides if self.pane.isHidden() else self.pane.list
        return (self.header.title, self.tools.search.line, listing, self.details)

    def enter(self, area: QWidget) -> None:
        if area is self.sides:
            self.sides.show_list()
        elif area is self.details:
            self.details.take_focus()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("Edit", "Delete activity", self._delete_open, "Delete", bound=False, changes=True),
            Command("Edit", "Duplicate activity", self.details.duplicate, "Ctrl+D", changes=True),
            Command("Edit", "History of the activity…", self.details.show_history, "Ctrl+H"),
            Command("Edit", "Who sees what…", self.details.show_readers, "Ctrl+Shift+R"),
            Command("Edit", "Add evidence…", self.details.add_evidence, "Ctrl+Shift+E", changes=True),
            Command("Edit", "Filter the log…", self._to_filter, "Ctrl+Shift+F"),
            Command("Go", "Add in one line", self._to_quick_line, "Ctrl+Shift+A", changes=True),
        )

    def start_new(self) -> None:
        """A new activity of today, open, with the focus in its title."""
        self._new(self.desk.session.record.clock.today())

    def search(self) -> None:
        self.sides.show_list()
        self.tools.to_search()

    def take_up(self, offer: str) -> None:
        if offer == ADD_IN_ONE_LINE:
            self._to_quick_line()
        elif offer == FILTER:
            self._to_filter()
        else:
            self._show_view(Show(offer))

    def show_thing(self, thing: str) -> None:
        if thing in tuple(Show):
            self._show_view(Show(thing))
            return
        if not self.pane.model.index_of(thing).isValid():
            self.tools.set_filters(Filters())
        self._open(thing)
        self.pane.list.choose(thing)
        self.sides.show_side()

    def finish(self) -> None:
        finishing.finish(self)

    def leave(self) -> None:
        self.details.leave()

    def apply_layout(self, layout: Layout) -> None:
        theme = self.desk.theme
        edge = theme.gap(layout.edge)
        wide = not layout.header_in_one_line
        self._head.setContentsMargins(edge, theme.gap(26 if wide else 16), edge - 4, theme.gap(14))
        self._head.setSpacing(theme.gap(14 if wide else 8))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self.tools.apply_layout(layout)
        self.pane.apply_layout(layout)
        self.details.apply_layout(layout)
        self.sides.apply_layout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.desk.theme.px(LOW_PAGE)
        self.header.show_fact(not low)
        for part in (self.tools, self.pane):
            part.set_low(low)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self.sides.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))
        if not self._begun:
            # The list comes up first; the pane beside it is built once that is on the screen.
            self._begun = True
            self._first.start()

    def _build(self) -> None:
        self._head.addWidget(self.header)
        self._head.addWidget(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(1)
        column.addWidget(self.sides, 1)
        self.apply_layout(WIDE)

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        session.reverted.connect(self._on_reverted)
        for timer in (self._first, self._slices):
            session.closing.connect(timer.stop)
        session.closing.connect(self.tools.search.stop)
        self.new_button.clicked.connect(self.start_new)
        self.pane.start.clicked.connect(self.start_new)
        self.pane.show_all.clicked.connect(self._on_show_all)
        self.pane.quick.added.connect(self._on_added)
        self.pane.quick.escaped.connect(self.pane.leave_quick_line)
        self.tools.changed.connect(self._on_filters)
        self.tools.search.escaped.connect(self._to_list)
        self.pane.list.chosen.connect(self._on_chosen)
        self.pane.list.open_wanted.connect(self._on_open_wanted)
        self.pane.list.clicked.connect(self._on_clicked)
        self.pane.list.delete_wanted.connect(self.selection.delete)
        self.selection.open_wanted.connect(self._on_open_wanted)
        self.selection.delete_wanted.connect(self._delete)
        self.selection.changed.connect(self._on_several)
        self.acts.made.connect(self._open_new)
        self.acts.brought_back.connect(self._on_brought_back)
        self.details.delete_wanted.connect(self.delete)
        self.details.duplicate_wanted.connect(self.acts.duplicate)
        self.details.back_wanted.connect(self.sides.show_list)
        self.details.elsewhere_wanted.connect(self.elsewhere_wanted)
        self.details.activity_wanted.connect(self._new)
        self.details.explained.connect(self._to_row)
        self.sides.list_shown.connect(self.tools.setVisible)
        self._numbers.counted.connect(self.details.set_numbers)

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if self.contents.follow(changes):
            self._refresh()
        if self.tools.filters.query:  # what a row was found by may read differently now
            self.pane.list.viewport().update()
        self.details.follow(changes, self.contents)
        if changes.of("evidence") or changes.of("portfolio") or changes.created:
            self._numbers.soon()

    def _on_reverted(self, changes: Changes) -> None:
        """Show what an undo brought back or changed."""
        shown = {row.id for row in self.contents.rows}
        touched = [one for one in changes.of("activity") if one in shown]
        if len(touched) == 1 and touched[0] != self.open_key:
            self.show_thing(touched[0])

    def _refresh(self) -> None:
        """Fill the list anew; what is open stays open, or its neighbour comes in its place."""
        place = self._place_of(self.open_key)
        chosen, filters = self.selection.ids, self.tools.filters
        self._quiet = True
        self.pane.show_entries(self.contents.shown(filters), filters, any_at_all=bool(self.contents.rows))
        if len(chosen) > 1:
            self.selection.keep(chosen)
        self._quiet = False
        self.sides.set_empty(not self.contents.rows)
        self.new_button.set_kind(Kind.FILLED if self.contents.rows else Kind.OUTLINED)
        if not self.contents.complete:
            self._slices.start()
            self.tools.set_counts({})
            return
        self.tools.set_counts(self.contents.counts(filters))
        self.tools.search.show_found(self.contents.shown_count, len(self.contents.rows))
        self.header.set_fact(self.contents.fact())
        self.count(self.contents.counts(Filters())[Show.TO_FINISH])
        if self.open_key and not self.selection.several:
            if self._is_activity(self.open_key) or self.contents.gap_at(self.open_key) is not None:
                self._choose_quietly(self.open_key)
            else:
                self._open_near(place)

    def _read_more(self) -> None:
        """Read the next slice of a long log; when the last one is there, show all of it."""
        known = len(self.contents.rows)
        self.contents.read_more()
        self.pane.list.measure_ahead([row.title for row in self.contents.rows[known:]])
        if self.contents.complete:
            self._refresh()
        else:
            self._slices.start()

    def _place_of(self, key: str) -> int:
        return self.pane.model.index_of(key).row()

    def _open_first(self) -> None:
        if self.open_key:
            return
        first = next((one for one in self.pane.model.entries() if isinstance(one, ActivityEntry)), None)
        if first is None:
            self.details.show_nothing()
        else:
            self._choose_quietly(first.key)
            self._open(first.key)

    def _open_near(self, place: int) -> None:
        entries = [
            (abs(row - place), entry.key)
            for row, entry in enumerate(self.pane.model.entries())
            if not isinstance(entry, MonthHead)
        ]
        if not entries:
            self.details.show_nothing()
            self.sides.show_list()
            return
        key = min(entries)[1]
        self._choose_quietly(key)
        self._open(key)

    def _choose_quietly(self, key: str) -> None:
        self._quiet = True
        self.pane.list.choose(key)
        self._quiet = False

    # Choosing and opening

    def _open(self, key: str) -> None:
        if key != self.open_key:
            self.details.show_key(key, self.contents)
            if self.details.numbers is None:
                self._numbers.at_once()

    def _on_chosen(self, key: str) -> None:
        if not self._quiet and key:
            self._open(key)

    def _on_clicked(self) -> None:
        if self.sides.one_pane and self.pane.list.chosen_key():
            self._on_open_wanted(self.pane.list.chosen_key())

    def _on_open_wanted(self, key: str) -> None:
        self._open(key)
        self.sides.show_side()
        self.details.take_focus()

    def _to_list(self) -> None:
        self.sides.show_list()
        self.pane.take_focus()

    def _to_row(self) -> None:
        """Onto the row of what is open."""
        self.sides.show_list()
        self.pane.list.choose(self.open_key)
        self.pane.take_focus()

    def _on_filters(self, filters: Filters) -> None:
        self._refresh()
        self.pane.list.scrollToTop()
        if filters.query:
            self.tools.search.tell_found(self.contents.shown_count, len(self.contents.rows))
        elif not filters.everything and self.contents.complete:
            self.desk.announcer.say(self.pane.list, shown_of(self.contents.shown_count, len(self.contents.rows)))

    def _on_show_all(self) -> None:
        self.tools.set_filters(Filters(newest=self.tools.filters.newest))
        self.pane.take_focus()

    def _show_view(self, show: Show) -> None:
        """One of the views of the segmented control, from its first activity on."""
        self.sides.show_list()
        self.tools.set_filters(Filters(show=show, newest=self.tools.filters.newest))
        first = next((one for one in self.pane.model.entries() if isinstance(one, ActivityEntry)), None)
        if first is not None:
            self.pane.list.choose(first.key)

    # Doing

    def _new(self, day: date) -> None:
        if (made := self.desk.session.act(_new_activity, day)) is not None:
            self._open_new(made.new_id)

    def _open_new(self, activity: str) -> None:
        self.show_thing(activity)
        self.sides.show_side()
        self.details.take_focus()

    def _on_added(self, activity: str) -> None:
        if not self.pane.model.index_of(activity).isValid():
            self.tools.set_filters(Filters())
        self._open(activity)
        self._choose_quietly(activity)

    def delete(self, activity: str) -> None:
        """Delete an activity, with a way back."""
        self._delete([activity])

    def _delete(self, ids: list[str]) -> None:
        self.details.leave()
        if self.acts.delete(ids):
            self.sides.show_list()

    def _delete_open(self) -> None:
        if self.selection.several:
            self.selection.delete()
        elif self._is_activity(self.open_key):
            self.delete(self.open_key)

    def _on_brought_back(self, ids: list[str]) -> None:
        if len(ids) == 1:
            self.show_thing(ids[0])
        else:
            self.selection.keep(ids)

    def _is_activity(self, key: str) -> bool:
        return self.contents.has(key)

    def _to_filter(self) -> None:
        self.sides.show_list()
        self.tools.open_filter()

    def _to_quick_line(self) -> None:
        self.sides.show_list()
        self.selection.clear()
        self.pane.to_quick_line()

    def _on_several(self) -> None:
        if self.selection.several:
            self.sides.show_list()


def _new_activity(record: Record, day: date) -> Changes:
    return activities.new_activity(record, date=day)
