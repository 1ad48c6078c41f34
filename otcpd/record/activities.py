"""Reads activities."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from otcpd.domain.activity import Activity, Category, Companion, Reflection
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.record.activity_rows import (
    TAGS,
    ActivityRow,
    category_of,
    day_of,
    evidence_counts,
    linked,
    page_of_rows,
    rows_where,
    some_rows,
    with_protected_time,
)
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_COLUMNS = (
    "id, owner, date, title, created, modified, end_date, category, type, minutes, protected_minutes, mandatory,"
    " expires, description, learning, practice_impact, service_user_benefit, notes_to_myself, finished, post, deleted"
)
_LISTED = "IN (SELECT value FROM json_each(?))"


@dataclass(slots=True)
class _Hanging:
    """What hangs on activities, by activity id."""

    companions: dict[str, list[Companion]] = field(default_factory=lambda: defaultdict(list))
    tags: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    standards: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    goals: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    evidence: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    reflections: dict[str, list[Reflection]] = field(default_factory=lambda: defaultdict(list))
    layers: dict[str, dict[str, Layer]] = field(default_factory=lambda: defaultdict(dict))


class Activities:
    """The activities of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, activity: str) -> Activity:
        """One activity, in the bin or not. Raises NotAcceptable if there is none with this id."""
        row = self._reader.row(f"SELECT {_COLUMNS} FROM activity WHERE id = ?", (activity,))
        if row is None:
            raise NotAcceptable(
                f"There is no activity with the id {activity}.",
                "Nothing was changed.",
                "Copy the id from the list of activities.",
            )
        with self._reader.legible():
            return _activity(row, self._hanging("= ?", (activity,)))

    def all(self, start: dt.date | None = None, end: dt.date | None = None, *, binned: bool = False) -> list[Activity]:
        """The owner's activities, oldest first; those that touch the days from `start` to `end`.

        `binned` gives those in the bin instead.
        """
        where, values = _in_period(start, end, binned=binned)
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM activity WHERE {where} ORDER BY date, created, id", values)
        everything = start is None and end is None
        with self._reader.legible():
            # All of them need no naming, and a period may hold few of many.
            hanging = self._hanging("IS NOT NULL", ()) if everything else self._hanging_on([row[0] for row in rows])
            return [_activity(row, hanging) for row in rows]

    def rows(
        self, start: dt.date | None = None, end: dt.date | None = None, *, binned: bool = False
    ) -> list[ActivityRow]:
        """Light rows for a list, newest first."""
        return rows_where(self._reader, *_in_period(start, end, binned=binned))

    def page_of_rows(self, after: ActivityRow | None, most: int) -> list[ActivityRow]:
        """The next light rows after this one, at most so many: what `rows` gives, in slices."""
        return page_of_rows(self._reader, after, most)

    def some_rows(self, ids: Iterable[str]) -> list[ActivityRow]:
        """Light rows of these activities, newest first; those in the bin are left out."""
        return some_rows(self._reader, ids)

    def titles(self, ids: Iterable[str]) -> dict[str, str]:
        """The titles of activities, in the bin or not, by their id."""
        wanted = json.dumps(sorted(set(ids)))
        with self._reader.legible():
            rows = self._reader.rows(f"SELECT id, title FROM activity WHERE id {_LISTED}", (wanted,))
            return {str(row): str(title) for row, title in rows}

    def evidence_counts(self) -> dict[str, int]:
        """How many pieces of evidence each activity has that has any."""
        return evidence_counts(self._reader)

    def by_standard(self, ids: Iterable[str] | None = None) -> dict[str, set[str]]:
        """Ids of activities by the standards they speak to; of all activities, or of these only."""
        return linked(self._reader, "activity_standard", "standard", ids)

    def by_person(self, ids: Iterable[str] | None = None) -> dict[str, set[str]]:
        """Ids of activities by the people they were done with; of all activities, or of these only."""
        return linked(self._reader, "activity_companion", "person", ids)

    def by_goal(self, ids: Iterable[str] | None = None) -> dict[str, set[str]]:
        """Ids of activities by the goals they work towards; of all activities, or of these only."""
        return linked(self._reader, "activity_goal", "goal", ids)

    def with_protected_time(self) -> frozenset[str]:
        """Ids of the activities that have protected time."""
        return with_protected_time(self._reader)

    def tags(self) -> list[str]:
        """Every tag in use, in the order of the alphabet."""
        return [
            str(row[0])
            for row in self._reader.rows(
                "SELECT DISTINCT name FROM tag JOIN activity_tag ON tag.id = tag"
                " WHERE activity_tag.deleted IS NULL AND tag.deleted IS NULL ORDER BY name"
            )
        ]

    def goal_titles(self, activity: str) -> list[str]:
        """The goals that an activity spoke to, in words."""
        rows = self._reader.rows(
            "SELECT title FROM goal JOIN activity_goal ON goal.id = goal"
            " WHERE activity = ? AND activity_goal.deleted IS NULL ORDER BY title",
            (activity,),
        )
        return [str(row[0]) for row in rows]

    def own_types(self) -> list[tuple[str, Category | None]]:
        """The person's own types of activity, with the category each belongs to."""
        rows = self._reader.rows("SELECT name, category FROM own_type WHERE deleted IS NULL ORDER BY name")
        with self._reader.legible():
            return [(str(name), category_of(category)) for name, category in rows]

    def used_types(self, most: int) -> list[str]:
        """The types that were chosen most often, the most used first."""
        rows = self._reader.rows(
            "SELECT type FROM activity WHERE deleted IS NULL AND type <> ''"
            " GROUP BY type ORDER BY count(*) DESC, type LIMIT ?",
            (most,),
        )
        with self._reader.legible():
            return [str(row[0]) for row in rows]

    def _hanging_on(self, ids: list[str]) -> _Hanging:
        return self._hanging(_LISTED, (json.dumps(ids),))

    def _hanging(self, which: str, values: tuple[Value, ...]) -> _Hanging:
        """Everything that hangs on the activities for which `activity {which}` holds."""
        read = self._reader.rows
        hanging = _Hanging()
        for activity, person, name, profession, employer in read(_COMPANIONS.format(which=which), values):
            hanging.companions[activity].append(Companion(person, name, profession, employer))
        for store, query in (
            (hanging.tags, f"{TAGS} AND activity {which} ORDER BY name"),
            (hanging.standards, _LINKED.format(column="standard", table="activity_standard", which=which)),
            (hanging.goals, _LINKED.format(column="goal", table="activity_goal", which=which)),
            (hanging.evidence, _USES.format(which=which)),
        ):
            for activity, value in read(query, values):
                store[activity].append(value)
        self._add_reflections(hanging, which, values)
        for row, name, layer in read(
            "SELECT row, field, layer FROM layer WHERE tbl = 'activity' AND deleted IS NULL"
            f" AND row {which} ORDER BY field",
            values,
        ):
            hanging.layers[row][name] = Layer(layer)
        return hanging

    def _add_reflections(self, hanging: _Hanging, which: str, values: tuple[Value, ...]) -> None:
        answers: dict[str, dict[str, str]] = defaultdict(dict)
        for reflection, prompt, text in self._reader.rows(
            "SELECT reflection, prompt, text FROM reflection_answer WHERE deleted IS NULL AND text <> ''"
            f" AND activity {which} ORDER BY prompt",
            values,
        ):
            answers[reflection][prompt] = text
        for activity, reflection, model in self._reader.rows(
            f"SELECT activity, id, model FROM reflection WHERE deleted IS NULL AND activity {which} ORDER BY model",
            values,
        ):
            hanging.reflections[activity].append(Reflection(reflection, model, answers.get(reflection, {})))


