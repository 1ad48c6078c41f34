"""The profile: its content collected from the open file, and the PDF made from that content."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.actions.reading import profile_period
from otcpd.catalogue import Catalogue, load_catalogue
from otcpd.domain.gaps import find_gaps
from otcpd.domain.portfolio import Portfolio
from otcpd.portfolio.build import build_profile
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.labels import ProfileLabels
from otcpd.record.record import Record

CPD_STANDARDS = "hcpc_cpd"
"""The catalogue's code of HCPC's five CPD standards."""


def profile_content(
    record: Record, portfolio: Portfolio | None = None, start: date | None = None, end: date | None = None
) -> ProfileContent:
    """Everything a profile says, as plain values: collected in milliseconds, ready for the worker process.

    Raises NotAcceptable for days out of order.
    """
    portfolio = portfolio or record.portfolios.current()
    catalogue = load_catalogue()
    today = record.clock.today()
    period = profile_period(record, portfolio, start, end)
    activities = record.activities.all()
    gaps = find_gaps(
        [(one.date, one.last_day) for one in activities],
        period,
        today,
        record.gap_reasons.all(),
        months=catalogue.rules.gap_months,
    )
    return build_profile(
        person=record.people.owner(),
        portfolio=portfolio,
        activities=activities,
        evidence=record.evidence.all(),
        gaps=gaps,
        labels=_labels(catalogue),
        period=period,
        today=today,
    )


def write_profile(
    record: Record,
    out: Path,
    start: date | None = None,
    end: date | None = None,
    portfolio_name: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ProfileContent:
    """Writes the profile PDF in one go (the command line); what stood at `out` stays unless all went well.

    Raises NotAcceptable for days out of order, an unknown portfolio, or when `out` is the CPD file itself.
    """
    refuse_own_file(record, out)
    portfolio = record.portfolios.named(portfolio_name) if portfolio_name else None
    content = profile_content(record, portfolio, start, end)
    draw(content, out, progress=progress)
    return content


def draw(content: ProfileContent, out: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Draws a profile. Plain values only: the window runs it in the worker process."""
    from otcpd.portfolio.pdf.write import write_profile_pdf  # ReportLab is slow to import and seldom needed

    write_profile_pdf(content, out, progress)


def _labels(catalogue: Catalogue) -> ProfileLabels:
    framework = catalogue.framework(CPD_STANDARDS)
    return ProfileLabels(
        categories={code: entry.short for code, entry in catalogue.categories.items()},
        standards={one.code: one.label for one in framework.standards} if framework else {},
        types={key: entry.label for key, entry in {**catalogue.types, **catalogue.types_by_label}.items()},
        gap_reasons={code: entry.label for code, entry in catalogue.gap_reasons.items()},
        cpd_framework=CPD_STANDARDS,
        summary_limit=catalogue.rules.summary_words,
        statement_limit=catalogue.rules.statement_words,
    )
