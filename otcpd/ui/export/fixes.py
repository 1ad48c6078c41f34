"""What is to be mended about a profile, each with its way: findings of the checks, and what has no category."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.actions.checking import check
from otcpd.domain.readiness import Cause, Finding, Level
from otcpd.domain.words import quoted
from otcpd.record.record import Record

CHOOSE_ONE = "Choose one"


def things_to_fix(record: Record) -> tuple[Finding, ...]:
    """The errors of the checks, then each listed activity without a category as a warning.

    An activity without a category is no offence, but stands without one in the list. Raises an
    OtcpdError when the file cannot be read at the moment.
    """
    readiness = check(record)
    errors = [finding for finding in readiness.findings if finding.level is Level.ERROR]
    today = record.clock.today()
    oldest_first = reversed(record.activities.rows(readiness.start, readiness.end))
    unsorted = [row for row in oldest_first if row.category is None and row.date <= today]
    return (*errors, *(_unsorted(row.id, row.title) for row in unsorted))


def must_be_fixed(findings: Sequence[Finding]) -> int:
    """How many of these are to be fixed before a profile is sent."""
    return sum(finding.level is Level.ERROR for finding in findings)


def _unsorted(activity: str, title: str) -> Finding:
    # Rule R2 (a mixture of types) rests on categories, and is mended at the activity.
    named = quoted(title) if title.strip() else "An activity without a title"
    return Finding(
        "R2", Level.WARNING, f"{named} has no category", "", "", CHOOSE_ONE, (activity,), cause=Cause.NO_CATEGORY
    )
