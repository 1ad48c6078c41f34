"""How much protected time is promised: exact over any days, and additive.

An entitlement gives a fraction of its minutes for each day: of a week a seventh, of a month one of that month's days,
of a year one of that year's days. Whole minutes are cut off from the sum since the entitlement began, never from a
single month: so a whole month or year gives exactly what was promised, and months always add up to the whole.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from otcpd.domain.period import Period
from otcpd.domain.protected_time import Entitlement, Per

_DAY = timedelta(days=1)
_PARTS = {Per.WEEK: 7, Per.MONTH: 377_580, Per.YEAR: 133_590}
"""Into so many equal parts what is promised is cut, so that each day gives a whole number of them: months have 28 to
31 days, years 365 or 366. Whole numbers are as exact as fractions, and the start of the program needs no more for it.
"""


def entitled_minutes(entitlements: Sequence[Entitlement], period: Period, away: Sequence[Period] = ()) -> int:
    """The minutes promised for a period. Entitlements that run side by side add up; each counts from its first to its
    last day, both included. Days `away` give none: nobody owes time to somebody on leave."""
    return sum(
        promised_until(one, period.end, away) - promised_until(one, period.start - _DAY, away)
        for one in entitlements
        if one.deleted is None
    )


def promised_until(entitlement: Entitlement, last: date, away: Sequence[Period] = ()) -> int:
    """The whole minutes promised from the entitlement's first day until `last`, rounded to the nearest."""
    until = last if entitlement.end is None else min(last, entitlement.end)
    if until < entitlement.start:
        return 0
    parts = sum(
        (part.days - days_away(part, away)) * _of_a_day(entitlement.per, part.start)
        for part in months_of(Period(entitlement.start, until))
    )
    whole = _PARTS[entitlement.per]
    return (2 * parts * entitlement.minutes + whole) // (2 * whole)


def months_of(period: Period) -> Iterator[Period]:
    """The period by calendar months: whole ones, but for the first and the last."""
    start = period.start
    while start <= period.end:
        end = min(start.replace(day=monthrange(start.year, start.month)[1]), period.end)
        yield Period(start, end)
        if end == date.max:
            return
        start = end + _DAY


def days_away(period: Period, away: Sequence[Period]) -> int:
    """How many days of the period are in any of the spells; a day in two of them counts once."""
    spells = sorted((max(one.start, period.start), min(one.end, period.end)) for one in away)
    days, counted = 0, date.min.toordinal()
    for start, end in spells:
        first = max(start.toordinal(), counted + 1)
        if end.toordinal() >= first:
            days += end.toordinal() - first + 1
            counted = end.toordinal()
    return days


def _of_a_day(per: Per, day: date) -> int:
    """What one day of this month gives, in parts."""
    match per:
        case Per.WEEK:
            days = 7
        case Per.MONTH:
            days = monthrange(day.year, day.month)[1]
        case Per.YEAR:
            days = 366 if isleap(day.year) else 365
    return _PARTS[per] // days
