"""Few columns of activities and sessions, for protected time: quick where a file holds thousands."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from otcpd.domain.period import Period
from otcpd.domain.supervision import LinkRole, SessionState
from otcpd.record.engine import Reader

_OURS = "deleted IS NULL AND owner = (SELECT owner FROM record)"
_SLOTS = f"SELECT activity FROM protected_slot WHERE {_OURS}"
_HELD = f"{_OURS} AND protected_kept AND NOT as_supervisor AND state = '{SessionState.HELD}' AND date BETWEEN ?1 AND ?2"
_MADE = (
    "SELECT session, activity FROM session_activity WHERE deleted IS NULL"
    f" AND role = '{LinkRole.MADE}' AND session IN (SELECT id FROM supervision_session WHERE {_HELD})"
)


class ProtectedRow(NamedTuple):
    """An activity with protected minutes."""

    id: str
    date: dt.date
    type: str
    protected_minutes: int
    deleted: None = None


class HeldRow(NamedTuple):
    """A session that was held in time kept free for it, which the owner had herself."""

    day: dt.date
    minutes: int | None
    made: str | None
    state: SessionState = SessionState.HELD
    as_supervisor: bool = False
    protected_kept: bool = True
    deleted: None = None


def protected_activities(reader: Reader, period: Period) -> list[ProtectedRow]:
    """The activities with protected minutes that began in a period, and any that time set aside, or a session of the
    period, stands for."""
    found = reader.rows(
        f"SELECT id, date, type, protected_minutes FROM activity WHERE {_OURS} AND protected_minutes > 0 AND"
        f" (date BETWEEN ?1 AND ?2 OR id IN ({_SLOTS}) OR id IN (SELECT activity FROM ({_MADE}))) ORDER BY date, id",
        _days(period),
    )
    with reader.legible():
        return [ProtectedRow(key, dt.date.fromisoformat(day), kind, minutes) for key, day, kind, minutes in found]


def protected_sessions(reader: Reader, period: Period) -> list[HeldRow]:
    """The sessions of a period that were held in time kept free for them."""
    made = {str(session): str(activity) for session, activity in reader.rows(_MADE, _days(period))}
    found = reader.rows(
        f"SELECT id, date, minutes FROM supervision_session WHERE {_HELD} ORDER BY date, id", _days(period)
    )
    with reader.legible():
        return [HeldRow(dt.date.fromisoformat(day), minutes, made.get(key)) for key, day, minutes in found]


def _days(period: Period) -> tuple[str, str]:
    return period.start.isoformat(), period.end.isoformat()
