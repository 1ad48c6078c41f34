"""What the file and the catalogue know together: types to choose from, lengths of a day, the period."""

from __future__ import annotations

import re
from datetime import date

from otcpd.catalogue import load_catalogue
from otcpd.domain.cycle import period_of
from otcpd.domain.durations import USUAL_DAY, DayLengths
from otcpd.domain.known_type import KnownType
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio
from otcpd.record.record import Record

DAY_MINUTES = "day_minutes"
HALF_DAY_MINUTES = "half_day_minutes"
"""Settings: what "a day" and "half a day" mean in a line of quick add, in minutes."""

_DAY = 24 * 60


def known_types(record: Record) -> tuple[KnownType, ...]:
    """The types of the catalogue and the person's own, as quick add knows them; her own come first."""
    own = [
        KnownType(name, name, category, (name.casefold().replace("-", " "),))
        for name, category in record.activities.own_types()
    ]
    return (*own, *load_catalogue().known_types())


def day_lengths(record: Record) -> DayLengths:
    """How long "a day" and "half a day" are for this person."""
    return DayLengths(
        half_day=_minutes(record, HALF_DAY_MINUTES, USUAL_DAY.half_day),
        day=_minutes(record, DAY_MINUTES, USUAL_DAY.day),
    )


def _minutes(record: Record, key: str, usual: int) -> int:
    """A setting that is no time of a day (another program may have written it) counts as not made."""
    value = record.settings.get(key)
    return int(value) if value and re.fullmatch("[1-9][0-9]{0,3}", value) and int(value) <= _DAY else usual


def profile_period(record: Record, portfolio: Portfolio, start: date | None = None, end: date | None = None) -> Period:
    """The period of a profile: days asked for, else those the person fixed, else those of the cycle (R8)."""
    return period_of(start or portfolio.start, end or portfolio.end, load_catalogue().cycles, record.clock.today())
