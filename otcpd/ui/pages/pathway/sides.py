"""Cards and the open goal: side by side, or taking turns where there is room for one only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.ui.layout import NO_MOST, WIDE, Layout
from otcpd.ui.painting import hairline
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.ground import Ground

_LEAST, _MOST, _SHARE = 372, 560, 0.337
"""Width of the open goal: a share of the page, within bounds at 100 %."""


class CardsAndGoal(Ground):
    """The goal stands at the right, with a fine line round it, as far as there is one."""

    cards_shown = Signal(bool)
    """Whether the cards are on show; what belongs to them comes and goes with them."""

    def __init__(self, theme: Theme, cards: QWidget, goal: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent)
        self._theme = theme
        self._cards, self._goal = cards, goal
        self._layout = WIDE
        self._open = False
        self._on_goal = False
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(cards, 1)
        self._row.addWidget(goal)
        self._fit()

    @property
    def one_pane(self) -> bool:
        """Whether they take turns."""
        return self._layout.one_pane

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def set_open(self, is_open: bool) -> None:
        """Whether a goal is open at all."""
        if is_open != self._open:
            self._open = is_open
            self._fit()

    def show_goal(self) -> None:
        """The goal in place of the cards, where they take turns."""
        self._on_goal = True
        self._fit()

    def show_cards(self) -> None:
        """Back to the cards, where they take turns."""
        self._on_goal = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._goal.isHidden():
            line = self._theme.colour("line")
            area = self._goal.geometry()
            painter = QPainter(self)
            hairline(painter, QPointF(area.left() - 1, 0), QPointF(self.width(), 0), line)
            hairline(painter, QPointF(area.left() - 1, 0), QPointF(area.left() - 1, self.height()), line)

    def _fit(self) -> None:
        both = self._open and not self.one_pane
        on_goal = self._open and self.one_pane and self._on_goal
        self._cards.setVisible(not on_goal)
        self._goal.setVisible(both or on_goal)
        # One pixel above and at the left for the line.
        self._row.setContentsMargins(0, 1 if self._open else 0, 0, 0)
        self._row.setSpacing(1 if both else 0)
        theme = self._theme
        width = round(max(theme.px(_LEAST), min(theme.px(_MOST), self.width() * _SHARE)))
        if both:
            self._goal.setFixedWidth(width)
        else:
            self._goal.setMinimumWidth(0)
            self._goal.setMaximumWidth(NO_MOST)
        self.cards_shown.emit(not on_goal)
