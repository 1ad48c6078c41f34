"""What scrolls at the left of the page: levels, goals, and the ways to everything else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.layout import PAGE_MAX, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pathway.doors import Doors
from otcpd.ui.pages.pathway.goals_card import GoalsCard
from otcpd.ui.pages.pathway.levels_card import LevelsCard
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.sheet import Sheet


class _Scroller(DownScroll):
    """Says when it has room for more or less, as when its bar comes or goes."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Cards(Ground):
    """The cards below each other. Where large text leaves little height, the head scrolls away with them."""

    def __init__(self, desk: Desk, pages: dict[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        """`pages` are name and icon of the pages that there are, by their keys."""
        super().__init__(desk.theme, "window", parent)
        self._theme = desk.theme
        self._layout = WIDE
        self._alone = True
        self.levels = LevelsCard(desk)
        self.goals = GoalsCard(desk)
        self.doors = Doors(desk.theme, pages)
        self.scroller = _Scroller(desk.theme)
        content = Sheet(desk.theme)
        self.inside = QVBoxLayout(content)
        for card in (self.levels, self.goals):
            self.inside.addWidget(card)
        self.inside.addLayout(Overhang(self.doors, fills=True))
        self.inside.addStretch(1)
        self.scroller.hold(content)
        self.scroller.resized.connect(self._shape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroller)

    def set_alone(self, alone: bool) -> None:
        """Whether no goal stands beside them."""
        self._alone = alone
        self._shape()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self.levels.apply_layout(layout)
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def _shape(self) -> None:
        theme = self._theme
        edge = theme.gap(self._layout.edge)
        left = max(edge, (self.width() - theme.px(PAGE_MAX)) // 2) if self._alone else edge
        bar = self.width() - self.scroller.viewport().width()
        right = left if self._alone else theme.gap(28 if self._layout is WIDE else 20)
        self.inside.setSpacing(theme.gap(20))
        self.inside.setContentsMargins(left, theme.gap(2), max(RING_SPACE, right - bar), theme.gap(32))
