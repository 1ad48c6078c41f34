"""How long until a day, in words."""

from __future__ import annotations

from datetime import date

from otcpd.domain.dates import WEEKDAYS, long_day, months_between
from otcpd.domain.words import counted, in_words


def until(today: date, day: date) -> str:
    """ "in eight months", "in 12 days", "tomorrow", "today" for a `day` that is not over."""
    days, months = (day - today).days, months_between(today, day)
    if days <= 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return f"in {in_words(months)} months" if months >= 2 else f"in {in_words(days)} days"


def days_left(today: date, last: date) -> str:
    """ "12 days are left", "one day is left", "today is the last day"; `last` counts."""
    days = (last - today).days
    if days <= 0:
        return "today is the last day"
    return f"{counted(days, 'day')} {'is' if days == 1 else 'are'} left"


def from_day(today: date, day: date) -> str:
    """ "from today", "from yesterday", "from Tuesday" for the last week, "from 3 November", with the year if it
    is another."""
    days = (today - day).days
    if days == 0:
        return "from today"
    if days == 1:
        return "from yesterday"
    if 1 < days < 7:
        return f"from {WEEKDAYS[day.weekday()]}"
    whole = long_day(day)
    return f"from {whole if day.year != today.year else whole.removesuffix(f' {day.year}')}"
