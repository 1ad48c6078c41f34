"""Words of a line that look like a length of time but are none: "0h", "-2h", "2-3 hrs", "2h90", "1:30"."""

from __future__ import annotations

import re
from collections.abc import Set

from otcpd.domain.durations import format_duration
from otcpd.domain.line_words import Unread, Words, core, plain, windows

_LONGEST = 6
_UNIT = r"(?:h|hrs?|hours?|mins?|minutes?|days?)\.?"
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,2})?"
_ZERO = r"0{1,6}(?:[.,]0{1,2})?"
_DASH = r"[-−–—]"
_NO_LENGTHS = (
    (rf"{_ZERO} ?{_UNIT}(?: ?{_ZERO} ?{_UNIT})?|0?0:00|{_ZERO} ?[x×] ?{_NUMBER} ?{_UNIT}", "is no time at all"),
    (rf"{_DASH}+{_NUMBER} ?{_UNIT}(?: ?[0-9]{{1,2}}(?: ?{_UNIT})?)?", "is less than no time"),
    (rf"{_NUMBER} ?(?:{_UNIT} ?)?(?:{_DASH}|to|or) ?{_NUMBER} ?{_UNIT}", "is not one length of time"),
)
"""Forms that nothing else has, and what is wrong with each."""
_CLOCK = r"([0-9]{1,2}):([0-5][0-9])"
_BEFORE_TIME = frozenset(["at", "from", "to", "until", "till", "by", "before", "after", "since", "-", "–", "—"])
_RUN_TOGETHER = r"[0-9]{1,4}(?:h|hrs?)[0-9]{1,4}(?:h|hrs?|m|mins?)?"
_WRITE = "Write it as 1 h 30, 45 min or half a day."


def no_length(words: Words, read: Set[int]) -> Unread | None:
    """The first words that have the form of a length but can be none, whatever else the line says.

    `read` are the places of words that were read as a length: in "1 h 0 min" nothing is wrong with the "0 min".
    """
    for start in range(len(words)):
        for stop, text in windows(words, start, _LONGEST):
            if not read.isdisjoint(range(start, stop)):
                continue
            why = next((why for form, why in _NO_LENGTHS if re.fullmatch(form, text.casefold())), "")
            if why and plain(words, start - 1) not in _BEFORE_TIME:
                return Unread(text, f"‘{text}’ {why} and stays as it is. {_WRITE}", "duration")
    return None


def maybe_length(words: Words) -> Unread | None:
    """A word such as "1:30" or "2h90" that may be meant for a length, in a line that has none."""
    for place in range(len(words)):
        word = plain(words, place)
        clock = re.fullmatch(_CLOCK, word)
        if clock and plain(words, place - 1) not in _BEFORE_TIME:
            meant = format_duration(int(clock[1]) * 60 + int(clock[2]))
            sentence = f"‘{word}’ may be a time of day. No length was read: write {meant} if it is one."
            return Unread(core(words[place]), sentence, "duration")
        if re.fullmatch(_RUN_TOGETHER, word):
            sentence = f"‘{word}’ was not read as a length of time. {_WRITE}"
            return Unread(core(words[place]), sentence, "duration")
    return None
