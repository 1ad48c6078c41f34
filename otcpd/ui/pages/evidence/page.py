"""The page "Evidence": every file, what it looks like, where it is used, and files dropped anywhere on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.evidence import Attached
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.ui.layout import LOW_PAGE, WIDE, Layout
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.evidence.contents import EvidenceContents, Sift, Use
from otcpd.ui.pages.evidence.detail import EvidenceDetail
from otcpd.ui.pages.evidence.doings import EvidenceDoings
from otcpd.ui.pages.evidence.list_pane import EvidencePane
from otcpd.ui.pages.evidence.report_place import ReportPlace
from otcpd.ui.pages.evidence.timers import later
from otcpd.ui.pages.evidence.tools import EvidenceTools
from otcpd.ui.pages.log.evidence_report import EvidenceReport
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.pages.log.intake_bar import IntakeBar
from otcpd.ui.painting import hairline
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.drop_mark import DropMark
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.split import Split

NUMBERS_WAIT = 400
"""Milliseconds after a change until the numbers of evidence are worked out again."""
DROP_HINT = "Drop files anywhere on this page."
ADD, UNUSED = "add", "unused"
_LIST, _LIST_NARROW = 620, 400
_LEAST_LIST = 300


class EvidencePage(PageView):
    """The table of files, and the file that is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Evidence", parent)
        self.contents = EvidenceContents(desk.session.record)
        self._layout = WIDE
        self._numbers: dict[str, int] = {}
        self._stale = True
        """The numbers of the profile are to be worked out when the page is next seen."""
        self._came: list[str] = []
        """What the files under way have become so far."""
        theme = desk.theme
        self.header = PageHeader(theme, "Evidence")
        self.add_button = Button(theme, "Add evidence", Kind.FILLED, icon="plus")
        if desk.session.read_only:
            self.add_button.hide()
        self.header.add_button(self.add_button)
        self.tools = EvidenceTools(desk)
        self.intake = EvidenceIntake(desk.session)
        self.report = EvidenceReport(desk, self.intake)
        self.report_place = ReportPlace(desk.theme, self.report)
        self.bar = IntakeBar(theme, self.intake)
        self.pane = EvidencePane(desk)
        self.detail = EvidenceDetail(desk)
        self.doings = EvidenceDoings(desk, self)
        self.split = Split(theme, self.pane, self.detail)
        self._head = QVBoxLayout()
        self._build()
        self.drop_mark = DropMark(theme, "Drop to add to your evidence", self)
        self.drop_mark.dropped.connect(self.take_in)
        self.setAcceptDrops(not desk.session.read_only)
        self._more = later(self, 0, self._read_more)
        self._first = later(self, 0, self._wake)
        self._number = later(self, NUMBERS_WAIT, self._number_evidence)
        self._connect()
        self._refresh()
        self.detail.load(None)
        if not self.contents.whole:
            self._more.start()

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        listing = self.split if self.pane.isHidden() else self.pane.area()
        return (self.header.title, self.tools.search.line, listing, self.detail)

    def enter(self, area: QWidget) -> None:
        if area is self.split:
            self._show_list()
        elif area is self.detail:
            self.detail.take_focus()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("Edit", "Remove the file", self._remove_picked, "Delete", bound=False, changes=True),
            Command("Edit", "Add evidence…", self.start_new, "Ctrl+Shift+E", changes=True),
        )

    def start_new(self) -> None:
        """Have files chosen and take them in."""
        if not self.desk.session.read_only:
            self.desk.desktop.choose_files(self, "Add evidence", "", self.take_in)

    def search(self) -> None:
        self._show_list()
        self.tools.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.search.line.selectAll()

    def show_thing(self, thing: str) -> None:
        while not self.contents.whole:
            self.contents.load_more()
        if thing not in self.contents.pieces:
            return
        if self.pane.model.row_of(thing) < 0:
            self.tools.set_sift(Sift())
            self._refresh()
        self.pane.table.choose(thing)
        self._open(thing)
        if self._layout.one_pane:
            self._show_detail()

    def take_up(self, offer: str) -> None:
        if offer == ADD:
            self.start_new()
        elif offer == UNUSED:
            self.tools.set_sift(Sift(use=Use.UNUSED))
            self._show_list()

    def leave(self) -> None:
        self.detail.leave()

    def take_in(self, paths: list[Path]) -> None:
        """Take files and folders in; they prove nothing yet."""
        if paths and not self.desk.session.read_only:
            self.intake.add("", paths)

    def apply_layout(self, layout: Layout) -> None:
        theme = self.desk.theme
        self._layout = layout
        edge = theme.gap(layout.edge)
        wide = not layout.header_in_one_line
        self._head.setContentsMargins(edge, theme.gap(26 if wide else 16), edge - 4, theme.gap(14))
        self._head.setSpacing(theme.gap(14 if wide else 8))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self.add_button.set_icon("" if layout.stacked else "plus")  # else there is no room beside the title
        self.tools.apply_layout(layout)
        self.pane.column.setContentsMargins(max(0, edge - theme.gap(12)), 0, 0, 0)
        self.detail.apply_layout(layout)
        self.pane.setMinimumWidth(0)
        self._fit_split()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.desk.theme.px(LOW_PAGE)
        self.pane.table.show_head(not (low and self._layout.stacked))  # what sorts stands in the one button, too

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.start()
        if self._stale:
            self._number.start(NUMBERS_WAIT if self._numbers else 0)  # a column that fills later looks broken

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self.split.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))

    # Building

    def _build(self) -> None:
        for widget in (self.header, self.bar, self.report_place, self.tools):
            self._head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(1)
        column.addWidget(self.split, 1)
        self.report.load("")
        self.bar.load("")
        self.apply_layout(self._layout)

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        for timer in (self._more, self._first, self._number):
            session.closing.connect(timer.stop)
        session.closing.connect(self.tools.search.stop)
        self.add_button.clicked.connect(self.start_new)
        self.pane.start.clicked.connect(self.start_new)
        self.pane.show_all.clicked.connect(self._on_show_all)
        self.tools.changed.connect(self._on_sift)
        self.tools.search.escaped.connect(self._to_list)
        table = self.pane.table
        table.chosen.connect(self._on_chosen)
        table.clicked.connect(self._on_clicked)
        table.open_wanted.connect(self._on_open_wanted)
        table.remove_wanted.connect(self._remove_picked)
        table.sort_wanted.connect(self.tools.sort_by)
        self.detail.back_wanted.connect(self._to_list)
        self.detail.remove_wanted.connect(self._remove_open)
        self.detail.activity_wanted.connect(self._to_activity)
        self.detail.use_wanted.connect(self.doings.pick_activity)
        self.detail.take_out_wanted.connect(self.doings.take_out)
        self.detail.elsewhere_wanted.connect(self.elsewhere_wanted)
        self.report.filled.connect(self._fit_tools)
        self.intake.attached.connect(self._on_attached)
        self.intake.idle.connect(self._on_taken)
        self.split.splitterMoved.connect(self._on_split_moved)

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if not self.contents.follow(changes) and not changes.of("portfolio"):
            return
        if not self.contents.whole:
            self._more.start()
        self._refresh()
        self._stale = True
        if self.isVisible():
            self._number.start(NUMBERS_WAIT)

    def _wake(self) -> None:
        """The page is on the screen: now the file that is open is read, or the first one if none is."""
        lines = self.pane.model.lines()
        if self.detail.piece is None and lines and not self._layout.one_pane:
            self.pane.table.choose(lines[0].id)
            self._open(lines[0].id)
        self.detail.wake()

    def _read_more(self) -> None:
        if self.contents.load_more():
            self._more.start()
        self._refresh()

    def _refresh(self) -> None:
        """Fill the table anew; what is open stays open, or its neighbour comes in its place."""
        counts = self.contents.counts()
        any_at_all = bool(counts[Use.ALL])
        near = self.pane.table.neighbour([self.detail.evidence]) if self.detail.evidence else ""
        lines = self.contents.shown(self.tools.sift, self._numbers)
        self.pane.table.head.set_sort(self.tools.sift.by, falling=self.tools.sift.falling)
        self.pane.show_lines(lines, self.tools.sift, any_at_all=any_at_all)
        self.add_button.set_kind(Kind.FILLED if any_at_all else Kind.OUTLINED)
        self.tools.set_counts(counts, self.contents.kinds())
        self._fit_tools()
        self.tools.search.show_found(len(lines), counts[Use.ALL])
        fact = self.contents.fact()
        self.header.set_fact(fact if self.desk.session.read_only else f"{fact} {DROP_HINT}")
        self._refresh_open(near)
        self._fit_split()

    def _refresh_open(self, near: str) -> None:
        piece = self.contents.pieces.get(self.detail.evidence)
        if piece is not None:
            if piece != self.detail.piece:
                self.detail.load(piece)
            else:
                self.detail.used.load(piece)  # an activity may have another title
            return
        if self.detail.piece is None:
            return
        if self._layout.one_pane:
            self._show_list()
        self.detail.load(None)
        if near and self.pane.table.choose(near):
            self._open(near)

    def _on_sift(self, sift: Sift) -> None:
        self._refresh()
        self.pane.table.scrollToTop()
        if sift.query:
            self.tools.search.tell_found(len(self.pane.model.lines()), len(self.contents.pieces))

    def _on_show_all(self) -> None:
        self.tools.set_sift(Sift(by=self.tools.sift.by, falling=self.tools.sift.falling))
        self.pane.take_focus()

    def _on_attached(self, _activity: str, done: Attached) -> None:
        self._came.append(done.evidence)

    def _on_taken(self) -> None:
        """Files have come in. One by itself is shown, whether it is new or was there already."""
        came, self._came = self._came, []
        if len(came) == 1 and self.isVisible():
            self.show_thing(came[0])

    def _number_evidence(self) -> None:
        from otcpd.actions.evidence_numbers import evidence_numbers  # the first page does without it

        if not self.isVisible():
            return
        try:
            self._numbers = evidence_numbers(self.desk.session.record)
        except OtcpdError:
            self._number.start(NUMBERS_WAIT)  # held by another program, or its disk is away for the moment
            return
        self._stale = False
        self._refresh()

    # Choosing and opening

    def _open(self, evidence: str) -> None:
        self.detail.load(self.contents.pieces.get(evidence))

    def _on_chosen(self, evidence: str) -> None:
        if evidence and evidence != self.detail.evidence:
            self._open(evidence)

    def _on_clicked(self) -> None:
        held = QGuiApplication.keyboardModifiers()
        if self._layout.one_pane and not held and self.pane.table.current():
            self._on_open_wanted()

    def _on_open_wanted(self) -> None:
        self._open(self.pane.table.current())
        self._show_detail()
        self.detail.take_focus()

    def _to_list(self) -> None:
        self._show_list()
        self.pane.take_focus()

    def _show_list(self) -> None:
        if self._layout.one_pane and self.pane.isHidden():
            self.pane.show()
            self.detail.hide()
            self.header.show()
            self._fit_tools()

    def _show_detail(self) -> None:
        if self._layout.one_pane:
            self.detail.show()
            self.pane.hide()
            self.tools.hide()
            self.header.setHidden(self._layout.stacked)
            self.detail.wake()

    def _to_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _remove_open(self) -> None:
        if self.detail.evidence:
            self._remove([self.detail.evidence])

    def _remove_picked(self) -> None:
        self._remove(self.pane.table.picked())

    def _remove(self, going: list[str]) -> None:
        near = self.pane.table.neighbour(going)
        if going and self.doings.remove([self.contents.pieces[one] for one in going]) and near:
            self.pane.table.choose(near)
            self._open(near)

    # Sizes

    def _fit_tools(self, _filled: bool = False) -> None:
        """They belong to the list; in a low window the report on what was refused takes their place."""
        in_the_way = self._layout.stacked and not self.report.isHidden()
        self.tools.setVisible(bool(self.contents.pieces) and not self.pane.isHidden() and not in_the_way)

    def _fit_split(self) -> None:
        layout, theme = self._layout, self.desk.theme
        if layout.one_pane or not self.contents.pieces:
            detail = bool(self.contents.pieces) and not self.detail.isHidden() and self.pane.isHidden()
            for half in (self.pane, self.detail):
                half.setMinimumWidth(0)
            self.pane.setVisible(not detail)
            self.detail.setVisible(detail)
            self.header.setHidden(detail and layout.stacked)
            return
        self.header.show()
        if self.detail.isVisible() and self.pane.isVisible() and self.pane.minimumWidth():
            return
        self.pane.show()
        self.detail.show()
        self.pane.setMinimumWidth(theme.px(_LEAST_LIST))
        self.detail.setMinimumWidth(theme.px(_LEAST_LIST))
        self._place_split()

    def _place_split(self) -> None:
        width = self.desk.theme.px(self.desk.machine.number(*self._list_width()))
        self.split.setSizes([round(width), max(1, self.split.width() - round(width))])

    def _list_width(self) -> tuple[str, float]:
        """Where this computer remembers the width, and what it is before anybody has moved it."""
        wide = not self._layout.header_in_one_line
        return ("evidence_width", _LIST) if wide else ("evidence_width_narrow", _LIST_NARROW)

    def _on_split_moved(self, place: int, _handle: int) -> None:
        self.desk.machine.put(self._list_width()[0], place / self.desk.theme.factor)
