"""Finding the day, or the days, that a line is about.

In a line a date stands among other words, so less is taken for one than in a date field: figures need a
slash or a year, a month comes after its day, and "by 3 March", "the Tuesday group", "every Tuesday" or
"24/7" stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from otcpd.domain.dates import MONTH_WORD, WEEKDAY_WORD, parse_day, parse_span
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.line_words import Match, Words, plain, windows

Days = tuple[date, date | None]
"""The day, or the first and the last day when there are several."""

_LONGEST = 10
_MOST_LETTERS = 60
_MAY_START = rf"(?:on|from|last|this|the|today|yesterday|{WEEKDAY_WORD}|{MONTH_WORD})\b.*|[0-9].*"
_NOT_BEFORE = frozenset(
    [
        "the",
        "a",
        "an",
        "every",
        "each",
        "any",
        "our",
        "my",
        "next",
        "other",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "due",
        "expires",
        "expiry",
        "expiring",
        "valid",
        "born",
        "dob",
        "and",
        "or",
        "&",
        "to",
        "-",
        "–",
        "—",
        "room",
        "flat",
        "part",
        "level",
        "module",
        "unit",
        "section",
        "chapter",
        "step",
        "stage",
        "grade",
        "band",
        "session",
        "no",
        "number",
        "standard",
        "ward",
        "version",
        "page",
        "pages",
    ]
)
_NOT_AFTER = frozenset(
    [
        "group",
        "club",
        "clinic",
        "class",
        "cafe",
        "café",
        "and",
        "or",
        "&",
        "day",
        "days",
        "h",
        "hour",
        "hours",
        "hr",
        "hrs",
        "%",
        "-",
    ]
)
_TOO_VAGUE = (
    "24/7",
    "tomorrow",
    r"(?:from |on )?(?:sat|sun|wed)",
    r"(?:on )?[0-9]{1,2} ?[-. ] ?[0-9]{1,2}",
    r"(?:on )?[0-9]{1,4} [0-9]{1,2} [0-9]{1,4}",
    r"(?:from )?[0-9 .–—-]+ ?(?:-|–|—|to) ?[0-9]{1,2}(?: ?[. -] ?[0-9]{1,2})?",
    rf"(?:.*[^0-9] )?{MONTH_WORD}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?",
    rf".*{MONTH_WORD}\.? (?:[0-9]|[0-9]{{1,2}}(?:st|nd|rd|th))",
    r"the (?!day before yesterday$).*",
)
_SHORT_YEAR = rf".*{MONTH_WORD}\.? ([0-9]{{2}})"
_YEARS_BACK = 3
"""Two figures behind a month are its year only if that is recent: "3 March 12 of us went" stays apart."""
_TWO_DAYS = r"(?:on |from )?([0-9]{1,2})(?:st|nd|rd|th)? (?:and|&) (.+)"


def find_days(words: Words, today: date) -> Match[Days] | None:
    """The day the line is about: "today" or "yesterday" if it says so, else the first date in it."""
    first: Match[Days] | None = None
    for match in _matches(words, today):
        if plain(words, match.stop - 1) in ("today", "yesterday"):
            return match
        first = first or match
    return first


def _matches(words: Words, today: date) -> Iterator[Match[Days]]:
    start = 0
    while start < len(words):
        match = _match_at(words, start, today)
        if match:
            yield match
        start = match.stop if match else start + 1


def _match_at(words: Words, start: int, today: date) -> Match[Days] | None:
    if not re.fullmatch(_MAY_START, plain(words, start)) or plain(words, start - 1) in _NOT_BEFORE:
        return None
    for stop, text in windows(words, start, _LONGEST):
        days = _read(text.replace(",", " ").casefold(), today)
        if days and plain(words, stop) not in _NOT_AFTER:
            return Match(start, stop, days)
    return None


def _read(text: str, today: date) -> Days | None:
    text = " ".join(text.split())
    if len(text) > _MOST_LETTERS or any(re.fullmatch(vague, text) for vague in _TOO_VAGUE):
        return None
    short_year = re.fullmatch(_SHORT_YEAR, text)
    if short_year and not today.year % 100 - _YEARS_BACK <= int(short_year[1]) <= today.year % 100:
        return None
    with suppress(NotAcceptable):
        return parse_day(text, today), None
    with suppress(NotAcceptable):
        start, end = parse_span(text, today)
        return start, end if end != start else None
    two = re.fullmatch(_TWO_DAYS, text)
    if two:
        with suppress(NotAcceptable):
            start, end = parse_span(f"{two[1]} to {two[2]}", today)
            return (start, end) if (end - start).days == 1 else None
    return None
