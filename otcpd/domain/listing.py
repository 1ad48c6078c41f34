"""Which activities a profile lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from otcpd.domain.activity import Activity, Category
from otcpd.domain.period import Period


class Dated(Protocol):
    """An activity as far as its days, its category and its title go: a whole `Activity`, or a light row."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def last_day(self) -> dt.date: ...
    @property
    def title(self) -> str: ...
    @property
    def category(self) -> Category | None: ...
    @property
    def deleted(self) -> dt.datetime | None: ...


@dataclass(frozen=True, slots=True)
class Outside:
    """How many activities a profile does not list.

    `before`, `after`: those that begin before the period, or after it, and do not touch it; `chosen`: how many of these
    the person chose for the statement. `future`: those dated after the day of preparing, not among the others.
    """

    before: int = 0
    after: int = 0
    future: int = 0
    chosen: int = 0


def listed(activities: Iterable[Activity], period: Period, today: dt.date) -> list[Activity]:
    """The activities that touch `period` and began by `today`, oldest first; none that was deleted.

    Others are not an offence, they are left out (R8).
    """
    return sorted(
        (one for one in activities if one.deleted is None and is_listed(one, period, today)),
        key=lambda one: (one.date, one.last_day, one.created, one.id),
    )


def is_listed(activity: Dated, period: Period, today: dt.date) -> bool:
    """Whether a profile of `period`, made `today`, lists this activity."""
    return activity.date <= today and period.touches(activity.date, activity.last_day)
