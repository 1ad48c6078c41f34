"""Coverage: what of a framework the log has something for, and when.

An activity counts for an item if it is linked to it, to anything below it, or to what says the same in another
framework or edition; or if it works towards a goal on one of these (`Frameworks.counts_for`). No standard of HCPC
asks for a number of activities or hours: the figures show where something is, and never how much there should be.

Which activities count is kept as the bits of one whole number for each item: uniting and counting thousands of them
takes microseconds, so that 5,000 items and 3,000 activities are reckoned between two pictures.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from heapq import nlargest

from otcpd.domain.dates import MONTHS, add_months
from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.period import Period


@dataclass(frozen=True, slots=True)
class Counted:
    """An activity of the period. `refs` are the items it is linked to, itself or by its goals; `minutes` is None where
    nobody noted them."""

    id: str
    day: date
    title: str
    minutes: int | None = None
    refs: tuple[str, ...] = ()


class Grain(StrEnum):
    """What stands in a column."""

    MONTHS = "months"
    QUARTERS = "quarters"
    YEARS = "years"
    ACTIVITIES = "activities"


GRAIN_MONTHS: Mapping[Grain, int] = {Grain.MONTHS: 1, Grain.QUARTERS: 3, Grain.YEARS: 12}


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of the period, or one activity. `over` stands above `head` where it changes: the year."""

    head: str
    over: str
    said: str
    """For whoever does not see what is around it: "March 2026"."""
    period: Period
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An item and what counts for it. `depth` is how deep below the top it stands, `mask` the activities as bits."""

    item: FrameworkItem
    ref: str
    depth: int
    mask: int

    @property
    def count(self) -> int:
        """How many activities count for it."""
        return self.mask.bit_count()


@dataclass(frozen=True)
class Coverage:
    """A framework against the activities of a period, oldest first. `lines` has its items in the order in which they
    are read; of retired items only those for which something counts."""

    framework: Framework
    period: Period
    activities: tuple[Counted, ...]
    lines: tuple[Line, ...]
    nowhere: int
    """The activities that count for no item, as bits."""

    @cached_property
    def pillars(self) -> tuple[Line, ...]:
        """The lines at the top."""
        return tuple(line for line in self.lines if line.depth == 0)

    @cached_property
    def covered(self) -> int:
        """How many lines have something."""
        return sum(1 for line in self.lines if line.mask)

    @cached_property
    def pillars_covered(self) -> int:
        """How many of those at the top have something."""
        return sum(1 for line in self.pillars if line.mask)

    @cached_property
    def longest(self) -> tuple[Line, ...]:
        """The lines with the longest names: a few, by which the room for all is measured."""
        return tuple(nlargest(5, self.lines, key=_length))

    @property
    def has_levels(self) -> bool:
        """Whether anything stands below the top."""
        return len(self.pillars) < len(self.lines)

    def entries(self, mask: int) -> tuple[Counted, ...]:
        """The activities of a mask, oldest first."""
        return tuple(self._bits(mask))

    def minutes(self, mask: int) -> int:
        """How long those activities took, as far as it was noted."""
        return sum(one.minutes or 0 for one in self._bits(mask))

    def last(self, mask: int) -> date | None:
        """The day of the last of them."""
        return self.activities[mask.bit_length() - 1].day if mask else None

    def during(self, column: Column) -> int:
        """The activities of a column, as bits."""
        first = bisect_left(self._days, column.period.start)
        after = bisect_right(self._days, column.period.end)
        if not column.activity:
            return ((1 << after) - 1) & ~((1 << first) - 1)
        return sum(1 << place for place in range(first, after) if self.activities[place].id == column.activity)

    @cached_property
    def _days(self) -> list[date]:
        """The day of each activity: they are in order, so that a stretch of time is found without looking at all."""
        return [one.day for one in self.activities]

    def _bits(self, mask: int) -> Iterator[Counted]:
        while mask:
            lowest = mask & -mask
            yield self.activities[lowest.bit_length() - 1]
            mask ^= lowest


def coverage(frameworks: Frameworks, framework: Framework, activities: Sequence[Counted], period: Period) -> Coverage:
    """What of one edition of a framework the activities of a period count for."""
    within = tuple(sorted((one for one in activities if one.day in period), key=_by_day))
    linked: dict[str, int] = {}
    for place, one in enumerate(within):
        for ref in one.refs:
            linked[ref] = linked.get(ref, 0) | 1 << place
    edition = str(framework.ref)
    masks = {f"{edition}:{item.code}": 0 for item in framework.items}
    counted = 0
    for ref, mask in linked.items():
        for item in frameworks.counts_for(ref):
            if item in masks:
                masks[item] |= mask
                counted |= mask
    lines = tuple(
        Line(framework.by_code[code], ref, depth, masks[ref])
        for code, depth in _depths(framework).items()
        for ref in (f"{edition}:{code}",)
        if masks[ref] or not framework.by_code[code].retired
    )
    return Coverage(framework, period, within, lines, ((1 << len(within)) - 1) & ~counted)


def _length(line: Line) -> int:
    return len(line.item.label) + 4 * line.depth


def _by_day(one: Counted) -> tuple[date, str]:
    return one.day, one.id


def _depths(framework: Framework) -> dict[str, int]:
    """How deep below the top each item stands, in the order in which they are read. What nothing leads to, as items
    that are above each other in a circle, is at the top."""
    depths: dict[str, int] = {}
    for start in ("", *framework.by_code):
        waiting = [(start, 0 if start else -1)]
        while waiting:
            code, depth = waiting.pop()
            if code in depths:
                continue
            if code:
                depths[code] = depth
            waiting += [(item.code, depth + 1) for item in reversed(framework.children.get(code, ()))]
    return depths


def grains(period: Period, activities: int, most: Mapping[Grain, int]) -> tuple[Grain, ...]:
    """The kinds of columns of which there are no more than `most` of each kind, the finest stretch of time first;
    activities last, and only if there are any. There is always one."""
    found = [grain for grain in GRAIN_MONTHS if _number(period, grain) <= most.get(grain, 0)]
    if 0 < activities <= most.get(Grain.ACTIVITIES, 0):
        found.append(Grain.ACTIVITIES)
    return tuple(found) or (Grain.YEARS,)


def _number(period: Period, grain: Grain) -> int:
    size = GRAIN_MONTHS[grain]
    return _unit(period.end, size) - _unit(period.start, size) + 1


def _unit(day: date, size: int) -> int:
    return (day.year * 12 + day.month - 1) // size


def columns(found: Coverage, grain: Grain) -> tuple[Column, ...]:
    """The columns of a matrix, oldest first."""
    if grain is Grain.ACTIVITIES:
        return tuple(
            Column(str(one.day.day), _month(one.day), one.title.strip() or "No title", Period(one.day, one.day), one.id)
            for one in found.activities
        )
    period, size = found.period, GRAIN_MONTHS[grain]
    day = period.start.replace(month=(period.start.month - 1) // size * size + 1, day=1)
    made = []
    while day <= period.end:
        last = add_months(day, size) - timedelta(days=1)
        made.append(_column(day, Period(max(day, period.start), min(last, period.end)), grain))
        if last >= period.end:
            break
        day = last + timedelta(days=1)
    return tuple(made)


def _column(first: date, period: Period, grain: Grain) -> Column:
    year = str(first.year)
    if grain is Grain.YEARS:
        return Column(year, "", year, period)
    name = MONTHS[first.month - 1]
    if grain is Grain.MONTHS:
        return Column(name[:3], year, f"{name} {year}", period)
    last = MONTHS[first.month + 1]
    return Column(f"{name[:3]}–{last[:3]}", year, f"{name} to {last} {year}", period)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


@dataclass(frozen=True)
class Matrix:
    """Lines against columns: rows are reckoned when they are asked for, since few of them are seen."""

    coverage: Coverage
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]

    @cached_property
    def masks(self) -> tuple[int, ...]:
        """The activities of each column, as bits."""
        return tuple(self.coverage.during(column) for column in self.columns)

    def cell(self, row: int, column: int) -> int:
        """The activities behind a cell, as bits."""
        return self.lines[row].mask & self.masks[column]

    def counts(self, row: int) -> tuple[int, ...]:
        """How many activities count for a line in each column."""
        mask = self.lines[row].mask
        return tuple((mask & column).bit_count() for column in self.masks)

    @cached_property
    def sums(self) -> tuple[int, ...]:
        """How many activities of each column count for any of the lines."""
        whole = self.whole
        return tuple((whole & mask).bit_count() for mask in self.masks)

    @cached_property
    def whole(self) -> int:
        """The activities that count for any of the lines, as bits."""
        found = 0
        for line in self.lines:
            found |= line.mask
        return found

    @cached_property
    def covered(self) -> int:
        """How many of the lines have something."""
        return sum(1 for line in self.lines if line.mask)
