"""The personal statement: its text, the activities that it rests on, and where these are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.export.fold_line import FoldLine
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio import words
from otcpd.ui.pages.portfolio.chooser import Chooser
from otcpd.ui.pages.portfolio.chosen_list import ChosenList
from otcpd.ui.pages.portfolio.reading import PortfolioState
from otcpd.ui.pages.portfolio.text_card import TextCard
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.tab_order import tab_stops

LINES = (8, 24)


MOST_SHOWN = 12
"""Activities that are listed; the log shows the rest."""
ALL_CHOSEN = "chosen"
"""The log's view of the activities in the statement."""


class StatementCard(TextCard):
    """The card of the statement. The list to choose from is built when it is first unfolded."""

    opened = Signal(str)
    """The id of an activity that is to be opened in the log."""

    def __init__(self, desk: Desk, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "statement", words.STATEMENT, words.STATEMENT_HINT, limit, LINES, parent)
        self.chosen = ChosenList(desk.theme)
        self.choose = FoldLine(desk.theme, words.CHOOSE)
        self.chooser: Chooser | None = None
        self._state: PortfolioState | None = None
        # What the statement is about is chosen before it is written.
        self._above = QVBoxLayout()
        self._above.setSpacing(desk.theme.gap(12))
        self._above.addWidget(self.chosen)
        self._above.addLayout(Overhang(self.choose, fills=True))
        self.body.insertLayout(self.body.indexOf(self.text), self._above)
        self.choose.setVisible(not desk.session.read_only)
        self.choose.toggled.connect(self._on_toggled)
        self.chosen.opened.connect(self.opened)
        self.chosen.all_wanted.connect(self._on_all)

    def show_state(self, state: PortfolioState) -> None:
        """Show the text and the activities as they are in the file."""
        self._state = state
        self.show_portfolio(state.portfolio)
        chosen = state.portfolio.chosen
        rows = {row.id: row for row in self._desk.session.record.activities.some_rows(chosen[:MOST_SHOWN])}
        first = [rows[one] for one in chosen[:MOST_SHOWN] if one in rows]
        self.chosen.show_activities(first, len(chosen) - len(chosen[:MOST_SHOWN]))
        if self.chooser is not None and self.choose.isChecked():
            self.chooser.show_period(state.period, state.portfolio.chosen)

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        inside = tab_stops(self.chooser) if self.chooser is not None and self.choose.isChecked() else []
        ways = self.saving.findChildren(Button)
        return [*self.chosen.buttons(), self.choose, *inside, self.text.editor, self.tag, *ways]

    def _on_all(self) -> None:
        self.opened.emit(ALL_CHOSEN)

    def _on_toggled(self, on: bool) -> None:
        if on and self.chooser is None:
            self.chooser = Chooser(self._desk)
            self._above.addWidget(self.chooser)
            self.chooser.escaped.connect(self._fold)
        if self.chooser is not None:
            self.chooser.setVisible(on)
            if on and self._state is not None:
                self.chooser.show_period(self._state.period, self._state.portfolio.chosen)

    def _fold(self) -> None:
        self.choose.setChecked(False)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
