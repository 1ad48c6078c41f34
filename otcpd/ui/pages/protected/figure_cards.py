"""The cards that show figures: months, uses, reasons."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.protected_balance import Balance
from otcpd.domain.protected_words import leave_sentence
from otcpd.ui.pages.protected import charts, words
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.label import Label

_LEAST_MONTHS, _LEAST_LIST = 24.0, 16.0


class MonthsCard(Card):
    """Promised, planned, taken and lost."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(words.MONTHS)
        self._days = Label(theme, "", Role.WHY, "ink2")
        self.body.addWidget(CardHead(theme, words.MONTHS, self._days))
        self.chart = ChartView(theme, words.MONTHS, _LEAST_MONTHS, Role.META)
        self._leave = Label(theme, "", Role.META, "ink2", wrap=True)
        self.body.addWidget(self.chart)
        self.body.addWidget(self._leave)

    def show_balance(self, found: Balance) -> None:
        """Show the months; hidden while there is nothing in them."""
        self.setVisible(bool(found.entitled or found.planned or found.taken))
        self._days.setText(words.months_fact(found))
        self.chart.show_chart(charts.months_chart(found))
        leave = leave_sentence(found) if found.entitled else ""
        self._leave.setText(leave)
        self._leave.setVisible(bool(leave))


class UsesCard(Card):
    """Where the hours went, and below it why time was lost."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.USES, parent=parent)
        self.uses = ChartView(theme, words.USES, _LEAST_LIST, Role.WHY)
        self.reasons = ChartView(theme, words.WHY, _LEAST_LIST, Role.WHY)
        self._total = Label(theme, "", Role.WHY, "ink2")
        self._why = CardHead(theme, words.WHY, self._total)
        for widget in (self.uses, self._why, self.reasons):
            self.body.addWidget(widget)

    def show_balance(self, found: Balance) -> None:
        """Show both lists, each as far as there is any; hidden while there is none."""
        self.setVisible(bool(found.uses or found.reasons))
        self.uses.setVisible(bool(found.uses))
        self._why.setVisible(bool(found.reasons))
        self.reasons.setVisible(bool(found.reasons))
        if found.uses:
            self.uses.show_chart(charts.uses_chart(found))
        if found.reasons:
            self._total.setText(words.lost_total(found))
            self.reasons.show_chart(charts.reasons_chart(found))
            self.reasons.setToolTip(charts.reasons_in_words(found))  # at 200 % they are cut
