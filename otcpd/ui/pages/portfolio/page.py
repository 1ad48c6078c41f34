"""The page "Portfolio"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from otcpd.actions.reading import rules_of
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import OtcpdError
from otcpd.domain.readiness import Finding, Level
from otcpd.portfolio.copy_text import copy_blocks
from otcpd.ui import matters
from otcpd.ui.export.choices_card import ChoicesCard
from otcpd.ui.export.flow import ExportFlow, ExportState, Stage
from otcpd.ui.export.panel import ExportPanel
from otcpd.ui.export.texts_card import TextsCard
from otcpd.ui.layout import PAGE_MAX, WIDE, Layout
from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.pages.portfolio import preview_words, words
from otcpd.ui.pages.portfolio.checks import CheckResult, Checks
from otcpd.ui.pages.portfolio.good_order import in_good_order
from otcpd.ui.pages.portfolio.leave_card import LeaveCard
from otcpd.ui.pages.portfolio.mending import Mending
from otcpd.ui.pages.portfolio.mixture_card import MixtureCard
from otcpd.ui.pages.portfolio.period_card import PeriodCard
from otcpd.ui.pages.portfolio.reading import PortfolioState, read_state
from otcpd.ui.pages.portfolio.statement_card import StatementCard
from otcpd.ui.pages.portfolio.text_card import TextCard
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.page_header import PageHeader, put_first
from otcpd.ui.widgets.sheet import Sheet
from otcpd.ui.widgets.tab_order import tab_stops

if TYPE_CHECKING:
    from otcpd.ui.pages.portfolio.preview import ProfilePreview

SETTLE, SETTLE_HIDDEN = 150, 2_000
"""Milliseconds after a change until the checks are made anew: a burst of changes costs one, and a page that
nobody sees only counts what is to fix."""
QUICK = 50
"""A reading that takes longer than this waits for a longer pause, and for the page to be seen."""
SUMMARY_LINES = (5, 12)
_MATTERS = (*matters.CHECKS, *matters.PROTECTED, "evidence", "record")


class PortfolioPage(PageView):
    """Period, texts and checks in two columns, or one below the other where there is little width."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        rules = load_catalogue().rules
        self.header = PageHeader(desk.theme, words.PAGE)
        self.look = Button(desk.theme, preview_words.PREVIEW, icon="eye")
        self.export = Button(desk.theme, words.EXPORT, Kind.FILLED)
        self._preview: ProfilePreview | None = None
        self.period = PeriodCard(desk)
        self.mixture = MixtureCard(desk.theme)
        self.summary = TextCard(desk, "summary", words.SUMMARY, words.SUMMARY_HINT, rules.summary_words, SUMMARY_LINES)
        self.statement = StatementCard(desk, rules.statement_words)
        self.checks = Checks(desk.theme, mendable=not desk.session.read_only)
        self.leaves = LeaveCard(desk.theme)
        self.choices = ChoicesCard(desk)
        self.texts = TextsCard(desk)
        self.flow = ExportFlow(desk, self)
        self.panel = ExportPanel(desk, self.flow, self.export)
        self.mending = Mending(self)
        self._state: PortfolioState | None = None
        self._layout = WIDE
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._took = 0
        self._stale = False
        self._build()
        self._connect()
        self.refresh()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found last."""
        return self._state.readiness.findings if self._state and self._state.begun else ()

    def take_focus(self) -> None:
        self.close_preview()
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        checks = self.checks.buttons()[:1]
        last = (self.choices.head, self.texts.head)
        if self._preview is not None and self._both.currentWidget() is self._preview:
            return (self._preview.header.title, self._preview.pages.sheets)
        if self._layout.one_pane:
            return (self.header.title, self.period.start.line, *checks, self.summary.text.editor, *last)
        return (self.header.title, self.period.start.line, self.summary.text.editor, *checks, *last)

    def enter(self, area: QWidget) -> None:
        super().enter(area)
        self.scroller.ensureWidgetVisible(area)

    def take_up(self, offer: str) -> None:
        if offer == "export":
            self.start_export()
        elif offer == "preview":
            self.preview()

    def preview(self) -> None:
        """The real pages of the profile, in place of the cards."""
        if self._preview is None:
            from otcpd.ui.pages.portfolio.preview import ProfilePreview  # the cards come up without what draws

            export = Button(self.desk.theme, words.EXPORT, Kind.FILLED)
            export.clicked.connect(self._export_from_preview)
            self._preview = ProfilePreview(self.desk, _MATTERS, export)
            self._preview.closed.connect(self.close_preview)
            self._both.addWidget(self._preview)
            self._shape()
        elif self._both.currentWidget() is self._preview and self._preview.drawing:
            return
        self.leave()
        self._both.setCurrentWidget(self._preview)
        self._preview.header.take_focus()
        self._preview.begin()

    def close_preview(self) -> None:
        """Back to the cards."""
        if self._preview is not None and self._both.currentWidget() is self._preview:
            self._preview.forget()
            self._both.setCurrentWidget(self._cards)
            self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _export_from_preview(self) -> None:
        self.close_preview()
        self.start_export()

    def start_export(self) -> None:
        """Save what stands in the fields, then have a place chosen for the PDF.

        A size that is none is mended first: whoever typed it would not get what she wants. While an export is
        under way, it is shown how far it is.
        """
        if self.flow.state.stage is Stage.DRAWING:
            self.panel.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll_up()
            return
        self.leave()
        if not self.choices.commit():
            self.scroller.ensureWidgetVisible(self.choices.limit)
            return
        self.flow.begin()

    def show_thing(self, thing: str) -> None:
        """`thing` is "summary", "statement" or "period"."""
        self.close_preview()
        targets = {"summary": self.summary.text, "statement": self.statement.text, "period": self.period.start}
        if (target := targets.get(thing)) is not None:
            target.setFocus()
            self.scroller.ensureWidgetVisible(target)

    def leave(self) -> None:
        self.period.commit()
        if not self.desk.session.read_only:
            self.choices.limit.commit()
        self.desk.session.flush()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._settle.stop()
        self._stale = False
        clock = QElapsedTimer()
        clock.start()
        try:
            state = read_state(self.desk.session.record)
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self._took = clock.elapsed()
        self._state = state
        self._show_state(state)

    def _show_state(self, state: PortfolioState) -> None:
        rules = rules_of(self.desk.session.record)
        self._show_fact()
        self.period.show_state(state)
        self.summary.show_portfolio(state.portfolio)
        self.statement.show_state(state)
        checked = max(source.checked_on for source in rules.sources.values())
        findings = self.findings
        if state.begun:
            in_order = in_good_order(state.content, state.readiness, rules)
            self.checks.show_result(
                CheckResult(findings, in_order, long_day(checked), rules.all_sources, state.readiness.figures)
            )
        else:
            self.checks.show_start()
        self.mixture.show_content(state.content)
        self.leaves.show_content(state.content)
        self.choices.show_choices()
        self.texts.show_blocks(copy_blocks(state.content))
        self._order_tabs()
        self.count(sum(finding.level is Level.ERROR for finding in findings))

    def apply_layout(self, layout: Layout) -> None:
        self._layout = layout
        self._place_head()
        one_column = layout.one_pane
        self.header.set_one_line(self._one_line())
        self._show_fact()
        direction = QBoxLayout.Direction.TopToBottom if one_column else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self._place_checks()
        for part in (self.checks, self.texts):
            part.set_roomy(one_column and not layout.stacked)
        self._shape()

    def _place_head(self) -> None:
        """Where large text leaves little height, the head scrolls away with the cards."""
        put_first(self._head, self._inside if self._layout.stacked else self._page)

    def _place_checks(self) -> None:
        """In one column the checks come right after the period, as what is read first."""
        column, place = (self._left, 1) if self._layout.one_pane else (self._right, 0)
        if column.indexOf(self.checks) < 0:
            column.insertWidget(place, self.checks)
            self._order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.scroller.verticalScrollBar().value():
            # The cards go on above: the line says so.
            y = self.scroller.geometry().top() - 1
            hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _one_line(self) -> bool:
        return self._layout.header_in_one_line and not self._layout.stacked

    def _show_fact(self) -> None:
        if self._state is not None:
            state = self._state
            short = self._layout is not WIDE
            self.header.set_fact(words.fact(state.content, state.period.text, short=short))

    def _shape(self) -> None:
        """Cards keep a width that reads well, in the middle of a wide window."""
        theme, layout = self.desk.theme, self._layout
        edge = max(theme.gap(layout.edge), (self.width() - theme.px(PAGE_MAX)) // 2)
        top = theme.gap(26 if layout is WIDE else 16)
        if self._preview is not None:
            self._preview.apply_layout(layout, edge)
        self.header.set_stacked(layout.stacked)
        if layout.stacked:
            self._head_box.setContentsMargins(0, theme.gap(8), 0, 0)
        else:
            self._head_box.setContentsMargins(edge, top, edge - RING_SPACE, theme.gap(14))
        bar = self.width() - self.scroller.viewport().width()
        self._inside.setContentsMargins(edge, theme.gap(6), edge - bar, theme.gap(32))

    def _build(self) -> None:
        theme = self.desk.theme
        self.header.add_button(self.look)
        self.header.add_button(self.export)
        self._head = QWidget()
        self._head_box = QVBoxLayout(self._head)
        self._head_box.addWidget(self.header)
        content = Sheet(theme)
        self._inside = QVBoxLayout(content)
        self._inside.setSpacing(theme.gap(20))
        self._inside.addWidget(self.panel)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.gap(20))
        left, right = self._left, self._right
        left.setSpacing(theme.gap(20))
        for card in (self.period, self.mixture, self.summary, self.statement):
            left.addWidget(card)
        left.addStretch(1)
        right.setSpacing(theme.gap(20))
        for part in (self.checks, self.leaves, self.choices, self.texts):
            right.addWidget(part)
        right.addStretch(1)
        self._columns.addLayout(left, 8)
        self._columns.addLayout(right, 5)
        self._inside.addLayout(self._columns)
        self._inside.addStretch(1)
        self.scroller = DownScroll(theme, content)
        self._cards = QWidget()
        self._both = QStackedLayout(self)
        self._both.addWidget(self._cards)
        self._page = QVBoxLayout(self._cards)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(self._head)
        self._page.addSpacing(1)
        self._page.addWidget(self.scroller, 1)

    def _connect(self) -> None:
        self.look.clicked.connect(self.preview)
        self.export.clicked.connect(self.start_export)
        self.scroller.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.panel.came_up.connect(self._scroll_up)
        self.panel.mend.connect(self.mending.mend)
        self.panel.copy_wanted.connect(self.texts.copy)
        self.flow.told.connect(self._on_export)
        for folding in (self.choices, self.texts):
            folding.unfolded.connect(self._order_tabs)
        self.statement.opened.connect(self._on_opened)
        self.statement.choose.toggled.connect(self._order_tabs)
        self.checks.mend.connect(self.mending.mend)
        self.checks.new_wanted.connect(self.new_wanted)
        self._settle.timeout.connect(self.refresh)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._shape)
        self.desk.session.changed.connect(self._on_changed)
        self.desk.session.closing.connect(self._settle.stop)
        for card in (self.summary, self.statement):
            card.save_elsewhere.connect(self.elsewhere_wanted)

    def _order_tabs(self) -> None:
        """What was made anew stands where it is seen, not at the end."""
        summary = [self.summary.text.editor, self.summary.tag, *tab_stops(self.summary.saving)]
        texts = [*summary, *self.statement.tab_stops()]
        checks = self.checks.tab_stops()
        order: list[QWidget] = [*tab_stops(self.period)]
        order += [*checks, *texts] if self._layout.one_pane else [*texts, *checks]
        order += [*tab_stops(self.choices), self.texts.head, *self.texts.buttons()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.of(kind) for kind in _MATTERS):
            return
        self._stale = True
        if self.isVisible():
            self._settle.start(SETTLE if self._took < QUICK else 8 * self._took)
        elif self._took < QUICK:
            self._settle.start(SETTLE_HIDDEN)

    def _on_scrolled(self, _value: int) -> None:
        self.update(0, self.scroller.geometry().top() - 1, self.width(), 1)

    def _scroll_up(self) -> None:
        """How the export goes stands at the top; who asked for it from below would not see it."""
        self._inside.activate()
        self.scroller.verticalScrollBar().setValue(max(0, self.panel.y() - self._inside.contentsMargins().top()))
        focused = QApplication.focusWidget()
        if focused is None or not self.panel.isAncestorOf(focused):
            return
        below = focused.mapTo(self.panel, QPoint(0, focused.height())).y()
        if below > self.scroller.viewport().height():
            # Its title is to be in sight, and so is the focus: where both do not fit, the title has it.
            self.panel.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_export(self, state: ExportState) -> None:
        """While a PDF is made, another is not the thing to ask for."""
        drawing = state.stage is Stage.DRAWING
        under_way = words.UNDER_WAY if drawing else ""
        if self.export.toolTip() != under_way:
            self.export.set_kind(Kind.OUTLINED if drawing else Kind.FILLED)
            self.export.setAccessibleDescription(under_way)
            self.export.setToolTip(under_way)

    def _on_opened(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)
