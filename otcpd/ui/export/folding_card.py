"""A card that is one line until it is opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.export.fold_line import FoldLine
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card


class FoldingCard(Card):
    """`head` opens and closes it; what is inside goes into `inside`, which keeps `space` at its left for rings."""

    unfolded = Signal()

    def __init__(self, theme: Theme, title: str, space: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(title)
        self.head = FoldLine(theme, title, Role.CARD_TITLE)
        self._content = QWidget()
        self.inside = QVBoxLayout(self._content)
        edge = theme.gap(24)
        self.body.setContentsMargins(0, theme.gap(12), 0, theme.gap(12))
        self.body.setSpacing(0)
        line = QVBoxLayout()
        line.setContentsMargins(edge - RING_SPACE, 0, edge - RING_SPACE, 0)
        line.addWidget(self.head)
        self.body.addLayout(line)
        self.inside.setContentsMargins(edge - space, theme.gap(8), edge - space, theme.gap(8))
        self.body.addWidget(self._content)
        self._content.hide()
        self.head.toggled.connect(self._on_toggled)

    def open(self) -> None:
        """Show what is inside."""
        self.head.setChecked(True)

    def _on_toggled(self, on: bool) -> None:
        self._content.setVisible(on)
        if on:
            self.unfolded.emit()
