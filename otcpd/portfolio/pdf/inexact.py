"""What a profile cannot print as it was written: the characters that come out as boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.clusters import clusters, is_joiner
from otcpd.portfolio.pdf.text import clean
from otcpd.portfolio.pdf.typesetting import is_exact

_UNREADABLE = "\ufffd"


def inexact_characters(content: ProfileContent, words: Iterable[str] = ()) -> tuple[str, ...]:
    """The characters of any text in `content`, then in `words`, that print as boxes: each once, in order.

    A letter with its accents and an emoji of several parts are each one character. What has no shape at all
    (control characters, byte order marks) is left out of the print and does not count.
    """
    found: dict[str, None] = {}
    for text in (*_texts(content), *words):
        cleaned = clean(text)
        if not fonts.is_plain(cleaned):
            found.update(dict.fromkeys(one for one in clusters(cleaned) if not is_exact(one)))
    return tuple(found)


def character_name(cluster: str) -> str:
    """What a character is called: "grinning face (U+1F600)". Of several parts, the first one names it."""
    numbers = " ".join(f"U+{ord(one):04X}" for one in cluster)
    if cluster == _UNREADABLE:
        return f"a character that could not be read ({numbers})"
    parts = [unicodedata.name(one, "").lower() for one in cluster if not is_joiner(one)]
    name = " with ".join(parts[:2]) if parts and all(parts[:2]) else "a character without a name"
    return f"{name} ({numbers})"


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, whatever holds it, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
