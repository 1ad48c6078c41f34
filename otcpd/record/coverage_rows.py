"""Few columns of the activities of a period, for what of a framework they count for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from otcpd.domain.coverage import Counted
from otcpd.domain.period import Period
from otcpd.record.activity_rows import LIVING
from otcpd.record.engine import Reader

_ROWS = f"SELECT id, date, title, minutes FROM activity WHERE {LIVING} AND date BETWEEN ? AND ? ORDER BY date, id"
_STANDARDS = "SELECT activity, standard FROM activity_standard WHERE deleted IS NULL"
_OF_GOALS = (
    "SELECT activity, framework_item FROM activity_goal JOIN goal ON goal.id = goal"
    " WHERE activity_goal.deleted IS NULL AND goal.deleted IS NULL AND framework_item <> ''"
)


def counted_activities(reader: Reader, period: Period) -> list[Counted]:
    """The activities of the log that begin in a period, oldest first, with the items they are linked to."""
    refs: dict[str, set[str]] = defaultdict(set)
    for query in (_STANDARDS, _OF_GOALS):
        for activity, ref in reader.rows(query):
            refs[activity].add(ref)
    rows = reader.rows(_ROWS, (period.start.isoformat(), period.end.isoformat()))
    day = dt.date.fromisoformat
    with reader.legible():
        return [
            Counted(key, day(first), title, minutes, tuple(sorted(refs.get(key, ()))))
            for key, first, title, minutes in rows
        ]
