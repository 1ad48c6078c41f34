"""Reads the reasons a person gave for gaps."""

from __future__ import annotations

from datetime import date

from otcpd.domain.gaps import GapReason
from otcpd.domain.layers import Layer, default_layer
from otcpd.record.engine import Reader
from otcpd.record.ids import read_instant


class GapReasons:
    """The reasons for gaps in an open CPD file."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self, *, binned: bool = False) -> list[GapReason]:
        """Every reason, the earliest gap first; `binned` gives those in the bin instead."""
        with self._reader.legible():
            return self._made(binned=binned)

    def _made(self, *, binned: bool) -> list[GapReason]:
        layers = {
            (row, name): Layer(layer)
            for row, name, layer in self._reader.rows(
                "SELECT row, field, layer FROM layer WHERE tbl = 'gap_reason' AND deleted IS NULL"
            )
        }
        rows = self._reader.rows(
            'SELECT id, owner, start, "end", reason, note, deleted FROM gap_reason'
            f' WHERE deleted IS {"NOT " if binned else ""}NULL ORDER BY start, "end", id'
        )
        return [
            GapReason(
                id=row[0],
                owner=row[1],
                start=date.fromisoformat(row[2]),
                end=date.fromisoformat(row[3]),
                reason=row[4],
                note=row[5],
                reason_layer=layers.get((row[0], "reason"), default_layer("gap_reason", "reason")),
                note_layer=layers.get((row[0], "note"), default_layer("gap_reason", "note")),
                deleted=read_instant(row[6]) if row[6] else None,
            )
            for row in rows
        ]
