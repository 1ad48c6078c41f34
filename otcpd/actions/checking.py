"""Profile checks: what stands between a profile and HCPC's rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from otcpd.actions.reading import profile_period, rules_of
from otcpd.actions.supervision.checking import check_supervision_now
from otcpd.actions.supervision.protected import protected_balance
from otcpd.domain.gaps import GapReason
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.protected_words import protected_figures
from otcpd.domain.readiness import ProfileFacts, Readiness, check_readiness
from otcpd.record import glance
from otcpd.record.glance import DayRow
from otcpd.record.record import Record


def check(record: Record, start: date | None = None, end: date | None = None) -> Readiness:
    """The findings for the current portfolio over a period; without days, over its own period. Beside them, as a
    figure only, protected time of the last six months (R12).

    Raises NotAcceptable for days out of order.
    """
    portfolio = record.portfolios.current()
    period = profile_period(record, portfolio, start, end)
    days = glance.days(record.reader, period.start, period.end)
    found = check_days(record, portfolio, period, days, record.gap_reasons.all())
    return replace(found, figures=protected_figures(protected_balance(record)))


def check_days(
    record: Record, portfolio: Portfolio, period: Period, days: Sequence[DayRow], reasons: Sequence[GapReason]
) -> Readiness:
    """The findings, for those who have read already what touches the period. No text of an activity is read."""
    known = {one.id for one in days}
    # What is chosen may lie far outside the period, which is just what the checks look for.
    outside = [one for one in portfolio.chosen if one not in known]
    facts = ProfileFacts(
        period=period,
        today=record.clock.today(),
        activities=[*days, *(glance.days_of(record.reader, outside) if outside else ())],
        chosen=portfolio.chosen,
        summary=portfolio.summary,
        statement=portfolio.statement,
        gap_reasons=reasons,
    )
    return check_readiness(facts, rules_of(record), check_supervision_now(record).findings)
