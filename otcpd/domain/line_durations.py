"""Finding how long something took in a line.

"2 hours ago", "within 4 hours", "24 hour care", "a day centre", "3D" and "6 minute walk test" say
nothing about that and stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from otcpd.domain.durations import COUNT_WORDS, MOST_MINUTES, DayLengths, minutes_in
from otcpd.domain.line_odd_lengths import maybe_length, no_length
from otcpd.domain.line_times import minutes_between_times
from otcpd.domain.line_words import Match, Unread, Words, core, plain, windows

_LONGEST = 6
_MOST_LETTERS = 40
_NUMBER_WORD = "|".join(sorted({phrase.split()[0] for phrase in COUNT_WORDS} | {"half", "quarter"}))
_MAY_START = rf"[0-9¼½¾].*|(?:{_NUMBER_WORD})(?:-.*)?|hour|couple|from"
_TIMES = frozenset(["x", "×"])
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
        "x",
        "×",
        "to",
        "or",
        "half",
        "quarter",
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
        "placement",
        "placements",
        "onwards",
        "x",
        "×",
    ]
)
_NOT_AFTER_DAY = frozenset(["case", "cases", "trip", "trips", "opportunities"])
"""After "a day" these are things of their own; "2hrs case discussion" is two hours."""
_TOO_VAGUE = (
    r".*:.*",
    r"24 ?-?(?:h|hrs?|hours?)",
    r"[0-9.,]+ ?d",
    r"[0-9]*[1-46-9] ?m",
    r".*h(?:rs?|ours?)?\.?(?: and)? ?(?:[0-9]|[0-9][1-46-9])",
)
_A_WEEK = r"day|week|fortnight|month|year"
_JOINED_BEFORE = frozenset(["for", "about", "around", "approx", "approximately", "over"])


_MANY_TIMES = re.compile(r"(?P<count>[0-9]{1,2}) ?[x×] ?(?P<one>[0-9¼½¾a-z].*)")
_TIMES_MANY = re.compile(r"(?P<one>.*[a-z]) ?[x×] ?(?P<count>[0-9]{1,2})")
_SEVERAL = re.compile(r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<one>[0-9].*)")
_HOURS = r"[0-9]{1,4} ?(?:h|hrs?|hours?)\.?"
_TOO_MANY = r"[6-9][05]"
"""Minutes behind hours that are an hour or more: "1 hr 90"."""
_DASHES = frozenset(["-", "–", "—"])
_JOINS = frozenset(["+", "plus", "and", "&", "then"])


def find_duration(words: Words, lengths: DayLengths) -> Match[int] | None:
    """The length of time in the line, in minutes, with the "for" before and the "of" behind it.

    Of several that stand apart the first; None where it is unclear how long it took in all.
    """
    found = list(_durations(words, lengths))
    return found[0] if found and not _why_unclear(words, found) else None


def unclear_duration(words: Words, lengths: DayLengths) -> Unread | None:
    """The lengths of time that were left in the line because it is unclear what they come to, or can be none."""
    found = list(_durations(words, lengths))
    why = _why_unclear(words, found) if found else ""
    if not why:
        odd = no_length(words, {place for match in found for place in range(match.start, match.stop)})
        return odd or (None if found else maybe_length(words))
    sentence = f"{why} No length was read: write it once, for all of it."
    return Unread(_text(words, found[0]), sentence, "duration")


def _durations(words: Words, lengths: DayLengths) -> Iterator[Match[int]]:
    start = 0
    while start < len(words):
        match = _duration_at(words, start, lengths)
        if match:
            yield match
        start = match.stop if match else start + 1


def _duration_at(words: Words, start: int, lengths: DayLengths) -> Match[int] | None:
    if re.fullmatch(_MAY_START, plain(words, start)):
        for stop, text in windows(words, start, _LONGEST):
            minutes = _read(text, lengths)
            if minutes and _stands_free(words, start, stop):
                return Match(_begin(words, start), _end(words, stop), minutes)
    return None


def _why_unclear(words: Words, found: list[Match[int]]) -> str:
    first = found[0]
    if len(found) > 1:
        between = range(first.stop, found[1].start)
        joined = any(plain(words, place) in _JOINS for place in between)
        comma = any((words[place] or "").endswith((",", ";")) for place in range(first.start, found[1].start))
        side_by_side = all(words[place] is None for place in between)
        if joined or comma or (side_by_side and plain(words, found[1].start) not in _JOINED_BEFORE):
            return f"‘{_text(words, first)}’ and ‘{_text(words, found[1])}’ are two lengths of time."
    if re.fullmatch(_HOURS, _text(words, first).casefold()) and re.fullmatch(_TOO_MANY, plain(words, first.stop)):
        return f"‘{_text(words, first)} {core(words[first.stop])}’ has more than 59 minutes."
    outside = [place for place in range(len(words)) if not first.start <= place < first.stop]
    for place in outside:
        times = _times_at(words, place)
        if times:
            return f"‘{_text(words, first)}’ may be meant {times} times."
    return ""


def _times_at(words: Words, place: int) -> str:
    """How many times, where "3 x", "x 3", "3x" or "x3" stands at `place`; else empty."""
    word = plain(words, place)
    if word in _TIMES:
        return next((one for one in (plain(words, place - 1), plain(words, place + 1)) if one.isdecimal()), "")
    found = re.fullmatch(r"(?:([0-9]{1,2})[x×]|[x×]([0-9]{1,2}))", word)
    return (found[1] or found[2]) if found else ""


def _text(words: Words, match: Match[int]) -> str:
    return core(" ".join(word for word in words[match.start : match.stop] if word))


def _read(text: str, lengths: DayLengths) -> int | None:
    if len(text) > _MOST_LETTERS:
        return None
    minutes = minutes_between_times(text) or _several(text.casefold(), lengths) or _once(text, lengths)
    return minutes if minutes and minutes <= MOST_MINUTES else None


def _several(text: str, lengths: DayLengths) -> int | None:
    """The minutes of "2 x 1hr", "1hr x 2" or "two 1hr" together."""
    found = _MANY_TIMES.fullmatch(text) or _TIMES_MANY.fullmatch(text) or _SEVERAL.fullmatch(text)
    one = _once(found["one"].strip(), lengths) if found else None
    if found is None or not one:
        return None
    return one * (int(found["count"]) if found["count"].isdigit() else COUNT_WORDS[found["count"]])


def _once(text: str, lengths: DayLengths) -> int | None:
    vague = any(re.fullmatch(vague, text.casefold()) for vague in _TOO_VAGUE)
    return None if vague else minutes_in(text, lengths)


def _stands_free(words: Words, start: int, stop: int) -> bool:
    following, second = plain(words, stop), plain(words, stop + 1)
    if plain(words, start - 1) in _NOT_BEFORE or following in _NOT_AFTER:
        return False
    if following in _NOT_AFTER_DAY and re.search(r"days?$", plain(words, stop - 1)):
        return False
    if plain(words, start - 1) in _DASHES and plain(words, start - 2).isdigit():
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
