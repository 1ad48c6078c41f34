"""Days: reckoning with them, writing them in words, and reading what British users type.

The one place that knows the names of months and weekdays, so that nothing depends on the machine's
locale. Reading is generous, but the day always comes before the month.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside these are slips of the finger in the life of somebody who works today."""

_NEXT_MONTHS = 180
"""So many days ahead a day needs no year, whatever year it is in."""
_YEARS_AHEAD = 20
"""Two figures stand for a year at most so far ahead; beyond it they mean the century before."""


# Reckoning


def add_months(day: date, months: int) -> date:
    """`day` moved by whole calendar months, held to the end of a shorter month.

    30 November plus three months is 28 (or 29) February. Held to the first and last day there is.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """How many whole calendar months fit from `start` to `end`, counted as `add_months` does; at least 0."""
    if end < start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def months_begun(start: date, end: date) -> int:
    """How many months two days (both included) span, begun months counted as whole ones."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole + (1 if end.day >= start.day else 0)


def check_order(start: date, end: date) -> None:
    """Raise NotAcceptable when the last day lies before the first."""
    if end < start:
        raise NotAcceptable(
            f"The last day, {long_day(end)}, is before the first, {long_day(start)}.",
            next_step=f"Pick a last day from {long_day(start)} on.",
        )


# Writing


def long_day(day: date, *, brief: bool = False) -> str:
    """ "19 November 2026"; `brief` makes it "19 Nov 2026"."""
    return f"{day_and_month(day, brief=brief)} {day.year}"


def plain_day(day: date, today: date, *, brief: bool = False) -> str:
    """ "26 November"; with its year where that is another one and not the next months. `brief` makes it "26 Nov"."""
    near = day.year == today.year or 0 <= (day - today).days < _NEXT_MONTHS
    return day_and_month(day, brief=brief) if near else long_day(day, brief=brief)


def short_day(day: date, *, year: bool = False, brief: bool = False) -> str:
    """ "Thu 19 November", with the year behind it when asked; `brief` makes it "Thu 19 Nov"."""
    text = f"{WEEKDAYS[day.weekday()][:3]} {day_and_month(day, brief=brief)}"
    return f"{text} {day.year}" if year else text


def span(start: date, end: date, *, year: bool = False, brief: bool = False) -> str:
    """ "13 March to 21 June", "3 to 5 March", "19 November".

    Years are written when they differ; `year=True` writes the year even when it is one and the same.
    `brief` is for narrow columns: "3 to 5 Mar".
    """
    first, last = (day_and_month(day, brief=brief) for day in (start, end))
    if start.year != end.year:
        return f"{first} {start.year} to {last} {end.year}"
    if year:
        last = f"{last} {end.year}"
    if start == end:
        return last
    if start.month == end.month:
        return f"{start.day} to {last}"
    return f"{first} to {last}"


def day_and_month(day: date, *, brief: bool = False) -> str:
    """ "19 November"; `brief` makes it "19 Nov"."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if brief else month}"


# ISO


def iso(day: date) -> str:
    """ "2026-11-19": the form in files."""
    return day.isoformat()


def from_iso(text: str) -> date:
    """The day of "2026-11-19" and of no other form, in years within reach. Raises NotAcceptable."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            day = date.fromisoformat(text)
            if FIRST_YEAR <= day.year <= LAST_YEAR:
                return day
    raise NotAcceptable(f"‘{text}’ is not a date.", next_step="Write dates as year-month-day, as in 2026-11-19.")


# Reading

_MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(WEEKDAYS)}
_LONGEST_SPAN = 80
_LONGEST_GUESS = 310
"""Days. A span into the next year without a first year is at most a school year, September to June."""
_DAYS_BACK = {
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": 1,
    "last night": 1,
    "the day before yesterday": 2,
    "day before yesterday": 2,
    "tomorrow": -1,
}

