"""A chart that can be read as a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.portfolio.charts.mixture import LEAST_WIDTH, mixture_chart
from otcpd.portfolio.content import CategoryTotal
from otcpd.ui.models.facts import Facts, rows_of
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.chart_card import AS_CHART, AS_TABLE, ChartCard
from otcpd.ui.widgets.fact_table import FactTable
from tests.ui.seeing import Stage, has_colour, role_of

FACTS = Facts(("Month", "Taken", "Lost"), rows_of([("June", "3 h", "1 h"), ("July", "2 h", "")]), 0, frozenset({1, 2}))


def test_it_turns_into_a_table_and_back(theme: Theme, stage: Stage) -> None:
    card = ChartCard(theme, "Protected time", LEAST_WIDTH)
    card.show_chart(partial(mixture_chart, (CategoryTotal("Formal", 5, 720, "formal"),)), FACTS)
    stage.show(card, width=600)
    assert (card.turn.text(), card.table.isVisible()) == (AS_TABLE, False)
    card.turn.click()
    assert (card.turn.text(), card.chart.isVisible(), card.table.hasFocus()) == (AS_CHART, False, True)
    card.turn.click()
    assert card.chart.isVisible()


def test_a_table_is_one_column_where_there_is_little_room(theme: Theme, stage: Stage) -> None:
    table = FactTable(theme, "Protected time")
    table.show_facts(FACTS)
    window = stage.show(table, width=700)
    assert role_of(table) == QAccessible.Role.Table
    assert [table.isColumnHidden(column) for column in range(3)] == [False] * 3
    window.resize(300, 400)
    assert [table.isColumnHidden(column) for column in range(3)] == [False, True, True]
    spoken = table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "June, taken 3 h, lost 1 h"
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.show_facts(FACTS, "1")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["1"]
    assert has_colour(table, theme.colour("focus"))
