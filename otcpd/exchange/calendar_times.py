"""When appointments are: what their lines say, as times where the person is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from otcpd.domain.dates import FIRST_YEAR, LAST_YEAR
from otcpd.exchange.calendar_lines import Line
from otcpd.exchange.calendar_zones import KnownZone, Zone, Zones

_STAMP = re.compile("([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?")
_LENGTH = re.compile(
    "([+-]?)P(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,9})S)?)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time on the wall of a zone, or a whole day, for which `local` is its midnight.

    `doubt` is the name of a zone that nobody knows; the time is then taken as one where the person is. `floating` is
    for a time without any zone.
    """

    local: datetime
    zone: Zone
    whole_day: bool = False
    floating: bool = False
    doubt: str = ""

    @property
    def instant(self) -> datetime:
        """When it is, in UTC: for a whole day its midnight, as if that were UTC."""
        return self.local.replace(tzinfo=UTC) if self.whole_day else self.zone.instant(self.local)

    @property
    def stamp(self) -> str:
        """What it is called as one of a series, as in `Invitation.occurrence`."""
        if self.whole_day:
            return f"{self.local:%Y%m%d}"
        return f"{self.local:%Y%m%dT%H%M%S}" if self.floating else f"{self.instant:%Y%m%dT%H%M%SZ}"

    def here(self, place: KnownZone) -> tuple[date, time | None]:
        """Its day and time where the person is; no time for a whole day."""
        if self.whole_day:
            return self.local.date(), None
        there = self.instant.astimezone(place.zone)
        return there.date(), there.time().replace(second=0, fold=0)

    def at(self, local: datetime) -> Moment:
        """Another time of the same kind."""
        return Moment(local, self.zone, self.whole_day, self.floating, self.doubt)


def read_moment(line: Line | None, zones: Zones, value: str | None = None) -> Moment | None:
    """What a line says, None for no line or none that is a day. `value` is one of the values of the line."""
    if line is None:
        return None
    local = _local(line.value if value is None else value)
    if local is None:
        return None
    stamp, whole_day, in_utc = local
    if whole_day:
        return Moment(stamp, zones.local, whole_day=True)
    name = line.parameters.get("TZID", "").strip()
    if in_utc:
        return Moment(stamp, zones.of("UTC") or zones.local)
    if not name:
        return Moment(stamp, zones.local, floating=True)
    zone = zones.of(name)
    return Moment(stamp, zone or zones.local, doubt="" if zone else name)


def _local(text: str) -> tuple[datetime, bool, bool] | None:
    """The time, whether it is a whole day, whether it is UTC."""
    found = _STAMP.fullmatch(text.strip().upper().partition("/")[0])
    if found is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in found.groups()[:5])
    second = min(int(found[6] or 0), 59)
    if not FIRST_YEAR < year < LAST_YEAR:
        return None
    try:
        return datetime(year, month, day, hour, minute, second), found[4] is None, found[7] is not None  # noqa: DTZ001
    except ValueError:
        return None


def read_length(line: Line | None) -> timedelta | None:
    """A DURATION, None for no line or none that is a length."""
    found = _LENGTH.fullmatch(line.value.strip().upper()) if line is not None else None
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length
