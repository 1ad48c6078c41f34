"""What the list of the CPD log shows, as plain values: heads of months, activities, gaps."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otcpd.domain.activity import Category
from otcpd.domain.dates import MONTHS, short_day, span
from otcpd.domain.durations import format_duration


@dataclass(frozen=True, slots=True)
class MonthHead:
    """The head of a month, with the number of activities under it. `month` is 1 to 12."""

    year: int
    month: int
    count: int

    @property
    def key(self) -> str:
        """What makes it the same head after a change."""
        return f"month {self.year}-{self.month:02}"

    @property
    def text(self) -> str:
        """ "November 2026"."""
        return f"{MONTHS[self.month - 1]} {self.year}"


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """One activity. `category_name` is what people read; `minutes` None while unknown."""

    id: str
    date: dt.date
    title: str
    end_date: dt.date | None = None
    category: Category | None = None
    category_name: str = ""
    minutes: int | None = None
    evidence_count: int = 0
    chosen: bool = False

    @property
    def key(self) -> str:
        """Its id."""
        return self.id

    def meta(self, *, short: bool = False) -> str:
        """ "Thu 19 November, 1 h. Work-based"; with `short`, months have three letters."""
        when = span(self.date, self.end_date, brief=short) if self.end_date else short_day(self.date, brief=short)
        if self.minutes is not None:
            when = f"{when}, {format_duration(self.minutes)}"
        return f"{when}. {self.category_name}" if self.category_name else when


@dataclass(frozen=True, slots=True)
class GapEntry:
    """A gap. `title` and `meta` are what people read; `key` tells it from other gaps.

    `explained` gaps, and those where nothing was missed so far, are shown without alarm.
    """

    start: dt.date
    end: dt.date
    title: str
    meta: str
    explained: bool = False

    @property
    def key(self) -> str:
        """Its first day: a gap has no id of its own."""
        return f"gap {self.start.isoformat()}"


Entry = MonthHead | ActivityEntry | GapEntry


def in_order(activities: Sequence[ActivityEntry], gaps: Sequence[GapEntry] = (), *, newest: bool = True) -> list[Entry]:
    """Activities under the heads of their months, gaps between their neighbours.

    `activities` come in the order they are to be shown in, newest or oldest first by date; `gaps` in any order.
    """
    counts = Counter((one.date.year, one.date.month) for one in activities)
    waiting = sorted(gaps, key=_start, reverse=newest)
    entries: list[Entry] = []
    month: tuple[int, int] | None = None
    for activity in activities:
        entries += _passed(waiting, activity.date, newest=newest)
        if (activity.date.year, activity.date.month) != month:
            month = (activity.date.year, activity.date.month)
            entries.append(MonthHead(*month, counts[month]))
        entries.append(activity)
    return [*entries, *waiting]


def _start(gap: GapEntry) -> dt.date:
    return gap.start


def _passed(waiting: list[GapEntry], day: dt.date, *, newest: bool) -> Iterator[GapEntry]:
    """Takes out of `waiting` the gaps that lie before `day` in the order of the list."""
    while waiting and (day < waiting[0].start if newest else day > waiting[0].end):
        yield waiting.pop(0)
