"""The place in a text where a word that was searched for stands, with a few words round it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

BEFORE, AFTER = 2, 6
"""So many words are shown before the word that was found, and after it."""
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")


class Excerpt(NamedTuple):
    """`text` is "… for special seating are now …", `onward` the same from the word that was found on."""

    text: str
    onward: str


def asked_for(query: str) -> tuple[str, ...]:
    """The words of a query, as `hidden_in` and `excerpt` take them."""
    return tuple(_WORD.findall(_folded(query)))


def hidden_in(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Those of `words` with which no word of `text` begins."""
    folded = _folded(text)
    return tuple(word for word in words if not _beginning((word,)).search(folded))


def excerpt(text: str, words: Sequence[str]) -> Excerpt | None:
    """The first word of `text` that begins with one of `words`, among its neighbours; None if there is none."""
    beginning, folded = _beginning(words), _folded(text)
    if not words or not beginning.search(folded):
        return None
    whole = text.split()
    place = next(place for place, one in enumerate(folded.split()) if beginning.search(one))
    first, end = max(0, place - BEFORE), place + AFTER + 1
    after = " …" if end < len(whole) else ""
    shown = f"{'… ' if first else ''}{' '.join(whole[first:end])}{after}"
    return Excerpt(shown, f"{' '.join(whole[place:end])}{after}")


def _folded(text: str) -> str:
    """A text as search compares it: without case and accents."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))


def _beginning(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})")
