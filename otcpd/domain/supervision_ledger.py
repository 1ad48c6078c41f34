"""The ledger of an agreement: what became of each of the last months, as a strip of marks tells it.

A month may hold several sessions and has one mark: the best of what is in it. What else there was is told in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from otcpd.domain.dates import MONTHS, add_months
from otcpd.domain.period import Period
from otcpd.domain.supervision import SessionState
from otcpd.domain.supervision_schedule import Met

LEDGER_MONTHS = 13
"""So many months a strip has, this one the last: the same month a year ago is still on it."""

_DAY = timedelta(days=1)


class LedgerMark(StrEnum):
    """The mark of a month."""

    HELD = "held"
    BOOKED = "booked"
    CANCELLED = "cancelled"
    LEAVE = "leave"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LedgerMonth:
    """One month. `said` is everything that was in it: "2 held, 1 cancelled"."""

    year: int
    month: int
    mark: LedgerMark
    said: str

    @property
    def name(self) -> str:
        """ "November 2026"."""
        return f"{MONTHS[self.month - 1]} {self.year}"

    @property
    def letter(self) -> str:
        """ "N"."""
        return MONTHS[self.month - 1][0]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Months in order; the last one is the present month."""

    months: tuple[LedgerMonth, ...]

    @property
    def said(self) -> str:
        """All of it in one or two sentences, for whoever does not see the strip."""
        if not self.months:
            return ""
        told = [f"{one.name} {one.said}" for one in self.months if one.mark is not LedgerMark.NOTHING]
        first = f"From {self.months[0].name} to {self.months[-1].name}"
        return f"{first}: {'; '.join(told)}." if told else f"{first}: no sessions."


def ledger(sessions: Iterable[Met], today: date, away: Sequence[Period] = (), *, months: int = LEDGER_MONTHS) -> Ledger:
    """The strip of these sessions, those of one agreement and not in the bin. `away` are spells of leave."""
    first = add_months(today.replace(day=1), 1 - months)
    of_month: dict[tuple[int, int], list[Met]] = {}
    for one in sessions:
        if one.day >= first:
            of_month.setdefault((one.day.year, one.day.month), []).append(one)
    starts = [add_months(first, step) for step in range(months)]
    return Ledger(tuple(_month(start, of_month.get((start.year, start.month), ()), today, away) for start in starts))


def _month(start: date, sessions: Sequence[Met], today: date, away: Sequence[Period]) -> LedgerMonth:
    counts = {state: sum(one.state is state for one in sessions) for state in SessionState}
    booked = sum(one.state is SessionState.PLANNED and one.day >= today for one in sessions)
    said = (
        (counts[SessionState.HELD], "held"),
        (counts[SessionState.MISSED], "cancelled"),
        (counts[SessionState.MOVED], "moved"),
        (booked, "booked"),
        (counts[SessionState.PLANNED] - booked, "to record"),
    )
    parts = [f"{count} {word}" for count, word in said if count]
    on_leave = _mostly(start, away)
    mark = _mark(counts, on_leave=on_leave)
    if on_leave:
        parts.append("on leave")
    return LedgerMonth(start.year, start.month, mark, ", ".join(parts) or "no sessions")


def _mark(counts: dict[SessionState, int], *, on_leave: bool) -> LedgerMark:
    """What was held counts most, then what is to come: a session cancelled and booked again is made good."""
    if counts[SessionState.HELD]:
        return LedgerMark.HELD
    if counts[SessionState.PLANNED]:
        return LedgerMark.BOOKED
    if counts[SessionState.MISSED]:
        return LedgerMark.CANCELLED
    return LedgerMark.LEAVE if on_leave else LedgerMark.NOTHING


def _mostly(start: date, away: Sequence[Period]) -> bool:
    """Whether leave took at least half of the month that begins on `start`."""
    end = add_months(start, 1) - _DAY
    days = (end - start).days + 1
    taken = {
        max(start, period.start) + _DAY * step
        for period in away
        if period.touches(start, end)
        for step in range((min(end, period.end) - max(start, period.start)).days + 1)
    }
    return 2 * len(taken) >= days
