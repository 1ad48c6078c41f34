"""Moving the sample's days: its story is told for one Saturday and shown for another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from otcpd.domain.dates import MONTHS, long_day

_SATURDAY = 5
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_HOLIDAYS = {(12, 25), (12, 26), (1, 1), (1, 2)}
"""Month and day on which nobody in Scotland would have been at a course."""

_SEASONS = ("winter", "spring", "summer", "autumn")
_MARK = re.compile(r"\{(\d{4}-\d{2}-\d{2}):(month|season|day|date)\}")


@dataclass(frozen=True, slots=True)
class Move:
    """Moves days by whole weeks, so that weekdays stay as they are told. `latest` is the last day there is."""

    by: timedelta
    latest: date

    def plain(self, day: date) -> date:
        """The day that `day` becomes."""
        return day + self.by

    def working(self, day: date) -> date:
        """The same, or the nearest week in which it is no holiday.

        More than one week away, the story's gap might be no gap any more.
        """
        moved = day + self.by
        nearest = (moved + weeks * _WEEK for weeks in (0, -1, 1, -2))
        return next(one for one in nearest if one <= self.latest and (one.month, one.day) not in _HOLIDAYS)

    def told(self, content: Any) -> Any:
        """`content` as TOML gives it, with every mark such as "{2026-10-02:month}" put into words."""
        if isinstance(content, str):
            return _MARK.sub(self._words, content)
        if isinstance(content, list):
            return [self.told(one) for one in content]
        if isinstance(content, dict):
            return {name: self.told(one) for name, one in content.items()}
        return content

    def _words(self, mark: re.Match[str]) -> str:
        day = self.plain(date.fromisoformat(mark[1]))
        words = {
            "month": MONTHS[day.month - 1],
            "season": _SEASONS[day.month % 12 // 3],
            "day": f"{day.day} {MONTHS[day.month - 1]}",
            "date": long_day(day),
        }
        return words[mark[2]]


def saturday_by(today: date) -> date:
    """The Saturday on or before `today`."""
    return today - _DAY * ((today.weekday() - _SATURDAY) % 7)
