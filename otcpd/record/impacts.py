"""Reads impact chains and what hangs on them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.impact import Better, Impact, Measure
from otcpd.domain.layers import Layer
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_COLUMNS = (
    "id, owner, date, title, created, modified, theme, change_tried, feedback, meant_people, meant_service, story,"
    " people, told, deleted"
)
_OURS = "owner = (SELECT owner FROM record)"


@dataclass(slots=True)
class _Hanging:
    """What hangs on chains, by their ids."""

    measures: dict[str, list[Measure]] = field(default_factory=lambda: defaultdict(list))
    activities: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    layers: dict[str, dict[str, Layer]] = field(default_factory=lambda: defaultdict(dict))


class Impacts:
    """The impact chains of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, impact: str) -> Impact:
        """One chain, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self.some([impact])
        if not found:
            raise NotAcceptable(f"There is no impact with the id {impact}.", "Nothing was changed.")
        return found[0]

    def some(self, ids: Iterable[str]) -> list[Impact]:
        """These chains, in the bin or not, oldest first."""
        return self._made("id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))

    def all(self, *, binned: bool = False) -> list[Impact]:
        """The owner's chains, oldest first; `binned` gives those in the bin instead."""
        return self._made(f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}")

    def of_activity(self, activity: str) -> list[str]:
        """Ids of the chains that an activity is linked to, oldest first."""
        rows = self._reader.rows(
            "SELECT impact FROM impact_activity JOIN impact ON impact.id = impact WHERE activity = ?"
            " AND impact_activity.deleted IS NULL AND impact.deleted IS NULL ORDER BY date, impact",
            (activity,),
        )
        return [str(row[0]) for row in rows]

    def themes(self) -> list[str]:
        """Every theme that a chain has, the one of most chains first."""
        rows = self._reader.rows(f"SELECT theme FROM impact WHERE theme <> '' AND deleted IS NULL AND {_OURS}")
        return [theme for theme, _ in Counter(str(row[0]) for row in rows).most_common()]

    def measure_place(self, measure: str) -> tuple[str, list[tuple[str, str]]]:
        """The chain of a measure, and (id, position) of all measures of that chain in their order.

        Raises NotAcceptable for an id that is none, or that of a measure that was deleted.
        """
        impact = self._reader.value("SELECT impact FROM impact_measure WHERE id = ? AND deleted IS NULL", (measure,))
        if impact is None:
            raise NotAcceptable(f"There is no measure with the id {measure}.", "Nothing was changed.")
        return str(impact), self.positions(str(impact))

    def positions(self, impact: str) -> list[tuple[str, str]]:
        """(id, position) of the measures of a chain, in their order."""
        rows = self._reader.rows(
            "SELECT id, position FROM impact_measure WHERE impact = ? AND deleted IS NULL ORDER BY position, id",
            (impact,),
        )
        return [(str(row[0]), str(row[1])) for row in rows]

    def _made(self, where: str, values: tuple[Value, ...] = ()) -> list[Impact]:
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM impact WHERE {where} ORDER BY date, id", values)
        which = f"(SELECT id FROM impact WHERE {where})"
        with self._reader.legible():
            hanging = self._hanging(which, values)
            return [_impact(row, hanging) for row in rows]

    def _hanging(self, which: str, values: tuple[Value, ...]) -> _Hanging:
        hanging = _Hanging()
        for row in self._reader.rows(
            "SELECT impact, id, name, unit, better, before, after, before_on, after_on FROM impact_measure"
            f" WHERE deleted IS NULL AND impact IN {which} ORDER BY position, id",
            values,
        ):
            hanging.measures[row[0]].append(_measure(row))
        for impact, activity in self._reader.rows(
            "SELECT impact, activity FROM impact_activity JOIN activity ON activity.id = activity"
            f" WHERE impact_activity.deleted IS NULL AND activity.deleted IS NULL AND impact IN {which}"
            " ORDER BY date, activity",
            values,
        ):
            hanging.activities[impact].append(activity)
        for row, name, layer in self._reader.rows(
            f"SELECT row, field, layer FROM layer WHERE tbl = 'impact' AND deleted IS NULL AND row IN {which}", values
        ):
            hanging.layers[row][name] = Layer(layer)
        return hanging


def _measure(row: Row) -> Measure:
    return Measure(
        id=row[1],
        name=row[2],
        unit=row[3],
        better=Better(row[4] or Better.HIGHER),
        before=_number(row[5]),
        after=_number(row[6]),
        before_on=_day(row[7]),
        after_on=_day(row[8]),
    )


def _impact(row: Row, hanging: _Hanging) -> Impact:
    key = row[0]
    return Impact(
        id=key,
        owner=row[1],
        day=date.fromisoformat(row[2]),
        title=row[3],
        created=read_instant(row[4]),
        modified=read_instant(row[5]),
        theme=row[6],
        change_tried=row[7],
        feedback=row[8],
        meant_people=row[9],
        meant_service=row[10],
        story=row[11],
        people=row[12],
        told=bool(row[13]),
        measures=tuple(hanging.measures.get(key, ())),
        activities=tuple(hanging.activities.get(key, ())),
        layers=dict(hanging.layers.get(key, {})),
        deleted=read_instant(row[14]) if row[14] else None,
    )


def _number(text: str | None) -> Decimal | None:
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite():
        raise ValueError(text)
    return number


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
