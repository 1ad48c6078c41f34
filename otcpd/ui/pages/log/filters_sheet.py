"""The form of the filters: what can be filtered by, and behind each line its choices. What is chosen holds at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.log_filter import LogFilter
from otcpd.ui.models.options import Option
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.contents import LogContents
from otcpd.ui.pages.log.filters import SHOW_WORDS, SORTS, Filters, Show
from otcpd.ui.pages.log.filters_days import DaysForm
from otcpd.ui.pages.log.filters_frame import FiltersFoot, FiltersHead
from otcpd.ui.pages.log.filters_options import options_of
from otcpd.ui.pages.log.filters_picker import OptionPicker
from otcpd.ui.pages.log.filters_row import FilterRow
from otcpd.ui.pages.log.filters_saved import SavedFilters
from otcpd.ui.pages.log.filters_words import (
    FACETS,
    HAS_EVIDENCE,
    NO_EVIDENCE,
    PROTECTED,
    UNREFLECTED,
    chosen_in,
    parts_of,
    with_chosen,
)
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.popup_place import place_below, room_beside

WIDTH = 380
HIGHEST = 620
LEAST = 280
"""Where there is less room than this below or above its button, at 100 %, it may cover that."""
DAYS = ("cycle", "start", "end")


class FilterSheet(PopUpSheet):
    """Opens below its button. Esc goes back one step, and from the first one away."""

    changed = Signal(object)
    """The new Filters."""

    def __init__(self, desk: Desk, contents: Callable[[], LogContents], parent: QWidget) -> None:
        """`contents` gives what the log holds when it is asked."""
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._contents = contents
        self._filters = Filters()
        self._counts: dict[str, int] = {}
        self._below: QWidget | None = None
        theme = desk.theme
        self.setAccessibleName("Filter")
        self.rows = {key: FilterRow(theme, key, label) for key, label in _LINES}
        self.ticks = {key: TickBox(theme, text) for key, text in _TICKS}
        self.saved = SavedFilters(desk)
        self.picker = OptionPicker(theme)
        self.days = DaysForm(desk)
        self.back = LinkButton(theme, "Back", "chevron-left")
        self._title = Label(theme, "", Role.LABEL)
        self.head, self.foot = FiltersHead(theme), FiltersFoot(theme)
        self._open_key = ""
        self._scroll = DownScroll(theme)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def open_below(self, button: QWidget, filters: Filters, *, show: bool, sort: bool, counts: dict[str, int]) -> None:
        """Show it. `show` and `sort` are here too where their own controls are out of sight."""
        self._filters, self._counts, self._below = filters, counts, button
        self.rows["show"].setVisible(show)
        self.rows["sort"].setVisible(sort)
        self._go_home()
        self.show()
        first = next(row for row in self.rows.values() if not row.isHidden())
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def open_facet(self, key: str) -> None:
        """Show the choices of one line."""
        self._open_key = key
        days = key == "days"
        self._title.setText(self.rows[key].text())
        self.picker.setVisible(not days)
        self.days.setVisible(days)
        if days:
            self.days.load(self._filters.only)
        else:
            options, ticked = self._choices(key)
            self.picker.offer(self.rows[key].text(), options, ticked, single=key in ("show", "sort"))
        self._stack.setCurrentIndex(1)
        self._fit()
        if days:
            self.days.cycle.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.picker.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        inside = self._stack.currentIndex() == 1
        if event.key() == Qt.Key.Key_Escape and inside:
            self._on_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not inside:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() == Qt.Key.Key_Left and inside:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._desk.theme
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, theme.gap(4), 0)
        column.setSpacing(theme.gap(2))
        for row in self.rows.values():
            column.addWidget(row)
        ticks = QVBoxLayout()
        ticks.setContentsMargins(theme.gap(10) - CHECK_SPACE, 0, 0, theme.gap(6))
        ticks.setSpacing(0)
        for tick in self.ticks.values():
            ticks.addWidget(tick)
        column.addLayout(ticks)
        column.addWidget(self.saved)
        column.addStretch(1)
        self._scroll.hold(home)
        inner = QWidget()
        # Else the choices of one line would keep the form of all of them from being lower.
        inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.gap(4))
        for widget in (self.back, self._title, self.picker, self.days):
            below.addWidget(widget)
        below.addStretch(1)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.gap(10), theme.gap(10), theme.gap(10), theme.gap(10))
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self._stack, 1)
        outer.addWidget(self.foot)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.clicked.connect(self._on_row)
        for tick in self.ticks.values():
            tick.clicked.connect(self._on_tick)
        self.back.clicked.connect(self._on_back)
        self.picker.taken.connect(self._on_taken)
        self.days.changed.connect(self._on_only)
        self.saved.chosen.connect(self._on_saved)
        self.saved.resized.connect(self._fit)
        self.foot.cleared.connect(self._on_cleared)
        self.foot.done.connect(self.close)
        self._desk.session.closing.connect(self.close)
        self._desk.theme.changed.connect(self.close)

    def _go_home(self) -> None:
        only = self._filters.only
        parts = parts_of(only, self._desk.session.record)
        for key, row in self.rows.items():
            fields = DAYS if key == "days" else (key,)
            row.set_value(", ".join(part.text for part in parts if part.field in fields))
        show, newest = self._filters.show, self._filters.newest
        self.rows["show"].set_value(dict(SHOW_WORDS)[show], chosen=show is not Show.ALL)
        self.rows["sort"].set_value(dict(SORTS)["newest" if newest else "oldest"], chosen=not newest)
        holds = {
            "evidence": only.evidence is True,
            "no_evidence": only.evidence is False,
            "protected": only.protected,
            "unreflected": only.unreflected,
        }
        for key, tick in self.ticks.items():
            tick.setChecked(holds[key])
        self.saved.show_saved(only)
        self._stack.setCurrentIndex(0)
        self._count()
        self._fit()

    def _count(self) -> None:
        """Say in head and foot what the filters leave."""
        contents = self._contents()
        filters = len(parts_of(self._filters.only, self._desk.session.record))
        filters += not self.rows["show"].isHidden() and self._filters.show is not Show.ALL
        self.head.show_count(filters, contents.shown_count, len(contents.rows))
        self.foot.show_count(filters, contents.shown_count)

    def _fit(self) -> None:
        theme = self._desk.theme
        page = self._stack.currentWidget()
        content = self._scroll.widget() if page is self._scroll else page
        if content is None or self._below is None:
            return
        content.ensurePolished()
        for part in (self.picker, self.saved, content):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
        screen = self._below.screen().availableGeometry()
        room = min(max(room_beside(self._below), theme.px(LEAST)), screen.height() - 16)
        height = content.sizeHint().height() + 2 * theme.gap(10) + 2
        for part in (self.head, self.foot):
            part.setVisible(page is self._scroll)
            height += part.sizeHint().height() if page is self._scroll else 0
        width = min(theme.px(WIDTH), screen.width() - 16)
        self.resize(width, min(height, theme.px(HIGHEST), room))
        place_below(self, self._below)

    def _choices(self, key: str) -> tuple[list[Option], frozenset[str]]:
        if key == "show":
            options = [Option(one.value, f"{text}, {self._counts.get(one.value, 0):,}") for one, text in SHOW_WORDS]
            return options, frozenset({self._filters.show.value})
        if key == "sort":
            return [Option(*one) for one in SORTS], frozenset({"newest" if self._filters.newest else "oldest"})
        chosen = chosen_in(self._filters.only, key)
        return options_of(key, self._desk.session.record, self._contents()), chosen

    def _take(self, filters: Filters) -> None:
        if filters != self._filters:
            self._filters = filters
            self.changed.emit(filters)
            self._count()

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, FilterRow):
            self.open_facet(row.key)

    def _on_back(self) -> None:
        if self._open_key == "days":
            self.days.leave()
        self._go_home()
        self.rows[self._open_key].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_taken(self, key: str) -> None:
        match self._open_key:
            case "show":
                self._take(replace(self._filters, show=Show(key)))
                self._on_back()
            case "sort":
                self._take(replace(self._filters, newest=key == "newest"))
                self._on_back()
            case field:
                self._on_only(with_chosen(self._filters.only, field, self.picker.model.ticked))

    def _on_tick(self) -> None:
        tick = self.sender()
        only = self._filters.only
        if tick is self.ticks["evidence"]:
            only = replace(only, evidence=True if self.ticks["evidence"].isChecked() else None)
        elif tick is self.ticks["no_evidence"]:
            only = replace(only, evidence=False if self.ticks["no_evidence"].isChecked() else None)
        elif tick is self.ticks["protected"]:
            only = replace(only, protected=self.ticks["protected"].isChecked())
        else:
            only = replace(only, unreflected=self.ticks["unreflected"].isChecked())
        self.ticks["evidence"].setChecked(only.evidence is True)
        self.ticks["no_evidence"].setChecked(only.evidence is False)
        self._on_only(only)
        self.saved.show_saved(only)

    def _on_only(self, only: LogFilter) -> None:
        self._take(replace(self._filters, only=only))

    def _on_cleared(self) -> None:
        show = self._filters.show if self.rows["show"].isHidden() else Show.ALL
        self._take(replace(self._filters, show=show, only=LogFilter()))
        self._go_home()
        next(row for row in self.rows.values() if not row.isHidden()).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_saved(self, only: LogFilter) -> None:
        self._on_only(only)
        self.close()


_LINES = (("show", "Show"), ("sort", "Order"), *FACETS, ("days", "When"))
_TICKS = (
    ("evidence", HAS_EVIDENCE),
    ("no_evidence", NO_EVIDENCE),
    ("protected", PROTECTED),
    ("unreflected", UNREFLECTED),
)
