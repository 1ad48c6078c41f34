"""Spans between two times of a day: "2-4pm", "10-11.30am", "08:30 to 12:30".

Bare numbers are no times: one of the two must say am or pm, or both must be written with a colon. So "9-5" and
"2-4 papers" stay words.
"""

from __future__ import annotations

import re
from itertools import product

_TIME = r"(?P<{0}_hour>[0-9]{{1,2}})(?P<{0}_minutes>[:.][0-5][0-9])? ?(?P<{0}_half>am|pm|a\.m\.?|p\.m\.?)?"
_SPAN = re.compile(rf"(?:from )?{_TIME.format('first')}(?: ?[-–—] ?| (?:to|until|till) ){_TIME.format('last')}")
_LONGEST = 14 * 60
"""Minutes; no activity goes on for longer in one day, so a longer span was misread."""


def minutes_between_times(text: str) -> int | None:
    """The minutes from the first to the last time; None for what is no such span.

    Where only one of the two says am or pm the other is the nearest that fits: "10-2pm" is four hours.
    """
    found = _SPAN.fullmatch(text.casefold())
    if found is None:
        return None
    halves = [(found["first_half"] or "")[:1], (found["last_half"] or "")[:1]]
    colons = all((found[name] or "").startswith(":") for name in ("first_minutes", "last_minutes"))
    if not any(halves) and not colons:
        return None
    any_half = ("a", "p") if any(halves) else ("",)
    spans = [
        _minutes(found, "last", last) - _minutes(found, "first", first)
        for first, last in product(*([half] if half else any_half for half in halves))
        if _is_time(found, "first", first) and _is_time(found, "last", last)
    ]
    return min((span for span in spans if 0 < span <= _LONGEST), default=None)


def _is_time(found: re.Match[str], which: str, half: str) -> bool:
    hour = int(found[f"{which}_hour"])
    return 1 <= hour <= 12 if half else hour <= 23


def _minutes(found: re.Match[str], which: str, half: str) -> int:
    hour, minutes = int(found[f"{which}_hour"]), int((found[f"{which}_minutes"] or ":0")[1:])
    return (hour % 12 + 12 * (half == "p") if half else hour) * 60 + minutes
