"""Checks values before they become fields of agreements and sessions, and turns them into what the file keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum

from otcpd.actions.days import check_reach
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.often import MOST_WEEKS
from otcpd.record.record import Record

FieldValue = str | int | bool | date | time | None
Reader = Callable[[Record, FieldValue], str | int | None]

MOST_MINUTES = 24 * 60


def stored(record: Record, fields: Mapping[str, Reader], field: str, value: FieldValue, thing: str) -> str | int | None:
    """The value as the file keeps it. Raises NotAcceptable for a field that `thing` has not, and for what does not
    fit."""
    reader = fields.get(field)
    if reader is None:
        raise NotAcceptable(f"{thing} has no field ‘{field}’.", "Nothing was changed.")
    return reader(record, value)


def text(_record: Record, value: FieldValue) -> str:
    """Words, perhaps none."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _no_fit(value)
    return str(value)


def one_of(choices: type[StrEnum], *, maybe: bool = False) -> Reader:
    """One of a list of codes; nothing at all where `maybe`."""

    def read(_record: Record, value: FieldValue) -> str | None:
        if value is None and maybe:
            return None
        if not isinstance(value, str) or value not in list(choices):
            raise _no_fit(value)
        return str(value)

    return read


def day(_record: Record, value: FieldValue) -> str:
    """A day within reach."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise NotAcceptable("A day is missing.", "Nothing was changed.", "Pick a day.")
    check_reach(value)
    return value.isoformat()


def maybe_day(record: Record, value: FieldValue) -> str | None:
    """A day within reach, or none."""
    return None if value is None else day(record, value)


def maybe_time(_record: Record, value: FieldValue) -> str | None:
    """A time of day, "HH:MM", or none."""
    if value is None:
        return None
    if not isinstance(value, time):
        raise _no_fit(value)
    return value.isoformat("minutes")


def switch(_record: Record, value: FieldValue) -> int:
    """Yes or no."""
    if value not in (0, 1):
        raise _no_fit(value)
    return int(bool(value))


def maybe_switch(record: Record, value: FieldValue) -> int | None:
    """Yes, no, or nobody said."""
    return None if value is None else switch(record, value)


def number(least: int, most: int, told: str, *, maybe: bool = False) -> Reader:
    """A whole number within bounds; `told` says in a sentence what is wanted."""

    def read(_record: Record, value: FieldValue) -> int | None:
        if value is None and maybe:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise _no_fit(value)
        if not least <= value <= most:
            raise NotAcceptable(told, "Nothing was changed.")
        return value

    return read


weeks = number(1, MOST_WEEKS, f"How often is a number of weeks from 1 to {MOST_WEEKS}.")
maybe_weeks = number(1, MOST_WEEKS, f"How often is a number of weeks from 1 to {MOST_WEEKS}.", maybe=True)
minutes = number(5, MOST_MINUTES, "A session takes from 5 minutes to a day.")
maybe_minutes = number(1, MOST_MINUTES, "A session takes from a minute to a day.", maybe=True)


def person(record: Record, value: FieldValue) -> str:
    """Somebody of the file, in the bin or not: agreements outlive people."""
    people = (record.people.owner(), *record.people.all(), *record.people.all(binned=True))
    if value not in {one.id for one in people}:
        raise NotAcceptable("There is no such person in this file.", "Nothing was changed.", "Choose somebody.")
    return str(value)


def maybe_person(record: Record, value: FieldValue) -> str | None:
    """Somebody of the file, or nobody."""
    return None if value is None else person(record, value)


def maybe_agreement(record: Record, value: FieldValue) -> str | None:
    """An agreement of the file, or none."""
    return None if value is None else record.agreements.get(str(value)).id


def _no_fit(value: FieldValue) -> NotAcceptable:
    return NotAcceptable(f"‘{value}’ does not fit here.", "Nothing was changed.")
