"""Words of a line that look like a day but are none, so that a date that is assumed surprises nobody."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from otcpd.domain.dates import MONTH_WORD, WEEKDAY_WORD, parse_day, parse_span, why_no_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.line_days import NOT_BEFORE, WEEKDAY_AND_NUMBER, find_days_to_come
from otcpd.domain.line_words import Unread, Words, core, plain, windows

_LONGEST = 6
_WEEKDAY = rf"(?:on )?{WEEKDAY_WORD}\.? (?:the )?"
_LAST_DAYS = r"(?:29|30|31)(?:st|nd|rd|th)?"
_IMPOSSIBLE = (
    rf"{_WEEKDAY}[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_WORD}.*",
    rf"{_WEEKDAY}[0-9]{{1,2}}/[0-9]{{1,2}}.*",
    rf"{_LAST_DAYS}(?: of)? ?{MONTH_WORD}(?: [0-9]{{4}})?",
    rf"{MONTH_WORD} {_LAST_DAYS}(?: [0-9]{{4}})?",
    rf"3[2-9](?:st|nd|rd|th)?(?: of)? (?!may\b|mar\b){MONTH_WORD}",
    r"(?:29|30|31)/0?(?:2|4|6|9|11)",
    r"[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:19|20)[0-9]{2}",
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}",
)
"""Forms that nothing but a day has. "28/30" and "40 may come" are none of them."""
_DAY = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?:/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?| {MONTH_WORD}(?: [0-9]{{4}})?)"
_SPAN = rf"({_DAY})(?: ?[-–—] ?| (?:to|until|till) )({_DAY})"
_APART = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: (?:and|&)|,) [0-9]{{1,2}}(?:st|nd|rd|th)? {MONTH_WORD}(?: [0-9]{{4}})?"
_YEAR = r"(?:19|20)[0-9]{2}"
_VAGUE = rf"(?:last|this) (?:week|weekend|month|year)|in {MONTH_WORD}(?: {_YEAR})?|{MONTH_WORD} {_YEAR}"
_NO_SINGLE_DAY = "It is no single day."
_NO_MONTH = r"on the [0-9]{1,2}(?:st|nd|rd|th)"
_NO_YEAR = r"(?!(?:19|20|21)[0-9]{2}$)[0-9]{4,}"
_OUT_OF_REACH = rf"[0-9]{{1,2}}(?:(?:st|nd|rd|th)?(?: of)? ?{MONTH_WORD} |/[0-9]{{1,2}}/){_NO_YEAR}"
_TO_COME = "It is still to come."
_COMING = (
    rf"(?:the )?day after tomorrow|tomorrow|next (?:week|weekend|fortnight|month|year|{WEEKDAY_WORD})"
    rf"|(?:this )?coming {WEEKDAY_WORD}|(?:on )?{WEEKDAY_WORD} (?:week|next week)"
)
_MANY = r"(?:[0-9]{1,3}|an?|a couple of|a few|two|three|four|five|six|seven|eight|nine|ten)"
_PERIODS = r"(?:days?|weeks?|weekends?|fortnights?|months?|years?)"
_AHEAD = rf"in {_MANY} {_PERIODS}"
_RECKONED = rf"{_MANY} {_PERIODS} ago|{_AHEAD}|the other (?:day|week)"
_LASTING = frozenset(["of", "programme", "programmes", "program", "course", "block", "placement", "plan", "pathway"])
"""Words behind "in twelve weeks" that make it a length and no day."""
_SAYS_MORE = r"(?:for )?[0-9].*|(?:with|w/) .*"
"""What may stand behind a day at the end of a line: a length of time, who was there."""

_VAGUE_FORMS = (
    (_APART, "An activity has one day, or days that follow each other."),
    (_VAGUE, _NO_SINGLE_DAY),
    (_NO_MONTH, "It names no month."),
    (_COMING, _TO_COME),
    (_RECKONED, "Write which day that is."),
    (_OUT_OF_REACH, "Its year is out of reach."),
)


def unread_day(words: Words, today: date) -> Unread | None:
    """The first words that look like a day but are none, with why. For lines in which no date was read."""
    coming = find_days_to_come(words, today)
    if coming:
        text = core(" ".join(word for word in words[coming.start : coming.stop] if word))
        return Unread(text, f"‘{text}’ was not read as a date. {_TO_COME}", "date")
    for start in range(len(words)):
        if plain(words, start - 1) in NOT_BEFORE:
            continue
        for stop, text in windows(words, start, _LONGEST):
            if re.fullmatch(_AHEAD, text.casefold()) and not _at_an_end(words, start, stop):
                continue
            why = _why(" ".join(text.casefold().split()), today)
            if why and not (plain(words, start - 1).isdecimal() and why == _NO_SINGLE_DAY):
                return Unread(text, f"‘{text}’ was not read as a date. {why}", "date")
    return None


def _at_an_end(words: Words, start: int, stop: int) -> bool:
    """Whether words stand at an end of the line, as a day does: "recovery in ten weeks, reading" names a subject."""
    if not any(words[:start]):
        return plain(words, stop) not in _LASTING
    behind = " ".join(word for word in words[stop:] if word)
    return not behind or re.fullmatch(_SAYS_MORE, behind.casefold()) is not None


def _why(text: str, today: date) -> str:
    if any(re.fullmatch(form, text) for form in _IMPOSSIBLE):
        return why_no_day(text, today)
    span = re.fullmatch(_SPAN, text)
    if span:
        return _why_no_span(text, span[1], span[2], today)
    vague = next((why for form, why in _VAGUE_FORMS if re.fullmatch(form, text)), "")
    if vague:
        return vague
    number = re.fullmatch(WEEKDAY_AND_NUMBER, text)
    return "No such day was in the last two months." if number else ""


def _why_no_span(text: str, first: str, last: str, today: date) -> str:
    for half in (first, last):
        wrong = why_no_day(half, today)
        if wrong:
            return wrong
        with suppress(NotAcceptable):
            parse_day(half, today)
    with suppress(NotAcceptable):
        parse_span(text, today)
        return ""
    return "The last day comes before the first, or their years are needed."
