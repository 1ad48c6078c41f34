"""The pane of the log that explains a gap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.gaps import Gap
from otcpd.ui.layout import FORM_MAX, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.gap_form import GapForm
from otcpd.ui.widgets.check import CHECK_SPACE
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.link_button import LinkButton


class GapPane(Ground):
    """The form for one gap, as high as the pane, with the way back to the list where that has given its place."""

    activity_wanted = Signal(object)
    """A day in the gap for which the person wants to add an activity."""
    back_wanted = Signal()
    explained = Signal()
    """A reason was given."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self._layout = WIDE
        self.setAccessibleName("Gap")
        self.back = LinkButton(desk.theme, "Back to the list", "chevron-left")
        self.back.clicked.connect(self.back_wanted)
        self.back.hide()
        self.form = GapForm(desk)
        self.form.activity_wanted.connect(self.activity_wanted)
        self.form.explained.connect(self.explained)
        self.choices, self.note = self.form.choices, self.form.note
        self.explain, self.add, self.take_away = self.form.explain, self.form.add, self.form.take_away
        self._build()
        desk.theme.changed.connect(self._fit)

    @property
    def gap(self) -> Gap | None:
        """The gap on show."""
        return self.form.gap

    def load(self, gap: Gap) -> None:
        """Show a gap, or show it again after a change."""
        self.form.load(gap)

    def leave(self) -> None:
        """Save what was typed."""
        self.form.leave()

    def take_focus(self) -> None:
        """Into the reasons."""
        self.form.take_focus()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def _build(self) -> None:
        inner = QWidget()
        self._inner = inner
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(self.desk.theme.gap(8))
        back = QHBoxLayout()
        back.setContentsMargins(CHECK_SPACE, 0, 0, 0)
        back.addWidget(self.back)
        back.addStretch(1)
        self._column.addLayout(back)
        self._column.addWidget(self.form, 1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.scroller = DownScroll(self.desk.theme, holder, steady=True)
        whole.addWidget(self.scroller)

    def _fit(self) -> None:
        layout, gap = self._layout, self.desk.theme.gap
        self.back.setVisible(layout.one_pane)
        self._inner.setMaximumWidth(self.desk.theme.px(FORM_MAX))
        left = gap(layout.edge) if layout.one_pane else gap(32 if layout.edge > 24 else 24)
        right = max(0, gap(layout.edge) - self.scroller.verticalScrollBar().sizeHint().width())
        self._column.setContentsMargins(left - CHECK_SPACE, gap(20), right, gap(24))
