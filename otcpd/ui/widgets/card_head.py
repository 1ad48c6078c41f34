"""The head of a card: its title, and a fact at the right, or below where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn


class CardHead(QWidget):
    """The title wraps, however narrow the place."""

    def __init__(self, theme: Theme, title: str, fact: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(theme, title, Role.CARD_TITLE, wrap=True).head()
        line = RowOrColumn(theme, gap=16, below=2)
        line.add(self.title, takes_rest=True)
        if fact is not None:
            line.add(fact)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
