"""The pictures of the page, out of those that the page for a manager has as well: one look for both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from otcpd.catalogue import load_catalogue
from otcpd.domain.durations import format_duration
from otcpd.domain.protected_balance import Balance
from otcpd.domain.workload import Workload
from otcpd.portfolio.charts.lists import bar_list, workload_lines
from otcpd.portfolio.charts.protected_months import protected_months
from otcpd.portfolio.papers.content import ProtectedMonth, WorkloadFigure
from otcpd.ui.pages.protected import words
from otcpd.ui.widgets.chart import MakeChart


def months_chart(found: Balance) -> MakeChart:
    """Promised, planned, taken and lost, month by month."""
    months = [ProtectedMonth(one.period.start, one.entitled, one.planned, one.taken, one.lost) for one in found.months]
    return partial(protected_months, months)


def uses_chart(found: Balance) -> MakeChart:
    """Where the hours went."""
    uses = load_catalogue().supervision.uses
    return partial(bar_list, [(uses[use], minutes) for use, minutes in found.uses], ("Used for", "Time"))


def reasons_chart(found: Balance) -> MakeChart:
    """Why time was lost."""
    return partial(bar_list, _reasons(found), ("Reason", "Time"))


def reasons_in_words(found: Balance) -> str:
    """The same, a line for each."""
    return "\n".join(f"{reason}: {format_duration(minutes)}" for reason, minutes in _reasons(found))


def _reasons(found: Balance) -> list[tuple[str, int]]:
    label = load_catalogue().supervision.lost_reason_label
    return [(label(reason) or words.NO_REASON, minutes) for reason, minutes in found.reasons]


def workload_chart(notes: Sequence[Workload]) -> MakeChart:
    """The figures over time."""
    return partial(
        workload_lines, [WorkloadFigure(one.day, one.caseload, one.waiting, one.duty_half_days) for one in notes]
    )
