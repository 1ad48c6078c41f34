"""What is said above questions that the form asks, too: where each text goes, and a way not to write it twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

SAID = "These are the questions of your profile. What you write above goes into it; what you write here stays with you."


class RepeatsForm(QWidget):
    """One sentence, and a button while there is something to copy."""

    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = LinkButton(theme, "Copy from above")
        self.copy.setAccessibleDescription("Fills the questions here that you have not answered yet.")
        self.copy.clicked.connect(self.copy_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(2))
        column.addWidget(Label(theme, SAID, Role.WHY, "ink2", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)

    def offer(self, can_copy: bool) -> None:
        """Whether there is something to copy, and a person may."""
        self.copy.setVisible(can_copy)
