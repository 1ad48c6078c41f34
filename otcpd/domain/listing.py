"""Which activities a profile lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from otcpd.domain.activity import Activity
from otcpd.domain.period import Period


def listed(activities: Iterable[Activity], period: Period, today: date) -> list[Activity]:
    """The activities that touch `period` and began by `today`, oldest first; none that was deleted.

    Others are not an offence, they are left out (R8).
    """
    return sorted(
        (one for one in activities if one.deleted is None and is_listed(one, period, today)),
        key=lambda one: (one.date, one.last_day, one.created, one.id),
    )


def is_listed(activity: Activity, period: Period, today: date) -> bool:
    """Whether a profile of `period`, made `today`, lists this activity."""
    return activity.date <= today and period.touches(activity.date, activity.last_day)
