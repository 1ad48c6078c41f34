"""The left side: search, what is wanted, and the list, or why it is empty."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.reading import ReadingState
from otcpd.ui.layout import Layout
from otcpd.ui.models.reading_rows import ReadingRow
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.contents import ALL
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.reading_list import ReadingList
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl

_LIST, _NOTHING_YET, _NOTHING_SHOWN = range(3)


class ReadingPane(QWidget):
    """Shows the list, or says why there is nothing in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._any = False
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.search = SearchField(theme, desk.announcer, "Search readings", find)
        self.states = SegmentedControl(theme, "Which readings", ((ALL, "All"), *words.STATES))
        self.list = ReadingList(theme)
        self.start = Button(theme, words.ADD, Kind.FILLED, icon="plus")
        if desk.session.read_only:
            self.start.hide()  # shown before it has a place, it would be a window
            self.start.hide()
        self.show_all = Button(theme, words.SHOW_ALL)
        nothing_yet = EmptyState(theme, "open-book", *words.NOTHING_YET, self.start)
        self._nothing_shown = EmptyState(theme, "search", *words.NOTHING_SUCH, self.show_all)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # else it would be as high as the words for an empty list
        for widget in (self.list, nothing_yet.scrolling(), self._nothing_shown.scrolling()):
            self._stack.addWidget(widget)
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.gap(8))
        tools.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(self.states)
        row.addStretch(1)
        tools.addLayout(row)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._tools)
        self._column.addWidget(self._stack, 1)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window. Rows reach a little beyond the edge of the words above them."""
        gap = self._desk.theme.gap
        self._column.setContentsMargins(gap(layout.edge) - gap(12), gap(8), gap(4), 0)
        self._column.setSpacing(gap(4))
        self.states.setVisible(not layout.stacked)  # there the head of the page has a menu for it
        tools = self._tools.layout()
        if tools is not None:
            tools.setContentsMargins(gap(12), 0, gap(12) - RING_SPACE, 0)

    def show_rows(self, rows: Sequence[ReadingRow], *, any_at_all: bool) -> None:
        """Show these, as far as the search leaves them."""
        self._any = any_at_all
        self.list.show_rows(rows)
        self._show_state()

    def sift(self, query: str, also: Collection[str]) -> None:
        """Show those alone that have the words, and those of `also`, whose texts have them."""
        self.list.search(query, also)
        self._show_state()
        if query:
            self.tell_found()

    def tell_found(self) -> None:
        """Say how many are shown."""
        self.search.tell_found(self.list.rows.found, self.list.rows.known)

    def area(self) -> QWidget:
        """What takes the focus: the list, or what stands in its place."""
        return (self.list, self.start, self.show_all)[self._stack.currentIndex()]

    def take_focus(self) -> None:
        """Into the list, or onto what stands in its place."""
        self.area().setFocus(Qt.FocusReason.TabFocusReason)

    def _show_state(self) -> None:
        rows = self.list.rows
        self.search.show_found(rows.found, rows.known)
        self._tools.setVisible(self._any)
        if rows.found:
            self._stack.setCurrentIndex(_LIST)
        elif not self._any:
            self._stack.setCurrentIndex(_NOTHING_YET)
        else:
            self._nothing_shown.set_words(*self._why_none())
            self._stack.setCurrentIndex(_NOTHING_SHOWN)

    def _why_none(self) -> tuple[str, str]:
        if self.search.text().strip():
            return words.NOTHING_SUCH
        return words.NONE_TO_READ if self.states.value() == ReadingState.TO_READ else words.NONE_READ
