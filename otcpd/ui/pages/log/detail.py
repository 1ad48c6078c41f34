"""The open activity: everything about it in one form that saves itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.activity import Activity
from otcpd.ui.layout import FORM_MAX, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.basics import FOUR_FROM, Basics
from otcpd.ui.pages.log.detail_top import DetailTop
from otcpd.ui.pages.log.evidence_strip import EvidenceStrip
from otcpd.ui.pages.log.folds import Folds
from otcpd.ui.pages.log.texts import MAIN_TEXTS, ActivityText, save_text
from otcpd.ui.pages.log.title_field import TitleField
from otcpd.ui.pages.log.title_length import TitleLength
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.pointing.result import EntryResult
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.drop_mark import DropMark
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE
from otcpd.ui.widgets.tab_order import tab_stops, tab_through
from otcpd.ui.widgets.tile import CategoryTile

SCROLL_BAR = 12
"""Pixels that the scroll bar takes of the edge."""


class Detail(Ground):
    """Shows one activity; `load` again after every change to it."""

    delete_wanted = Signal(str)
    """The id of the activity."""
    back_wanted = Signal()
    """Back to the list, where list and detail take turns."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self.activity: Activity | None = None
        self._layout = WIDE
        self.setAcceptDrops(not desk.session.read_only)
        self.setAccessibleName("Activity")
        self.top = DetailTop(desk)
        self.tile = CategoryTile(desk.theme, None)
        self.title = TitleField(desk.theme)
        self._title_binding = TextBinding(desk.session, self.title, "Title")
        self.title_pointed = PointedOut(desk, self._title_binding)
        self.title_length = TitleLength(desk.theme, self.title, self.title_pointed)
        self.basics = Basics(desk)
        self.texts = {field: ActivityText(desk, field, label, note) for field, label, note in MAIN_TEXTS}
        self.evidence = EvidenceStrip(desk)
        self.evidence.tab_after(next(reversed(self.texts.values())).tag)
        self.folds = Folds(desk)
        self.result = EntryResult(desk, [self.title_pointed, *(text.pointed_out for text in self.texts.values())])
        self.result.folded_wanted.connect(self.folds.show_pointed)
        self.scroller = DownScroll(desk.theme, steady=True)
        self._build()
        self._order_tabs()
        DropMark(desk.theme, "Drop to add as evidence", self).dropped.connect(self.evidence.take_in)
        self.top.delete_wanted.connect(self._on_delete)
        self.top.back_wanted.connect(self.back_wanted)
        self.top.end_wanted.connect(self.basics.open_end)
        desk.theme.changed.connect(self._fit)

    def load(self, activity: Activity) -> None:
        """Show an activity, or show it again after a change."""
        other = self.activity is None or self.activity.id != activity.id
        if other and self.activity is not None:
            self.leave()
        self.activity = activity
        self.top.load(activity)
        self.tile.set_category(activity.category)
        key = ("activity", activity.id, "title")
        self._title_binding.bind(key, activity.title, partial(save_text, activity=activity.id, field="title"))
        self.title_length.look()
        self.basics.load(activity)
        for text in self.texts.values():
            text.load(activity)
        self.evidence.load(activity)
        self.folds.load(activity)
        self.result.load(self.folds.texts())
        if other:
            self.scroller.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Read what still stands in the fields, and save what was typed."""
        if self.activity is not None and not self.desk.session.read_only:
            self.basics.commit()
            self.folds.commit()
            self.desk.session.flush()

    def take_focus(self) -> None:
        """Into the title."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        """Fit the form to the window."""
        self._layout = layout
        self._fit()

    def _fit(self) -> None:
        layout = self._layout
        self.top.show_back(layout.one_pane)
        self.top.set_stacked(layout.stacked)
        self._inner.setMaximumWidth(self.desk.theme.px(FORM_MAX))
        self._column.setSpacing(self.desk.theme.gap(14))
        gap = self.desk.theme.gap
        edge = gap(layout.edge)
        left = edge if layout.one_pane else gap(32 if layout.edge > 24 else 24)
        right = max(RING_SPACE, edge - RING_SPACE - SCROLL_BAR)
        self._column.setContentsMargins(left - RING_SPACE, gap(16), right, gap(24))
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _build(self) -> None:
        theme = self.desk.theme
        form = QWidget()
        self._form = form
        outer = QHBoxLayout(form)
        outer.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        self._inner = inner
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(theme.gap(14))
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        self._add(self.top)
        self._column.addSpacing(-theme.gap(6))
        self._add(self._title_row())
        self._add(self.title_length)
        self._add(self.title_pointed)
        self._column.addSpacing(-theme.gap(4))
        self._add(self.basics)
        for text in self.texts.values():
            # Reader tags take clicks above and below what they paint.
            self._column.addSpacing(-theme.gap(6))
            self._add(text, right=TAG_SPACE)
        # Buttons have room for their ring inside, so they begin a ring further left than fields.
        self._column.addWidget(self.evidence)
        self._add(self.folds, left=HANG, right=HANG)
        self._add(self.result)
        self._column.addStretch(1)
        self.scroller.hold(form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)

    def _order_tabs(self) -> None:
        # Only here are all parts in one window; what was ordered before they met does not last.
        stops: list[QWidget] = []
        for text in self.texts.values():
            stops += [text.text.editor, text.tag]
        tab_through(
            self.basics.type.line, [*stops, self.evidence.add_button, *tab_stops(self.folds), self.result.show_first]
        )

    def _add(self, widget: QWidget, *, left: int = 0, right: int = 0) -> None:
        """Add what stands out at its sides by so many pixels, for rings."""
        row = QHBoxLayout()
        row.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        row.addLayout(Overhang(widget, fills=True, left=left, right=right))
        self._column.addLayout(row)

    def _title_row(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.desk.theme.gap(6))
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1)
        return whole

    def _fit_columns(self) -> None:
        margins = self._column.contentsMargins()
        pane = min(self.width(), self._inner.maximumWidth())
        room = pane - margins.left() - margins.right()
        width = room / self.desk.theme.factor
        columns = 4 if width >= FOUR_FROM else 2 if room >= self.basics.least_for_two() else 1
        self.basics.set_columns(columns, width)

    def _on_delete(self) -> None:
        if self.activity is not None:
            self.delete_wanted.emit(self.activity.id)