MONTH_WORD = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY_WORD = (
    "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{MONTH_WORD})\.?"
_LEAD = rf"(?:on )?(?:(?P<weekday>{WEEKDAY_WORD})\.? )?(?:the )?"

_ISO = r"(?P<year>[0-9]{4})(?P<sep>[-/.])(?P<number>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})"
_NUMBERS = rf"{_LEAD}(?P<day>[0-9]{{1,2}}) ?(?P<sep>[-/. ]) ?(?P<number>[0-9]{{1,2}})(?: ?(?P=sep) ?{_YEAR})?"
_DAY_FIRST = rf"{_LEAD}{_DAY}(?: of)?[ .-]?{_MONTH}(?:[ -]?['’]?{_YEAR})?"
_MONTH_FIRST = rf"{_LEAD}{_MONTH} ?{_DAY}(?: {_YEAR})?"
_WEEKDAY = rf"(?:on )?(?P<last>last |this )?(?P<weekday>{WEEKDAY_WORD})\.?"
_UNTIL = r" ?[-–—] ?| (?:to|until|till) "
_BARE_DAY = rf"{_LEAD}{_DAY}"


def parse_day(text: str, today: date, *, latest: date | None = None) -> date:
    """The day that somebody means by `text`: "19/11/2026", "19 Nov", "last Tuesday", "yesterday", ISO.

    Without a year it is the latest such day not after `today`; so is a weekday, and "last Tuesday"
    said on a Tuesday is a week ago. Days after `latest`, if given, are refused. Raises NotAcceptable.
    """
    words = " ".join(text.replace(",", " ").casefold().split())
    if not words:
        raise NotAcceptable("There is no date yet.", next_step=_pick(latest or today))
    day = _relative_day(words, today) or _calendar_day(words, today, latest or today)
    if day is None:
        raise NotAcceptable(
            f"{quoted(' '.join(text.split()))} is not a date.",
            next_step=f"Write it as {long_day(today)} or {today.day}/{today.month}/{today.year}.",
        )
    if latest is not None and day > latest:
        late = "still to come" if latest == today else "too late here"
        raise NotAcceptable(f"{long_day(day)} is {late}.", next_step=_pick(latest))
    return day


def why_no_day(text: str, today: date) -> str:
    """What is wrong with a text that has the form of a day but is none: "November has 30 days."; else empty."""
    try:
        _calendar_day(" ".join(text.replace(",", " ").casefold().split()), today, today)
    except NotAcceptable as error:
        return error.happened
    return ""


def parse_span(text: str, today: date) -> tuple[date, date]:
    """First and last day of "3-5 March", "28 Dec to 2 Jan", "Monday to Wednesday".

    The last day is read as `parse_day` reads it, the first as the latest such day not after the last.
    Raises NotAcceptable when the text is no span, or its days are out of order: days written the wrong way
    round ("12/06 to 10/06") would otherwise read as most of a year.
    """
    words = " ".join(text.replace(",", " ").casefold().split()).removeprefix("from ")
    for first, last in _halves(words):
        end = _read(last, today)
        start = _first_day(first, end, today) if end else None
        if start and end:
            check_order(start, end)
            if (end - start).days > _LONGEST_GUESS and start.year < end.year and not _says_year(first, start):
                break
            return start, end
    raise NotAcceptable(
        f"‘{' '.join(text.split())}’ does not read as a first and a last day.",
        next_step="Write them as 3 to 5 March 2026.",
    )


def _pick(latest: date) -> str:
    return f"Pick a date up to {long_day(latest)}."


def _read(words: str, today: date) -> date | None:
    """As `parse_day`, but None for what is no day."""
    try:
        return parse_day(words, today)
    except NotAcceptable:
        return None


def _halves(words: str) -> Iterator[tuple[str, str]]:
    if len(words) > _LONGEST_SPAN:
        return
    for gap in re.finditer(_UNTIL, words):
        yield words[: gap.start()], words[gap.end() :]


def _says_year(words: str, day: date) -> bool:
    return re.search(rf"(?:{day.year}|[-/. ’']{day.year % 100:02})$|^{day.year}", words) is not None


def _first_day(words: str, end: date, today: date) -> date | None:
    bare = re.fullmatch(_BARE_DAY, words)
    if bare is None:
        return _read(words, today if words in _DAYS_BACK else end)
    number = int(bare["day"])
    return end.replace(day=number) if 1 <= number <= end.day else None


def _relative_day(words: str, today: date) -> date | None:
    if words in _DAYS_BACK:
        return _days_before(today, _DAYS_BACK[words])
    found = re.fullmatch(_WEEKDAY, words)
    if found is None:
        return None
    back = (today.weekday() - _WEEKDAY_NUMBERS[found["weekday"][:3]]) % 7
    return _days_before(today, 7 if back == 0 and found["last"] == "last " else back)


def _days_before(today: date, days: int) -> date:
    """Held to the first and last day there is, so that no clock can break the reading."""
    return date.fromordinal(min(max(today.toordinal() - days, 1), date.max.toordinal()))


def _calendar_day(words: str, today: date, latest: date) -> date | None:
    for pattern in (_ISO, _NUMBERS, _DAY_FIRST, _MONTH_FIRST):
        found = re.fullmatch(pattern, words)
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["number"]) if "number" in parts else _MONTH_NUMBERS[parts["month"][:3]]
        if not 1 <= month <= 12:
            swapped = pattern is _NUMBERS and 1 <= int(parts["day"]) <= 12 and month <= 31
            hint = f" Write the day first, as in {month}/{int(parts['day'])}." if swapped else ""
            raise NotAcceptable(f"There is no month {month}.{hint}", next_step=_pick(latest))
        year = _full_year(parts["year"], today)
        day = _checked_day(int(parts["day"]), month, year, today, latest)
        _check_weekday(parts.get("weekday"), day)
        return day
    return None


def _full_year(text: str | None, today: date) -> int | None:
    if text is None or len(text) == 4:
        return None if text is None else int(text)
    newest = today.year + _YEARS_AHEAD
    return newest - (newest - int(text)) % 100


def _checked_day(day: int, month: int, year: int | None, today: date, latest: date) -> date:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotAcceptable(f"The year {year} is out of reach.", next_step=_pick(latest))
    longest = monthrange(year if year is not None else 2000, month)[1]
    if day < 1:
        raise NotAcceptable("Days are counted from 1.", next_step=_pick(latest))
    if day > longest:
        raise NotAcceptable(_month_length(month, year, longest), next_step=_pick(latest))
    if year is not None:
        return date(year, month, day)
    return _latest_such_day(day, month, today)


def _month_length(month: int, year: int | None, days: int) -> str:
    if month != 2:
        return f"{MONTHS[month - 1]} has {days} days."
    return "February has 28 days, or 29 in a leap year." if year is None else f"February {year} has {days} days."


def _latest_such_day(day: int, month: int, today: date) -> date:
    # Eight years may lie between two 29ths of February (1896 and 1904).
    for year in range(today.year, max(today.year - 9, 0), -1):
        if day <= monthrange(year, month)[1] and date(year, month, day) <= today:
            return date(year, month, day)
    return today


def _check_weekday(name: str | None, day: date) -> None:
    if name is not None and _WEEKDAY_NUMBERS[name[:3]] != day.weekday():
        raise NotAcceptable(
            f"{long_day(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[_WEEKDAY_NUMBERS[name[:3]]]}.",
            next_step="Leave the day of the week out, or change the date.",
        )
