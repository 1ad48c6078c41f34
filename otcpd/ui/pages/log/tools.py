"""Search, filters and sorting above the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.words import joined
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.contents import SHOW_WORDS, Filters, Show
from otcpd.ui.painting import RING_SPACE, rounded
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.popup import FloatingMenu
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.segmented import SegmentedControl

ANY = "Any category"
UNCHOSEN = "No category yet"
LEAST_SEARCH = 160
SORTS = (("newest", "Newest first"), ("oldest", "Oldest first"))


class Tools(QWidget):
    """Tells what the person asked to see."""

    changed = Signal(object)
    """The new Filters."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._theme = theme
        self.filters = Filters()
        find = QKeySequence(QKeySequence.StandardKey.Find)
        self.search = SearchField(theme, desk.announcer, "Search your log", find)
        self.show_control = SegmentedControl(theme, "Show", [(key.value, text) for key, text in SHOW_WORDS])
        self.category = Button(theme, ANY, icon="filter")
        self.sort = Button(theme, SORTS[0][1], trailing="chevron")
        self.all_in_one = Button(theme, icon="filter", name="Filter and sort")
        self.in_force = InForce(theme, trailing="close", kind=Kind.CHOSEN, compact=True)
        """Names the filters that hold where their own controls are out of sight; a press lets all of them go."""
        self.in_force.clicked.connect(self._on_let_go)
        self._layout = WIDE
        self._counts: dict[str, int] = {}
        self._in_one = False
        self._with_show = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(6))
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.gap(12) - RING_SPACE)
        self._column.addLayout(self._row)
        self._row.addWidget(self.search, 1)
        self._row.addWidget(self.show_control)
        self._row.addStretch(0)
        for button in (self.category, self.sort, self.all_in_one):
            self._row.addWidget(button)
        self._column.addWidget(self.in_force)
        self.in_force.hide()
        self.search.searched.connect(self._on_searched)
        self.show_control.chosen.connect(self._on_show)
        self.category.clicked.connect(self._open_category)
        self.sort.clicked.connect(self._open_sort)
        self.all_in_one.clicked.connect(self._open_all)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Numbers behind the choices."""
        self._counts = counts
        self._name_filters()
        self.show_control.set_counts(counts)

    def set_filters(self, filters: Filters) -> None:
        """Show other filters, and tell."""
        self.show_control.set_value(filters.show.value)
        if self.search.text().strip() != filters.query:
            self.search.set_text(filters.query)
        self._take(filters)

    def apply_layout(self, layout: Layout) -> None:
        """Filters stand in one button where there is little room."""
        self._layout = layout
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Long numbers and large letters take more than the window's layout knows of: first the buttons become
        # one, and only where that does not do are the choices put into it as well.
        self._in_one = self._layout.filters_in_one_button or not self._has_room(self.category, self.sort)
        self._with_show = self._layout.stacked or (self._in_one and not self._has_room(self.all_in_one))
        self.category.setVisible(not self._in_one)
        self.sort.setVisible(not self._in_one)
        self.all_in_one.setVisible(self._in_one or self._with_show)
        self.show_control.setVisible(not self._with_show)
        self.search.setMinimumWidth(self._theme.px(LEAST_SEARCH))
        width = self._theme.px(220 if self._in_one else 296)
        self.search.setMaximumWidth(16_777_215 if self._with_show else width)
        self._name_filters()

    def _has_room(self, *beside: Button) -> bool:
        """Whether the choices and these buttons fit beside the narrowest search field."""
        widths = [one.sizeHint().width() + self._row.spacing() for one in (self.show_control, *beside)]
        return self._theme.px(LEAST_SEARCH) + sum(widths) <= self.width()

    def make_menu(self, *, show: bool = False, category: bool = False, sort: bool = False) -> QMenu:
        """The choices as a menu, those that hold ticked."""
        menu = FloatingMenu(self)
        if show:
            entries = [(f"show {key.value}", f"{text}, {self._counts.get(key, 0):,}") for key, text in SHOW_WORDS]
            self._add(menu, entries, f"show {self.filters.show.value}")
        if category:
            known = load_catalogue().categories.values()
            entries = [("category ", ANY), *((f"category {entry.code.value}", entry.short) for entry in known)]
            self._add(menu, [*entries, ("category none", UNCHOSEN)], f"category {self.filters.category}")
        if sort:
            self._add(menu, [(f"sort {key}", text) for key, text in SORTS], f"sort {self._sort_key()}")
        menu.triggered.connect(self._on_menu)
        return menu

    def _add(self, menu: QMenu, entries: list[tuple[str, str]], ticked: str) -> None:
        if menu.actions():
            menu.addSeparator()
        group = QActionGroup(menu)
        for data, text in entries:
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(data == ticked)
            action.setData(data)
            group.addAction(action)
            menu.addAction(action)

    def _sort_key(self) -> str:
        return "newest" if self.filters.newest else "oldest"

    def _name_filters(self) -> None:
        """Say which filters hold, where their controls are not in sight."""
        named = []
        if self._with_show and self.filters.show is not Show.ALL:
            named.append(f"{dict(SHOW_WORDS)[self.filters.show]}, {self._counts.get(self.filters.show, 0):,}")
        if self._in_one and self.filters.category:
            named.append(self.category.text())
        text = " · ".join(named)
        if text != self.in_force.text():
            self.in_force.setText(text)
            self.in_force.setAccessibleName(f"Show all again, not only {joined(named)}" if named else "")
            self.in_force.updateGeometry()
        self.in_force.setVisible(bool(named))
        self.all_in_one.set_kind(Kind.CHOSEN if named else Kind.OUTLINED)

    def _on_let_go(self) -> None:
        self.set_filters(Filters(query=self.filters.query, newest=self.filters.newest))
        self.all_in_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_category(self) -> None:
        self._open(self.make_menu(category=True), self.category)

    def _open_sort(self) -> None:
        self._open(self.make_menu(sort=True), self.sort)

    def _open_all(self) -> None:
        self._open(self.make_menu(show=self._with_show, category=True, sort=True), self.all_in_one)

    def _open(self, menu: QMenu, button: Button) -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_menu(self, action: QAction) -> None:
        what, _, value = str(action.data()).partition(" ")
        if what == "show":
            self.set_filters(replace(self.filters, show=Show(value)))
        elif what == "category":
            self._take(replace(self.filters, category=value))
        else:
            self._take(replace(self.filters, newest=value == "newest"))

    def _on_searched(self, query: str) -> None:
        self._take(replace(self.filters, query=query))

    def _on_show(self, key: str) -> None:
        self._take(replace(self.filters, show=Show(key)))

    def _take(self, filters: Filters) -> None:
        before, self.filters = self.filters, filters
        code = filters.category
        labels = {entry.code.value: entry.short for entry in load_catalogue().categories.values()}
        self.category.setText(labels.get(code, UNCHOSEN) if code else ANY)
        self.category.updateGeometry()
        self.sort.setText(dict(SORTS)[self._sort_key()])
        self._name_filters()
        if filters != before:
            self.changed.emit(filters)


class InForce(Button):
    """Begins where the search field begins: its ring lies on its edge."""

    def body(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, -2 * RING_SPACE, 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), self.radius(), edge=self.theme.colour("focus"), width=2)
