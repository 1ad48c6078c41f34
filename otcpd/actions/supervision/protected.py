"""Protected time: what is agreed, time set aside, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from otcpd.actions.days import check_reach
from otcpd.actions.supervision.leave import spells_away
from otcpd.domain.changes import Changes
from otcpd.domain.dates import add_months, check_order, long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import Balance, balance, usual_period
from otcpd.domain.protected_time import Entitlement, EntitlementSource, Per, ProtectedSlot, ProtectedUse
from otcpd.domain.protected_use import ProtectedFacts
from otcpd.record import glance
from otcpd.record.gate import Step
from otcpd.record.glance import DayRow
from otcpd.record.protected_rows import protected_activities, protected_sessions
from otcpd.record.record import Record

MOST_IN_A_DAY = 24 * 60
MOST_ENTITLED = {Per.WEEK: 40 * 60, Per.MONTH: 31 * 8 * 60, Per.YEAR: 366 * 8 * 60}
"""More than all of somebody's working time is a slip of the finger."""
MOST_MONTHS_AHEAD = 24
"""Nobody plans an afternoon further ahead."""

_NEAR = timedelta(days=3)
_NOTHING = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed, as a form gives it."""

    minutes: int
    per: Per
    start: date
    end: date | None = None
    source: EntitlementSource = EntitlementSource.JOB_PLAN
    agreement: str | None = None
    post: str | None = None
    note: str = ""


# What there is


def protected_facts(record: Record, period: Period) -> ProtectedFacts:
    """Everything that a balance of the period, or of a part of it, is made of."""
    reader, told = record.reader, record.protected_time
    return ProtectedFacts(
        entitlements=told.entitlements(),
        slots=told.slots(),
        activities=protected_activities(reader, period),
        sessions=protected_sessions(reader, period),
        away=spells_away(record),
    )


def protected_balance(record: Record, period: Period | None = None) -> Balance:
    """How protected time stands over a period; without one, over the last six months."""
    today = record.clock.today()
    period = period or usual_period(today)
    return balance(protected_facts(record, period), period, today)


# What is agreed


def add_entitlement(record: Record, agreed: Agreed) -> Changes:
    """Notes what is agreed. Raises NotAcceptable for no time, too much of it, or days out of order or reach."""
    _check_agreed(agreed)
    with record.step("Add what is agreed") as step:
        _insert(step, agreed)
    return step.changes


def edit_entitlement(record: Record, entitlement: str, agreed: Agreed) -> Changes:
    """Puts what was noted wrongly right, from its beginning on. Raises what `add_entitlement` raises, and NotAcceptable
    for an id that is none."""
    _entitlement(record, entitlement)
    _check_agreed(agreed)
    with record.step("Edit what is agreed") as step:
        for name, value in _columns(agreed).items():
            step.set("entitlement", entitlement, name, value)
    return step.changes


def change_entitlement(record: Record, entitlement: str, start: date, minutes: int, per: Per) -> Changes:
    """From a day on something else is agreed in its place: the old ends the day before. One step."""
    now = _entitlement(record, entitlement)
    if start <= now.start or (now.end is not None and start > now.end):
        raise NotAcceptable(
            f"{long_day(start)} is not within what is agreed, which begins on {long_day(now.start)}.",
            _NOTHING,
            "Pick a later day, or edit what is agreed from its beginning on.",
        )
    agreed = replace(_as_agreed(now), start=start, minutes=minutes, per=per)
    _check_agreed(agreed)
    with record.step("Change what is agreed") as step:
        step.set("entitlement", entitlement, "end", (start - timedelta(days=1)).isoformat())
        _insert(step, agreed)
    return step.changes


def remove_entitlement(record: Record, entitlement: str) -> Changes:
    """Takes it away as if it had never been agreed. Raises NotAcceptable for an id that is none."""
    _entitlement(record, entitlement)
    with record.step("Delete what is agreed") as step:
        step.remove("entitlement", entitlement)
    return step.changes


# Time set aside


def plan_time(record: Record, day: date, minutes: int, use: ProtectedUse = ProtectedUse.CPD, note: str = "") -> Changes:
    """Sets time aside on a day, to come or past. Raises NotAcceptable for no time, more than a day has, or a day out
    of reach."""
    _check_slot(record, day, minutes)
    with record.step("Plan time") as step:
        step.insert(
            "protected_slot",
            {"date": day.isoformat(), "planned": minutes, "purpose": use, "reason": "", "note": note.strip()},
        )
    return step.changes


def edit_slot(record: Record, slot: str, day: date, minutes: int, use: ProtectedUse, note: str = "") -> Changes:
    """Sets all of what was planned at once; what became of it stays. Raises what `plan_time` raises."""
    now = _slot(record, slot)
    _check_slot(record, day, minutes)
    if day > record.clock.today() and now.taken is not None:
        raise NotAcceptable(
            f"{long_day(day)} is still to come, and you have said what became of this time.",
            _NOTHING,
            "Take that back first, or plan other time.",
        )
    with record.step("Edit planned time") as step:
        for name, value in (("date", day.isoformat()), ("planned", minutes), ("purpose", use), ("note", note.strip())):
            step.set("protected_slot", slot, name, value)
    return step.changes


def took_it(record: Record, slot: str, activity: str | None = None) -> Changes:
    """All of the time was had; `activity` is what it was used for, if it is in the log. Without one, what was named
    before stays."""
    found = _past(record, slot)
    return _say(record, "Say that you took it", found, found.planned, "", activity or found.activity)


def name_activity(record: Record, slot: str, activity: str | None) -> Changes:
    """Says what the time was used for, an activity of the log or none of them: so that its protected minutes are not
    counted beside the time itself. Raises NotAcceptable for an id that is none."""
    _past(record, slot)
    if activity is not None:
        record.activities.get(activity)
    with record.step("Say what it was used for") as step:
        step.set("protected_slot", slot, "activity", activity)
    return step.changes


def activities_near(record: Record, slot: ProtectedSlot) -> list[DayRow]:
    """Activities that the time may have been used for: the one named, and those of about that day, oldest first."""
    days = glance.days(record.reader, slot.day - _NEAR, slot.day + _NEAR)
    if slot.activity is None or slot.activity in {one.id for one in days}:
        return days
    return [*glance.days_of(record.reader, [slot.activity]), *days]


def took_part(record: Record, slot: str, minutes: int, reason: str = "") -> Changes:
    """So many minutes of it were had, the rest was lost. Raises NotAcceptable for none, or all of it and more."""
    found = _past(record, slot)
    if not 0 < minutes < found.planned:
        raise NotAcceptable(
            f"{format_duration(minutes)} is no part of {format_duration(found.planned)}.",
            _NOTHING,
            f"Give less than {format_duration(found.planned)}, or say that you took it or lost it.",
        )
    return _say(record, "Say that you took part of it", found, minutes, reason, found.activity)


def lost_it(record: Record, slot: str, reason: str) -> Changes:
    """None of it was had. `reason` is a code of the catalogue or the person's words; it may be empty."""
    return _say(record, "Say that you lost it", _past(record, slot), 0, reason, None)


