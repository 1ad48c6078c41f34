"""Finding the headings of a table that has a title above them."""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.csv_in import Table, TableLine
from otcpd.exchange.table_fields import columns_of_fields

_LOOKED_AT = 10
"""Lines among which the headings are looked for."""


def with_headings(table: Table, wanted: Mapping[str, str]) -> tuple[Table, tuple[TableLine, ...]]:
    """The table from its headings on, and the lines above them.

    The headings are the first line that names a date and a title (`wanted` maps columns to fields). Without any
    such line the table stays as it is.
    """
    lines = (TableLine(table.first, table.headings), *table.lines)
    for place, line in enumerate(lines[:_LOOKED_AT]):
        try:
            columns_of_fields(line.cells, wanted)
        except NotAcceptable:
            continue
        return Table(line.cells, lines[place + 1 :], line.number, table.left), lines[:place]
    return table, ()
