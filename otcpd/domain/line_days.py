"""Finding the day, or the days, that a line is about.

In a line a date stands among other words, so less is taken for one than in a date field: figures need a
slash or a year, a month comes after its day, and "by 3 March", "the Tuesday group", "every Tuesday" or
"24/7" stay words. A day of the week must fit its date; it is never read without the date behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from otcpd.domain.dates import MONTH_WORD, WEEKDAY_WORD, WEEKDAYS, add_months, parse_day, parse_span
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.line_words import Match, Words, plain, windows

Days = tuple[date, date | None]
"""The day, or the first and the last day when there are several."""

_LONGEST = 10
_MOST_LETTERS = 60
_MAY_START = rf"(?:on|from|last|this|the|day|today|yesterday|{WEEKDAY_WORD}|{MONTH_WORD})\b.*|[0-9].*"
NOT_BEFORE = frozenset(
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
        "coming",
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
    ]
)
_DASHES = frozenset(["-", "–", "—"])
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
_TWO_DAYS = r"(?:on |from )?([0-9]{1,2})(?:st|nd|rd|th)?(?: (?:and|&) |/)(.+)"
_WITHOUT_YEAR = rf"(?:on )?{WEEKDAY_WORD}\.? (?:.*[ 0-9]{MONTH_WORD}\.?|(?:the )?[0-9]{{1,2}}(?P<sep>[/.])[0-9]{{1,2}})"
_MONTHS_BACK = 24
"""A date with its day of the week but no year is looked for as far back as a registration cycle goes."""
WEEKDAY_AND_NUMBER = rf"(?:on )?(?P<weekday>{WEEKDAY_WORD})\.? (?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)"
_RECENT = 62
"""Days within which "Fri 13th" must lie: this month or the last."""
_DAY_OF_WEEK = rf"(?:on |from |last |this )*{WEEKDAY_WORD}\.?"
_BEGINS_DAY = rf"[0-9]{{1,2}}(?:st|nd|rd|th)|[0-9]{{1,4}}[-/.][0-9].*|{WEEKDAY_WORD}"
_UNTIL = frozenset(["to", "until", "till"])
_PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "am", "pm", "eve", "a.m", "p.m"])
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_A_YEAR = r"[0-9]{4,}"
"""Behind a day and a month it is meant for their year, within reach or not."""
_WEEK_OF = frozenset(["w/c", "w/b", "wc"])
_COMMENCING = frozenset(["commencing", "beginning", "starting", "of"])


def find_days(words: Words, today: date) -> Match[Days] | None:
    """The day the line is about: "today" or "yesterday" if it says so, else the first date in it.

    Days to come are none: the log holds what was done.
    """
    first: Match[Days] | None = None
    for match in _matches(words, today):
        if _to_come(match, today):
            continue
        if any(plain(words, place) in ("today", "yesterday") for place in range(match.start, match.stop)):
            return match
        first = first or match
    return first


def find_days_to_come(words: Words, today: date) -> Match[Days] | None:
    """The first day of the line that is still to come, or whose last day is."""
    return next((match for match in _matches(words, today) if _to_come(match, today)), None)


def _to_come(match: Match[Days], today: date) -> bool:
    first, last = match.value
    return (last or first) > today


def _matches(words: Words, today: date) -> Iterator[Match[Days]]:
    start = 0
    while start < len(words):
        match = _match_at(words, start, today)
        if match:
            yield match
        start = match.stop if match else start + 1


def _match_at(words: Words, start: int, today: date) -> Match[Days] | None:
    before = plain(words, start - 1)
    if not re.fullmatch(_MAY_START, plain(words, start)) or before in NOT_BEFORE:
        return None
    if _is_dash(words, start - 1) and _numeric(words, start - 2):
        return None
    if re.fullmatch(WEEKDAY_WORD, before):
        return None
    for stop, text in windows(words, start, _LONGEST):
        days = _read(text.replace(",", " ").casefold(), today)
        end = stop + 1 if plain(words, stop) in _PARTS_OF_DAY else stop
        if days and _stands_free(words, end, text.casefold()):
            return Match(_begin(words, start), end, days)
    return None


def _begin(words: Words, start: int) -> int:
    """The week of a day belongs to it: "w/c 9 Nov", "week commencing 9 Nov"."""
    if plain(words, start - 1) in _WEEK_OF:
        return start - 1
    return start - 2 if plain(words, start - 1) in _COMMENCING and plain(words, start - 2) == "week" else start


def _stands_free(words: Words, stop: int, text: str) -> bool:
    """Whether what follows leaves the day a day: no "group", no rest of the date, no last day unread."""
    if plain(words, stop) in _NOT_AFTER or (_is_dash(words, stop) and _numeric(words, stop + 1)):
        return False
    if re.fullmatch(_A_YEAR, plain(words, stop)) and re.search(rf"{MONTH_WORD}\.?$", text):
        return False
    if plain(words, stop) == "week" or (plain(words, stop), plain(words, stop + 1)) == ("next", "week"):
        return False
    if plain(words, stop) in _UNTIL and _begins_day(words, stop + 1):
        return False
    rest = plain(words, stop + 1 if plain(words, stop) == "of" else stop)
    if re.fullmatch(WEEKDAY_AND_NUMBER, text) and re.fullmatch(MONTH_WORD, rest):
        return False
    return not (re.fullmatch(_DAY_OF_WEEK, text) and _begins_day(words, stop + 1 if rest == "the" else stop))


def _is_dash(words: Words, place: int) -> bool:
    return 0 <= place < len(words) and words[place] in _DASHES


def _numeric(words: Words, place: int) -> bool:
    """Whether what stands there may be the other end of a span."""
    word = plain(words, place)
    return word.isdecimal() or re.fullmatch(f"{MONTH_WORD}|{_BEGINS_DAY}", word) is not None


def _begins_day(words: Words, place: int) -> bool:
    word = plain(words, place)
    if re.fullmatch(_BEGINS_DAY, word):
        return True
    return word.isdecimal() and re.fullmatch(MONTH_WORD, plain(words, place + 1)) is not None


def _read(text: str, today: date) -> Days | None:
    text = " ".join(text.split())
    vague = not re.fullmatch(_ISO, text) and any(re.fullmatch(vague, text) for vague in _TOO_VAGUE)
    if len(text) > _MOST_LETTERS or vague:
        return None
    short_year = re.fullmatch(_SHORT_YEAR, text)
    if short_year and not today.year % 100 - _YEARS_BACK <= int(short_year[1]) <= today.year % 100:
        return None
    with suppress(NotAcceptable):
        return parse_day(text, today), None
    fitting = _fitting_year(text, today) or _recent(text, today)
    if fitting:
        return fitting, None
    return _read_several(text, today)


def _read_several(text: str, today: date) -> Days | None:
    with suppress(NotAcceptable):
        start, end = parse_span(text, today)
        return start, end if end != start else None
    two = re.fullmatch(_TWO_DAYS, text)
    if two:
        with suppress(NotAcceptable):
            start, end = parse_span(f"{two[1]} to {two[2]}", today)
            return (start, end) if (end - start).days == 1 else None
    return None


def _fitting_year(text: str, today: date) -> date | None:
    """The latest day for a date without a year whose day of the week fits, "Sat 1 Feb"."""
    found = re.fullmatch(_WITHOUT_YEAR, text)
    if found is None:
        return None
    for year in range(today.year, max(today.year - _MONTHS_BACK // 12 - 1, 0), -1):
        with suppress(NotAcceptable):
            day = parse_day(f"{text}{found['sep'] or ' '}{year:04}", today)
            if add_months(today, -_MONTHS_BACK) <= day <= today:
                return day
    return None


def _recent(text: str, today: date) -> date | None:
    """The day of "Fri 13th": the last such one, if it is recent."""
    found = re.fullmatch(WEEKDAY_AND_NUMBER, text)
    if found is None:
        return None
    for back in range(min(_RECENT, today.toordinal())):
        day = today - timedelta(days=back)
        if day.day == int(found["day"]) and WEEKDAYS[day.weekday()][:3].casefold() == found["weekday"][:3]:
            return day
    return None
