"""Names of zones in calendar files: those of the world's database, of Windows, and what only one program knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from otcpd.exchange.calendar_lines import Part
from otcpd.exchange.calendar_rules import UnknownRule, rule_parts, starts

_NAME = re.compile("[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}")
_STAMP = re.compile("([0-9]{8}T[0-9]{6})Z?")
_OFFSET = re.compile("([+-])([0-9]{2}):?([0-9]{2})(?::?[0-9]{2})?")
_LAST = datetime(2199, 12, 31)  # noqa: DTZ001 - clocks on walls
_MOST_CHANGES = 1000
_MOST_OBSERVANCES = 200
_MOST_ZONES = 100
"""Zones that one file describes: more than a person who travels has."""
_EARLIEST = 1600
"""Exchange begins its zones in 1601."""
_UTC = frozenset({"UTC", "Z", "ETC/UTC", "GMT", "ETC/GMT", "UNIVERSAL", "ZULU", "UCT"})


class Zone(Protocol):
    """Where clocks on walls show a time."""

    def instant(self, local: datetime) -> datetime:
        """The instant, in UTC, of a time on the wall. One that comes twice is the first of them; one that is passed
        over is as long after the change as it is after the last time before it."""
        ...


@dataclass(frozen=True, slots=True)
class KnownZone:
    """One of the world's database."""

    zone: ZoneInfo

    def instant(self, local: datetime) -> datetime:
        """As `Zone.instant`."""
        return local.replace(tzinfo=self.zone, fold=0).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class WrittenZone:
    """One that only the file describes: by `changes`, the earliest first, each with the offsets before and after."""

    changes: tuple[tuple[datetime, timedelta, timedelta], ...]

    def instant(self, local: datetime) -> datetime:
        """As `Zone.instant`."""
        offset = self.changes[0][1]
        for moment, before, after in self.changes:
            # By the clock after the change, if that is turned back: till then the hour is still the first.
            if local < moment + max(timedelta(), after - before):
                break
            offset = after
        return (local - offset).replace(tzinfo=UTC)


class Zones:
    """The zones of one file. `local` is where the person is."""

    def __init__(self, local: ZoneInfo, written: Iterable[Part]) -> None:
        self.local = KnownZone(local)
        self._parts = {part.text("TZID"): part for part in islice(written, _MOST_ZONES)}
        self._found: dict[str, Zone | None] = {}

    def of(self, name: str) -> Zone | None:
        """The zone of a name, None if nobody can tell which it is."""
        name = name.strip()
        if name not in self._found:
            self._found[name] = self._look_for(name)
        return self._found[name]

    def _look_for(self, name: str) -> Zone | None:
        part = self._parts.get(name)
        told = part.text("X-LIC-LOCATION") if part is not None else ""
        return _by_name(name) or (_by_name(told) if told else None) or (_written(part) if part is not None else None)


def _by_name(name: str) -> KnownZone | None:
    if name.upper() in _UTC:
        return KnownZone(ZoneInfo("UTC"))
    pieces = name.strip("/").split("/")
    # "/freeassociation.sourceforge.net/Europe/London" names the maker of the file first.
    names = [name, *("/".join(pieces[-count:]) for count in (3, 2) if len(pieces) > count)]
    for one in (_windows().get(name, ""), *names):
        if _NAME.fullmatch(one):
            try:
                return KnownZone(ZoneInfo(one))
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    return None


def _windows() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON


def _written(part: Part) -> WrittenZone | None:
    changes: list[tuple[datetime, timedelta, timedelta]] = []
    for observance in part.observances[:_MOST_OBSERVANCES]:
        found = _STAMP.fullmatch(observance.text("DTSTART"))
        before, after = _offset(observance.text("TZOFFSETFROM")), _offset(observance.text("TZOFFSETTO"))
        if found is None or before is None or after is None:
            return None
        try:
            changes += [(moment, before, after) for moment in _moments(observance, found[1])]
        except (ValueError, OverflowError):
            return None
    return WrittenZone(tuple(sorted(changes))) if changes else None


def _moments(observance: Part, stamp: str) -> list[datetime]:
    """When an observance begins. Raises ValueError or OverflowError for what is no day."""
    first = datetime.fromisoformat(stamp)
    if not _EARLIEST <= first.year <= _LAST.year:
        raise ValueError(stamp)
    found = [first]
    for line in observance.lines.get("RRULE", []):
        parts = rule_parts(line.value)
        if parts.get("FREQ") != "YEARLY":
            raise UnknownRule(line.value)
        until = _STAMP.fullmatch(parts.pop("UNTIL", ""))
        last = datetime.fromisoformat(until[1]) if until is not None else _LAST
        found += islice(starts(parts, first, min(last, _LAST)), _MOST_CHANGES)
    for line in observance.lines.get("RDATE", []):
        stamps = (_STAMP.fullmatch(one) for one in line.value.split(",")[:_MOST_CHANGES])
        found += [datetime.fromisoformat(one[1]) for one in stamps if one is not None]
    return found


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -size if found[1] == "-" else size
