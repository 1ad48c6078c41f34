"""What the list of the CPD log shows, as plain values: heads of months, activities, gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from otcpd.actions.why_found import Found
from otcpd.domain.activity import Category
from otcpd.domain.dates import MONTHS, short_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.gaps import gap_key


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
    unfinished: bool = False
    """It stands under "To finish"."""

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

    def found(self, found: Found) -> tuple[str, ...]:
        """What stands there instead while a search found it by words that the title has not: the longest first."""
        text, onward = found.excerpt
        day = short_day(self.date, brief=True)
        whole = f"{found.where}: {text}"
        return f"{day}. {whole}", whole, f"{found.where}: {onward}", onward


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
        """Its first day tells it from others."""
        return gap_key(self.start)


Entry = MonthHead | ActivityEntry | GapEntry


def in_order(activities: Sequence[ActivityEntry], gaps: Sequence[GapEntry] = (), *, newest: bool = True) -> list[Entry]:
    """Activities under the heads of their months, gaps between their neighbours.

    `activities` come in the order they are to be shown in, newest or oldest first by date; `gaps` in any order.
    """
    waiting = sorted(gaps, key=_start, reverse=newest)
    entries: list[Entry] = []
    for (year, month), group in groupby(activities, _month_of):
        under = list(group)
        head = MonthHead(year, month, len(under))
        if waiting and _lies_before(waiting[0], under[-1].date, newest=newest):
            entries += _with_gaps(head, under, waiting, newest=newest)
        else:
            entries.append(head)
            entries += under
    return [*entries, *waiting]


_month_of = attrgetter("date.year", "date.month")


def _start(gap: GapEntry) -> dt.date:
    return gap.start


def _with_gaps(
    head: MonthHead, under: Iterable[ActivityEntry], waiting: list[GapEntry], *, newest: bool
) -> list[Entry]:
    """A month with the gaps that come before or among its activities; takes these out of `waiting`."""
    entries: list[Entry] = []
    headed = False
    for activity in under:
        while waiting and _lies_before(waiting[0], activity.date, newest=newest):
            entries.append(waiting.pop(0))
        if not headed:
            entries.append(head)
            headed = True
        entries.append(activity)
    return entries


def _lies_before(gap: GapEntry, day: dt.date, *, newest: bool) -> bool:
    """Whether the gap comes before this day in the order of the list."""
    return day < gap.start if newest else day > gap.end
