"""What the view of a year of supervision shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.domain.dates import WEEKDAYS, day_and_month, long_day, span
from otcpd.domain.period import Period
from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.domain.words import joined

STATES = {LedgerMark.HELD: "held", LedgerMark.BOOKED: "booked", LedgerMark.CANCELLED: "cancelled"}
"""What became of a session, in a word."""


@dataclass(frozen=True, slots=True)
class YearMark:
    """One session. `mark` is held, booked or cancelled; `meta` tells more of it: hours, length, why."""

    key: str
    day: date
    mark: LedgerMark
    title: str
    meta: str = ""

    @property
    def said(self) -> str:
        """ "Thursday 26 November: Professional, Fiona Alder, booked. 10:00 to 11:00"."""
        day = f"{WEEKDAYS[self.day.weekday()]} {day_and_month(self.day)}"
        text = f"{day}: {self.title}, {STATES.get(self.mark, 'to record')}"
        return f"{text}. {self.meta}" if self.meta else text


@dataclass(frozen=True, slots=True)
class DueDay:
    """The last day on which a session of an agreement is in time."""

    day: date
    title: str


@dataclass(frozen=True, slots=True)
class YearContent:
    """A calendar year with its sessions by date, the days on which some are due, and spells of leave."""

    year: int
    today: date
    marks: tuple[YearMark, ...] = ()
    due: tuple[DueDay, ...] = ()
    away: tuple[Period, ...] = ()

    @property
    def said(self) -> str:
        """All of it in a few sentences."""
        counts = [(sum(one.mark is mark for one in self.marks), word) for mark, word in STATES.items()]
        numbers = [f"{count:,} {word}" for count, word in counts if count]
        first = f"{self.year}: {joined(numbers)}." if numbers else f"{self.year}: no sessions."
        spells = [one for one in self.away if one.touches(date(self.year, 1, 1), date(self.year, 12, 31))]
        leave = f" On leave {joined([span(one.start, one.end) for one in spells])}." if spells else ""
        dues = [f"{long_day(one.day)} for {one.title}" for one in self.due if one.day.year == self.year]
        return first + leave + (f" Due by {joined(dues)}." if dues else "")
