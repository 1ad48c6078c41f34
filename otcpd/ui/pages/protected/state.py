"""What the page shows, read from the file in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision.protected import protected_facts
from otcpd.domain.durations import DayLengths
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import Balance, balance, usual_period
from otcpd.domain.protected_time import Entitlement, ProtectedSlot
from otcpd.domain.protected_use import taken
from otcpd.domain.workload import Workload
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class ProtectedState:
    """`balance` is that of the last six months; `shown` are minutes by slot that an activity or a session shows."""

    today: date
    balance: Balance
    entitlements: tuple[Entitlement, ...]
    slots: tuple[ProtectedSlot, ...]
    shown: Mapping[str, int]
    workload: tuple[Workload, ...]
    lengths: DayLengths

    def slot(self, key: str) -> ProtectedSlot | None:
        """The time set aside with this id."""
        return next((one for one in self.slots if one.id == key), None)


def read_state(record: Record) -> ProtectedState:
    """Read it all. Raises an OtcpdError when the file cannot be read at the moment."""
    today = record.clock.today()
    period = usual_period(today)
    # Of time set aside longer ago, an activity or a session may show what became of it.
    open_since = [one.day for one in record.protected_time.slots() if one.taken is None]
    facts = protected_facts(record, Period(min([period.start, *open_since]), period.end))
    had = taken(facts, today)
    return ProtectedState(
        today=today,
        balance=balance(facts, period, today),
        entitlements=tuple(facts.entitlements),
        slots=tuple(facts.slots),
        shown={one.slot: one.minutes for one in had if one.slot is not None},
        workload=tuple(record.protected_time.workload()),
        lengths=day_lengths(record),
    )
