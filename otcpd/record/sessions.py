"""Reads supervision sessions and what hangs on them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.supervision import (
    ActionState,
    AgreementKind,
    Decision,
    LinkRole,
    MissedBy,
    Mode,
    Session,
    SessionAction,
    SessionState,
    Topic,
)
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant
from otcpd.record.session_rows import SessionRow, session_rows

_COLUMNS = (
    "id, owner, date, kind, state, agreement, start, minutes, mode, place, led_by_ot, as_supervisor, missed_by, reason,"
    " protected_kept, moved_to, next_on, agreed_supervisee, agreed_supervisor, calendar_uid, normative, formative,"
    " restorative, cases, wellbeing, notes_to_myself, created, modified, deleted"
)
_OURS = "owner = (SELECT owner FROM record)"
ACTIONS = (
    "SELECT session_action.id, session, text, who, due, session_action.state, closed_on FROM session_action"
    " JOIN supervision_session ON supervision_session.id = session"
    " WHERE session_action.deleted IS NULL AND supervision_session.deleted IS NULL"
)
"""Rows for `action_of`; more conditions may follow."""


@dataclass(slots=True)
class _Hanging:
    """What hangs on sessions, by session id."""

    people: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    topics: dict[str, list[Topic]] = field(default_factory=lambda: defaultdict(list))
    decisions: dict[str, list[Decision]] = field(default_factory=lambda: defaultdict(list))
    actions: dict[str, list[SessionAction]] = field(default_factory=lambda: defaultdict(list))
    discussed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    made: dict[str, str] = field(default_factory=dict)
    goals: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    layers: dict[str, dict[str, Layer]] = field(default_factory=lambda: defaultdict(dict))


class Sessions:
    """The sessions of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, session: str) -> Session:
        """One session, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self.some([session])
        if not found:
            raise NotAcceptable(f"There is no session with the id {session}.", "Nothing was changed.")
        return found[0]

    def some(self, ids: Iterable[str]) -> list[Session]:
        """These sessions, in the bin or not, oldest first."""
        return self._made("id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))

    def all(self, start: date | None = None, end: date | None = None, *, binned: bool = False) -> list[Session]:
        """The owner's sessions, oldest first; those of the days from `start` to `end`.

        `binned` gives those in the bin instead.
        """
        return self._made(*_in_period(start, end, binned=binned))

    def of_agreement(self, agreement: str) -> list[Session]:
        """The sessions of one agreement, oldest first."""
        return self._made("agreement = ? AND deleted IS NULL", (agreement,))

    def rows(self, start: date | None = None, end: date | None = None, *, binned: bool = False) -> list[SessionRow]:
        """Light rows for a list, newest first."""
        return session_rows(self._reader, *_in_period(start, end, binned=binned))

    def some_rows(self, ids: Iterable[str]) -> list[SessionRow]:
        """Light rows of these sessions, newest first; those in the bin are left out."""
        where = "id IN (SELECT value FROM json_each(?)) AND deleted IS NULL"
        return session_rows(self._reader, where, (json.dumps(list(ids)),))

    def with_uid(self, calendar_uid: str) -> list[Session]:
        """Sessions that came from the invitation of this name."""
        return self._made("calendar_uid = ? AND deleted IS NULL", (calendar_uid,))

    def of_activity(self, activity: str) -> list[str]:
        """Ids of the sessions in which an activity was talked about or which it records, oldest first."""
        rows = self._reader.rows(
            "SELECT session FROM session_activity JOIN supervision_session ON supervision_session.id = session"
            " WHERE activity = ? AND session_activity.deleted IS NULL AND supervision_session.deleted IS NULL"
            " ORDER BY date, session",
            (activity,),
        )
        return [str(row[0]) for row in dict.fromkeys(rows)]

    def recorded_by(self, activity: str) -> str | None:
        """The session whose record in the log an activity is; None if it is of none."""
        rows = self._reader.rows(
            "SELECT session FROM session_activity WHERE activity = ? AND role = ? AND deleted IS NULL",
            (activity, LinkRole.MADE),
        )
        return next((str(row[0]) for row in rows), None)

    def as_topic(self, activity: str) -> list[str]:
        """Ids of the sessions in which an activity is a topic: where it was talked about, or else where it was
        raised."""
        rows = self._reader.rows(
            "SELECT coalesce(discussed_in, session) FROM session_topic WHERE activity = ? AND deleted IS NULL",
            (activity,),
        )
        return [str(row[0]) for row in dict.fromkeys(rows)]

    def is_to_bring(self, activity: str) -> bool:
        """Whether an activity is marked "bring to supervision"."""
        return any(row[0] for row in self._reader.rows("SELECT bring FROM activity WHERE id = ?", (activity,)))

    def open_actions(self) -> list[SessionAction]:
        """Everything agreed that nobody has closed, in the order of its making."""
        return self._actions(" AND session_action.state = ? ORDER BY session_action.id", (ActionState.OPEN,))

    def actions_of_agreement(self, agreement: str) -> list[SessionAction]:
        """Every action of the sessions of one agreement, in the order of the sessions."""
        return self._actions(" AND agreement = ? ORDER BY date, session, position", (agreement,))

    def to_bring(self) -> list[str]:
        """Ids of the activities marked "bring to supervision", oldest first."""
        return [
            str(row[0])
            for row in self._reader.rows(
                f"SELECT id FROM activity WHERE bring = 1 AND deleted IS NULL AND {_OURS} ORDER BY date, id"
            )
        ]

    def _actions(self, rest: str, values: tuple[Value, ...]) -> list[SessionAction]:
        with self._reader.legible():
            return [action_of(row) for row in self._reader.rows(ACTIONS + rest, values)]

    def _made(self, where: str, values: tuple[Value, ...]) -> list[Session]:
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM supervision_session WHERE {where} ORDER BY date, coalesce(start, ''), id", values
        )
        with self._reader.legible():
            hanging = self._hanging(f"IN (SELECT id FROM supervision_session WHERE {where})", values)
            return [_session(row, hanging) for row in rows]

    def _hanging(self, which: str, values: tuple[Value, ...]) -> _Hanging:
        """Everything that hangs on the sessions for which `session {which}` holds."""
        read = self._reader.rows
        hanging = _Hanging()
        alive = f"WHERE deleted IS NULL AND session {which}"
        for session, person in read(f"SELECT session, person FROM session_person {alive} ORDER BY person", values):
            hanging.people[session].append(person)
        for topic in read(
            f"SELECT id, session, text, activity, discussed_in FROM session_topic {alive} ORDER BY position, id", values
        ):
            hanging.topics[topic[1]].append(Topic(*topic))
        for session, row, text in read(
            f"SELECT session, id, text FROM session_decision {alive} ORDER BY position, id", values
        ):
            hanging.decisions[session].append(Decision(row, text))
        for action in read(
            f"SELECT id, session, text, who, due, state, closed_on FROM session_action {alive} ORDER BY position, id",
            values,
        ):
            hanging.actions[action[1]].append(action_of(action))
        for session, activity, role in read(
            f"SELECT session, activity, role FROM session_activity {alive} ORDER BY activity", values
        ):
            if role == LinkRole.MADE:
                hanging.made[session] = activity
            else:
                hanging.discussed[session].append(activity)
        for session, goal in read(f"SELECT session, goal FROM session_goal {alive} ORDER BY goal", values):
            hanging.goals[session].append(goal)
        for row, name, layer in read(
            "SELECT row, field, layer FROM layer WHERE tbl = 'supervision_session' AND deleted IS NULL"
            f" AND row {which}",
            values,
        ):
            hanging.layers[row][name] = Layer(layer)
        return hanging


def _in_period(start: date | None, end: date | None, *, binned: bool) -> tuple[str, tuple[Value, ...]]:
    where = [f"deleted IS {'NOT ' if binned else ''}NULL", _OURS]
    values: list[Value] = []
    if start is not None:
        where.append("date >= ?")
        values.append(start.isoformat())
    if end is not None:
        where.append("date <= ?")
        values.append(end.isoformat())
    return " AND ".join(where), tuple(values)


def action_of(row: Row) -> SessionAction:
    """An action, from a row of `ACTIONS`."""
    return SessionAction(row[0], row[1], row[2], row[3], _day(row[4]), ActionState(row[5]), _day(row[6]))


def _session(row: Row, hanging: _Hanging) -> Session:
    key = row[0]
    return Session(
        id=key,
        owner=row[1],
        day=date.fromisoformat(row[2]),
        kind=AgreementKind(row[3]),
        state=SessionState(row[4]),
        agreement=row[5],
        start=time.fromisoformat(row[6]) if row[6] else None,
        minutes=row[7],
        mode=Mode(row[8]),
        place=row[9],
        led_by_ot=bool(row[10]),
        as_supervisor=bool(row[11]),
        missed_by=MissedBy(row[12]) if row[12] else None,
        reason=row[13],
        protected_kept=None if row[14] is None else bool(row[14]),
        moved_to=row[15],
        next_on=_day(row[16]),
        agreed_supervisee=_day(row[17]),
        agreed_supervisor=_day(row[18]),
        calendar_uid=row[19],
        normative=row[20],
        formative=row[21],
        restorative=row[22],
        cases=row[23],
        wellbeing=row[24],
        notes_to_myself=row[25],
        created=read_instant(row[26]),
        modified=read_instant(row[27]),
        deleted=read_instant(row[28]) if row[28] else None,
        people=tuple(hanging.people.get(key, ())),
        topics=tuple(hanging.topics.get(key, ())),
        decisions=tuple(hanging.decisions.get(key, ())),
        actions=tuple(hanging.actions.get(key, ())),
        activities=tuple(hanging.discussed.get(key, ())),
        made=hanging.made.get(key),
        goals=tuple(hanging.goals.get(key, ())),
        layers=dict(hanging.layers.get(key, {})),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
