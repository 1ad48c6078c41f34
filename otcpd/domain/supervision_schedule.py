"""When the next session is due, whether it is late, and how long ago an OT led one.

All of it in days, as people reckon: the hour, and so the change of the clocks, plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from otcpd.domain.period import Period
from otcpd.domain.supervision import Agreement, SessionState

NO_OT_WEEKS = 12
"""So many weeks without a session led by an OT are worth a word. Our own choice: nobody sets a figure."""

_DAY = timedelta(days=1)


class Met(Protocol):
    """What counts of a session, whole or as a list shows it. Those in the bin are not handed in."""

    @property
    def day(self) -> date: ...
    @property
    def agreement(self) -> str | None: ...
    @property
    def state(self) -> SessionState: ...
    @property
    def led_by_ot(self) -> bool: ...
    @property
    def as_supervisor(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Schedule:
    """How an agreement stands on one day.

    `last` is the day of the last session held, `due` the last day on which the next one is in time; None once the
    agreement ends before it. `booked` is the next planned day. `days_late` counts the days past `due`, 0 while there
    are none; a session booked for later does not undo them. `review_late` says whether its review is past.
    """

    last: date | None
    due: date | None
    booked: date | None
    days_late: int
    review_late: bool


def schedule(agreement: Agreement, sessions: Iterable[Met], today: date, away: Sequence[Period] = ()) -> Schedule:
    """How the agreement stands today. `away` are the spells of leave, whose days do not count."""
    of_it = [one for one in sessions if one.agreement == agreement.id]
    last = _latest(one for one in of_it if one.day <= today)
    planned = [one.day for one in of_it if one.state is SessionState.PLANNED and one.day >= today]
    return schedule_after(agreement, last, min(planned, default=None), today, away)


def schedule_after(
    agreement: Agreement, last: date | None, booked: date | None, today: date, away: Sequence[Period] = ()
) -> Schedule:
    """The same, for those who know the day of the last session held and of the next one booked."""
    due = due_after(agreement, last, away)
    running = agreement.ends is None or today <= agreement.ends
    late = (today - due).days if due is not None and running and not _within(today, away) else 0
    review = agreement.terms_on(today).review_on
    return Schedule(last, due, booked, max(late, 0), running and review is not None and review < today)


def due_after(agreement: Agreement, last: date | None, away: Sequence[Period] = ()) -> date | None:
    """The last day on which the session after `last` is in time; without one, after the agreement's start.

    Terms that change meanwhile count from `last` too, but never make a session due before they are in force.
    None where the agreement ends first.
    """
    since = max(last, agreement.starts) if last is not None else agreement.starts
    due = _without(since, agreement.terms_on(since).every_weeks, away)
    for terms in agreement.terms:
        if since < terms.start <= due:
            due = max(_without(since, terms.every_weeks, away), terms.start)
    return due if agreement.ends is None or due <= agreement.ends else None


def weeks_since(day: date, today: date) -> int:
    """Whole weeks that have passed since a day."""
    return (today - day).days // 7


def last_led_by_ot(sessions: Iterable[Met], today: date) -> date | None:
    """The day of the last session led by an OT that the owner had. One in which she supervised is not counted."""
    return _latest(one for one in sessions if one.led_by_ot and not one.as_supervisor and one.day <= today)


def _latest(sessions: Iterable[Met]) -> date | None:
    return max((one.day for one in sessions if one.state is SessionState.HELD), default=None)


def _without(since: date, weeks: int, away: Sequence[Period]) -> date:
    """The day on which so many weeks are over, days away not counted. One look at each spell: some last for years."""
    due, counted = since + timedelta(weeks=weeks), since
    for spell in sorted(away, key=_begins):
        first = max(spell.start, counted + _DAY)
        if first <= due and first <= spell.end:
            due += timedelta(days=(spell.end - first).days + 1)
            counted = spell.end
    return due


def _begins(spell: Period) -> date:
    return spell.start


def _within(day: date, away: Sequence[Period]) -> bool:
    return any(day in period for period in away)
