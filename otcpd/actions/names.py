"""Names that a person gives to things."""

from __future__ import annotations

import unicodedata

from otcpd.domain.errors import NotAcceptable


def one_line(text: str) -> str:
    """Single spaces, NFC: ids of employers, tags and types are made of these very letters."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def named(name: str) -> str:
    """The name as it is kept. Raises NotAcceptable when there is none."""
    name = one_line(name)
    if not name:
        raise NotAcceptable("There is no name yet.", "Nothing was changed.", "Give a name.")
    return name
