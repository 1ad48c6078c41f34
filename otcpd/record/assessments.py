"""Reads self-assessments and what is marked in them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from otcpd.domain.assessment import Assessment, Mark
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer, default_layer
from otcpd.record.engine import Reader, Row, Value
from otcpd.record.ids import read_instant

_COLUMNS = "id, owner, date, framework, created, modified, person, note, deleted"
_OURS = "owner = (SELECT owner FROM record)"


class Assessments:
    """The self-assessments of an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def get(self, assessment: str) -> Assessment:
        """One self-assessment, in the bin or not. Raises NotAcceptable if there is none with this id."""
        found = self._made("id = ?", (assessment,))
        if not found:
            raise NotAcceptable(f"There is no self-assessment with the id {assessment}.", "Nothing was changed.")
        return found[0]

    def all(self, framework: str = "", *, binned: bool = False) -> list[Assessment]:
        """The owner's self-assessments, the oldest first; of one edition ("framework@edition") if one is given.

        `binned` gives those in the bin instead.
        """
        where = f"deleted IS {'NOT ' if binned else ''}NULL AND {_OURS}"
        return self._made(f"{where} AND framework = ?", (framework,)) if framework else self._made(where, ())

    def latest(self, framework: str, until: date | None = None) -> Assessment | None:
        """The newest self-assessment in an edition, made no later than a day if one is given; None for none."""
        last = until.isoformat() if until is not None else "9999-12-31"
        newest = f"SELECT id FROM assessment WHERE deleted IS NULL AND {_OURS} AND framework = ? AND date <= ?"
        found = self._made(f"id = ({newest} ORDER BY date DESC, created DESC, id DESC LIMIT 1)", (framework, last))
        return found[0] if found else None

    def days(self) -> list[tuple[str, date, str]]:
        """Id, day and framework of each that is not in the bin, the newest first: for lists."""
        rows = self._reader.rows(
            f"SELECT id, date, framework FROM assessment WHERE deleted IS NULL AND {_OURS}"
            " ORDER BY date DESC, created DESC, id DESC"
        )
        with self._reader.legible():
            return [(str(key), date.fromisoformat(day), str(framework)) for key, day, framework in rows]

    def _made(self, where: str, values: tuple[Value, ...]) -> list[Assessment]:
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM assessment WHERE {where} ORDER BY date, created, id", values)
        hanging = f"assessment IN (SELECT id FROM assessment WHERE {where}) AND deleted IS NULL"
        shown: dict[tuple[str, str], list[str]] = defaultdict(list)
        living = "activity IN (SELECT id FROM activity WHERE deleted IS NULL)"
        links = f"SELECT assessment, item, activity FROM assessment_activity WHERE {hanging} AND {living}"
        for assessment, item, activity in self._reader.rows(f"{links} ORDER BY activity", values):
            shown[assessment, item].append(activity)
        layers: dict[str, str] = dict(
            self._reader.rows(
                "SELECT row, layer FROM layer WHERE tbl = 'assessment_mark' AND field = 'reason' AND deleted IS NULL"
            )
        )
        marks: dict[str, dict[str, Mark]] = defaultdict(dict)
        for key, assessment, item, now, target, reason in self._reader.rows(
            f"SELECT id, assessment, item, now, target, reason FROM assessment_mark WHERE {hanging} ORDER BY id", values
        ):
            activities = tuple(shown.pop((assessment, item), ()))
            layer = Layer(layers.get(key, default_layer("assessment_mark", "reason")))
            marks[assessment][item] = Mark(item, now, target, reason, activities, layer, key)
        for (assessment, item), rest in shown.items():
            marks[assessment][item] = Mark(item, activities=tuple(rest))
        with self._reader.legible():
            return [_assessment(row, marks.get(row[0], {})) for row in rows]


def _assessment(row: Row, marks: dict[str, Mark]) -> Assessment:
    return Assessment(
        id=row[0],
        owner=row[1],
        day=date.fromisoformat(row[2]),
        framework=row[3],
        created=read_instant(row[4]),
        modified=read_instant(row[5]),
        person=row[6],
        note=row[7],
        marks=marks,
        deleted=read_instant(row[8]) if row[8] else None,
    )
