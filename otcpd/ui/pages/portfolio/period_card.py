"""The days that the profile covers: those of the registration cycle, or the person's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.portfolio import set_period
from otcpd.actions.reading import usual_period
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.portfolio import Portfolio
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio import words
from otcpd.ui.pages.portfolio.reading import PortfolioState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST_DAY = 185
"""Logical pixels in which any day is read whole, with the way to the calendar."""


class PeriodCard(Card):
    """Two days and the way back to the cycle's. An emptied field follows the cycle again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self.setAccessibleName(words.PERIOD)
        self._desk = desk
        self._state: PortfolioState | None = None
        today = desk.session.services.clock.today
        self.start = DateField(desk.theme, self._read_start, long_day, today)
        self.end = DateField(desk.theme, self._read_end, long_day, today)
        self.use_cycle = Button(desk.theme, words.USE_CYCLE, compact=True)
        self._sentence = Label(desk.theme, "", Role.WHY, "ink2", wrap=True)
        self._build()
        self.start.committed.connect(self._on_start)
        self.end.committed.connect(self._on_end)
        self.use_cycle.clicked.connect(self._on_use_cycle)

    def show_state(self, state: PortfolioState) -> None:
        """Show the period as it is in the file, unless a field holds something that is not a day yet."""
        self._state = state
        follows = state.follows_cycle
        self._sentence.setText(words.follows(state.cycle) if follows else words.own_dates(state.cycle))
        had_focus = self.use_cycle.hasFocus()
        self.use_cycle.setVisible(not follows and not self._desk.session.read_only)
        if had_focus and follows:
            self.start.setFocus()
        self.start.set_value(state.period.start)
        self.end.set_value(state.period.end)

    def commit(self) -> None:
        """Read what stands in the fields."""
        if not self._desk.session.read_only:
            self.start.commit()
            self.end.commit()

    def _build(self) -> None:
        theme = self._desk.theme
        inside = theme.gap(24)
        # Words and fields stand in line with the button, which keeps room for its ring.
        self.body.setContentsMargins(inside - RING_SPACE, theme.gap(20), inside, theme.gap(20))
        top = QVBoxLayout()
        top.setContentsMargins(RING_SPACE, 0, 0, 0)
        top.setSpacing(theme.gap(12))
        top.addWidget(CardHead(theme, words.PERIOD))
        top.addWidget(self._sentence)
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        for label, field in ((words.FROM, self.start), (words.TO, self.end)):
            field.set_read_only(self._desk.session.read_only)
            row.add(FormField(theme, label, field), least=_LEAST_DAY)
        top.addLayout(row)
        self.body.addLayout(top)
        self.body.addWidget(self.use_cycle)

    def _portfolio(self) -> Portfolio:
        """As the file has it now: what is on show may be a moment older."""
        return self._desk.session.record.portfolios.current()

    def _read_start(self, text: str) -> date:
        today = self._desk.session.services.clock.today()
        day = parse_day(text, today)
        usual_period(self._desk.session.record, day, self._portfolio().end)
        return day

    def _read_end(self, text: str) -> date:
        today = self._desk.session.services.clock.today()
        day = parse_day(text, today)
        usual_period(self._desk.session.record, self._portfolio().start, day)
        return day

    def _on_start(self, day: date | None) -> None:
        self._set(day, self._portfolio().end)

    def _on_end(self, day: date | None) -> None:
        self._set(self._portfolio().start, day)

    def _on_use_cycle(self) -> None:
        self._set(None, None)

    def _set(self, start: date | None, end: date | None) -> None:
        changes = self._desk.session.act(set_period, self._portfolio().id, start, end)
        if not changes and self._state is not None:
            # Nothing was written, so nobody else shows the days that hold.
            self.show_state(self._state)
