"""The left side: impact chains by theme, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.words import quoted
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import words
from otcpd.ui.pages.impact.contents import ImpactContents
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.search_field import SearchField

_LIST, _NOTHING_YET, _NOTHING_FOUND = range(3)


class ImpactList(RowList):
    """Delete asks for the chosen one to be deleted."""

    delete_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen_key():
            self.delete_wanted.emit(self.chosen_key())
        else:
            super().keyPressEvent(event)


class ImpactPane(QWidget):
    """Search and list."""

    chosen = Signal(str)
    """The chain that is chosen now; empty for none."""

    def __init__(self, desk: Desk, contents: ImpactContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents = contents
        self._stacked = False
        theme = desk.theme
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.search = SearchField(theme, desk.announcer, words.SEARCH, find)
        self.list = ImpactList(theme, words.PAGE)
        self.make_page = Button(theme, icon="page", name=words.MAKE_PAGE)
        self.new = Button(theme, icon="plus", name=words.NEW)
        """Where the header has no room for them."""
        self.start = Button(theme, words.NEW_FIRST, Kind.FILLED, icon="plus")
        self.start.setVisible(False)
        self.show_all = Button(theme, "Show all")
        nothing_yet = EmptyState(theme, "heart", *words.NOTHING_YET, self.start)
        self.start.setVisible(not desk.session.read_only)
        self._nothing_found = EmptyState(theme, "search", words.NOTHING_FOUND, "", self.show_all)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # else it would be as high as the words for an empty list
        for widget in (self.list, nothing_yet.scrolling(), self._nothing_found.scrolling()):
            self._stack.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self.search, 1)
        for button in (self.make_page, self.new):
            self._search_row.addWidget(button)
            button.hide()
        self._column.addLayout(self._search_row)
        self._column.addWidget(self._stack, 1)
        self.search.searched.connect(self._on_searched)
        self.show_all.clicked.connect(self.search.clear)
        self.list.chosen.connect(self.chosen)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window. Rows reach a little beyond the edge of the words above them."""
        gap = self._desk.theme.gap
        self._column.setContentsMargins(gap(layout.edge) - gap(12), gap(8), gap(4), 0)
        self._column.setSpacing(gap(4))
        self._search_row.setContentsMargins(gap(12), 0, gap(12), gap(4))
        self._stacked = layout.stacked
        self._show_buttons()

    def show_rows(self) -> None:
        """Show what there is, as far as the search leaves it."""
        query = self.search.text().strip()
        rows = self._contents.rows(query)
        self.list.show_rows(rows)
        found, known = sum(not row.head for row in rows), len(self._contents.chains)
        self.search.show_found(found, known)
        self.search.setVisible(bool(known))
        self._show_buttons()
        if not known:
            self._stack.setCurrentIndex(_NOTHING_YET)
        elif found:
            self._stack.setCurrentIndex(_LIST)
        else:
            self._nothing_found.set_words(words.NOTHING_FOUND, f"Nothing here has {quoted(query)}. Try another word.")
            self._stack.setCurrentIndex(_NOTHING_FOUND)

    def _show_buttons(self) -> None:
        wanted = self._stacked and bool(self._contents.chains)
        self.make_page.setVisible(wanted)
        self.new.setVisible(wanted and not self._desk.session.read_only)

    def show_all_if_hidden(self, key: str) -> None:
        """A search gives way to what is to be shown."""
        if not self.list.rows.index_of(key).isValid():
            self.search.clear()
            self.show_rows()

    def area(self) -> QWidget:
        """What takes the focus: the list, or what stands in its place."""
        return (self.list, self.start, self.show_all)[self._stack.currentIndex()]

    def take_focus(self) -> None:
        """Into the list, or onto what stands in its place."""
        self.area().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_searched(self, _query: str) -> None:
        self.show_rows()
        if self.search.text().strip():
            rows = self.list.rows.rows()
            self.search.tell_found(sum(not row.head for row in rows), len(self._contents.chains))
