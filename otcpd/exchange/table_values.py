"""What the cells of a table mean: days, lengths of time, yes and no, lists."""

from __future__ import annotations

import re
from datetime import date, timedelta

from otcpd.domain.dates import parse_day
from otcpd.domain.durations import DayLengths, parse_duration
from otcpd.domain.errors import NotAcceptable

_MIDNIGHT = re.compile(r"(?<=[0-9])[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AaPp][Mm])?Z?$")
_SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
_SERIAL_START = date(1899, 12, 30)
"""Excel's day 0 for days after February 1900."""

_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "✔"})
_NO = frozenset({"", "no", "n", "false", "0", "-", "none", "n/a"})
_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,4})?")


def day_in(cell: str, today: date) -> date:
    """A day as tables write it: what `parse_day` reads, with a time behind it, or as Excel's number.

    Days still to come are refused. Raises NotAcceptable.
    """
    return parse_day(_without_time(cell), today, latest=today)


def any_day_in(cell: str, today: date) -> date:
    """As `day_in`, with days to come."""
    return parse_day(_without_time(cell), today)


def _without_time(cell: str) -> str:
    if _SERIAL.fullmatch(cell):
        return (_SERIAL_START + timedelta(days=int(float(cell)))).isoformat()
    return _MIDNIGHT.sub("", cell)


def minutes_in_minutes(cell: str) -> int:
    """Minutes from a column of minutes. Raises NotAcceptable."""
    return _from_number(cell, 1)


def minutes_in_hours(cell: str) -> int:
    """Minutes from a column of hours: "1.5", "1:30". Raises NotAcceptable."""
    return _from_number(cell, 60)


def minutes_in_words(cell: str, lengths: DayLengths) -> int:
    """Minutes from a column that says its unit: "1 h 30". A bare number is refused. Raises NotAcceptable."""
    return parse_duration(cell, lengths)


def _from_number(cell: str, unit: int) -> int:
    if _NUMBER.fullmatch(cell):
        return round(float(cell.replace(",", ".")) * unit)
    return parse_duration(cell)


def yes_or_no(cell: str) -> bool:
    """Raises NotAcceptable for what is neither."""
    word = cell.casefold()
    if word in _YES | _NO:
        return word in _YES
    raise NotAcceptable(f"‘{cell}’ is neither yes nor no.")


def items(cell: str) -> list[str]:
    """A list in one cell: parted by semicolons, commas, lines or the # of tags."""
    parts = re.split(r"[;,\n]|(?:^|\s)#", cell)
    return [part for part in (" ".join(part.split()) for part in parts) if part]
