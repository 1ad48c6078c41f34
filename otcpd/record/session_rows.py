"""Light rows of supervision sessions: what a list shows of thousands without reading all that hangs on them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, time
from typing import NamedTuple

from otcpd.domain.supervision import ActionState, AgreementKind, MissedBy, Mode, SessionState
from otcpd.record.engine import Reader, Row, Value

_ROWS = (
    "SELECT id, date, start, minutes, kind, mode, state, agreement, led_by_ot, as_supervisor, missed_by,"
    " protected_kept, agreed_supervisee IS NOT NULL, agreed_supervisor IS NOT NULL,"
    " (SELECT count(*) FROM session_action WHERE session = supervision_session.id AND deleted IS NULL"
    f" AND session_action.state = '{ActionState.OPEN}') FROM supervision_session"
)


class SessionRow(NamedTuple):
    """A session as a list shows it. `people` are ids; `open_actions` counts what it left to do."""

    id: str
    day: date
    start: time | None
    minutes: int | None
    kind: AgreementKind
    mode: Mode
    state: SessionState
    agreement: str | None
    led_by_ot: bool
    as_supervisor: bool
    missed_by: MissedBy | None
    protected_kept: bool | None
    agreed_supervisee: bool
    agreed_supervisor: bool
    open_actions: int
    people: tuple[str, ...]


def session_rows(reader: Reader, where: str, values: tuple[Value, ...]) -> list[SessionRow]:
    """Rows of the sessions for which `where` holds, the newest day first."""
    people: dict[str, list[str]] = defaultdict(list)
    with reader.legible():
        for session, person in reader.rows(
            "SELECT session, person FROM session_person WHERE deleted IS NULL"
            f" AND session IN (SELECT id FROM supervision_session WHERE {where}) ORDER BY person",
            values,
        ):
            people[session].append(person)
        rows = reader.rows(f"{_ROWS} WHERE {where} ORDER BY date DESC, coalesce(start, '') DESC, id DESC", values)
        return [_row(row, tuple(people.get(row[0], ()))) for row in rows]


def _row(row: Row, people: tuple[str, ...]) -> SessionRow:
    return SessionRow(
        row[0],
        date.fromisoformat(row[1]),
        time.fromisoformat(row[2]) if row[2] else None,
        row[3],
        AgreementKind(row[4]),
        Mode(row[5]),
        SessionState(row[6]),
        row[7],
        bool(row[8]),
        bool(row[9]),
        MissedBy(row[10]) if row[10] else None,
        None if row[11] is None else bool(row[11]),
        bool(row[12]),
        bool(row[13]),
        row[14],
        people,
    )
