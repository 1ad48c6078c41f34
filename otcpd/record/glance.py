"""Few columns of many activities, for what is seen at a glance: quick where a file holds thousands."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import NamedTuple

from otcpd.domain.activity import REFLECTED_FIELDS, Category
from otcpd.domain.listing import Outside
from otcpd.domain.next_steps import Unfinished, Unproved
from otcpd.domain.period import Period
from otcpd.domain.supervision import SessionState
from otcpd.domain.trainings import Training
from otcpd.domain.words import BLANKS
from otcpd.record.activity_rows import category_of
from otcpd.record.engine import Reader

_OWN = "deleted IS NULL AND owner = (SELECT owner FROM record)"
_BLANK = tuple(f"(ltrim(substr({name}, 1, 40), ?1) = '' AND ltrim({name}, ?1) = '')" for name in REFLECTED_FIELDS)
"""Most texts show in their first letters that they say something; ?1 is what counts as blank."""
_CAPTURED = f"{_OWN} AND NOT finished AND ({' OR '.join(_BLANK)})"


class DayRow(NamedTuple):
    """An activity as far as a picture of days needs it. `minutes` is None while unknown."""

    id: str
    date: dt.date
    end_date: dt.date | None
    title: str
    category: Category | None
    minutes: int | None
    deleted: None = None

    @property
    def last_day(self) -> dt.date:
        """The day on which it ended."""
        return self.end_date or self.date


def days(reader: Reader, start: dt.date, end: dt.date) -> list[DayRow]:
    """The owner's activities that touch the days from `start` to `end`, oldest first."""
    return _days(reader, "coalesce(end_date, date) >= ? AND date <= ?", (start.isoformat(), end.isoformat()))


def days_of(reader: Reader, activities: Sequence[str]) -> list[DayRow]:
    """The owner's activities with these ids, oldest first; those in the bin are left out."""
    return _days(reader, "id IN (SELECT value FROM json_each(?))", (json.dumps(list(activities)),))


def _days(reader: Reader, where: str, values: tuple[str, ...]) -> list[DayRow]:
    found = reader.rows(
        "SELECT id, date, end_date, title, category, minutes FROM activity"
        f" WHERE {_OWN} AND {where} ORDER BY date, created, id",
        values,
    )
    day = dt.date.fromisoformat
    with reader.legible():
        return [
            DayRow(key, day(first), day(last) if last else None, title, category_of(category), minutes)
            for key, first, last, title, category, minutes in found
        ]


def outside(reader: Reader, period: Period, today: dt.date, chosen: Sequence[str]) -> Outside:
    """How many of the owner's activities a profile of the period does not list, prepared today. `chosen` are the ids
    of those that the person chose for its statement."""
    row = reader.row(
        "SELECT count(*) FILTER (WHERE date <= ?1 AND date < ?2 AND coalesce(end_date, date) < ?2),"
        " count(*) FILTER (WHERE date <= ?1 AND date > ?3), count(*) FILTER (WHERE date > ?1)"
        f" FROM activity WHERE {_OWN}",
        (today.isoformat(), period.start.isoformat(), period.end.isoformat()),
    )
    beyond = [
        one for one in days_of(reader, chosen) if one.date <= today and not period.touches(one.date, one.last_day)
    ]
    before, after, future = row or (0, 0, 0)
    return Outside(before, after, future, len(beyond))


def first_day(reader: Reader) -> dt.date | None:
    """The day of the first activity in the file; None while there is none."""
    found = reader.value(f"SELECT min(date) FROM activity WHERE {_OWN}")
    with reader.legible():
        return dt.date.fromisoformat(found) if found else None


def to_finish_count(reader: Reader) -> int:
    """How many activities stand under "To finish"."""
    return int(reader.value(f"SELECT count(*) FROM activity WHERE {_CAPTURED}", (BLANKS,)))


def to_record_count(reader: Reader, today: dt.date) -> int:
    """How many planned sessions of supervision have a day before `today`."""
    where = f"{_OWN} AND state = ? AND date < ?"
    found = reader.value(
        f"SELECT count(*) FROM supervision_session WHERE {where}", (SessionState.PLANNED, today.isoformat())
    )
    return int(found)


def unfinished(reader: Reader) -> Unfinished | None:
    """What stands under "To finish", with the newest of it; None for nothing."""
    row = reader.row(
        f"SELECT count(*) OVER (), total({' AND '.join(_BLANK)}) OVER (), id, title, date FROM activity"
        f" WHERE {_CAPTURED} ORDER BY date DESC, created DESC, id DESC LIMIT 1",
        (BLANKS,),
    )
    if row is None:
        return None
    with reader.legible():
        return Unfinished(row[0], int(row[1]), row[2], row[3], dt.date.fromisoformat(row[4]))


def trainings(reader: Reader) -> list[Training]:
    """Mandatory training with a day on which it runs out."""
    found = reader.rows(
        f"SELECT id, title, coalesce(end_date, date), expires FROM activity WHERE {_OWN} AND mandatory"
        " AND expires IS NOT NULL AND expires <> ''"
    )
    day = dt.date.fromisoformat
    with reader.legible():
        return [Training(key, title, day(done), day(expires)) for key, title, done, expires in found]


def unproved(reader: Reader, portfolio: str) -> list[Unproved]:
    """The activities chosen for a portfolio's statement that have no evidence, in the person's order."""
    found = reader.rows(
        "SELECT activity.id, activity.title FROM portfolio_activity AS chosen JOIN activity ON activity.id = activity"
        " WHERE portfolio = ? AND chosen.deleted IS NULL AND activity.deleted IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM evidence_use JOIN evidence ON evidence.id = evidence WHERE evidence_use.activity = activity.id"
        " AND evidence_use.deleted IS NULL AND evidence.deleted IS NULL) ORDER BY chosen.position, chosen.id",
        (portfolio,),
    )
    return [Unproved(key, title) for key, title in found]
