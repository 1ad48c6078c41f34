"""Values as the file keeps them."""

from __future__ import annotations

import unicodedata

from otcpd.domain.plain_text import storable
from otcpd.record.engine import Value


def as_stored(value: Value) -> Value:
    """As the file keeps it: text in NFC, so that the same words are the same bytes; yes and no as 1 and 0.

    What no text has is left out, see `storable`.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", storable(str(value)))  # of an enumeration only its text
    if isinstance(value, bool):
        return int(value)
    return value
