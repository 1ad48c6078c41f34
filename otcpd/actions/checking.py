"""Profile checks: what stands between a profile and HCPC's rules."""

from __future__ import annotations

from datetime import date

from otcpd.actions.reading import profile_period, rules_of
from otcpd.domain.readiness import ProfileFacts, Readiness, check_readiness
from otcpd.record.record import Record


def check(record: Record, start: date | None = None, end: date | None = None) -> Readiness:
    """The findings for the current portfolio over a period; without days, over its own period.

    Raises NotAcceptable for days out of order.
    """
    portfolio = record.portfolios.current()
    facts = ProfileFacts(
        period=profile_period(record, portfolio, start, end),
        today=record.clock.today(),
        activities=record.activities.all(),
        chosen=portfolio.chosen,
        summary=portfolio.summary,
        statement=portfolio.statement,
        gap_reasons=record.gap_reasons.all(),
    )
    return check_readiness(facts, rules_of(record))
