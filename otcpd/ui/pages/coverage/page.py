"""The page "Coverage": frameworks against the log, as a matrix over time or as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.pathway.coverage import coverage_content
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.period import Period
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.coverage import offers, words
from otcpd.ui.pages.coverage.behind import Behind
from otcpd.ui.pages.coverage.contents import CoverageContents, Sift
from otcpd.ui.pages.coverage.side import CoverageSide
from otcpd.ui.pages.coverage.table import CoverageTable
from otcpd.ui.pages.coverage.tools import CoverageTools
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.tab_walk import TabWalk

_SIDE = 320


class CoveragePage(PageView):
    """Where there is no room for all, tools, table and what is behind a cell take turns."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self._layout = WIDE
        self._stale = True
        self._behind: Behind | None = None
        self.contents = CoverageContents(desk.session)
        self.header = PageHeader(theme, words.PAGE)
        self.lead_back(self.header, "pathway", "Pathway")
        self.save = Button(theme, words.SAVE, icon="page")
        self.save_below = Button(theme, words.SAVE, icon="page")
        """The same, where the head has no room for it."""
        self.saver = PaperSaver(desk, words.SAVE, self.save)
        self.tools = CoverageTools(desk)
        self.turn = Button(theme, words.TOOLS)
        self.table = CoverageTable(theme)
        self.side = CoverageSide(desk)
        self.nothing = EmptyState(theme, "search", *words.NO_ITEMS)
        self.left = QStackedWidget()
        self._holder, self._over = QWidget(), QWidget()
        self._tools_scroll = DownScroll(theme)
        self._head = QWidget()
        self._top = QVBoxLayout(self._head)
        self._room = QVBoxLayout(self._holder)
        self.tabs = TabWalk(self)
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.setInterval(0)
        self._build()
        self._connect()

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title, self.tools.framework.combo, self.table, self.side)

    def enter(self, area: QWidget) -> None:
        if area is self.side:
            self.side.take_focus()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (Command("File", f"{words.SAVE}…", self.save_paper),)

    def search(self) -> None:
        self._show_tools(True)
        self.tools.search_field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.search_field.line.selectAll()

    def show_thing(self, thing: str) -> None:
        """`thing` is an edition of a framework ("framework@edition"), or an offer."""
        self.refresh()
        if thing in {str(one.ref) for one in self.contents.offered()}:
            self.tools.framework.set_value(thing)
            self._on_chosen()
        else:
            self.take_up(thing)

    def take_up(self, offer: str) -> None:
        self.refresh()
        if offer == offers.NOTHING:
            self.tools.only_nothing.setChecked(True)
            self.table.setFocus()
        elif offer == offers.SAVE:
            self.save_paper()

    def preview(self) -> None:
        self.save_paper()

    def save_paper(self) -> None:
        """Save what is shown as PDF or Word document."""
        found = self.contents.found
        if found is not None:
            record = self.desk.session.record
            self.saver.save(coverage_content(record, found, all_items=self._sift().every))

    def apply_layout(self, layout: Layout) -> None:
        theme = self.desk.theme
        self._layout = layout
        edge = theme.gap(layout.edge)
        wide = not layout.header_in_one_line
        self._top.setContentsMargins(edge, theme.gap(26 if wide else 12), edge - RING_SPACE, theme.gap(8))
        self._top.setSpacing(theme.gap(14 if wide else 6))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self.save.setVisible(not layout.stacked)
        self.save_below.setVisible(layout.stacked)
        self.tools.apply_layout(layout)
        self.side.apply_layout(layout)
        self.side.setFixedWidth(16_777_215 if layout.one_pane else theme.px(_SIDE))
        if layout.one_pane:
            self.side.setMinimumWidth(0)
        self._room.setContentsMargins(max(0, edge - theme.gap(8)), 0, edge if layout.one_pane else theme.gap(12), 0)
        self._place_tools()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self._over.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._stale = False
        try:
            framework = self.contents.framework()
            self.tools.show_frameworks(self.contents.offered(), self.contents.ref)
            self.tools.show_days(self.contents.period)
            self._fill()
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self.save.setVisible(framework is not None and not self._layout.stacked)
        self.save_below.setVisible(framework is not None and self._layout.stacked)

    def _build(self) -> None:
        self.header.add_button(self.turn)
        self.header.add_button(self.save)
        self.tools.add_button(self.save_below)
        self._room.addWidget(self.table)
        self._room.setSpacing(0)
        self.left.addWidget(self._holder)
        self._no_items = self.nothing.scrolling()
        self.left.addWidget(self._no_items)
        self.left.addWidget(self._tools_scroll)
        row = QHBoxLayout(self._over)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.side)
        self._top.addWidget(self.header)
        self._top.addLayout(Overhang(self.saver, fills=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(1)
        column.addWidget(self._over, 1)
        self.apply_layout(self._layout)

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        session.closing.connect(self.tools.search_field.stop)
        for end in (self._fit_later.stop, self.tabs.stop):
            session.closing.connect(end)
        self.tools.chosen.connect(self._on_chosen)
        self.tools.sifted.connect(self._on_sifted)
        self.tools.nowhere.clicked.connect(self._on_nowhere)
        self.tools.search_field.escaped.connect(self._to_table)
        self.table.opened.connect(self._on_opened)
        self.table.resized.connect(self._fit_later.start)
        self._fit_later.timeout.connect(self._on_resized)
        self.side.open_wanted.connect(self._to_activity)
        self.side.back_wanted.connect(self._to_table)
        self.turn.clicked.connect(self._on_turn)
        for button in (self.save, self.save_below):
            button.clicked.connect(self.save_paper)

    def _sift(self) -> Sift:
        tools = self.tools
        every = tools.level.value() == words.EVERY
        return Sift(tools.search_field.text(), every, tools.only_nothing.isChecked(), tools.chosen_grain())

    def _fill(self) -> None:
        """Show what is chosen, in as many columns as there is room for."""
        found, sift = self.contents.found, self._sift()
        lines = self.contents.lines(sift)
        listed = self.tools.view.value() == words.LIST
        if found is None or not found.lines:
            self._show_empty(*words.NO_ITEMS)
            return
        self.header.set_fact(words.fact(found, every=sift.every))
        self.tools.show_nowhere(found.nowhere.bit_count())
        matrix, could = self.contents.matrix(lines, sift, self.table.most_columns())
        now = sift.grain if sift.grain in could else could[0]
        self.tools.show_could(could if matrix.columns else (now,), now, has_levels=found.has_levels)
        self.tools.search_field.show_found(len(lines), len(found.lines))
        if not lines:
            query = sift.query.strip()
            self._show_empty(*(words.ALL_COVERED if not query else (words.NOTHING_FOUND, f"No item has ‘{query}’.")))
            return
        self.table.show_matrix(matrix, listed=listed)
        if self.left.currentWidget() is self._no_items:
            self.left.setCurrentWidget(self._holder)
        self._show_behind()

    def _show_empty(self, title: str, sentence: str) -> None:
        self.table.show_matrix(None, listed=False)
        self.nothing.set_words(title, sentence)
        self.left.setCurrentWidget(self._no_items)
        self._forget_behind()

    def _show_behind(self) -> None:
        found, behind = self.contents.found, self._behind
        if found is None or behind is None:
            self._forget_behind()
            return
        self.side.show_entries(behind.title(found), found, behind.mask(found))

    def _forget_behind(self) -> None:
        self._behind = None
        self.side.show_nothing()
        self._fit()

    def _period(self) -> Period | None:
        match self.tools.period.value():
            case words.LAST_CYCLE:
                return self.contents.cycle(before=True)
            case words.A_YEAR:
                return self.contents.year()
            case words.OWN:
                return self.tools.own_days()
        return self.contents.cycle()

    def _on_changed(self, changes: Changes) -> None:
        if self.contents.follow(changes):
            self._stale = True
            if self.isVisible():
                self.refresh()

    def _on_chosen(self) -> None:
        period = self._period()
        if period is None:
            return
        self.contents.choose(self.tools.framework.value(), period)
        self._behind = None
        self.saver.put_away()
        self.refresh()

    def _on_sifted(self) -> None:
        self._behind = None
        self._fill()
        found = self.contents.found
        if found is not None and self.tools.search_field.text():
            self.tools.search_field.tell_found(max(0, self.table.rows.rowCount() - 1), len(found.lines))

    def _on_resized(self) -> None:
        """Another width has room for other columns."""
        if self.table.isVisible() and self.contents.found is not None and self.table.rows.matrix is not None:
            self._fill()

    def _on_opened(self, row: int, column: int) -> None:
        rows = self.table.rows
        line, matrix = rows.line(row), rows.matrix
        times = matrix.columns if matrix is not None else ()
        lines = (line,) if line is not None else matrix.lines if matrix is not None else ()
        self._behind = Behind(
            tuple(one.ref for one in lines), line is None, times[column - 1] if rows.is_time(column) else None
        )
        self._show_behind()
        self._fit()
        if self._layout.one_pane:
            self.side.take_focus()
        self.desk.announcer.say(self.side, f"{self.side.title.text()}: {self.side.about.text()}")

    def _on_nowhere(self) -> None:
        found = self.contents.found
        if found is not None:
            self._behind = Behind((), False)
            self._show_behind()
            self._fit()
            self.side.take_focus()

    def _on_turn(self) -> None:
        self._show_tools(self.left.currentWidget() is not self._tools_scroll)

    def _to_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _to_table(self) -> None:
        if self._layout.one_pane:
            self._behind = None
            self._fit()
        self._show_tools(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tools(self, on: bool) -> None:
        """Where tools and table take turns: show the tools, or the table again."""
        if not self._layout.one_pane:
            return
        shown = self._holder if self.table.rows.rowCount() else self._no_items
        self.left.setCurrentWidget(self._tools_scroll if on else shown)
        self._name_turn()
        if on:
            self._behind = None
            self._fit()

    def _place_tools(self) -> None:
        """Above the table, or where it stands."""
        theme, edge = self.desk.theme, self.desk.theme.gap(self._layout.edge)
        if self._layout.one_pane:
            if self._tools_scroll.widget() is not self.tools:
                self._top.removeWidget(self.tools)
                self._tools_scroll.setWidget(self.tools)
            self.tools.setContentsMargins(edge, theme.gap(8), edge, theme.gap(12))
        else:
            if self._tools_scroll.widget() is self.tools:
                self._tools_scroll.takeWidget()
            self.tools.setContentsMargins(0, 0, 0, 0)
            if self._top.indexOf(self.tools) < 0:
                self._top.insertWidget(1, self.tools)
            if self.left.currentWidget() is self._tools_scroll:
                self.left.setCurrentWidget(self._holder)
        self.tools.show()
        self.turn.setVisible(self._layout.one_pane)
        self._name_turn()

    def _name_turn(self) -> None:
        on, brief = self.left.currentWidget() is self._tools_scroll, self._layout.stacked
        long, short = (words.SHOW_TABLE, words.TABLE_BRIEF) if on else (words.TOOLS, words.TOOLS_BRIEF)
        self.turn.setText(short if brief else long)
        self.turn.updateGeometry()

    def _fit(self) -> None:
        """What is behind a cell stands beside the table, or in its place."""
        behind = self._behind is not None
        self.side.setVisible(not self._layout.one_pane or behind)
        self.left.setVisible(not self._layout.one_pane or not behind)
        self._head.setVisible(not (self._layout.stacked and behind))
        self.tabs.soon()
