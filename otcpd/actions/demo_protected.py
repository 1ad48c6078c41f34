"""Protected time and workload in the sample: what is agreed, what was set aside, and figures month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from otcpd.actions.demo_content import read_once
from otcpd.actions.demo_days import Move
from otcpd.actions.demo_making import Making
from otcpd.actions.supervision import protected, workload
from otcpd.domain.protected_time import EntitlementSource, Per, ProtectedUse

Event = tuple[datetime, Callable[[], object]]

_PLANNED = timedelta(days=42)
"""So long before its day time is set aside."""


def protected_events(making: Making, move: Move) -> Iterator[Event]:
    """All that happens about protected time and workload."""
    content = move.told(read_once("supervision"))
    record = making.record
    for one in content["entitlements"]:
        start = move.plain(one["start"]).replace(day=1)
        agreed = protected.Agreed(
            one["minutes"], Per(one["per"]), start, source=EntitlementSource(one["source"]), note=one["note"]
        )
        yield _moment(start, 9), partial(protected.add_entitlement, record, agreed)
    for slot in content["slots"]:
        yield from _slot(making, slot, move.plain(slot["date"]))
    figures = content["workload"]
    columns = ("days", "caseload", "waiting", "duty_half_days")
    for day, *numbers in zip(*(figures[name] for name in columns), strict=True):
        noted = partial(workload.note_workload, record, move.plain(day), *numbers)
        yield _moment(move.plain(day), 16), noted


def _slot(making: Making, slot: dict[str, Any], day: date) -> Iterator[Event]:
    made: list[str] = []

    def plan() -> None:
        use = ProtectedUse(slot["use"])
        made.append(protected.plan_time(making.record, day, slot["planned"], use).new_id)

    def say() -> None:
        record, taken = making.record, slot["taken"]
        if not taken:
            protected.lost_it(record, made[0], slot["reason"])
        elif taken < slot["planned"]:
            protected.took_part(record, made[0], taken, slot["reason"])
        else:
            protected.took_it(record, made[0], making.activities.get(slot.get("activity", "")))

    yield _moment(day - _PLANNED, 8), plan
    if "taken" in slot:
        yield _moment(day + timedelta(days=1), 20), say


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
