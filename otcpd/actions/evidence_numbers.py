"""The numbers that pieces of evidence have in the current profile."""

from __future__ import annotations

from otcpd.actions.reading import profile_period
from otcpd.portfolio.numbering import number_evidence
from otcpd.portfolio.selection import select
from otcpd.record.record import Record


def evidence_numbers(record: Record) -> dict[str, int]:
    """Evidence id to number (2 for "E2"), for what the current profile would hold if it were made now."""
    portfolio = record.portfolios.current()
    period = profile_period(record, portfolio)
    selection = select(
        record.activities.all(period.start, period.end),
        record.evidence.all(),
        portfolio,
        record.owner,
        period,
        record.clock.today(),
    )
    return number_evidence(selection.evidence_in_use, portfolio.evidence_numbers)
