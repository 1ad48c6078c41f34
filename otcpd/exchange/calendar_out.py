"""Writes sessions as a calendar file (RFC 5545) that updates in the calendar when it is written again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from otcpd.disk import whole_file
from otcpd.domain.plain_text import storable
from otcpd.exchange.calendar_values import CalendarEntry, EntryState
from otcpd.exchange.calendar_zone_out import zone_component

if TYPE_CHECKING:
    from icalendar import Event

_MAKER = "-//otcpd//otcpd//EN"
_LENGTH = 60
"""Minutes of a session whose length nobody said."""
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_MOST_SEQUENCE = 2**31 - 1


def sequence_of(changed: datetime) -> int:
    """A number that grows with the instant of the last change: by it calendars know which version is newer."""
    return min(max(0, int((changed - _COUNTED_FROM).total_seconds())), _MOST_SEQUENCE)


def write_calendar(out: Path, entries: Iterable[CalendarEntry], zone: str) -> None:
    """Writes a calendar file to `out`; what stood there stays until all is written.

    `zone` names the zone, as "Europe/London", in which the entries have their times. Raises DiskFull, ReadOnly or
    MachineSaidNo.
    """
    with whole_file(out) as file:
        file.write(calendar_bytes(entries, zone))


def calendar_bytes(entries: Iterable[CalendarEntry], zone: str) -> bytes:
    """The same file for the same entries, in whatever order they come."""
    from icalendar import Calendar

    ordered = sorted(entries, key=_place)
    calendar = Calendar()
    calendar.add("PRODID", _MAKER)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    timed = [entry.day.year for entry in ordered if entry.start is not None]
    if timed:
        calendar.add_component(zone_component(ZoneInfo(zone), min(timed), max(timed)))
    for entry in ordered:
        calendar.add_component(_event(entry, ZoneInfo(zone)))
    written: bytes = calendar.to_ical()
    return written


def _place(entry: CalendarEntry) -> tuple[str, str, str, str]:
    return entry.day.isoformat(), str(entry.start or ""), entry.uid, entry.occurrence


def _event(entry: CalendarEntry, zone: ZoneInfo) -> Event:
    from icalendar import Event

    event = Event()
    event.add("UID", entry.uid)
    if entry.occurrence:
        _say_which(event, entry.occurrence)
    changed = entry.changed.astimezone(UTC).replace(microsecond=0)
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", entry.sequence)
    if entry.start is None:
        event.add("DTSTART", entry.day)
        event.add("DTEND", entry.day + timedelta(days=1))
    else:
        # The length goes by the clock of the world, as people in a session feel it when the clocks change.
        start = datetime.combine(entry.day, entry.start.replace(microsecond=0), zone)
        length = timedelta(minutes=entry.minutes or _LENGTH)
        end = (start.astimezone(UTC) + length).astimezone(zone)
        event.add("DTSTART", start)
        if end.replace(tzinfo=None) > start.replace(tzinfo=None):
            event.add("DTEND", end)
        else:
            event.add("DURATION", length)  # in the hour that comes twice the clock would show no later time
    event.add("SUMMARY", _one_line(entry.title))
    if entry.place.strip():
        event.add("LOCATION", _one_line(entry.place))
    event.add("STATUS", entry.state.value)
    event.add("CLASS", "PRIVATE")
    busy = entry.start is not None and entry.state is not EntryState.CANCELLED
    event.add("TRANSP", "OPAQUE" if busy else "TRANSPARENT")
    return event


def _say_which(event: Event, occurrence: str) -> None:
    """Which of a series this is, in the form in which it was read."""
    moment = datetime.fromisoformat(occurrence)
    event.add("RECURRENCE-ID", moment.date() if len(occurrence) == len("20261103") else moment)


def _one_line(text: str) -> str:
    return " ".join(storable(text).split())
