"""Which protected time was had, each minute once, whatever it was noted under.

The same hour may stand in the CPD file up to three times: as time set aside, as an activity of the log with protected
minutes, and as a session of supervision. What the person said of the time set aside comes first, then the activity,
then the session:

- Time set aside that names an activity stands for it: that activity is not counted. While she has not said what became
  of the time, the activity's protected minutes are what was taken of it, once, however many slots name it.
- An activity that was made of a session stands for it, if it has protected minutes or time set aside names it.
- Time set aside for supervision on the day of a session is the time of that session: neither it nor the activity made
  of it is counted again. While she has not said what became of it, the minutes of that activity, or of the session, are
  what was taken.
- A session counts if it was held, its time was kept free, and she had it herself: one in which she supervised is work
  she did for somebody else. One that was missed is no lost time: it was not set aside here, and stands in the table of
  sessions.
- Nothing counts that is still to come, was deleted, or has no minutes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from otcpd.domain.period import Period
from otcpd.domain.protected_time import Entitlement, ProtectedSlot, ProtectedUse
from otcpd.domain.supervision import SessionState

_USE_OF_TYPES = {
    "receiving_supervision": ProtectedUse.SUPERVISION,
    "peer_supervision": ProtectedUse.SUPERVISION,
    "reflective_practice": ProtectedUse.REFLECTION,
    "research": ProtectedUse.RESEARCH,
}
"""What activities of these types are; every other is CPD."""


class ProtectedActivity(Protocol):
    """An activity as far as protected time needs it."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def type(self) -> str: ...
    @property
    def protected_minutes(self) -> int: ...
    @property
    def deleted(self) -> dt.datetime | None: ...


class HeldSession(Protocol):
    """A session as far as protected time needs it."""

    @property
    def day(self) -> dt.date: ...
    @property
    def minutes(self) -> int | None: ...
    @property
    def state(self) -> SessionState: ...
    @property
    def as_supervisor(self) -> bool: ...
    @property
    def protected_kept(self) -> bool | None: ...
    @property
    def made(self) -> str | None: ...
    @property
    def deleted(self) -> dt.datetime | None: ...


@dataclass(frozen=True, slots=True)
class ProtectedFacts:
    """What a balance is made of, in any order. `away` are spells of leave; `minutes` of a session are None where
    nobody noted how long it took."""

    entitlements: Sequence[Entitlement] = ()
    slots: Sequence[ProtectedSlot] = ()
    activities: Sequence[ProtectedActivity] = ()
    sessions: Sequence[HeldSession] = ()
    away: Sequence[Period] = field(default=())


class Taken(NamedTuple):
    """Protected time that was had on a day, in minutes. `slot` is the time set aside that it was, None for other."""

    day: dt.date
    minutes: int
    use: ProtectedUse
    slot: str | None = None


def taken(facts: ProtectedFacts, today: dt.date) -> Iterator[Taken]:
    """Every piece of protected time that was had up to today, each minute once; see above."""
    slots = sorted((one for one in facts.slots if one.deleted is None and one.day <= today), key=_by_day)
    activities = {one.id: one for one in facts.activities if _counts(one, today)}
    sessions = [one for one in facts.sessions if _was_had(one, today)]
    made = {one.made for one in sessions}
    named = {one.activity for one in slots if one.activity is not None}
    set_aside = {one.day for one in slots if one.use is ProtectedUse.SUPERVISION}
    # Those whose time was set aside, unless a slot that names their activity is that time.
    there = [one for one in sessions if one.made not in named and one.day in set_aside]
    yield from _of_slots(slots, activities, there)
    accounted = {*named, *(one.made for one in there)}
    for activity in activities.values():
        if activity.id not in accounted:
            yield Taken(activity.date, activity.protected_minutes, _use_of(activity, made))
    for session in sessions:
        if session.day not in set_aside and session.made not in named and session.made not in activities:
            yield Taken(session.day, session.minutes or 0, ProtectedUse.SUPERVISION)


def _by_day(slot: ProtectedSlot) -> tuple[dt.date, str]:
    return slot.day, slot.id


def _counts(activity: ProtectedActivity, today: dt.date) -> bool:
    return activity.deleted is None and activity.protected_minutes > 0 and activity.date <= today


def _was_had(session: HeldSession, today: dt.date) -> bool:
    kept = session.protected_kept is True and session.state is SessionState.HELD and bool(session.minutes)
    return kept and not session.as_supervisor and session.deleted is None and session.day <= today


def _of_slots(
    slots: Iterable[ProtectedSlot], activities: Mapping[str, ProtectedActivity], sessions: Iterable[HeldSession]
) -> Iterator[Taken]:
    """What was had of time set aside: as she said, or as its activity shows, or the `sessions` that no slot names."""
    on_days: dict[dt.date, int] = {}
    for session in sessions:
        made = activities.get(session.made or "")
        minutes = made.protected_minutes if made is not None else session.minutes
        on_days[session.day] = on_days.get(session.day, 0) + (minutes or 0)
    told: set[str] = set()
    for slot in slots:
        minutes = slot.taken
        shown = activities.get(slot.activity or "")
        if minutes is None and shown is not None:
            minutes = 0 if shown.id in told else shown.protected_minutes
            told.add(shown.id)
        elif minutes is None and slot.use is ProtectedUse.SUPERVISION:
            minutes = on_days.pop(slot.day, 0)
        if minutes:
            yield Taken(slot.day, minutes, slot.use, slot.id)


def _use_of(activity: ProtectedActivity, made: Collection[str | None]) -> ProtectedUse:
    """`made` are ids of activities that were made of sessions."""
    if activity.id in made:
        return ProtectedUse.SUPERVISION
    return _USE_OF_TYPES.get(activity.type, ProtectedUse.CPD)
