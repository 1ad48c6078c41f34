"""How supervision stands, seen at a glance: a few dates of each agreement, quick where a file holds thousands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from otcpd.domain.supervision import SessionState
from otcpd.record.engine import Reader

_OWN = "deleted IS NULL AND owner = (SELECT owner FROM record)"


class SessionDays(NamedTuple):
    """By agreement the day of the last session held and of the next one booked; and the last led by an OT that the
    owner had. `to_record` are the planned sessions whose day is past, oldest first, as (id, agreement, day)."""

    last: dict[str, date]
    booked: dict[str, date]
    last_ot: date | None
    to_record: tuple[tuple[str, str | None, date], ...]


def session_days(reader: Reader, today: date) -> SessionDays:
    """Reads them."""
    day = today.isoformat()
    with reader.legible():
        agreed = reader.rows(
            "SELECT agreement, max(date) FILTER (WHERE state = ?1 AND date <= ?3),"
            f" min(date) FILTER (WHERE state = ?2 AND date >= ?3) FROM supervision_session WHERE {_OWN}"
            " AND agreement IS NOT NULL GROUP BY agreement",
            (SessionState.HELD, SessionState.PLANNED, day),
        )
        last_ot = reader.value(
            f"SELECT max(date) FROM supervision_session WHERE {_OWN} AND state = ? AND led_by_ot AND NOT as_supervisor"
            " AND date <= ?",
            (SessionState.HELD, day),
        )
        unsaid = reader.rows(
            f"SELECT id, agreement, date FROM supervision_session WHERE {_OWN} AND state = ? AND date < ?"
            " ORDER BY date, id",
            (SessionState.PLANNED, day),
        )
        return SessionDays(
            {row[0]: date.fromisoformat(row[1]) for row in agreed if row[1]},
            {row[0]: date.fromisoformat(row[2]) for row in agreed if row[2]},
            date.fromisoformat(last_ot) if last_ot else None,
            tuple((row[0], row[1], date.fromisoformat(row[2])) for row in unsaid),
        )
