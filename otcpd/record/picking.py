"""A few activities out of many, for lists that help to choose: the newest of some, and those done again and again."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection
from dataclasses import dataclass

from otcpd.record.engine import Reader

_MANY = 1_000
"""From so many on it is quicker to look at the newest activities than to look each one up."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One activity; `times` is how often there is one with its title."""

    id: str
    title: str
    date: dt.date
    category: str
    times: int = 1


def newest_of(reader: Reader, ids: Collection[str], most: int) -> list[Picked]:
    """The newest of these activities that have a title and are not in the bin."""
    if len(ids) > _MANY:
        newest = [one for one in _newest(reader, "", (_MANY,)) if one.id in ids]
        if len(newest) >= most:  # which it mostly is: among many there are enough new ones
            return newest[:most]
    return _newest(reader, "AND id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)), most))


def _newest(reader: Reader, which: str, values: tuple[str | int, ...]) -> list[Picked]:
    rows = reader.rows(
        "SELECT id, title, date, coalesce(category, '') FROM activity"
        f" WHERE deleted IS NULL AND owner = (SELECT owner FROM record) AND trim(title) <> '' {which}"
        " ORDER BY date DESC, created DESC, id DESC LIMIT ?",
        values,
    )
    with reader.legible():
        return [Picked(row[0], row[1], dt.date.fromisoformat(row[2]), row[3]) for row in rows]


def done_again(reader: Reader, since: dt.date, most: int) -> list[Picked]:
    """The titles since a day, those used most often first, each as its newest activity; then the newest first."""
    rows = reader.rows(
        # With max() in it, SQLite takes the other columns from the row that has the greatest date.
        "SELECT id, title, max(date || created), date, coalesce(category, ''), count(*) AS times FROM activity"
        " WHERE deleted IS NULL AND owner = (SELECT owner FROM record) AND trim(title) <> '' AND date >= ?"
        " GROUP BY lower(title) ORDER BY times DESC, 3 DESC LIMIT ?",
        (since.isoformat(), most),
    )
    with reader.legible():
        return [Picked(row[0], row[1], dt.date.fromisoformat(row[3]), row[4], row[5]) for row in rows]
