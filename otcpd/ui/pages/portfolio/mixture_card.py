"""The mixture of learning: the same picture that the profile prints."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.portfolio.charts.mixture import LEAST_WIDTH, mixture_chart
from otcpd.portfolio.content import CategoryTotal, ProfileContent
from otcpd.ui.pages.portfolio import words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.chart import ChartView


class MixtureCard(Card):
    """Hidden while nothing is listed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.MIXTURE, parent=parent)
        self.chart = ChartView(theme, words.MIXTURE, LEAST_WIDTH)
        self._shown: tuple[CategoryTotal, ...] | None = None
        self.body.setSpacing(theme.gap(8))
        self.body.addWidget(self.chart)

    def show_content(self, content: ProfileContent) -> None:
        """Show what is listed."""
        self.setVisible(bool(content.activities))
        if content.totals != self._shown:
            self._shown = content.totals
            self.chart.show_chart(partial(mixture_chart, content.totals))
