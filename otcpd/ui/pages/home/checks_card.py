"""The card of the profile checks on Home."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.next_steps import Overview
from otcpd.domain.readiness import Level
from otcpd.ui.pages.home import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.ring import Ring
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST_TALLY = 130


class ChecksCard(Card):
    """How many checks are met, and the way to the list of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(words.CHECKS)
        self.ring = Ring(theme)
        self.see = Button(theme, words.SEE_CHECKS, Kind.QUIET, trailing="arrow", compact=True)
        self._tally = Label(theme, "", Role.WHY, "ink2", wrap=True)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(2))
        # The words of a quiet button begin inside it; the lines above begin where they do.
        inset = theme.gap(12) + RING_SPACE
        for label in (Label(theme, words.CHECKS, Role.CARD_TITLE, wrap=True), self._tally):
            line = QHBoxLayout()
            line.setContentsMargins(inset, 0, 0, 0)
            line.addWidget(label)
            column.addLayout(line)
        column.addWidget(self.see)
        row = RowOrColumn(theme, gap=4, below=8)
        row.add(self.ring)
        row.add(said, least=_LEAST_TALLY + 16, takes_rest=True)
        self.body.addLayout(row)

    def show_overview(self, overview: Overview) -> None:
        """Show how the profile stands now."""
        good, findings = len(overview.in_order), overview.readiness.findings
        self.ring.set_count(good, good + len(findings))
        levels = [sum(finding.level is level for finding in findings) for level in Level]
        self._tally.setText(words.checks_tally(good, *levels))
        self.see.setAccessibleDescription(self._tally.text())
