"""The single appointments of a series, from its rule, the days added to it and those left out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from otcpd.exchange.calendar_lines import Line, Part
from otcpd.exchange.calendar_rules import UnknownRule, rule_parts, starts
from otcpd.exchange.calendar_times import Moment, read_moment
from otcpd.exchange.calendar_zones import Zones

_MOST_LISTED = 5000
"""Single days named in a series."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Those of a series within the days that were asked for, each by the name that it has in the series. `goes_on`
    tells whether there are more later."""

    starts: dict[str, Moment]
    goes_on: bool


def repeats(event: Part) -> bool:
    """Whether an appointment is a series."""
    return "RRULE" in event.lines or "RDATE" in event.lines


def occurrences(event: Part, first: Moment, zones: Zones, since: date, until: date) -> Occurrences:
    """The occurrences of a series from the day `since` to the day `until`. Raises UnknownRule."""
    if "EXRULE" in event.lines:
        raise UnknownRule("EXRULE")
    # A day more on each side: where the person is, it may be another day than in the zone of the series.
    early = datetime.combine(since - timedelta(days=1), time())
    late = datetime.combine(until + timedelta(days=2), time())
    found: dict[str, Moment] = {}
    for moment in _all(event, first, zones, late):
        if moment.local >= early:
            found[moment.stamp] = moment
    _leave_out(found, _listed(event, "EXDATE", zones))
    within = {name: moment for name, moment in found.items() if since <= moment.here(zones.local)[0] <= until}
    later = any(moment.here(zones.local)[0] > until for moment in found.values())
    return Occurrences(within, later or any(_outlasts(line, until) for line in event.lines.get("RRULE", [])))


def _all(event: Part, first: Moment, zones: Zones, late: datetime) -> Iterator[Moment]:
    if first.local <= late:
        yield first
    for line in event.lines.get("RRULE", []):
        parts = rule_parts(line.value)
        ends = _until(parts.get("UNTIL", ""), first, zones)
        for local in starts(parts, first.local, late):
            moment = first.at(local)
            if ends is not None and moment.instant > ends:
                break
            yield moment
    for added in _listed(event, "RDATE", zones):
        if added.whole_day == first.whole_day and added.local <= late:
            yield added


def _listed(event: Part, name: str, zones: Zones) -> Iterator[Moment]:
    """The single days that lines of a name list."""
    values = ((line, value) for line in event.lines.get(name, []) for value in line.value.split(","))
    for line, value in islice(values, _MOST_LISTED):
        moment = read_moment(line, zones, value)
        if moment is not None:
            yield moment


def _until(text: str, first: Moment, zones: Zones) -> datetime | None:
    """The last instant at which one may begin. Raises UnknownRule."""
    if not text:
        return None
    last = read_moment(Line(text), zones)
    if last is None:
        raise UnknownRule(text)
    if last.whole_day and not first.whole_day:
        # The whole of the last day counts.
        return first.at(datetime.combine(last.local, time(23, 59, 59))).instant
    if first.whole_day:
        return last.local.replace(tzinfo=UTC)
    return first.at(last.local).instant if last.floating else last.instant


def _outlasts(line: Line, until: date) -> bool:
    """Whether a rule without a count has no end within the days asked for."""
    parts = rule_parts(line.value)
    stamp = parts.get("UNTIL", "")
    return "COUNT" not in parts and (not stamp or stamp[:8] > f"{until:%Y%m%d}")


def _leave_out(found: dict[str, Moment], gone: Iterator[Moment]) -> None:
    days: set[date] = set()
    instants: set[datetime] = set()
    for moment in gone:
        if moment.whole_day:
            # Some programs name only the day, of appointments with a time too.
            days.add(moment.local.date())
        else:
            instants.add(moment.instant)
    for name, moment in list(found.items()):
        if moment.local.date() in days or (not moment.whole_day and moment.instant in instants):
            del found[name]
