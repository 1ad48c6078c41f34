"""Reads evidence: the entries, and their bytes chunk by chunk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.layers import Layer, default_layer
from otcpd.record import blobs
from otcpd.record.engine import Reader, Row
from otcpd.record.ids import read_instant

AT_ONCE = 500
"""How many pieces one question to the file may name."""

_COLUMNS = "id, owner, name, kind, state, sha256, size, created, caption, deleted"


class EvidenceFiles:
    """The evidence of an open CPD file."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self._reader = reader
        self._path = path

    def get(self, evidence: str) -> Evidence:
        """One piece, in the bin or not. Raises NotAcceptable if there is none with this id."""
        for found in self._read("id = ?", (evidence,)):
            return found
        raise NotAcceptable(
            f"There is no evidence with the id {evidence}.",
            "Nothing was changed.",
            "Copy the id from the list of evidence.",
        )

    def all(self, *, binned: bool = False) -> list[Evidence]:
        """Every piece, oldest first; `binned` gives those in the bin instead."""
        return self._read(f"deleted IS {'NOT ' if binned else ''}NULL", ())

    def ids(self) -> list[str]:
        """The id of every piece that is not in the bin, oldest first."""
        return [
            str(row[0])
            for row in self._reader.rows("SELECT id FROM evidence WHERE deleted IS NULL ORDER BY created, id", ())
        ]

    def some(self, ids: Sequence[str]) -> list[Evidence]:
        """The pieces with these ids, in the bin or not, oldest first; ids that nothing has are left out.

        At most `AT_ONCE` of them.
        """
        assert len(ids) <= AT_ONCE
        return self._read(f"id IN ({', '.join('?' * len(ids))})", tuple(ids))

    def text(self, sha256: str, most: int) -> str | None:
        """The beginning of the words found inside a file, for the search; None if nobody has looked for any."""
        found = self._reader.value("SELECT substr(text, 1, ?) FROM blob WHERE sha256 = ?", (most, sha256))
        return None if found is None else str(found)

    def chunks(self, evidence: str) -> Iterator[bytes]:
        """The bytes of one piece. Raises FileDamaged at the end if they are not what came in."""
        return blobs.read_chunks(self._reader, self.get(evidence).sha256, self._path)

    def content(self, sha256: str) -> Iterator[bytes]:
        """Stored bytes by their SHA-256."""
        return blobs.read_chunks(self._reader, sha256, self._path)

    def with_content(self, sha256: str) -> list[str]:
        """Ids of the entries (not in the bin) that have these bytes."""
        return [
            str(row[0])
            for row in self._reader.rows(
                "SELECT id FROM evidence WHERE sha256 = ? AND deleted IS NULL ORDER BY created, id", (sha256,)
            )
        ]

    def stored(self) -> frozenset[str]:
        """The SHA-256 of everything whose bytes are in the file."""
        return frozenset(str(row[0]) for row in self._reader.rows("SELECT sha256 FROM blob WHERE sha256 IS NOT NULL"))

    def last_position(self, activity: str) -> str | None:
        """The order key of the last piece of an activity."""
        found = self._reader.value("SELECT max(position) FROM evidence_use WHERE activity = ?", (activity,))
        return None if found is None else str(found)

    def _read(self, where: str, values: tuple[str, ...]) -> list[Evidence]:
        with self._reader.legible():
            return self._made(where, values)

    def _made(self, where: str, values: tuple[str, ...]) -> list[Evidence]:
        among = f"(SELECT id FROM evidence WHERE {where})"
        uses: dict[str, list[str]] = defaultdict(list)
        for evidence, activity in self._reader.rows(
            "SELECT evidence, activity FROM evidence_use JOIN activity ON activity.id = activity"
            f" WHERE evidence IN {among} AND evidence_use.deleted IS NULL AND activity.deleted IS NULL"
            " ORDER BY activity.date, activity.id",
            values,
        ):
            uses[evidence].append(activity)
        layers: dict[tuple[str, str], Layer] = {
            (row, name): Layer(layer)
            for row, name, layer in self._reader.rows(
                f"SELECT row, field, layer FROM layer WHERE row IN {among} AND tbl = 'evidence' AND deleted IS NULL",
                values,
            )
        }
        rows = self._reader.rows(f"SELECT {_COLUMNS} FROM evidence WHERE {where} ORDER BY created, id", values)
        return [_evidence(row, tuple(uses.get(row[0], ())), layers) for row in rows]


def _evidence(row: Row, used_in: tuple[str, ...], layers: dict[tuple[str, str], Layer]) -> Evidence:
    return Evidence(
        id=row[0],
        owner=row[1],
        name=row[2],
        kind=EvidenceKind(row[3]),
        state=EvidenceState(row[4]),
        sha256=row[5],
        size=row[6],
        created=read_instant(row[7]),
        caption=row[8],
        used_in=used_in,
        layer=layers.get((row[0], "file"), default_layer("evidence", "file")),
        caption_layer=layers.get((row[0], "caption"), default_layer("evidence", "caption")),
        deleted=read_instant(row[9]) if row[9] else None,
    )
