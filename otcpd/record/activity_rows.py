"""Reads what a list shows of activities: all at once, page by page, or a few that changed."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from otcpd.domain.activity import REFLECTED_FIELDS, Category, Status, status_of
from otcpd.domain.words import BLANKS
from otcpd.record.engine import Reader, Row, Value


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """What a list shows of an activity. Rows of a list, newest first, fall in `place`, the greatest first."""

    id: str
    date: dt.date
    end_date: dt.date | None
    title: str
    category: Category | None
    type: str
    minutes: int | None
    status: Status
    evidence_count: int
    chosen: bool
    """In the statement of the current portfolio."""
    tags: tuple[str, ...]
    place: tuple[str, str, str] = ("", "", "")
    """Day, instant of writing and id, as the file stores them."""


LIVING = "activity.deleted IS NULL AND activity.owner = (SELECT owner FROM record)"
"""Activities that are not in the bin."""

TAGS = (
    "SELECT activity, name FROM activity_tag JOIN tag ON tag.id = tag"
    " WHERE activity_tag.deleted IS NULL AND tag.deleted IS NULL"
)

_FIRST_LETTERS = ", ".join(f"substr(ltrim({name}, ?), 1, 1)" for name in REFLECTED_FIELDS)
"""Whether a text says something shows in its first letter: a list need not carry the long texts."""

_COLUMNS = f"id, date, end_date, title, category, type, minutes, finished, created, {_FIRST_LETTERS}"
_ORDER = "ORDER BY date DESC, created DESC, id DESC"
_COUNTS = (
    "SELECT activity, count(*) FROM evidence_use JOIN evidence ON evidence.id = evidence"
    " WHERE evidence_use.deleted IS NULL AND evidence.deleted IS NULL{among} GROUP BY activity"
)
_CHOSEN = (
    "SELECT activity FROM portfolio_activity WHERE deleted IS NULL AND portfolio ="
    " (SELECT id FROM portfolio WHERE deleted IS NULL ORDER BY created, id LIMIT 1)"
)
_AMONG = " AND activity IN (SELECT value FROM json_each(?))"


def rows_where(reader: Reader, where: str, values: Sequence[Value]) -> list[ActivityRow]:
    """The rows for which `where` holds, newest first."""
    found = _found(reader, where, values)
    return _made(reader, found, "", ())


def page_of_rows(reader: Reader, after: ActivityRow | None, most: int) -> list[ActivityRow]:
    """At most so many rows that come after this one, newest first; from the first one without it."""
    where, values = LIVING, list[Value]()
    if after is not None:
        where, values = f"{where} AND date <= ? AND (date, created, id) < (?, ?, ?)", [after.place[0], *after.place]
    found = _found(reader, where, values, most)
    return _made(reader, found, _AMONG, (json.dumps([row[0] for row in found]),))


def some_rows(reader: Reader, ids: Iterable[str]) -> list[ActivityRow]:
    """The rows with these ids, newest first; those in the bin, and those that are none, are left out."""
    wanted = json.dumps(sorted(ids))
    found = _found(reader, f"{LIVING} AND id IN (SELECT value FROM json_each(?))", [wanted])
    return _made(reader, found, _AMONG, (wanted,))


def evidence_counts(reader: Reader) -> dict[str, int]:
    """How many pieces of evidence each activity has; none of those without any."""
    return dict(reader.rows(_COUNTS.format(among="")))


def linked(reader: Reader, table: str, end: str, ids: Iterable[str] | None = None) -> dict[str, set[str]]:
    """Ids of activities by what a link table links them to; of these activities only, or of all."""
    among, values = ("", []) if ids is None else (_AMONG, [json.dumps(sorted(ids))])
    found: dict[str, set[str]] = defaultdict(set)
    for activity, other in reader.rows(f'SELECT activity, "{end}" FROM {table} WHERE deleted IS NULL{among}', values):
        found[other].add(activity)
    return dict(found)


def with_protected_time(reader: Reader) -> frozenset[str]:
    """Ids of the activities that have protected time."""
    return frozenset(row[0] for row in reader.rows(f"SELECT id FROM activity WHERE protected_minutes > 0 AND {LIVING}"))


def _found(reader: Reader, where: str, values: Sequence[Value], most: int = -1) -> list[Row]:
    return reader.rows(
        f"SELECT {_COLUMNS} FROM activity WHERE {where} {_ORDER} LIMIT ?",
        [*(BLANKS for _ in REFLECTED_FIELDS), *values, most],
    )


def _made(reader: Reader, found: list[Row], among: str, values: Sequence[Value]) -> list[ActivityRow]:
    counts: dict[str, int] = dict(reader.rows(_COUNTS.format(among=among), values))
    chosen = {row[0] for row in reader.rows(f"{_CHOSEN}{among}", values)}
    tags: dict[str, list[str]] = defaultdict(list)
    for activity, name in reader.rows(f"{TAGS}{among} ORDER BY name", values):
        tags[activity].append(name)
    with reader.legible():
        return [
            ActivityRow(
                id=row[0],
                date=dt.date.fromisoformat(row[1]),
                end_date=day_of(row[2]),
                title=row[3],
                category=category_of(row[4]),
                type=row[5],
                minutes=row[6],
                status=status_of(row[9:], finished=bool(row[7])),
                evidence_count=counts.get(row[0], 0),
                chosen=row[0] in chosen,
                tags=tuple(tags.get(row[0], ())),
                place=(row[1], row[8], row[0]),
            )
            for row in found
        ]


_CATEGORIES = {category.value: category for category in Category}
"""Far quicker than asking the enum, for a list of thousands."""


def category_of(text: str | None) -> Category | None:
    """The category as the file stores it."""
    return _CATEGORIES.get(text) or Category(text) if text else None


def day_of(text: str | None) -> dt.date | None:
    """The day as the file stores it."""
    return dt.date.fromisoformat(text) if text else None
