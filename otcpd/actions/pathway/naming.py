"""What frameworks and self-assessments are called where they stand among other things, as in the bin."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from otcpd.catalogue.frameworks import shipped_frameworks
from otcpd.domain.dates import from_iso, long_day


def edition_name(name: str, edition: str) -> str:
    """ "Senior OT, our council, edition 2026": there may be several editions of it."""
    return f"{name.strip() or 'No title'}, edition {edition}" if edition else name.strip() or "No title"


def assessment_name(framework: str, own: str, day: str) -> str:
    """ "Career Development Framework, 1 September 2026".

    `framework` is "framework@edition", `own` its name if it is one of the person's own.
    """
    shipped = next((one.name for one in shipped_frameworks().frameworks if str(one.ref) == framework), "")
    name = own.strip() or shipped or framework.partition("@")[0]
    return ", ".join(part for part in (name, long_day(from_iso(day)) if day else "") if part) or "No title"


NAMES: Mapping[str, Callable[..., str]] = {"framework": edition_name, "assessment": assessment_name}
"""By table, how a row is named from what `otcpd.record.binned` tells of it."""
