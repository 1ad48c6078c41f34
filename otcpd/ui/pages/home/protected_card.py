"""Protected time on Home: taken of agreed over six months, and the way to its page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.next_steps import Overview
from otcpd.catalogue import load_catalogue
from otcpd.domain.durations import format_duration
from otcpd.domain.protected_balance import Balance
from otcpd.domain.protected_words import lost_sentence, taken_of_agreed
from otcpd.ui.pages.home import protected_chart, words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn


class ProtectedCard(Card):
    """Hidden while nothing is agreed, planned or taken. A figure, never a warning."""

    wanted = Signal()
    """The page of protected time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.PROTECTED, words.SIX_MONTHS, parent)
        self._hours = Label(theme, "", Role.PAGE_TITLE)
        self._agreed = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.chart = ChartView(theme, words.PROTECTED, protected_chart.LEAST_WIDTH, Role.META)
        self._lost = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.see = Button(theme, words.OPEN_PROTECTED, Kind.QUIET, trailing="arrow", compact=True)
        self._shown: Balance | None = None
        line = RowOrColumn(theme, gap=8, below=0)
        line.add(self._hours)
        line.add(self._agreed, least=60, takes_rest=True)
        self.body.addLayout(line)
        self.body.addWidget(self.chart)
        self.body.addWidget(self._lost)
        self.body.addLayout(Overhang(self.see, left=theme.gap(12) + RING_SPACE))
        self.see.clicked.connect(self.wanted)

    def buttons(self) -> list[QWidget]:
        """What takes the focus here, in order."""
        return [] if self.isHidden() else [self.see]

    def show_overview(self, overview: Overview) -> None:
        """Show the last months."""
        found = overview.protected
        self.setVisible(bool(found.taken or found.entitled or found.planned))
        if found != self._shown:
            self._shown = found
            self._hours.setText(format_duration(found.taken) if found.taken else "0 h")
            self._agreed.setText(taken_of_agreed(found))
            lost = lost_sentence(found, load_catalogue().supervision.lost_reason_label)
            self._lost.setText(lost)
            self._lost.setVisible(bool(lost))
            self.chart.show_chart(partial(protected_chart.protected_chart, found))
