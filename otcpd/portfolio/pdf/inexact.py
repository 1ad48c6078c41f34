"""What a profile cannot print as it was written: the characters that come out as boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.clusters import clusters
from otcpd.portfolio.pdf.text import clean
from otcpd.portfolio.pdf.typesetting import is_exact


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
