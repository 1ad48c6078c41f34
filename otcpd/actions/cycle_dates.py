"""The dates of registration cycles: HCPC's from the catalogue, with the person's own in their place.

The one source of every cycle that is shown or reckoned with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from otcpd.actions.settings import change_settings
from otcpd.catalogue import load_catalogue
from otcpd.catalogue.sources import FactSource, cycle_sources
from otcpd.domain import own_cycle as reckoning
from otcpd.domain.changes import Changes
from otcpd.domain.cycle import RegistrationCycle, cycle_of
from otcpd.domain.own_cycle import OwnDates, own_cycle, with_own_dates
from otcpd.record.record import Record

_PREFIX = "cycle"
"""Settings: "cycle 2025-11-01 start", by HCPC's first day; the value is a day as ISO 8601 has it."""


class CycleDate(StrEnum):
    """Which date of a cycle."""

    START = "start"
    END = "end"
    WINDOW = "window_start"


@dataclass(frozen=True, slots=True)
class CycleChoice:
    """One cycle as HCPC has it, the person's own dates, and what holds. `source` is None for one reckoned on."""

    hcpc: RegistrationCycle
    own: OwnDates
    holds: RegistrationCycle
    source: FactSource | None


def cycle_at(record: Record, day: date) -> RegistrationCycle:
    """The registration cycle that `day` lies in, for this person."""
    return reckoning.cycle_at(day, load_catalogue().cycles, own_dates(record))


def current_cycle(record: Record) -> RegistrationCycle:
    """The registration cycle of today, for this person."""
    return cycle_at(record, record.clock.today())


def hcpc_start_at(record: Record, day: date) -> date:
    """HCPC's first day of the cycle that `day` lies in for this person: what is kept about a cycle goes by it."""
    return reckoning.hcpc_cycle_at(day, load_catalogue().cycles, own_dates(record)).start


def own_dates(record: Record) -> Mapping[date, OwnDates]:
    """The person's own dates, by the first day that HCPC gives the cycle."""
    found: dict[date, OwnDates] = {}
    for key, value in record.settings.all().items():
        which = _which(key)
        day = _day(value)
        if which is not None and day is not None:
            cycle, field = which
            found[cycle] = replace(found.get(cycle, OwnDates()), **{field.value: day})
    return found


def cycle_choices(record: Record) -> tuple[CycleChoice, ...]:
    """The cycles whose dates can be set: those of the catalogue, and today's and the next where it ends before."""
    known, own, today = load_catalogue().cycles, own_dates(record), record.clock.today()
    now = cycle_of(today, known)
    listed = {cycle.start: cycle for cycle in (*known, now, cycle_of(now.end + timedelta(days=1), known))}
    sources = dict(zip((cycle.start for cycle in known), cycle_sources(), strict=True))
    return tuple(
        CycleChoice(cycle, own.get(start, OwnDates()), own_cycle(cycle, known, own), sources.get(start))
        for start, cycle in sorted(listed.items())
    )


def check_cycle_date(record: Record, hcpc_start: date, which: CycleDate, day: date) -> None:
    """Raises NotAcceptable if a date cannot stand in that cycle beside the others."""
    known = load_catalogue().cycles
    own = own_dates(record).get(hcpc_start, OwnDates())
    with_own_dates(cycle_of(hcpc_start, known), replace(own, **{which.value: day}), known)


def set_cycle_date(record: Record, hcpc_start: date, which: CycleDate, day: date | None) -> Changes:
    """Puts the person's own date in the place of HCPC's; None, or HCPC's own date, goes back to HCPC's.

    `hcpc_start` is the first day that HCPC gives the cycle. Raises NotAcceptable for a date that cannot be.
    """
    usual = cycle_of(hcpc_start, load_catalogue().cycles)
    if day is not None:
        check_cycle_date(record, usual.start, which, day)
    return change_settings(record, _kept(usual, which, day), "Change the dates of a cycle")


def set_own_dates(record: Record, hcpc_start: date, own: OwnDates) -> Changes:
    """Puts all dates of a cycle at once; None, or HCPC's own date, follows HCPC.

    Raises NotAcceptable for dates that cannot be.
    """
    known = load_catalogue().cycles
    usual = cycle_of(hcpc_start, known)
    with_own_dates(usual, own, known)
    values: dict[str, str | None] = {}
    for which in CycleDate:
        values |= _kept(usual, which, getattr(own, which.value))
    return change_settings(record, values, "Change the dates of a cycle")


def follow_hcpc(record: Record, hcpc_start: date) -> Changes:
    """Goes back to HCPC's dates of a cycle."""
    keys = {_key(hcpc_start, which): None for which in CycleDate}
    return change_settings(record, keys, "Use HCPC’s dates of a cycle")


def _kept(usual: RegistrationCycle, which: CycleDate, day: date | None) -> dict[str, str | None]:
    """The setting that keeps a person's date of a cycle; without a value where it is HCPC's."""
    own = day is not None and day != getattr(usual, which.value)
    return {_key(usual.start, which): day.isoformat() if own and day else None}


def _key(hcpc_start: date, which: CycleDate) -> str:
    return f"{_PREFIX} {hcpc_start.isoformat()} {which.value}"


def _which(key: str) -> tuple[date, CycleDate] | None:
    """What a setting is about; None for one of another kind."""
    parts = key.split(" ")
    if len(parts) != 3 or parts[0] != _PREFIX or parts[2] not in set(CycleDate):
        return None
    start = _day(parts[1])
    return (start, CycleDate(parts[2])) if start else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
