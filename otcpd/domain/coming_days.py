"""Days that lie ahead, as people say them: "26 Nov", "Thursday", "Thursday week", "in 6 weeks"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from otcpd.domain.dates import WEEKDAYS, add_months, parse_day

_AHEAD = re.compile(
    r"in (?P<number>a|one|two|three|four|five|six|seven|eight|\d{1,3}) (?P<unit>day|week|fortnight|month)s?"
)
_WEEKDAY = re.compile(
    rf"(?P<before>a week on )?(?:on |next |this |coming )?(?P<name>{'|'.join(day.casefold() for day in WEEKDAYS)})"
    r"(?P<week> week)?"
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_BACKWARDS = re.compile(r"\b(yesterday|last|ago|before)\b")
_YEAR_LESS_A_DAY = timedelta(days=364)
_BETWEEN_LEAP_YEARS = 8
"""The most years from one 29 February to the next."""


def parse_coming_day(text: str, today: date) -> date:
    """The day that somebody means who plans: without a year it is the next such day from `today` on.

    A day that lies back is read too, where the words say so or the year is given. Raises NotAcceptable.
    """
    words = " ".join(text.replace(",", " ").casefold().split())
    ahead, weekday = _AHEAD.fullmatch(words), _WEEKDAY.fullmatch(words)
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    if ahead is not None:
        return _ahead(ahead, today)
    if weekday is not None:
        names = [day.casefold() for day in WEEKDAYS]
        a_week_on = 7 if weekday["before"] or weekday["week"] else 0
        return today + timedelta(days=(names.index(weekday["name"]) - today.weekday() - 1) % 7 + 1 + a_week_on)
    if _BACKWARDS.search(words):
        return parse_day(text, today)
    # Read as of a year on: the latest such day then is the next one now.
    found = parse_day(text, today + _YEAR_LESS_A_DAY)
    # A year may have a day more, and 29 February lets years go by. A day with its year is the same as of any day.
    later = (parse_day(text, add_months(today, 12 * years)) for years in range(1, _BETWEEN_LEAP_YEARS + 1))
    return found if found >= today else next((day for day in later if day >= today), found)


def _ahead(found: re.Match[str], today: date) -> date:
    number = _NUMBERS.get(found["number"]) or int(found["number"])
    if found["unit"] == "month":
        return add_months(today, number)
    return today + timedelta(days=number * _DAYS[found["unit"]])
