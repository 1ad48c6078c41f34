"""How long something took: read from what British users type, written as "1 h 30"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from otcpd.domain.errors import NotAcceptable

MOST_MINUTES = 10_000 * 60
"""Longer than any one activity (a secondment of five years); more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class DayLengths:
    """How many minutes "half a day" and "a day" stand for; the person can change both."""

    half_day: int = 210
    day: int = 420


USUAL_DAY = DayLengths()

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
COUNT_WORDS = (
    {"a": 1, "an": 1, "full": 1, "whole": 1, "all": 1}
    | {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
    | _TENS
    | {f"{ten} {unit}": more + number for ten, more in _TENS.items() for number, unit in enumerate(_UNITS, 1)}
)
"""Numbers in words, hyphens as spaces."""
_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}
_PARTS_OF_AN_HOUR = {"half": 30, "a half": 30, "quarter of": 15, "a quarter of": 15, "three quarters of": 45}

_COUNT = (
    r"(?:(?:a )?(?P<word>"
    + "|".join(sorted(COUNT_WORDS, key=len, reverse=True))
    + r")|(?P<number>[0-9]{1,6}(?:[.,][0-9]{1,2})?)?(?P<fraction>[¼½¾])?)"
)
_UNIT = r"(?P<unit>h|hrs?|hours?|m|mins?|minutes?|d|days?|day['’]s|days['’])\.?"
_MINUTE_UNIT = r"(?:m|mins?|minutes?)\.?"

_HOURS_AND_MINUTES = (
    rf"(?P<hours>[0-9]{{1,5}}) ?(?:h|hrs?|hours?)\.?(?: and)? ?(?P<minutes>[0-5]?[0-9])(?: ?{_MINUTE_UNIT})?"
)
_CLOCK = r"(?P<hours>[0-9]{1,2}):(?P<minutes>[0-5][0-9])(?: ?h)?"
_COUNTED = rf"{_COUNT}[ -]?{_UNIT}"
_AND_A_HALF = rf"{_COUNT}(?: and a half {_UNIT}| {_UNIT.replace('unit', 'unit_before')} and a half)"
_HALF_DAY = r"(?:a )?half[ -](?:a[ -])?day(?:['’]s)?"
_WRITTEN_FRACTION = re.compile(r"(?<![0-9/.])(?:([0-9]{1,5}) )?([13])/([24])(?![0-9/])")
_SIGNS = {("1", "2"): "½", ("1", "4"): "¼", ("3", "4"): "¾"}
_PART_OF_AN_HOUR = rf"(?P<part>{'|'.join(sorted(_PARTS_OF_AN_HOUR, key=len, reverse=True))})(?: an)?[ -]hour"


def parse_duration(text: str, lengths: DayLengths = USUAL_DAY) -> int:
    """Minutes meant by `text`: "1 h 30", "1h30", "1.5h", "90 min", "half a day", "a day", "2 days".

    A bare number is refused, because "2" and "90" mean different things. Raises NotAcceptable.
    """
    shown = " ".join(text.split())
    minutes = minutes_in(text, lengths)
    if minutes is not None and 0 < minutes <= MOST_MINUTES:
        return minutes
    if not shown:
        happened = "There is no length of time yet."
    elif minutes is not None:
        happened = f"‘{shown}’ is {'no time at all' if minutes <= 0 else 'longer than 10,000 hours'}."
    elif re.fullmatch(r"[0-9.,]+", shown):
        happened = f"‘{shown}’ could be hours or minutes."
    else:
        happened = f"‘{shown}’ does not read as a length of time."
    raise NotAcceptable(happened, next_step="Write it as 1 h 30, 45 min or half a day.")


def minutes_in(text: str, lengths: DayLengths = USUAL_DAY) -> int | None:
    """As `parse_duration`, but None for what is no length of time, and without any limit."""
    words = _plain(text)
    if found := re.fullmatch(_HOURS_AND_MINUTES, words) or re.fullmatch(_CLOCK, words):
        return int(found["hours"]) * 60 + int(found["minutes"])
    if re.fullmatch(_HALF_DAY, words):
        return lengths.half_day
    if found := re.fullmatch(_PART_OF_AN_HOUR, words):
        return _PARTS_OF_AN_HOUR[found["part"]]
    return _counted(words, lengths)


def _plain(text: str) -> str:
    """The words with one way of writing: "1 1/2" as "1½", "a couple of" as "2", hyphens as spaces."""
    words = " ".join(text.replace("-", " ").casefold().split())
    words = _WRITTEN_FRACTION.sub(_with_sign, words)
    words = re.sub(r"^(?:a )?couple of ", "2 ", words)
    return "an hour and a half" if words == "hour and a half" else words


def _with_sign(found: re.Match[str]) -> str:
    sign = _SIGNS.get((found[2], found[3]))
    return found[0] if sign is None else f"{found[1] or ''}{sign}"


def format_duration(minutes: int) -> str:
    """ "1 h 30", "45 min", "7 h"; "0 min" for nothing."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours:,} h {rest:02}" if rest else f"{hours:,} h"


def _counted(words: str, lengths: DayLengths) -> int | None:
    """Minutes of a number and its unit: "1.5 h", "two hours", "2½ days", "an hour and a half"."""
    found, half = re.fullmatch(_COUNTED, words), 0.0
    if found is None:
        found, half = re.fullmatch(_AND_A_HALF, words), 0.5
    if found is None:
        return None
    parts = found.groupdict()
    if not (parts["word"] or parts["number"] or parts["fraction"]):
        return None
    unit = parts["unit"] or parts["unit_before"]
    return round((_number(parts) + half) * _minutes_of(unit[0], lengths, _number(parts) + half))


def _number(parts: dict[str, str | None]) -> float:
    word, number, fraction = parts["word"], parts["number"], parts["fraction"]
    if word:
        return COUNT_WORDS[word]
    return float((number or "0").replace(",", ".")) + (_FRACTIONS[fraction] if fraction else 0.0)


def _minutes_of(unit: str, lengths: DayLengths, count: float) -> float:
    """Minutes in one h(our), m(inute) or d(ay); half a day has a length of its own."""
    if unit == "d":
        return lengths.half_day * 2 if count == 0.5 else lengths.day
    return 60 if unit == "h" else 1
