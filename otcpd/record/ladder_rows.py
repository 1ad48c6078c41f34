"""Few columns of every activity and goal, for what the log shows of a role."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from otcpd.domain.activity import REFLECTED_FIELDS
from otcpd.domain.ladder import Shown
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.words import BLANKS
from otcpd.record.activity_rows import LIVING, TAGS, category_of, day_of, evidence_counts
from otcpd.record.engine import Reader, Row

_SAYS = " AND ".join(
    f"(ltrim(substr({name}, 1, 40), ?1) <> '' OR ltrim({name}, ?1) <> '')" for name in REFLECTED_FIELDS
)
_LINKED = 'SELECT activity, "{end}" FROM {table} WHERE deleted IS NULL'
_LINKED_TO = (
    " AND id IN (SELECT activity FROM activity_standard WHERE deleted IS NULL"
    " AND standard IN (SELECT value FROM json_each(?2))"
    " UNION SELECT activity FROM activity_goal JOIN goal ON goal.id = goal WHERE activity_goal.deleted IS NULL"
    " AND goal.deleted IS NULL AND framework_item IN (SELECT value FROM json_each(?2)))"
)
_WORDS = (
    "SELECT id, title || ' ' || description || ' ' || learning FROM activity"
    " WHERE id > ? AND activity.deleted IS NULL AND owner = (SELECT owner FROM record) ORDER BY id LIMIT ?"
)


_SLICE = 5_000
"""Activities put together at once."""

Linked = Mapping[str, tuple[str, ...]]
Counted = Mapping[str, int]


def shown_activities(reader: Reader, refs: Collection[str] | None = None) -> list[Shown]:
    """Every activity of the log, oldest first; with `refs` those alone that are linked to one of these items, or to a
    goal about one."""
    return [one for part in shown_in_slices(reader, refs) for one in part]


def shown_in_slices(reader: Reader, refs: Collection[str] | None = None) -> Iterator[Sequence[Shown]]:
    """The same in parts, some of them empty, each read in one go: there may be tens of thousands."""
    rows = reader.rows(
        f"SELECT id, date, title, finished OR ({_SAYS}), category, mandatory, expires FROM activity"
        f" WHERE {LIVING}{'' if refs is None else _LINKED_TO} ORDER BY date, created, id",
        (BLANKS,) if refs is None else (BLANKS, json.dumps(sorted(refs))),
    )
    yield ()
    evidence = evidence_counts(reader)
    standards = _linked(reader, "activity_standard", "standard")
    yield ()
    goals = _linked(reader, "activity_goal", "goal")
    for start in range(0, len(rows), _SLICE):
        with reader.legible():
            part = [_shown(row, evidence, standards, goals) for row in rows[start : start + _SLICE]]
        yield part


def _shown(row: Row, evidence: Counted, standards: Linked, goals: Linked) -> Shown:
    key, first, title, written, category, mandatory, expires = row
    return Shown(
        key,
        dt.date.fromisoformat(first),
        title,
        bool(written),
        evidence.get(key, 0),
        category_of(category),
        bool(mandatory),
        day_of(expires),
        standards.get(key, ()),
        goals.get(key, ()),
    )


def goal_items(reader: Reader) -> dict[str, str]:
    """The item that each goal is about, by goal; those of their own words are left out by whoever looks them up."""
    return dict(
        reader.rows("SELECT id, framework_item FROM goal WHERE deleted IS NULL AND framework_item <> '' ORDER BY id")
    )


def activity_words(reader: Reader, slice_size: int) -> Iterator[Sequence[tuple[str, str]]]:
    """What each activity says in title, description, learning and tags, so many activities at a time."""
    tags: dict[str, list[str]] = defaultdict(list)
    for activity, name in reader.rows(TAGS):
        tags[activity].append(name)
    last = ""
    while rows := reader.rows(_WORDS, (last, slice_size)):
        last = str(rows[-1][0])
        yield [(key, " ".join((text, *tags.get(key, ())))) for key, text in rows]


def titles_kept_private(reader: Reader) -> frozenset[str]:
    """Ids of the activities whose titles only the owner may read."""
    rows = reader.rows(
        "SELECT row, layer FROM layer WHERE tbl = 'activity' AND field = 'title' AND deleted IS NULL ORDER BY row"
    )
    with reader.legible():
        return frozenset(row for row, layer in rows if not may_leave(Layer(layer), Layer.SUPERVISION))


def _linked(reader: Reader, table: str, end: str) -> Linked:
    """What each activity is linked to, in the order of its words."""
    found: dict[str, list[str]] = defaultdict(list)
    for activity, other in reader.rows(_LINKED.format(table=table, end=end)):
        found[activity].append(other)
    return {activity: tuple(sorted(others)) for activity, others in found.items()}
