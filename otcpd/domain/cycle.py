"""HCPC's registration cycles: two years, and the months at their end in which one renews."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from otcpd.domain.dates import add_months, months_between
from otcpd.domain.period import Period


@dataclass(frozen=True, slots=True)
class RegistrationCycle:
    """One cycle: first and last day, and the day its renewal window opens (it closes with the cycle).

    `confirmed` is False when HCPC has not published these dates and they follow from the cycle before,
    `window_confirmed` when that holds for the window alone. `own` is True once the person has put a date of her own
    in the place of HCPC's.
    """

    start: date
    end: date
    window_start: date
    confirmed: bool = True
    window_confirmed: bool = True
    own: bool = False

    @property
    def period(self) -> Period:
        """The whole cycle."""
        return Period(self.start, self.end)

    @property
    def window(self) -> Period:
        """The days in which one renews."""
        return Period(self.window_start, self.end)


def cycle_of(day: date, cycles: Sequence[RegistrationCycle]) -> RegistrationCycle:
    """The cycle that `day` lies in.

    Days beyond the known cycles get one of the same length, reckoned from the nearest known cycle and
    marked as not confirmed. Raises ValueError when `cycles` is empty, as no catalogue is.
    """
    if not cycles:
        raise ValueError("no registration cycle is known")
    for cycle in cycles:
        if day in cycle.period:
            return cycle
    nearest = min(cycles, key=lambda cycle: max(cycle.start - day, day - cycle.end))
    length = months_between(nearest.start, nearest.end + timedelta(days=1))
    step = length if day > nearest.end else -length
    moved, months = nearest, 0
    while day not in moved.period:
        months += step
        moved = _moved(nearest, months)
    return moved


def _moved(cycle: RegistrationCycle, months: int) -> RegistrationCycle:
    # The end is reckoned from the day after it: 28 February must move to the 29th of a leap year.
    return replace(
        cycle,
        start=add_months(cycle.start, months),
        end=add_months(cycle.end + timedelta(days=1), months) - timedelta(days=1),
        window_start=add_months(cycle.window_start, months),
        confirmed=False,
        window_confirmed=False,
    )


def default_period(cycle: RegistrationCycle, today: date) -> Period:
    """The period of a profile that nobody chose: cycle start to the earlier of `today` and cycle end (R8).

    A cycle that has not begun gives its first day.
    """
    return Period(cycle.start, max(cycle.start, min(today, cycle.end)))


def period_of(
    start: date | None, end: date | None, cycle_at: Callable[[date], RegistrationCycle], today: date
) -> Period:
    """The period of a profile whose `start` or `end` may have been chosen; the rest follows the cycle.

    The cycle is that of the chosen start, or else the chosen end, or else today; `cycle_at` gives the one that a
    day lies in. Raises NotAcceptable when chosen days are out of order.
    """
    usual = default_period(cycle_at(start or end or today), today)
    first = start or usual.start
    return Period(first, end or max(first, usual.end))
