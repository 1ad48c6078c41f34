"""Finding how long something took in a line.

"2 hours ago", "within 4 hours", "24 hour care", "a day centre", "3D" and "6 minute walk test" say
nothing about that and stay words.
"""

from __future__ import annotations

import re

from otcpd.domain.durations import MOST_MINUTES, DayLengths, minutes_in
from otcpd.domain.line_words import Match, Words, plain, windows

_LONGEST = 6
_MOST_LETTERS = 40
_NUMBER_WORD = "an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|full|whole|all|half|quarter"
_MAY_START = rf"[0-9¼½¾].*|(?:{_NUMBER_WORD})(?:-.*)?"
_NOT_BEFORE = frozenset(
    [
        "every",
        "each",
        "after",
        "within",
        "in",
        "per",
        "under",
        "next",
        "last",
        "first",
        "past",
        "previous",
        "least",
        "most",
        "than",
        "times",
        "once",
        "twice",
        "until",
        "before",
        "between",
        "room",
        "flat",
        "level",
    ]
)
_NOT_AFTER = frozenset(
    [
        "ago",
        "later",
        "before",
        "old",
        "wait",
        "waits",
        "waiting",
        "target",
        "targets",
        "response",
        "notice",
        "walk",
        "walking",
        "apart",
        "away",
        "per",
        "each",
        "every",
        "centre",
        "center",
        "centres",
        "hospital",
        "hospitals",
        "service",
        "services",
        "unit",
        "units",
        "room",
        "care",
        "case",
        "trip",
        "opportunities",
        "onwards",
    ]
)
_TOO_VAGUE = (
    r".*:.*",
    r"24 ?-?(?:h|hrs?|hours?)",
    r"[0-9.,]+ ?d",
    r"[0-9]*[1-46-9] ?m",
    r".*h(?:rs?|ours?)? ?(?:[0-9]|[0-9][1-46-9])",
)
_A_WEEK = r"day|week|fortnight|month|year"
_JOINED_BEFORE = frozenset(["for", "about", "around", "approx", "approximately", "over"])


def find_duration(words: Words, lengths: DayLengths) -> Match[int] | None:
    """The first length of time in the line, in minutes, with the "for" before and the "of" behind it."""
    for start in range(len(words)):
        if not re.fullmatch(_MAY_START, plain(words, start)):
            continue
        for stop, text in windows(words, start, _LONGEST):
            minutes = _read(text, lengths)
            if minutes and _stands_free(words, start, stop):
                return Match(_begin(words, start), _end(words, stop), minutes)
    return None


def _read(text: str, lengths: DayLengths) -> int | None:
    if len(text) > _MOST_LETTERS or any(re.fullmatch(vague, text.casefold()) for vague in _TOO_VAGUE):
        return None
    minutes = minutes_in(text, lengths)
    return minutes if minutes and minutes <= MOST_MINUTES else None


def _stands_free(words: Words, start: int, stop: int) -> bool:
    following, second = plain(words, stop), plain(words, stop + 1)
    if plain(words, start - 1) in _NOT_BEFORE or following in _NOT_AFTER:
        return False
    if following in ("a", "an") and re.fullmatch(_A_WEEK, second):
        return False
    return not (following == "in" and second == "the" and plain(words, stop + 2) == "life")


def _begin(words: Words, start: int) -> int:
    while start > 0 and plain(words, start - 1) in _JOINED_BEFORE:
        start -= 1
    return start


def _end(words: Words, stop: int) -> int:
    return stop + 1 if plain(words, stop) in ("of", "long") else stop
