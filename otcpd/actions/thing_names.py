"""What things without a title of their own are called where they stand among others: in the bin, in a history."""

from __future__ import annotations

from otcpd.actions.pathway import naming as pathway
from otcpd.actions.supervision import naming as supervision

_NAMES = {**supervision.NAMES, **pathway.NAMES}
NAMED = frozenset(_NAMES)
"""Tables whose rows are called by what they are and when."""


def name_in_words(table: str, told: str) -> str:
    """The name of a row of a `NAMED` table, from what `otcpd.record.binned` tells of it."""
    return _NAMES[table](*told.split("\x1f"))