def unsay(record: Record, slot: str) -> Changes:
    """Takes back what was said of it."""
    _slot(record, slot)
    with record.step("Take back what became of it") as step:
        for name, value in (("taken", None), ("reason", ""), ("activity", None)):
            step.set("protected_slot", slot, name, value)
    return step.changes


def remove_slot(record: Record, slot: str) -> Changes:
    """Deletes time set aside, whatever became of it. Raises NotAcceptable for an id that is none."""
    _slot(record, slot)
    with record.step("Delete planned time") as step:
        step.remove("protected_slot", slot)
    return step.changes


def _say(record: Record, label: str, slot: ProtectedSlot, minutes: int, reason: str, activity: str | None) -> Changes:
    if activity is not None:
        record.activities.get(activity)
    with record.step(label) as step:
        for name, value in (("taken", minutes), ("reason", " ".join(reason.split())), ("activity", activity)):
            step.set("protected_slot", slot.id, name, value)
    return step.changes


def _past(record: Record, slot: str) -> ProtectedSlot:
    found = _slot(record, slot)
    if found.day > record.clock.today():
        raise NotAcceptable(
            f"{long_day(found.day)} is still to come.", _NOTHING, "Say what became of it once the day is there."
        )
    return found


def _slot(record: Record, slot: str) -> ProtectedSlot:
    for one in record.protected_time.slots():
        if one.id == slot:
            return one
    raise NotAcceptable(f"There is no time set aside with the id {slot}.", _NOTHING)


def _entitlement(record: Record, entitlement: str) -> Entitlement:
    for one in record.protected_time.entitlements():
        if one.id == entitlement:
            return one
    raise NotAcceptable(f"Nothing is agreed with the id {entitlement}.", _NOTHING)


def _as_agreed(one: Entitlement) -> Agreed:
    return Agreed(one.minutes, one.per, one.start, one.end, one.source, one.agreement, one.post, one.note)


def _insert(step: Step, agreed: Agreed) -> None:
    step.insert("entitlement", _columns(agreed))


def _columns(agreed: Agreed) -> dict[str, str | int | None]:
    from_agreement = agreed.source is EntitlementSource.AGREEMENT
    return {
        "minutes": agreed.minutes,
        "per": agreed.per,
        "start": agreed.start.isoformat(),
        "end": agreed.end.isoformat() if agreed.end else None,
        "source": agreed.source,
        "agreement": agreed.agreement if from_agreement else None,
        "post": agreed.post,
        "note": agreed.note.strip(),
    }


def _check_agreed(agreed: Agreed) -> None:
    most = MOST_ENTITLED[agreed.per]
    if not 0 < agreed.minutes <= most:
        much = agreed.minutes > 0
        raise NotAcceptable(
            f"{format_duration(agreed.minutes)} a {agreed.per} is more than a {agreed.per} of work has."
            if much
            else "Nothing is agreed without a length of time.",
            _NOTHING,
            f"Give {'at most ' + format_duration(most) if much else 'a length of time'}.",
        )
    _check_days(agreed.start, agreed.end)


def _check_days(start: date, end: date | None) -> None:
    check_reach(start, end)
    if end is not None:
        check_order(start, end)


def _check_slot(record: Record, day: date, minutes: int) -> None:
    check_reach(day)
    latest = add_months(record.clock.today(), MOST_MONTHS_AHEAD)
    if day > latest:
        raise NotAcceptable(f"{long_day(day)} is too far ahead.", _NOTHING, f"Pick a date up to {long_day(latest)}.")
    if not 0 < minutes <= MOST_IN_A_DAY:
        raise NotAcceptable(
            "A day has no more than 24 hours." if minutes > 0 else "There is no length of time yet.",
            _NOTHING,
            "Give a length of time, such as half a day or 1 h 30.",
        )
