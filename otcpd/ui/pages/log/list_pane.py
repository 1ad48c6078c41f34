"""The left side of the log: the quick line, the list, and what stands there while it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.words import quoted
from otcpd.ui.layout import NO_MOST, WIDE, Layout
from otcpd.ui.models.activity_list import ActivityListModel
from otcpd.ui.models.log_entries import Entry
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.filters import Filters, Show
from otcpd.ui.pages.log.quick_line import QuickLine
from otcpd.ui.pages.log.selection_bar import SelectionBar
from otcpd.ui.widgets.activity_list import ActivityList
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.empty_state import EmptyState

NOTHING_YET = ("No activities yet", "Write down what you learnt, or type a line such as ‘2h journal club on falls’.")
NOTHING_FOUND = "Nothing found"
NOTHING_HERE = {
    Show.TO_FINISH: ("Nothing to finish", "Every activity says what you learnt, and what it changed."),
    Show.CHOSEN: ("Nothing chosen yet", "Open an activity and switch on ‘Use in my statement’."),
    Show.NO_EVIDENCE: ("All have evidence", "Every activity has at least one file."),
}
NO_SUCH = ("No such activity", "No activity fits all that you filter by.")


def nothing_has(query: str) -> str:
    """Says what was looked for in vain; `query` as it was typed."""
    words = query.split()
    if len(words) > 1:
        return f"No activity has all of {quoted(' '.join(words))}. Try fewer words, or show all again."
    return f"No activity has {quoted(query.strip())}. Try another word, or show all again."


class ListPane(QWidget):
    """Shows the list, or says why it is empty."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._layout = WIDE
        self._alone = False
        self._low = False
        self._several = False
        self.quick = QuickLine(desk)
        self.bar = SelectionBar(desk)
        self.model = ActivityListModel(self)
        self.list = ActivityList(desk.theme, self.model)
        self.list.setAccessibleName("Activities")
        self.start = Button(desk.theme, "New activity", Kind.FILLED, icon="plus")
        self.show_all = Button(desk.theme, "Show all activities")
        self._nothing_yet = EmptyState(desk.theme, "log", *NOTHING_YET, self.start)
        if desk.session.read_only:
            self.start.hide()
        self._nothing_shown = EmptyState(desk.theme, "search", *NO_SUCH, self.show_all)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # else it would be as high as the words for an empty list
        self._stack.addWidget(self.list)
        self._places = {state: state.scrolling() for state in (self._nothing_yet, self._nothing_shown)}
        for place in self._places.values():
            self._stack.addWidget(place)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.quick)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._stack, 1)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window. Rows reach a little beyond the edge of the words above them."""
        self._layout = layout
        self._fit()

    def set_alone(self, alone: bool) -> None:
        """Nothing stands beside it: the line ends where the page ends."""
        if alone != self._alone:
            self._alone = alone
            self._fit()

    def _fit(self) -> None:
        layout, gap = self._layout, self.desk.theme.gap
        edge = gap(layout.edge)
        reach = gap(12)
        self.quick.setMaximumWidth(self.desk.theme.px(560) + reach if self._alone else NO_MOST)
        self._column.setContentsMargins(edge - reach, gap(12), gap(4), 0)
        self._column.setSpacing(gap(6))
        for above in (self.quick.layout(), self.bar.layout()):
            if above is not None:
                above.setContentsMargins(reach, 0, edge - gap(4) if self._alone else gap(12), 0)

    def show_chosen(self, count: int) -> None:
        """So many activities are chosen: what can be done with several takes the place of the quick line."""
        self._several = count > 1
        if self._several:
            self.bar.show_count(count)
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.bar.isAncestorOf(focused)
        self.bar.setVisible(self._several)
        self._show_quick()
        if had_focus and not self._several:
            self.take_focus()

    def set_low(self, low: bool) -> None:
        """There is little height: the list has it all, until the quick line is asked for."""
        if low != self._low:
            self._low = low
            self.bar.set_low(low)
            self._show_quick()

    def to_quick_line(self) -> None:
        """Into the quick line."""
        if not self._several:
            self.quick.setVisible(not self.desk.session.read_only)
            self.quick.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_quick_line(self) -> None:
        """From the quick line back to the list."""
        self.take_focus()
        self._show_quick()

    def _show_quick(self) -> None:
        self.quick.setVisible(not (self._several or self._low or self.desk.session.read_only))

    def show_entries(self, entries: list[Entry], filters: Filters, *, any_at_all: bool) -> None:
        """Show these."""
        self.model.set_entries(entries)
        self.list.viewport().update()  # why a row was found may be another
        if entries:
            self._stack.setCurrentWidget(self.list)
        elif not any_at_all:
            self._stack.setCurrentWidget(self._places[self._nothing_yet])
        else:
            found = (NOTHING_FOUND, nothing_has(filters.query))
            here = NO_SUCH if filters.only else NOTHING_HERE.get(filters.show, NO_SUCH)
            words = found if filters.query and not filters.only else here
            self._nothing_shown.set_words(*words)
            self._stack.setCurrentWidget(self._places[self._nothing_shown])

    def take_focus(self) -> None:
        """Into the list, or onto what stands in its place."""
        shown = self._stack.currentWidget()
        target: QWidget = self.list
        if shown is self._places[self._nothing_yet]:
            target = self.start
        elif shown is self._places[self._nothing_shown]:
            target = self.show_all
        target.setFocus(Qt.FocusReason.TabFocusReason)
