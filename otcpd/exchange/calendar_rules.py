"""The days of things that repeat (RFC 5545, 3.3.10), reckoned by dateutil within bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateutil.rrule import weekday

MOST_INTERVAL = 1000
_MOST_COUNT = 999_999_999

_CYCLE = timedelta(days=19 * 146_097)
"""The calendar repeats, with its weekdays, every 146,097 days (400 years)."""
_ORDINARY = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"})
_CLOCK = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_FREQUENCIES: Mapping[str, Literal[0, 1, 2, 3]] = {"YEARLY": 0, "MONTHLY": 1, "WEEKLY": 2, "DAILY": 3}
"""By dateutil's numbers. What repeats within a day is no series of sessions."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY = re.compile("([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile("[+-]?[0-9]{1,9}")


class UnknownRule(ValueError):
    """A rule that otcpd does not follow."""


def rule_parts(text: str) -> dict[str, str]:
    """A rule by its parts. Raises UnknownRule."""
    parts: dict[str, str] = {}
    for part in text.upper().replace(" ", "").strip(";").split(";"):
        name, sign, value = part.partition("=")
        if not sign or not value or name in parts:
            raise UnknownRule(text)
        parts[name] = value
    return parts


def starts(parts: Mapping[str, str], first: datetime, last: datetime) -> Iterator[datetime]:
    """The local times, `first` among the times it gives or not, at which something begins up to `last`.

    UNTIL is left to the caller, who knows the zone. Raises UnknownRule, before it gives anything.
    """
    from dateutil.rrule import rrule

    _refuse_the_odd(parts, first)
    # dateutil looks for the next time until the year 9999. A rule that never comes true, such as 30 February, would
    # take seconds for that from our days on; from the same days of a late cycle of the calendar it takes hundredths.
    try:
        found = rrule(
            _FREQUENCIES[parts["FREQ"]],
            dtstart=first + _CYCLE,
            interval=_number(parts.get("INTERVAL", "1"), 1, MOST_INTERVAL),
            wkst=_weekday(parts["WKST"]) if "WKST" in parts else None,
            count=_number(parts["COUNT"], 1, _MOST_COUNT) if "COUNT" in parts else None,
            bysetpos=_numbers(parts, "BYSETPOS", 366),
            bymonth=_numbers(parts, "BYMONTH", 12),
            bymonthday=_numbers(parts, "BYMONTHDAY", 31),
            byweekday=[_weekday(one) for one in parts["BYDAY"].split(",")] if "BYDAY" in parts else None,
        )
    except (ValueError, TypeError) as error:
        raise UnknownRule(str(dict(parts))) from error
    return (moment - _CYCLE for moment in takewhile(_up_to(last + _CYCLE), found))


def _up_to(last: datetime) -> Callable[[datetime], bool]:
    return last.__ge__


def _refuse_the_odd(parts: Mapping[str, str], first: datetime) -> None:
    if parts.get("FREQ") not in _FREQUENCIES or parts.keys() - _ORDINARY - _CLOCK:
        raise UnknownRule(str(dict(parts)))
    clock = {"BYHOUR": first.hour, "BYMINUTE": first.minute, "BYSECOND": first.second}
    if any(parts[name] not in (f"{number}", f"{number:02}") for name, number in clock.items() if name in parts):
        raise UnknownRule("It comes several times a day.")
    if parts["FREQ"] == "DAILY" and ("BYMONTHDAY" in parts or ("BYDAY" in parts and parts.get("INTERVAL", "1") != "1")):
        # Days counted one by one until one fits: no calendar writes that, and it is slow where none ever does.
        raise UnknownRule("It counts days until one fits.")


def _numbers(parts: Mapping[str, str], name: str, most: int) -> list[int] | None:
    return [_number(one, -most, most) for one in parts[name].split(",")] if name in parts else None


def _number(text: str, least: int, most: int) -> int:
    number = int(text) if _NUMBER.fullmatch(text) else 0
    if number == 0 or not least <= number <= most:
        raise UnknownRule(text)
    return number


def _weekday(text: str) -> weekday:
    from dateutil.rrule import weekday

    found = _WEEKDAY.fullmatch(text)
    if found is None:
        raise UnknownRule(text)
    return weekday(_WEEKDAYS.index(found[2]), _number(found[1], -53, 53) if found[1] else None)
