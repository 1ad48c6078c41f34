"""How often people meet, as they say it: "every 4 to 6 weeks", "fortnightly", "monthly"."""

from __future__ import annotations

import re
from typing import NamedTuple

from otcpd.domain.durations import format_duration
from otcpd.domain.errors import NotAcceptable

MOST_WEEKS = 104
"""The longest time between two sessions that somebody can mean."""

_NO_BREAK = "\u00a0"
_SAID = {"weekly": 1, "fortnightly": 2, "monthly": 4, "quarterly": 13, "yearly": 52, "annually": 52}
_UNITS = {"week": 1, "wk": 1, "fortnight": 2, "month": 4, "quarter": 13, "year": 52}
_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"other": 2, "second": 2, "third": 3, "fourth": 4}
_SPAN = re.compile(
    r"(?:every |each |once (?:a|every) )?(?:(?P<first>\w+)(?:\s+(?:to|or)\s+|\s*[-–]\s*))?(?P<last>\w+)?\s*"
    r"(?P<unit>weeks?|wks?|fortnights?|months?|quarters?|years?)?"
)


class Often(NamedTuple):
    """Every `every` weeks, or `weeks_from` to `every`."""

    weeks_from: int | None
    every: int


def often_in_words(often: Often) -> str:
    """ "Every 4 to 6 weeks", "Every week"."""
    if often.weeks_from is not None and often.weeks_from != often.every:
        return f"Every {often.weeks_from} to {often.every} weeks"
    return "Every week" if often.every == 1 else f"Every {often.every} weeks"


def often_and_long(often: Often, minutes: int) -> str:
    """ "Every 4 to 6 weeks, 1 h"; the length stays on one line."""
    return f"{often_in_words(often)}, {format_duration(minutes).replace(' ', _NO_BREAK)}"


def parse_often(text: str) -> Often:
    """What somebody means by "4-6 weeks", "every six weeks", "monthly" (4 weeks), "6". Raises NotAcceptable."""
    words = " ".join(text.lower().replace(".", " ").split())
    if words in _SAID:
        return Often(None, _SAID[words])
    found = _SPAN.fullmatch(words)
    if found is None or not words:
        raise _unclear()
    unit = _UNITS[(found["unit"] or "week").rstrip("s")]
    last, first = found["last"] or "", found["first"]
    if last in _UNITS and not found["unit"]:
        last, unit = "", _UNITS[last]
    every = unit * (_number(last) if last else 1)
    weeks_from = unit * _number(first) if first else None
    if not 1 <= (weeks_from or 1) <= every <= MOST_WEEKS:
        raise _unclear()
    return Often(None if weeks_from == every else weeks_from, every)


def _number(word: str) -> int:
    number = _NUMBERS.get(word) or (int(word) if word.isascii() and word.isdecimal() and len(word) < 4 else 0)
    if not number:
        raise _unclear()
    return number


def _unclear() -> NotAcceptable:
    return NotAcceptable(
        "That is not clear.", "Nothing was changed.", "Write it as ‘every 6 weeks’, ‘4 to 6 weeks’ or ‘monthly’."
    )
