"""Reads what is in the bin: everything that a person deleted and nobody erased for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from otcpd.record.engine import Reader
from otcpd.record.ids import read_instant

_NAMES = {
    "activity": "title",
    "evidence": "CASE WHEN trim(caption) <> '' THEN caption ELSE name END",
    "gap_reason": "reason",
    "person": "name",
    "employer": "name",
    "post": "title",
    "own_type": "name",
    "tag": "name",
}
"""What names a thing, by its table. Other tables hold links and settings, which stand in no bin."""


@dataclass(frozen=True, slots=True)
class Binned:
    """One deleted row. `name` is what a person knows it by, perhaps empty."""

    table: str
    id: str
    name: str
    deleted: datetime


def binned_rows(reader: Reader) -> list[Binned]:
    """Everything in the bin, the newest first.

    Left out is what only an undo put away: nobody deleted it.
    """
    found: list[Binned] = []
    away_by_undo = _put_away_by_undo(reader)
    with reader.legible():
        for table, name in _NAMES.items():
            rows = reader.rows(
                f'SELECT id, {name}, deleted FROM "{table}" WHERE deleted IS NOT NULL'
                " AND id NOT IN (SELECT row FROM erasure WHERE tbl = ? AND field = '' AND erasure.deleted IS NULL)",
                (table,),
            )
            found += [
                Binned(table, row, text, read_instant(at)) for row, text, at in rows if (table, row) not in away_by_undo
            ]
    return sorted(found, key=_newest_first, reverse=True)


def _put_away_by_undo(reader: Reader) -> set[tuple[str, str]]:
    """Table and id of what is in the bin although no person put it there. Only what is there now is looked up."""
    binned = " UNION ALL ".join(f'SELECT id FROM "{table}" WHERE deleted IS NOT NULL' for table in _NAMES)
    rows = reader.rows(
        "SELECT tbl, row FROM change JOIN step ON step.id = change.step"
        f" WHERE row IN ({binned}) AND field = 'deleted' AND after IS NOT NULL"
        " GROUP BY tbl, row HAVING sum(step.kind <> 'undo') = 0"
    )
    return {(str(table), str(row)) for table, row in rows}


def _newest_first(one: Binned) -> tuple[datetime, str]:
    return one.deleted, one.id


def uses_that_went_with(reader: Reader, evidence: str) -> list[str]:
    """The link rows between a piece of evidence and activities that were taken away in one step with it."""
    return [
        str(row[0])
        for row in reader.rows(
            "SELECT evidence_use.id FROM evidence_use JOIN evidence ON evidence.id = evidence"
            " WHERE evidence = ? AND evidence_use.deleted = evidence.deleted ORDER BY evidence_use.id",
            (evidence,),
        )
    ]
