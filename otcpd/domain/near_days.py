"""The nearest day that somebody can mean: for what is planned, and noted afterwards as often."""

from __future__ import annotations

from datetime import date, timedelta

from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import parse_day
from otcpd.domain.errors import NotAcceptable

_MOST_OF_A_YEAR = timedelta(days=300)


def parse_near_day(text: str, today: date) -> date:
    """As `parse_coming_day`, but a day without its year is the nearest such day, past or to come.

    A weekday is the next one all the same. Raises NotAcceptable.
    """
    coming = parse_coming_day(text, today)
    try:
        past = parse_day(text, today)
    except NotAcceptable:
        return coming  # "in 6 weeks" can mean nothing else
    years_apart = coming - past > _MOST_OF_A_YEAR
    return past if years_apart and today - past <= coming - today else coming
