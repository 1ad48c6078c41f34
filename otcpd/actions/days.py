"""Days that somebody who works today can mean."""

from __future__ import annotations

from datetime import date

from otcpd.domain.dates import FIRST_YEAR, LAST_YEAR, long_day
from otcpd.domain.errors import NotAcceptable


def check_reach(*days: date | None) -> None:
    """Raises NotAcceptable for a year that is a slip of the finger: no JSON file could take the day in again."""
    for day in days:
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise NotAcceptable(
                f"{long_day(day)} is out of reach.",
                "Nothing was changed.",
                f"Pick a year from {FIRST_YEAR} to {LAST_YEAR}.",
            )
