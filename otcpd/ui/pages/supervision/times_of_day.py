"""A field for a time of day, typed as people write it."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtWidgets import QWidget

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.parsed_field import ParsedField

_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_NOON = 12


class TimeField(ParsedField[dt.time]):
    """ "10:00", "10", "2 pm"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parse_time, show_time, placeholder="10:00", parent=parent)


def parse_time(text: str) -> dt.time:
    """Reads a time of day; raises NotAcceptable for what is none."""
    found = _TIME.fullmatch(text.strip())
    if found is not None:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()[:1]
        if half and 1 <= hour <= _NOON:
            hour = hour % _NOON + (_NOON if half == "p" else 0)
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    raise NotAcceptable(f"{quoted(text.strip())} is no time of day.", "Nothing was changed.", "Type it like 10:00.")


def show_time(value: dt.time) -> str:
    """ "10:00"."""
    return value.isoformat("minutes")
