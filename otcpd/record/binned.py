"""Reads what is in the bin: everything that a person deleted and nobody erased for good."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from otcpd.record.engine import Reader
from otcpd.record.ids import read_instant
from otcpd.record.naming import RENAMES


def _parts(*values: str) -> str:
    """SQL for a name made of several values, parted by U+001F: who reads them puts them into words."""
    return " || char(31) || ".join(f"coalesce({value}, '')" for value in values)


_NAMES = {
    "activity": "title",
    "evidence": "CASE WHEN trim(caption) <> '' THEN caption ELSE name END",
    "gap_reason": "reason",
    "person": "name",
    "employer": "name",
    "post": "title",
    "own_type": "name",
    "tag": "name",
    "agreement": _parts(
        "kind",
        "name",
        "(SELECT other.name FROM person AS other WHERE other.id ="
        " CASE WHEN supervisor = agreement.owner THEN supervisee ELSE supervisor END)",
        "(SELECT min(start) FROM agreement_terms AS terms"
        " WHERE terms.agreement = agreement.id AND terms.deleted IS NULL)",
    ),
    "supervision_session": _parts("kind", "date"),
    "entitlement": _parts("minutes", "per", "start"),
    "protected_slot": _parts("purpose", "date"),
    "workload": "date",
    "framework": _parts("name", "edition"),
    "role_aim": "title",
    "opportunity": "title",
    "assessment": _parts(
        "framework",
        "(SELECT own.name FROM framework AS own WHERE own.code || '@' || own.edition = assessment.framework"
        " ORDER BY own.deleted IS NOT NULL, own.id LIMIT 1)",
        "date",
    ),
    "goal": "title",
    "learning_plan": "title",
    "impact": "title",
    "reading": "title",
}
"""What names a thing, by its table. Other tables hold links and settings, which stand in no bin."""


@dataclass(frozen=True, slots=True)
class Binned:
    """One deleted row. `name` is what a person knows it by, perhaps empty; see `called` for those without a title."""

    table: str
    id: str
    name: str
    deleted: datetime


def binned_rows(reader: Reader) -> list[Binned]:
    """Everything in the bin, the newest first.

    Left out is what an undo or a new name put away: nobody deleted it.
    """
    found: list[Binned] = []
    undeleted = _put_away_by_nobody(reader)
    with reader.legible():
        for table, name in _NAMES.items():
            rows = reader.rows(
                f'SELECT id, {name}, deleted FROM "{table}" WHERE deleted IS NOT NULL'
                " AND id NOT IN (SELECT row FROM erasure WHERE tbl = ? AND field = '' AND erasure.deleted IS NULL)",
                (table,),
            )
            found += [
                Binned(table, row, text, read_instant(at))
                for row, text, at in rows
                if (table, row, at) not in undeleted
            ]
    return sorted(found, key=_newest_first, reverse=True)


def called(reader: Reader, table: str) -> dict[str, str]:
    """What the rows of a table are known by, by id. Agreements, sessions and protected time have no title: their
    kinds, names and days stand there, parted by U+001F."""
    with reader.legible():
        return {str(row): str(name) for row, name in reader.rows(f'SELECT id, {_NAMES[table]} FROM "{table}"')}


def _put_away_by_nobody(reader: Reader) -> set[tuple[str, str, str]]:
    """Table, id and value of `deleted` of what was put away by undoing that it was made, or by giving it a new name.

    Undo and redo bring back the instant at which somebody deleted a thing, so the step that first set an instant
    tells who did. Only what is in the bin now is looked up.
    """
    binned = " UNION ALL ".join(f'SELECT id FROM "{table}" WHERE deleted IS NOT NULL' for table in _NAMES)
    labels = ", ".join("?" * len(RENAMES))
    rows = reader.rows(
        "SELECT tbl, row, after, min(change.seq) FROM change JOIN step ON step.id = change.step"
        f" WHERE row IN ({binned}) AND field = 'deleted' AND after IS NOT NULL"
        f" GROUP BY tbl, row, after HAVING step.kind = 'undo' OR step.label IN ({labels})",
        RENAMES,
    )
    return {(str(table), str(row), str(at)) for table, row, at, _seq in rows}


def _newest_first(one: Binned) -> tuple[datetime, str]:
    return one.deleted, one.id


LINKS = {"evidence": "evidence_use", "tag": "activity_tag"}
"""The links to activities that are taken away with a thing, by its table; they name it in a column called the same."""


def links_that_went_with(reader: Reader, table: str, rows: Iterable[str]) -> list[str]:
    """The link rows (of `LINKS`) between these things of a table and activities that were taken away with them."""
    if table not in LINKS:
        return []
    found = reader.rows(
        f'SELECT link.id FROM "{LINKS[table]}" AS link JOIN "{table}" AS thing ON thing.id = link."{table}"'
        " WHERE thing.id IN (SELECT value FROM json_each(?)) AND link.deleted = thing.deleted ORDER BY link.id",
        (json.dumps(list(rows)),),
    )
    return [str(row[0]) for row in found]
