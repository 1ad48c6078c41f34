"""The left side of the page: search, filter, and what the role asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.ladder import Evidence
from otcpd.domain.words import quoted
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.models.rungs import STANDING_WORDS
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.next_role import words
from otcpd.ui.pages.next_role.contents import NextRoleContents
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.rung_list import RungList
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl

_LIST, _NO_AIM, _NOTHING_ASKED, _NOTHING_SHOWN = range(4)
ALL = "all"
_CHOICES = ((ALL, "All"), *((one.value, word) for one, word in STANDING_WORDS.items()))
_LEAST_SEARCH = 120


class RungTools(QWidget):
    """The choices stand in sight where there is width for them, else in a menu."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.standing: Evidence | None = None
        self._counts: dict[str, int] = {}
        self._brief = False
        self.search = SearchField(theme, desk.announcer, "Search", QKeySequence(QKeySequence.StandardKey.Find))
        self.search.line.setAccessibleName("Search what the role asks")
        self.search.setMinimumWidth(theme.px(_LEAST_SEARCH))
        self.show_control = SegmentedControl(theme, "Show", _CHOICES)
        self.filter = Button(theme, icon="filter", name="Filter: All")
        row = QHBoxLayout()
        row.setSpacing(theme.gap(12) - RING_SPACE)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self.column.addLayout(row)
        self.column.addWidget(self.show_control)
        self.search.searched.connect(self._on_searched)
        self.show_control.chosen.connect(self._on_chosen)
        self.filter.clicked.connect(self.open_menu)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        in_menu = layout is not WIDE
        self.show_control.setVisible(not in_menu)
        self.filter.setVisible(in_menu)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Numbers behind the choices."""
        self._counts = counts
        self.show_control.set_counts(counts)

    def set_standing(self, standing: Evidence | None) -> None:
        """Show those that stand so alone, None all, and tell."""
        self.standing = standing
        key = standing.value if standing is not None else ALL
        self.show_control.set_value(key)
        self.filter.setAccessibleName(f"Filter: {dict(_CHOICES)[key]}")
        self.filter.setToolTip(f"Filter: {dict(_CHOICES)[key]}")
        self.filter.set_kind(Kind.OUTLINED if standing is None else Kind.CHOSEN)
        self.changed.emit()

    def make_menu(self) -> ChoiceMenu:
        """The choices, with what holds ticked."""
        menu = ChoiceMenu(self)
        for key, word in _CHOICES:
            count = f" ({self._counts[key]:,})" if key in self._counts else ""
            ticked = key == (self.standing.value if self.standing is not None else ALL)
            menu.offer(f"{word}{count}", partial(self._on_chosen, key), ticked=ticked)
        return menu

    def open_menu(self) -> None:
        """Show the choices below their button."""
        self.make_menu().open_below(self.filter)

    def _on_chosen(self, key: str) -> None:
        self.set_standing(None if key == ALL else Evidence(key))

    def _on_searched(self, _query: str) -> None:
        self.changed.emit()


class RungPaneLeft(QWidget):
    """Shows the list, or says why there is nothing in it."""

    def __init__(self, desk: Desk, contents: NextRoleContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents = contents
        theme = desk.theme
        self.tools = RungTools(desk)
        self.list = RungList(theme)
        self.choose_role = Button(theme, "Choose a role to aim for", Kind.FILLED)
        self.add = Button(theme, words.ADD, Kind.FILLED, icon="plus")
        self.show_all = Button(theme, "Show all again")
        if desk.session.read_only:
            self.add.hide()
            self.choose_role.hide()
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # else it would be as high as the words for an empty list
        self._stack.addWidget(self.list)
        for picture, said, button in (
            ("flag", words.NO_AIM, self.choose_role),
            ("flag", words.NOTHING_ASKED, self.add),
            ("search", words.NONE_OF_IT, self.show_all),
        ):
            self._stack.addWidget(EmptyState(theme, picture, *said, button).scrolling())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tools)
        self._column.addWidget(self._stack, 1)
        self.tools.changed.connect(self._on_sift)
        self.tools.search.escaped.connect(self.take_focus)
        self.show_all.clicked.connect(self.show_everything)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window. Rows reach a little beyond the edge of the words above them."""
        gap = self._desk.theme.gap
        self._column.setContentsMargins(gap(layout.edge) - gap(12), gap(8), gap(4), 0)
        self._column.setSpacing(gap(4))
        self.tools.column.setContentsMargins(gap(12), 0, gap(12) - RING_SPACE, 0)
        self.tools.apply_layout(layout)

    def show_rows(self) -> None:
        """Show what the contents hold now, as far as search and filter leave it."""
        contents = self._contents
        self.list.show_rows(contents.rows)
        counts = {one.value: contents.ladder.count(one) for one in Evidence}
        self.tools.set_counts({ALL: len(contents.rows), **counts})
        self._show_state()

    def show_everything(self) -> None:
        """Without search and filter."""
        self.tools.search.clear()
        self.tools.set_standing(None)
        self.take_focus()

    def area(self) -> QWidget:
        """What takes the focus: the list, or what stands in its place."""
        return (self.list, self.choose_role, self.add, self.show_all)[self._stack.currentIndex()]

    def take_focus(self) -> None:
        """Into the list, or onto what stands in its place."""
        self.area().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_sift(self) -> None:
        tools, rows = self.tools, self.list.rows
        query = tools.search.text().strip()
        self.list.sift(query, tools.standing)
        self._show_state()
        if query:
            tools.search.tell_found(rows.found, rows.known)

    def _show_state(self) -> None:
        rows, query = self.list.rows, self.tools.search.text().strip()
        self.tools.search.show_found(rows.found, rows.known)
        self.tools.setVisible(bool(rows.known))
        if rows.found:
            self._stack.setCurrentIndex(_LIST)
        elif self._contents.aim is None:
            self._stack.setCurrentIndex(_NO_AIM)
        elif not rows.known:
            self._stack.setCurrentIndex(_NOTHING_ASKED)
        else:
            self.show_all.setAccessibleDescription(f"Nothing has {quoted(query)}." if query else "")
            self._stack.setCurrentIndex(_NOTHING_SHOWN)
