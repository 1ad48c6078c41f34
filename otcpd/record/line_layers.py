"""Who may read the lines of sessions: topics, decisions and actions to which somebody gave readers of their own."""

from __future__ import annotations

from otcpd.domain.layers import Layer
from otcpd.record.engine import Reader


def line_layers(reader: Reader) -> dict[str, Layer]:
    """By the id of a line its layer; lines that are not here have the usual one."""
    rows = reader.rows(
        "SELECT row, layer FROM layer WHERE deleted IS NULL AND field = 'text'"
        " AND tbl IN ('session_topic', 'session_decision', 'session_action')"
    )
    with reader.legible():
        return {str(row): Layer(layer) for row, layer in rows}
