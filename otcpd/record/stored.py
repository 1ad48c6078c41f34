"""Values as the file keeps them."""

from __future__ import annotations

import re
import unicodedata

from otcpd.record.engine import Value

_HALVES = re.compile("[\ud800-\udfff]")


def as_stored(value: Value) -> Value:
    """As the file keeps it: text in NFC, so that the same words are the same bytes; yes and no as 1 and 0.

    Halves of characters (from the name of a file in an old encoding) cannot be stored: U+FFFD stands for them.
    """
    if isinstance(value, str):
        return unicodedata.normalize("NFC", _HALVES.sub("\N{REPLACEMENT CHARACTER}", value))
    if isinstance(value, bool):
        return int(value)
    return value
