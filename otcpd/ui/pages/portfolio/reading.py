"""What the portfolio page shows, read from the open file in one go."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.actions.checking import check
from otcpd.actions.cycle_dates import cycle_at
from otcpd.actions.export_choices import export_choices
from otcpd.actions.profile import profile_content
from otcpd.actions.reading import profile_period
from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.readiness import Readiness
from otcpd.portfolio.content import ProfileContent
from otcpd.record.glance import first_day
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class PortfolioState:
    """`cycle` is the registration cycle that the period begins in; `begun` once the file holds an activity."""

    portfolio: Portfolio
    period: Period
    cycle: RegistrationCycle
    content: ProfileContent
    readiness: Readiness
    begun: bool

    @property
    def follows_cycle(self) -> bool:
        """Whether neither day of the period is the person's own."""
        return self.portfolio.start is None and self.portfolio.end is None


def read_state(record: Record) -> PortfolioState:
    """Reads it all; raises an OtcpdError when the file cannot be read at the moment."""
    portfolio = record.portfolios.current()
    period = profile_period(record, portfolio)
    return PortfolioState(
        portfolio=portfolio,
        period=period,
        cycle=cycle_at(record, period.start),
        content=profile_content(record, portfolio, **export_choices(record).annexes),
        readiness=check(record),
        begun=first_day(record.reader) is not None,
    )
