"""Which texts may leave the CPD file, by what was chosen for each of them, or else by what is usual for its kind."""

from __future__ import annotations

import json

from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.record.engine import Reader


class Leaving:
    """What may be read at a level in some tables, for papers that look at many rows: the choices are read once."""

    def __init__(self, reader: Reader, level: Layer, *tables: str) -> None:
        rows = reader.rows(
            "SELECT tbl, row, field, layer FROM layer WHERE deleted IS NULL"
            " AND tbl IN (SELECT value FROM json_each(?))",
            (json.dumps(tables),),
        )
        with reader.legible():
            self._chosen = {(table, row, field): Layer(layer) for table, row, field, layer in rows}
        self._level = level

    def may(self, table: str, row: str, field: str) -> bool:
        """Whether this text of this row may be read."""
        return may_leave(self._chosen.get((table, row, field), default_layer(table, field)), self._level)

    def text(self, table: str, row: str, field: str, text: str) -> str:
        """The text as far as it may be read: all of it, or nothing."""
        return text if self.may(table, row, field) else ""
