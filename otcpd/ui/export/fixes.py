"""What is to be mended about a profile: the findings of the checks, as the page and Home have them."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.actions.checking import check
from otcpd.domain.readiness import Finding, Level
from otcpd.record.record import Record


def things_to_fix(record: Record) -> tuple[Finding, ...]:
    """What is to be fixed before the profile is sent, then what is worth a look.

    Raises an OtcpdError when the file cannot be read at the moment.
    """
    return tuple(finding for finding in check(record).findings if finding.level is not Level.NOTICE)


def must_be_fixed(findings: Sequence[Finding]) -> int:
    """How many of these are to be fixed before a profile is sent."""
    return sum(finding.level is Level.ERROR for finding in findings)
