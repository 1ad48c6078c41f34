"""The content of the profile, collected from the open file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from otcpd.actions.pathway.reading_list import reading_annex
from otcpd.actions.reading import profile_period
from otcpd.actions.supervision.annex import supervision_annex
from otcpd.catalogue import Catalogue, load_catalogue
from otcpd.domain.gaps import find_gaps
from otcpd.domain.portfolio import Portfolio
from otcpd.portfolio.build import build_profile
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.labels import ProfileLabels
from otcpd.record import glance
from otcpd.record.record import Record

CPD_STANDARDS = "hcpc_cpd"
"""The catalogue's code of HCPC's five CPD standards."""


def profile_content(
    record: Record,
    portfolio: Portfolio | None = None,
    start: date | None = None,
    end: date | None = None,
    *,
    supervision: bool = False,
    reading: bool = False,
) -> ProfileContent:
    """Everything a profile says, as plain values: collected in milliseconds, ready for the worker process.

    With `supervision` it has the annex on supervision, in facts alone; with `reading` that with what she read.

    Raises NotAcceptable for days out of order.
    """
    portfolio = portfolio or record.portfolios.current()
    catalogue = load_catalogue()
    today = record.clock.today()
    period = profile_period(record, portfolio, start, end)
    activities = record.activities.all(period.start, period.end)
    gaps = find_gaps(
        [(one.date, one.last_day) for one in activities],
        period,
        today,
        record.gap_reasons.all(),
        months=catalogue.rules.gap_months,
    )
    content = build_profile(
        person=record.people.owner(),
        portfolio=portfolio,
        activities=activities,
        outside=glance.outside(record.reader, period, today, portfolio.chosen),
        evidence=record.evidence.all(),
        gaps=gaps,
        labels=_labels(catalogue),
        period=period,
        today=today,
    )
    if supervision:
        content = replace(content, supervision=supervision_annex(record, period))
    return replace(content, reading=reading_annex(record, period)) if reading else content


def _labels(catalogue: Catalogue) -> ProfileLabels:
    framework = catalogue.framework(CPD_STANDARDS)
    return ProfileLabels(
        categories={code: entry.short for code, entry in catalogue.categories.items()},
        standards={one.code: one.label for one in framework.standards} if framework else {},
        gap_reasons={code: entry.label for code, entry in catalogue.gap_reasons.items()},
        cpd_framework=CPD_STANDARDS,
        summary_limit=catalogue.rules.summary_words,
        statement_limit=catalogue.rules.statement_words,
    )
