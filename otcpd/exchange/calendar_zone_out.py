"""The clock changes of a zone as calendar files tell them (VTIMEZONE), from the database of zones."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = timedelta(weeks=1)
_AHEAD = 2
"""Years beyond the last entry by which a rule is proved."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the clocks: when, by the clock that is about to change, and how far from UTC before and after."""

    local: datetime
    before: timedelta
    after: timedelta
    summer: bool
    name: str

    @property
    def rule(self) -> tuple[int, int, int, str]:
        """What it has in common with that of other years, if it is the last such weekday of its month."""
        last = self.local.day + 7 > monthrange(self.local.year, self.local.month)[1]
        clock = f"{self.local:%H%M%S} {self.before} {self.after} {self.name}"
        return self.local.month, self.local.weekday(), -1 if last else (self.local.day + 6) // 7, clock


def zone_component(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """How the clocks of a zone go from the year `first` to the year `last`.

    As a rule that goes on for ever where the changes keep to one, as all programs expect it; else day by day.
    """
    from icalendar import Timezone

    found = Timezone()
    found.add("TZID", zone.key)
    years = range(first - 1, last + 1 + _AHEAD)
    changes = [change for year in years for change in _changes(zone, year)]
    summers = [change for change in changes if change.summer]
    winters = [change for change in changes if not change.summer]
    if _is_yearly(summers, len(years)) and _is_yearly(winters, len(years)):
        for part in (winters, summers):
            found.add_component(_component(part[0], repeats=True))
        return found
    found.add_component(_component(_as_it_began(zone, years[0]), repeats=False))
    for change in changes:
        found.add_component(_component(change, repeats=False))
    return found


def _is_yearly(changes: Sequence[_Change], years: int) -> bool:
    return len(changes) == years and len({change.rule for change in changes}) == 1


def _component(change: _Change, *, repeats: bool) -> TimezoneDaylight | TimezoneStandard:
    from icalendar import TimezoneDaylight, TimezoneStandard

    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("DTSTART", change.local)
    if repeats:
        month, weekday, which, _clock = change.rule
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": f"{which}{_DAYS[weekday]}"})
    part.add("TZNAME", change.name)
    part.add("TZOFFSETFROM", change.before)
    part.add("TZOFFSETTO", change.after)
    return part


def _as_it_began(zone: ZoneInfo, year: int) -> _Change:
    moment = datetime(year, 1, 1, tzinfo=zone)
    offset = moment.utcoffset() or timedelta()
    return _Change(moment.replace(tzinfo=None), offset, offset, bool(moment.dst()), moment.tzname() or zone.key)


def _changes(zone: ZoneInfo, year: int) -> Iterator[_Change]:
    """The changes of a year: weeks at whose ends the clock differs, and in them the minute."""
    end = datetime(year + 1, 1, 1, tzinfo=UTC)
    early = datetime(year, 1, 1, tzinfo=UTC)
    while early < end:
        late = min(early + _WEEK, end)
        if _offset(zone, early) != _offset(zone, late):
            yield _change_between(zone, early, late)
        early = late


def _change_between(zone: ZoneInfo, early: datetime, late: datetime) -> _Change:
    before = _offset(zone, early)
    while late - early > timedelta(minutes=1):
        middle = early + (late - early) // 2
        middle = middle.replace(second=0, microsecond=0)
        middle = middle if middle > early else early + timedelta(minutes=1)
        if _offset(zone, middle) == before:
            early = middle
        else:
            late = middle
    after = late.astimezone(zone)
    return _Change(
        (late + before).replace(tzinfo=None),
        before,
        after.utcoffset() or timedelta(),
        bool(after.dst()),
        after.tzname() or zone.key,
    )


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
