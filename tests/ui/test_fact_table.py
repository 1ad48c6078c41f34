"""Facts as a table: what a picture shows, for reading."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.ui.models.facts import Fact, Facts
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.fact_table import FactTable
from tests.ui.seeing import Stage, has_colour, role_of

FACTS = Facts(
    ("When", "Session", "What became of it"),
    (Fact("0", ("Thu 4 June", "Peer", "Held")), Fact("1", ("Thu 2 July", "Peer", ""))),
    main=1,
)


def test_a_table_is_one_column_where_there_is_little_room(theme: Theme, stage: Stage) -> None:
    table = FactTable(theme, "Your year")
    table.show_facts(FACTS)
    window = stage.show(table, width=700)
    assert role_of(table) == QAccessible.Role.Table
    assert [table.isColumnHidden(column) for column in range(3)] == [False] * 3
    window.resize(300, 400)
    assert [table.isColumnHidden(column) for column in range(3)] == [True, False, True]
    spoken = table.rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Peer, Thu 4 June, Held"
    table.show_facts(replace(FACTS, named=True))
    spoken = table.rows.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Peer, When Thu 4 June, What became of it Held"
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.show_facts(FACTS, "1")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["1"]
    assert has_colour(table, theme.colour("focus"))
