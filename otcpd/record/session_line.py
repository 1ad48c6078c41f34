"""The sessions that carry into one another: few columns of many, for what lies before one of them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from otcpd.domain.supervision import ActionState, SessionAction, SessionState, Topic
from otcpd.record.engine import Reader, Value
from otcpd.record.sessions import ACTIONS, action_of

_OURS = "deleted IS NULL AND owner = (SELECT owner FROM record)"
_IN_LINE = "IN (SELECT id FROM supervision_session WHERE {where})"
_BINNED = "SELECT id FROM supervision_session WHERE deleted IS NOT NULL"
_RENEWALS = (
    "WITH RECURSIVE one(id) AS (SELECT ? UNION SELECT renews FROM agreement JOIN one ON agreement.id = one.id"
    " WHERE renews IS NOT NULL UNION SELECT agreement.id FROM agreement JOIN one ON renews = one.id) SELECT id FROM one"
)
"""An agreement with those that it renews and those that renew it: what is open outlives a renewal."""


class InLine(NamedTuple):
    """A session as far as its place among the others needs it. `place` sorts them."""

    id: str
    day: date
    held: bool
    place: tuple[str, str, str]


class Line:
    """The sessions of one agreement and of its renewals; or those that stand alone, of one kind, with the same
    people."""

    def __init__(self, reader: Reader, session: str) -> None:
        self._reader = reader
        row = reader.row("SELECT agreement, kind FROM supervision_session WHERE id = ?", (session,))
        agreement, kind = row or (None, "")
        self._where: str
        self._values: tuple[Value, ...]
        if agreement is not None:
            self._where, self._values = f"{_OURS} AND agreement IN ({_RENEWALS})", (agreement,)
        else:
            people = "(SELECT group_concat(person) FROM (SELECT person FROM session_person WHERE session = {}"
            people += " AND deleted IS NULL ORDER BY person))"
            self._where = (
                f"{_OURS} AND agreement IS NULL AND kind = ? AND {people.format('supervision_session.id')} IS"
                f" {people.format('?')}"
            )
            self._values = (kind, session)

    def sessions(self) -> list[InLine]:
        """All of them, oldest first."""
        rows = self._reader.rows(
            f"SELECT id, date, state, coalesce(start, '') FROM supervision_session WHERE {self._where}"
            " ORDER BY date, coalesce(start, ''), id",
            self._values,
        )
        with self._reader.legible():
            return [
                InLine(row[0], date.fromisoformat(row[1]), row[2] == SessionState.HELD, (row[1], row[3], row[0]))
                for row in rows
            ]

    def topics_not_discussed(self, unless_in: str) -> list[Topic]:
        """Topics that nobody has come to, or that were talked about in the session `unless_in`, or in one that is in
        the bin."""
        rows = self._reader.rows(
            "SELECT id, session, text, activity, discussed_in FROM session_topic WHERE deleted IS NULL"
            f" AND trim(text) <> '' AND (discussed_in IS NULL OR discussed_in = ? OR discussed_in IN ({_BINNED}))"
            f" AND session {self._in_line()}"
            " ORDER BY session, position, id",
            (unless_in, *self._values),
        )
        return [Topic(*row) for row in rows]

    def actions_open_since(self, day: date | None) -> list[SessionAction]:
        """Actions that are open, or were closed after this day; None: all."""
        late = "session_action.state = ? OR closed_on > ?" if day is not None else "? IS NOT NULL"
        values: tuple[Value, ...] = (ActionState.OPEN, day.isoformat()) if day is not None else (ActionState.OPEN,)
        rows = self._reader.rows(
            f"{ACTIONS} AND trim(text) <> '' AND ({late}) AND session {self._in_line()}"
            " ORDER BY session, position, session_action.id",
            (*values, *self._values),
        )
        with self._reader.legible():
            return [action_of(row) for row in rows]

    def activities_as_topics(self) -> frozenset[str]:
        """Ids of the activities that are a topic of any of them."""
        rows = self._reader.rows(
            "SELECT DISTINCT activity FROM session_topic WHERE deleted IS NULL AND activity IS NOT NULL"
            f" AND session {self._in_line()}",
            self._values,
        )
        return frozenset(str(row[0]) for row in rows)

    def _in_line(self) -> str:
        return _IN_LINE.format(where=self._where)
