"""Protected time month by month: what was promised, set aside, had and lost.

Promised time is reckoned in `otcpd.domain.entitled_time`, what was had in `otcpd.domain.protected_use`. Set aside is
what slots say, whatever became of them; lost is what of it the person said she did not have. Time that she had without
having set it aside is taken all the same, so that taken may be more than planned, and more than promised.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from otcpd.domain.dates import add_months
from otcpd.domain.entitled_time import days_away, entitled_minutes, months_of
from otcpd.domain.period import Period
from otcpd.domain.protected_time import ProtectedSlot, ProtectedUse
from otcpd.domain.protected_use import ProtectedFacts, Taken, taken

K = TypeVar("K", bound=str)

USUAL_MONTHS = 6
"""Over so many months protected time is told, the present one included."""


@dataclass(frozen=True, slots=True)
class BalanceMonth:
    """A calendar month, or the part of one that the period holds. In minutes; `away` are its days on leave."""

    period: Period
    entitled: int = 0
    planned: int = 0
    taken: int = 0
    lost: int = 0
    away: int = 0

    @property
    def on_leave(self) -> bool:
        """Whether every day of it was leave: nothing was promised, and nothing is missing."""
        return self.away == self.period.days


@dataclass(frozen=True, slots=True)
class Balance:
    """Protected time of a period. `uses` and `reasons` are the most first; a reason is a code or the person's words,
    empty where she gave none."""

    period: Period
    months: tuple[BalanceMonth, ...]
    uses: tuple[tuple[ProtectedUse, int], ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def entitled(self) -> int:
        """Minutes promised."""
        return sum(one.entitled for one in self.months)

    @property
    def planned(self) -> int:
        """Minutes set aside."""
        return sum(one.planned for one in self.months)

    @property
    def taken(self) -> int:
        """Minutes had."""
        return sum(one.taken for one in self.months)

    @property
    def lost(self) -> int:
        """Minutes set aside and not had."""
        return sum(one.lost for one in self.months)

    @property
    def away(self) -> int:
        """Days on leave."""
        return sum(one.away for one in self.months)


def usual_period(today: date, months: int = USUAL_MONTHS) -> Period:
    """So many whole calendar months, of which the present one is the last: half a day a month can be taken until its
    last day."""
    last = today.replace(day=monthrange(today.year, today.month)[1])
    return Period(add_months(today.replace(day=1), 1 - months), last)


def balance(facts: ProtectedFacts, period: Period, today: date) -> Balance:
    """How protected time stands over a period, which may reach past today: what is promised and planned counts for
    all of it, what was had and lost up to today."""
    slots = [one for one in facts.slots if one.deleted is None and one.day in period]
    had = [one for one in taken(facts, today) if one.day in period]
    return Balance(
        period=period,
        months=tuple(_month(part, facts, slots, had) for part in months_of(period)),
        uses=_most_first((one.use, one.minutes) for one in had),
        reasons=_most_first((one.reason, one.lost) for one in slots),
    )


def _month(part: Period, facts: ProtectedFacts, slots: Iterable[ProtectedSlot], had: Iterable[Taken]) -> BalanceMonth:
    of_it = [one for one in slots if one.day in part]
    return BalanceMonth(
        period=part,
        entitled=entitled_minutes(facts.entitlements, part, facts.away),
        planned=sum(one.planned for one in of_it),
        taken=sum(one.minutes for one in had if one.day in part),
        lost=sum(one.lost for one in of_it),
        away=days_away(part, facts.away),
    )


def _most_first(pairs: Iterable[tuple[K, int]]) -> tuple[tuple[K, int], ...]:
    counts: Counter[K] = Counter()
    for key, minutes in pairs:
        if minutes:
            counts[key] += minutes
    return tuple(sorted(counts.items(), key=_by_most))


def _by_most(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]
