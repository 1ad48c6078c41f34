"""Buttons of a card, side by side while there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.overhang import Overhang


def add_ways(theme: Theme, card: Card, *buttons: Button) -> QWidget:
    """Put buttons into a card, in line with the words above: they keep room for their rings."""
    ways = QWidget()
    row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
    for button in buttons:
        row.addWidget(button)
    card.body.addLayout(Overhang(ways, fills=True))
    return ways
