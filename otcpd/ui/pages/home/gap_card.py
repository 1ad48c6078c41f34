"""The form for a gap, opened on Home."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.domain.gaps import Gap, gap_key
from otcpd.ui.layout import FORM_MAX
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.home import words
from otcpd.ui.pages.log.gap_form import GapForm
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.check import CHECK_SPACE


class GapCard(Card):
    """Close and Esc put it away."""

    closed = Signal()
    explained = Signal()
    activity_wanted = Signal(object)
    """A day in the gap for which the person wants to add an activity."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        theme = desk.theme
        self._desk = desk
        self.setAccessibleName(words.GAP)
        self.form = GapForm(desk)
        self.close_button = Button(theme, words.CLOSE, icon="close", compact=True)
        self.body.setContentsMargins(theme.gap(24) - CHECK_SPACE, theme.gap(16), theme.gap(20), theme.gap(20))
        self.body.setSpacing(theme.gap(14))
        row = QHBoxLayout()
        row.addWidget(self.form, 1)
        row.addStretch(0)
        foot = QHBoxLayout()
        foot.setContentsMargins(CHECK_SPACE - RING_SPACE, 0, 0, 0)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        self.body.addLayout(row)
        self.body.addLayout(foot)
        self.close_button.clicked.connect(self.closed)
        self.form.explained.connect(self.explained)
        self.form.activity_wanted.connect(self.activity_wanted)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def key(self) -> str:
        """The key of the gap it is about; empty for none."""
        return gap_key(self.form.gap.start) if self.form.gap is not None else ""

    def load(self, gap: Gap) -> None:
        """Show a gap, or show it again after a change."""
        self.form.load(gap)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.form.setMaximumWidth(self._desk.theme.px(FORM_MAX))
