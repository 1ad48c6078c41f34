"""A card with a chart, and the same figures as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from otcpd.ui.models.facts import Facts
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.chart import ChartView, MakeChart
from otcpd.ui.widgets.fact_table import FactTable
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

AS_TABLE, AS_CHART = "Show as a table", "Show as a chart"


class ChartCard(Card):
    """The title, the chart, and a button that turns it into a table and back."""

    def __init__(self, theme: Theme, title: str, least: float, parent: QWidget | None = None) -> None:
        """`least` is the width that the chart likes to have, in multiples of the text size."""
        super().__init__(theme, parent=parent)
        self.setAccessibleName(title)
        self.turn = LinkButton(theme, AS_TABLE)
        self.chart = ChartView(theme, title, least)
        self.table = FactTable(theme, title)
        self.table.hide()
        head = CardHead(theme, title, self.turn)
        self.body.addLayout(Overhang(head, fills=True, left=0, right=self.turn.side()))
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table)
        self.turn.clicked.connect(self._on_turn)

    @property
    def as_table(self) -> bool:
        """Whether the table is on show."""
        return self.table.isVisibleTo(self)

    def show_chart(self, make: MakeChart, facts: Facts) -> None:
        """Show a chart, and these rows where a table is wanted."""
        self.chart.show_chart(make)
        self.table.show_facts(facts, self.table.chosen_key())

    def _on_turn(self) -> None:
        to_table = not self.as_table
        self.chart.setVisible(not to_table)
        self.table.setVisible(to_table)
        self.turn.setText(AS_CHART if to_table else AS_TABLE)
        self.turn.updateGeometry()
        if to_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