_COMPANIONS = (
    "SELECT activity, person.id, person.name, person.profession, coalesce(employer.name, '')"
    " FROM activity_companion JOIN person ON person.id = person LEFT JOIN employer ON employer.id = person.employer"
    " WHERE activity_companion.deleted IS NULL AND person.deleted IS NULL AND activity {which}"
    " ORDER BY person.name, person.id"
)
_LINKED = "SELECT activity, {column} FROM {table} WHERE deleted IS NULL AND activity {which} ORDER BY {column}"
_USES = (
    "SELECT activity, evidence FROM evidence_use JOIN evidence ON evidence.id = evidence"
    " WHERE evidence_use.deleted IS NULL AND evidence.deleted IS NULL AND activity {which}"
    " ORDER BY position, evidence_use.id"
)


def _in_period(start: dt.date | None, end: dt.date | None, *, binned: bool) -> tuple[str, list[Value]]:
    where = [f"deleted IS {'NOT ' if binned else ''}NULL", "owner = (SELECT owner FROM record)"]
    values: list[Value] = []
    if start is not None:
        where.append("coalesce(end_date, date) >= ?")
        values.append(start.isoformat())
    if end is not None:
        where.append("date <= ?")
        values.append(end.isoformat())
    return " AND ".join(where), values


def _activity(row: Row, hanging: _Hanging) -> Activity:
    key = row[0]
    return Activity(
        id=key,
        owner=row[1],
        date=dt.date.fromisoformat(row[2]),
        title=row[3],
        created=read_instant(row[4]),
        modified=read_instant(row[5]),
        end_date=day_of(row[6]),
        category=category_of(row[7]),
        type=row[8],
        minutes=row[9],
        protected_minutes=row[10],
        mandatory=bool(row[11]),
        expires=day_of(row[12]),
        description=row[13],
        learning=row[14],
        practice_impact=row[15],
        service_user_benefit=row[16],
        notes_to_myself=row[17],
        finished=bool(row[18]),
        post=row[19],
        deleted=read_instant(row[20]) if row[20] else None,
        reflections=tuple(hanging.reflections.get(key, ())),
        companions=tuple(hanging.companions.get(key, ())),
        tags=tuple(hanging.tags.get(key, ())),
        standards=tuple(hanging.standards.get(key, ())),
        goals=tuple(hanging.goals.get(key, ())),
        evidence=tuple(hanging.evidence.get(key, ())),
        layers=dict(hanging.layers.get(key, {})),
    )
