"""The days that the profile covers: those of the registration cycle, or the person's own."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.portfolio import set_period
from otcpd.actions.reading import usual_period
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.portfolio import words
from otcpd.ui.pages.portfolio.reading import PortfolioState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn


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
        self._start = FieldBinding(desk.session, self.start, words.FROM)
        self._end = FieldBinding(desk.session, self.end, words.TO)
        for binding in (self._start, self._end):
            binding.saved.connect(self._on_saved)
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
        self._bind(state.period)

    def _bind(self, period: Period) -> None:
        portfolio = self._portfolio().id
        for which, binding, day in (("start", self._start, period.start), ("end", self._end, period.end)):
            binding.bind(("portfolio", portfolio, which), day, partial(_put, portfolio, which))

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
            row.add(FormField(theme, label, field), least=LEAST_DAY)
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

    def _on_use_cycle(self) -> None:
        self._desk.session.act(set_period, self._portfolio().id, None, None)

    def _on_saved(self) -> None:
        # Where nothing was written, nobody else shows the days that hold.
        now = self._portfolio()
        self._bind(usual_period(self._desk.session.record, now.start, now.end))


def _put(portfolio: str, which: str, record: Record, day: date | None) -> Changes:
    """The other day is that of the file by then."""
    now = record.portfolios.get(portfolio)
    return set_period(record, portfolio, *((day, now.end) if which == "start" else (now.start, day)))
