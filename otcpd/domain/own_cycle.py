"""A person's own dates of her registration cycle, in the place of HCPC's.

Who registers for the first time begins in the middle of a cycle, and HCPC has moved a window before (in 2015 it
closed on 30 November): hence every date can be one's own, cycle by cycle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from otcpd.domain.cycle import RegistrationCycle, cycle_of
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import counted

LEAST_DAYS = 28
"""HCPC's cycles last two years, a first one from the registration to the end. Who writes less most likely slipped."""
_DAY = timedelta(days=1)
_Three: TypeAlias = tuple[RegistrationCycle, RegistrationCycle, RegistrationCycle]


@dataclass(frozen=True, slots=True)
class OwnDates:
    """What the person has put in the place of HCPC's dates of one cycle; None follows HCPC."""

    start: date | None = None
    end: date | None = None
    window_start: date | None = None

    @property
    def any(self) -> bool:
        """Whether there is one at all."""
        return (self.start, self.end, self.window_start) != (None, None, None)


def with_own_dates(
    cycle: RegistrationCycle, own: OwnDates, cycles: Sequence[RegistrationCycle], *, least: int = LEAST_DAYS
) -> RegistrationCycle:
    """HCPC's `cycle` with the person's dates in it. `cycles` are those HCPC has, to know the neighbours.

    A cycle may begin after that before it began, and end before that after it ends: so no cycle is lost, and each
    keeps at least `least` days. Raises NotAcceptable for dates beyond that, or out of order.
    """
    shortest = timedelta(days=least)
    if not own.any:
        return cycle
    before, after = cycle_of(cycle.start - _DAY, cycles), cycle_of(cycle.end + _DAY, cycles)
    made = replace(
        cycle,
        start=own.start or cycle.start,
        end=own.end or cycle.end,
        window_start=own.window_start or cycle.window_start,
        own=True,
    )
    if not before.start + shortest <= made.start <= cycle.end:
        raise _out_of_reach("begin", made.start, before.start + shortest, cycle.end)
    if not cycle.start <= made.end <= after.end - shortest:
        raise _out_of_reach("end", made.end, cycle.start, after.end - shortest)
    if made.end < made.start:
        raise NotAcceptable(
            f"The cycle would end on {long_day(made.end)}, before it begins on {long_day(made.start)}.",
            next_step=f"Pick a last day from {long_day(made.start)} on.",
        )
    if made.end - made.start < shortest - _DAY:
        raise _too_short(made)
    if own.window_start is None:
        # HCPC's window is cut to a cycle that is shorter than HCPC's.
        return replace(made, window_start=min(max(made.window_start, made.start), made.end))
    if made.window_start not in made.period:
        raise NotAcceptable(
            f"The window would open on {long_day(made.window_start)}, which is not in the cycle.",
            next_step=f"Pick a day from {long_day(made.start)} to {long_day(made.end)}.",
        )
    return made


def _too_short(made: RegistrationCycle) -> NotAcceptable:
    days = counted((made.end - made.start).days + 1, "day")
    return NotAcceptable(
        f"The cycle would last {days} only, from {long_day(made.start)} to {long_day(made.end)}.",
        "No date was changed.",
        next_step="HCPC’s cycles last two years, and a first one may be shorter: pick days that leave it four weeks or "
        "more. If you registered just before its end, put your first day into the next cycle.",
    )


def _out_of_reach(what: str, day: date, first: date, last: date) -> NotAcceptable:
    return NotAcceptable(
        f"The cycle would {what} on {long_day(day)}, which is in another cycle.",
        next_step=f"Pick a day from {long_day(first)} to {long_day(last)}.",
    )


def cycle_at(day: date, cycles: Sequence[RegistrationCycle], own: Mapping[date, OwnDates]) -> RegistrationCycle:
    """The cycle that `day` lies in, by the person's dates where she has some (`own`, by HCPC's first day).

    Where her dates leave days out between two cycles, those belong to the later one: it is what she prepares for.
    Where two cycles would share days, HCPC's gives way, and of two of her own the later. Dates that are not
    possible (another program may have written them) count as not given.
    """
    return _both_at(day, cycles, own)[1]


def hcpc_cycle_at(day: date, cycles: Sequence[RegistrationCycle], own: Mapping[date, OwnDates]) -> RegistrationCycle:
    """The cycle that `day` lies in by the person's dates, as HCPC has it: it stays the same when her dates change."""
    return _both_at(day, cycles, own)[0]


def _both_at(
    day: date, cycles: Sequence[RegistrationCycle], own: Mapping[date, OwnDates]
) -> tuple[RegistrationCycle, RegistrationCycle]:
    hcpc = _three(cycle_of(day, cycles), cycles)
    return next(
        (theirs, held) for theirs, held in zip(hcpc, _around(hcpc, cycles, own), strict=True) if day <= held.end
    )


def own_cycle(
    cycle: RegistrationCycle, cycles: Sequence[RegistrationCycle], own: Mapping[date, OwnDates]
) -> RegistrationCycle:
    """HCPC's `cycle` as it holds for the person, beside its neighbours."""
    return _around(_three(cycle, cycles), cycles, own)[1]


def _three(cycle: RegistrationCycle, cycles: Sequence[RegistrationCycle]) -> _Three:
    """The cycle before, HCPC's `cycle` and the one after."""
    return cycle_of(cycle.start - _DAY, cycles), cycle, cycle_of(cycle.end + _DAY, cycles)


def _around(hcpc: _Three, cycles: Sequence[RegistrationCycle], own: Mapping[date, OwnDates]) -> _Three:
    """Three cycles as they hold for the person."""
    before, middle, after = (_with_own(one, own, cycles) for one in hcpc)
    before, middle = _apart(before, middle)
    middle, after = _apart(middle, after)
    return before, middle, after


def _with_own(
    cycle: RegistrationCycle, own: Mapping[date, OwnDates], cycles: Sequence[RegistrationCycle]
) -> RegistrationCycle:
    with suppress(NotAcceptable):
        # What stands in the file holds, however short: it is refused where it is written.
        return with_own_dates(cycle, own.get(cycle.start, OwnDates()), cycles, least=1)
    return cycle


def _apart(earlier: RegistrationCycle, later: RegistrationCycle) -> tuple[RegistrationCycle, RegistrationCycle]:
    """Two neighbours without days in common."""
    if earlier.end < later.start:
        return earlier, later
    if later.own and not earlier.own:
        end = max(later.start - _DAY, earlier.start)
        return replace(earlier, end=end, window_start=min(earlier.window_start, end)), later
    start = earlier.end + _DAY
    return earlier, replace(later, start=start, end=max(later.end, start), window_start=max(later.window_start, start))
