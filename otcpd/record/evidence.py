"""Reads evidence: the entries, and their bytes chunk by chunk."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.layers import Layer, default_layer
from otcpd.record import blobs
from otcpd.record.engine import Reader, Row
from otcpd.record.ids import read_instant

AT_ONCE = 500
"""How many pieces one question to the file may name."""

_COLUMNS = "id, owner, name, kind, state, sha256, size, created, caption, deleted"
_LISTED = "IN (SELECT value FROM json_each(?))"


class Entry(NamedTuple):
    """A piece as far as taking its bytes in once more needs it."""

    id: str
    caption: str
    binned: bool


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

    def called(self, ids: Iterable[str]) -> dict[str, str]:
        """Caption and name of these pieces in one line, by id, in one question to the file."""
        rows = self._reader.rows(
            f"SELECT id, trim(caption || ' ' || name) FROM evidence WHERE id {_LISTED} AND deleted IS NULL",
            (json.dumps(list(ids)),),
        )
        return {str(row): str(text) for row, text in rows}

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

    def entries_of(self, contents: Iterable[str]) -> dict[str, Entry]:
        """The entry of each of these contents (SHA-256) that has any; one that is not in the bin, if there is one."""
        rows = self._reader.rows(
            f"SELECT sha256, id, caption, deleted IS NOT NULL FROM evidence WHERE sha256 {_LISTED}"
            " ORDER BY deleted IS NULL, created DESC, id DESC",
            (json.dumps(list(contents)),),
        )
        return {str(sha256): Entry(str(row), str(caption), bool(binned)) for sha256, row, caption, binned in rows}

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that a piece has, in the bin or not."""
        rows = self._reader.rows(f"SELECT id FROM evidence WHERE id {_LISTED}", (json.dumps(list(ids)),))
        return frozenset(str(row[0]) for row in rows)

    def uses(self, evidence: str) -> frozenset[str]:
        """Ids of the activities that use a piece, those in the bin included."""
        rows = self._reader.rows(
            "SELECT activity FROM evidence_use WHERE evidence = ? AND deleted IS NULL", (evidence,)
        )
        return frozenset(str(row[0]) for row in rows)

    def links(self, ids: Iterable[str]) -> list[str]:
        """The links between these pieces and the activities that use them; without activities in the bin."""
        rows = self._reader.rows(
            "SELECT evidence_use.id FROM evidence_use JOIN activity ON activity.id = activity"
            f" WHERE evidence {_LISTED} AND evidence_use.deleted IS NULL AND activity.deleted IS NULL",
            (json.dumps(list(ids)),),
        )
        return [str(row[0]) for row in rows]

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
