"""Search, filters and sorting above the list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.log_filter import LogFilter
from otcpd.ui.layout import NO_MOST, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.contents import LogContents
from otcpd.ui.pages.log.filters import SHOW_WORDS, SORTS, Filters, Show
from otcpd.ui.pages.log.filters_chips import FilterChips
from otcpd.ui.pages.log.filters_words import Part, parts_of, without
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from otcpd.ui.pages.log.filters_sheet import FilterSheet

LEAST_SEARCH = 160
ALL, SHOW_ALL = "all", "Show all again"
"""The part that stands for all parts."""


class Tools(QWidget):
    """Tells what the person asked to see."""

    changed = Signal(object)
    """The new Filters."""

    def __init__(self, desk: Desk, contents: LogContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._theme = theme
        self._contents = contents
        self.filters = Filters()
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.search = SearchField(theme, desk.announcer, "Search your log", find)
        self.show_control = SegmentedControl(theme, "Show", [(key.value, text) for key, text in SHOW_WORDS])
        self.filter = Button(theme, "Filter", icon="filter")
        self.sort = Button(theme, SORTS[0][1], trailing="chevron")
        self.all_in_one = Button(theme, icon="filter", name="Filter and sort")
        self.chips = FilterChips(theme)
        """What is filtered by, and what is shown where the choice itself is out of sight."""
        self._sheet: FilterSheet | None = None
        self._layout = WIDE
        self._counts: dict[str, int] = {}
        self._in_one = False
        self._with_show = False
        self._low = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(6))
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.gap(12) - RING_SPACE)
        self._column.addLayout(self._row)
        self._row.addWidget(self.search, 1)
        self._row.addWidget(self.show_control)
        self._row.addStretch(0)
        for button in (self.filter, self.sort, self.all_in_one):
            self._row.addWidget(button)
        self._column.addWidget(self.chips)
        self.search.searched.connect(self._on_searched)
        self.show_control.chosen.connect(self._on_show)
        self.filter.clicked.connect(self.open_filter)
        self.sort.clicked.connect(self._open_sort)
        self.all_in_one.clicked.connect(self.open_filter)
        self.chips.removed.connect(self._on_removed)
        self.chips.cleared.connect(self._on_cleared)
        self.chips.left.connect(self._to_filter)

    @property
    def sheet(self) -> FilterSheet:
        """The form of the filters; built when first opened."""
        if self._sheet is None:
            from otcpd.ui.pages.log.filters_sheet import FilterSheet  # the first window does without it

            self._sheet = FilterSheet(self._desk, self._what_there_is, self)
            self._sheet.changed.connect(self.set_filters)
        return self._sheet

    def set_counts(self, counts: dict[str, int]) -> None:
        """Numbers behind the choices; none while they are not known."""
        self._counts = counts
        self.show_control.set_counts(counts)
        self._name_filters()

    def set_filters(self, filters: Filters) -> None:
        """Show other filters, and tell."""
        self.show_control.set_value(filters.show.value)
        if self.search.text().strip() != filters.query:
            self.search.set_text(filters.query)
        self._take(filters)

    def to_search(self) -> None:
        """Into the search field, if there is anything to search."""
        if not self.isHidden():
            self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.line.selectAll()

    def open_filter(self) -> None:
        """Show the form of the filters below its button, if there is anything to filter."""
        if self.isHidden():
            return
        self.sheet.open_below(
            self._button(), self.filters, show=self._with_show, sort=self._in_one, counts=self._counts
        )

    def apply_layout(self, layout: Layout) -> None:
        """Filters stand in one button where there is little room."""
        self._layout = layout
        self._fit()

    def set_low(self, low: bool) -> None:
        """There is little height: what is filtered by stands in one chip, which lets all of it go."""
        if low != self._low:
            self._low = low
            self._name_filters()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _what_there_is(self) -> LogContents:
        return self._contents

    def _button(self) -> Button:
        return self.all_in_one if self._in_one else self.filter

    def _fit(self) -> None:
        # Long numbers and large letters take more than the window's layout knows of: first the buttons become
        # one, and only where that does not do are the choices put into it as well.
        self._with_show = self._layout.stacked
        self._in_one = self._with_show or self._layout.filters_in_one_button
        self._in_one = self._in_one or not self._has_room(self.filter, self.sort)
        self._with_show = self._with_show or (self._in_one and not self._has_room(self.all_in_one))
        self.filter.setVisible(not self._in_one)
        self.sort.setVisible(not self._in_one)
        self.all_in_one.setVisible(self._in_one)
        self.show_control.setVisible(not self._with_show)
        self.search.setMinimumWidth(self._theme.px(LEAST_SEARCH))
        width = self._theme.px(220 if self._in_one else 296)
        self.search.setMaximumWidth(NO_MOST if self._with_show else width)
        self._name_filters()

    def _has_room(self, *beside: Button) -> bool:
        """Whether the choices and these buttons fit beside the narrowest search field."""
        widths = [one.sizeHint().width() + self._row.spacing() for one in (self.show_control, *beside)]
        return self._theme.px(LEAST_SEARCH) + sum(widths) <= self.width()

    def make_sort_menu(self) -> ChoiceMenu:
        """The orders, the one that holds ticked."""
        menu = ChoiceMenu(self)
        for key, text in SORTS:
            newest = key == "newest"
            menu.offer(text, partial(self._sort, newest), ticked=newest == self.filters.newest)
        return menu

    def _name_filters(self) -> None:
        """Say what is filtered by, and what is shown where the choice is out of sight."""
        parts = parts_of(self.filters.only, self._desk.session.record) if self.filters.only else []
        if self._with_show and self.filters.show is not Show.ALL:
            count = self._counts.get(self.filters.show)
            words = dict(SHOW_WORDS)[self.filters.show]
            parts.insert(0, Part("show", "", words if count is None else f"{words}, {count:,}"))
        texts = ", ".join(part.text for part in parts)
        brief = self._low and len(parts) > 1
        self.chips.show_parts([Part(ALL, "", texts, SHOW_ALL)] if brief else parts, alone=self._low)
        for button in (self.filter, self.all_in_one):
            button.set_kind(Kind.CHOSEN if parts else Kind.OUTLINED)
            button.setAccessibleDescription(texts)

    def _open_sort(self) -> None:
        self.make_sort_menu().open_below(self.sort)

    def _to_filter(self) -> None:
        self._button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, part: Part) -> None:
        if part.field == ALL:
            self._on_cleared()
        elif part.field == "show":
            self.set_filters(replace(self.filters, show=Show.ALL))
        else:
            self._take(replace(self.filters, only=without(self.filters.only, part)))

    def _on_cleared(self) -> None:
        self._to_filter()
        show = Show.ALL if self._with_show else self.filters.show
        self.set_filters(replace(self.filters, show=show, only=LogFilter()))

    def _sort(self, newest: bool) -> None:
        self._take(replace(self.filters, newest=newest))

    def _on_searched(self, query: str) -> None:
        self._take(replace(self.filters, query=query))

    def _on_show(self, key: str) -> None:
        self._take(replace(self.filters, show=Show(key)))

    def _take(self, filters: Filters) -> None:
        before, self.filters = self.filters, filters
        self.sort.setText(dict(SORTS)["newest" if filters.newest else "oldest"])
        self._name_filters()
        if filters != before:
            self.changed.emit(filters)
