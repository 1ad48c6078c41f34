"""Reads goals and what hangs on them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.goal import Goal, GoalState, Milestone
from otcpd.domain.layers import Layer
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_COLUMNS = (
    "id, owner, title, why, specific, measurable, achievable, relevant, time_bound, framework_item, level_now,"
    " level_target, support, target_date, state, outcome, closed_on, aim, deleted"
)
_OURS = "owner = (SELECT owner FROM record)"


@dataclass(slots=True)
class _Hanging:
    """What hangs on goals, by goal id."""

    milestones: dict[str, list[Milestone]] = field(default_factory=lambda: defaultdict(list))
    reviews: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))
    activities: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    layers: dict[str, dict[str, Layer]] = field(default_factory=lambda: defaultdict(dict))


class Goals:
    """The goals of an open CPD file. Lists have the goal with the earliest target first, those without one last."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, goal: str) -> Goal:
        """One goal, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self.some([goal])
        if not found:
            raise NotAcceptable(f"There is no goal with the id {goal}.", "Nothing was changed.")
        return found[0]

    def some(self, ids: Iterable[str]) -> list[Goal]:
        """These goals, in the bin or not."""
        return self._made("id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))

    def all(self, *, binned: bool = False) -> list[Goal]:
        """The owner's goals, whatever their state. `binned` gives those in the bin instead."""
        return self._made(f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}", ())

    def of_activity(self, activity: str) -> list[Goal]:
        """The goals that an activity works towards; those in the bin are left out."""
        linked = "SELECT goal FROM activity_goal WHERE activity = ? AND deleted IS NULL"
        return self._made(f"deleted IS NULL AND id IN ({linked})", (activity,))

    def sessions(self, goal: str) -> list[str]:
        """Ids of the sessions that spoke to a goal, oldest first; those in the bin are left out."""
        rows = self._reader.rows(
            "SELECT session FROM session_goal JOIN supervision_session ON supervision_session.id = session"
            " WHERE goal = ? AND session_goal.deleted IS NULL AND supervision_session.deleted IS NULL"
            " ORDER BY date, session",
            (goal,),
        )
        return [str(row[0]) for row in rows]

    def titles(self, *, closed: bool = True) -> dict[str, str]:
        """Titles by id, for lists to choose from: earliest target first; without `closed` only those still open."""
        only = "" if closed else f" AND state IN ('{GoalState.OPEN}', '{GoalState.PAUSED}')"
        rows = self._reader.rows(
            f"SELECT id, title FROM goal WHERE deleted IS NULL AND {_OURS}{only}"
            " ORDER BY target_date IS NULL, target_date, id"
        )
        return {str(row[0]): str(row[1]) for row in rows}

    def _made(self, where: str, values: tuple[Value, ...]) -> list[Goal]:
        rows = self._reader.rows(
            f"SELECT {_COLUMNS} FROM goal WHERE {where} ORDER BY target_date IS NULL, target_date, id", values
        )
        with self._reader.legible():
            hanging = self._hanging(f"IN (SELECT id FROM goal WHERE {where})", values)
            return [_goal(row, hanging) for row in rows]

    def _hanging(self, which: str, values: tuple[Value, ...]) -> _Hanging:
        """Everything that hangs on the goals for which `goal {which}` holds."""
        read = self._reader.rows
        hanging = _Hanging()
        alive = f"WHERE deleted IS NULL AND goal {which}"
        for goal, *milestone in read(
            f"SELECT goal, id, text, due, done_on FROM goal_milestone {alive} ORDER BY position, id", values
        ):
            hanging.milestones[goal].append(
                Milestone(milestone[0], milestone[1], _day(milestone[2]), _day(milestone[3]))
            )
        for goal, day in read(f"SELECT goal, date FROM goal_review {alive} ORDER BY date", values):
            hanging.reviews[goal].append(date.fromisoformat(day))
        for goal, activity in read(
            "SELECT goal, activity FROM activity_goal JOIN activity ON activity.id = activity"
            f" WHERE activity_goal.deleted IS NULL AND activity.deleted IS NULL AND goal {which}"
            " ORDER BY activity.date, activity",
            values,
        ):
            hanging.activities[goal].append(activity)
        for row, name, layer in read(
            f"SELECT row, field, layer FROM layer WHERE tbl = 'goal' AND deleted IS NULL AND row {which}", values
        ):
            hanging.layers[row][name] = Layer(layer)
        return hanging


def _goal(row: Row, hanging: _Hanging) -> Goal:
    key = row[0]
    return Goal(
        id=key,
        owner=row[1],
        title=row[2],
        why=row[3],
        specific=row[4],
        measurable=row[5],
        achievable=row[6],
        relevant=row[7],
        time_bound=row[8],
        framework_item=row[9],
        level_now=row[10],
        level_target=row[11],
        support=row[12],
        target=_day(row[13]),
        reviews=tuple(hanging.reviews.get(key, ())),
        state=GoalState(row[14]),
        outcome=row[15],
        closed_on=_day(row[16]),
        aim=row[17],
        milestones=tuple(hanging.milestones.get(key, ())),
        activities=tuple(hanging.activities.get(key, ())),
        layers=dict(hanging.layers.get(key, {})),
        deleted=read_instant(row[18]) if row[18] else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
