"""What the file and the catalogue know together: types to choose from, lengths of a day, the period, the rules."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial

from otcpd.actions.cycle_dates import cycle_at
from otcpd.actions.settings import change_setting, change_settings
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.cycle import period_of
from otcpd.domain.durations import USUAL_DAY, DayLengths
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.known_type import KnownType
from otcpd.domain.period import Period
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.readiness_rules import ReadinessRules
from otcpd.record.record import Record

DAY_MINUTES = "day_minutes"
HALF_DAY_MINUTES = "half_day_minutes"
"""Settings: what "a day" and "half a day" mean in a line of quick add, in minutes."""

LEAST_TYPES = "least_types"
"""Setting: how many types of activity a profile needs at least."""

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
    return usual_period(record, start or portfolio.start, end or portfolio.end)


def usual_period(record: Record, start: date | None = None, end: date | None = None) -> Period:
    """The period with these days, where they are given, and those of the cycle where not.

    Raises NotAcceptable when they are out of order.
    """
    return period_of(start, end, partial(cycle_at, record), record.clock.today())


def rules_of(record: Record) -> ReadinessRules:
    """The rules of profile checks, with the number of types that this person needs."""
    rules = load_catalogue().rules
    value = record.settings.get(LEAST_TYPES)
    # A setting that is no such number (another program may have written it) counts as not made.
    own = int(value) if value and value in map(str, types_to_ask_for()) else rules.min_categories
    return replace(rules, min_categories=own)


def types_to_ask_for() -> range:
    """How many types of activity can be asked for: from HCPC's number to all there are."""
    return range(load_catalogue().rules.min_categories, len(Category) + 1)


def ask_for_types(record: Record, least: int) -> Changes:
    """How many types of activity a profile needs at least. Raises NotAcceptable for a number that cannot be."""
    if least not in types_to_ask_for():
        raise NotAcceptable(f"A profile cannot need {least} categories of activity.", "Nothing was changed.")
    value = None if least == load_catalogue().rules.min_categories else str(least)
    return change_setting(record, LEAST_TYPES, value, "Change the least number of types")


def set_day_lengths(record: Record, *, day: int | None = None, half_day: int | None = None) -> Changes:
    """What "a day" or "half a day" means, in minutes; the one left out stays. Raises NotAcceptable for a length
    that is no part of a day, or a half that is longer than the whole."""
    now = day_lengths(record)
    whole = now.day if day is None else day
    half = now.half_day if half_day is None else half_day
    if not 0 < half <= whole <= _DAY:
        raise NotAcceptable(
            "Half a day would be longer than a day." if half > whole else "That is no part of a day.",
            "Nothing was changed.",
        )
    values = {
        DAY_MINUTES: None if whole == USUAL_DAY.day else str(whole),
        HALF_DAY_MINUTES: None if half == USUAL_DAY.half_day else str(half),
    }
    return change_settings(record, values, "Change how long a day is")
