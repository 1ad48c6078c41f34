"""A period: a first and a last day, both included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.domain.dates import check_order, span


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both included. Raises NotAcceptable when they are out of order."""

    start: date
    end: date

    def __post_init__(self) -> None:
        check_order(self.start, self.end)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def touches(self, first: date, last: date) -> bool:
        """Whether any of the days from `first` to `last` is in the period."""
        return first <= self.end and last >= self.start

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def text(self) -> str:
        """ "1 November 2025 to 21 November 2026"."""
        return span(self.start, self.end, year=True)
