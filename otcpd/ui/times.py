"""Instants in words, in the time zone that the computer is set to."""

from __future__ import annotations

from datetime import date, datetime

from otcpd.domain.dates import long_day


def time_of_day(instant: datetime) -> str:
    """ "09:12"."""
    return f"{instant.astimezone():%H:%M}"


def when(instant: datetime, today: date) -> str:
    """ "09:12" for today, else "20 November 2026"."""
    local = instant.astimezone()
    return f"{local:%H:%M}" if local.date() == today else long_day(local.date())


def at_moment(instant: datetime, today: date) -> str:
    """ "at 09:12" for today, else "on 20 November 2026 at 09:12"."""
    local = instant.astimezone()
    clock = f"at {local:%H:%M}"
    return clock if local.date() == today else f"on {long_day(local.date())} {clock}"
