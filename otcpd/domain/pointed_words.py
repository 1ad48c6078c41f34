"""Words of a text that may point to a person, as a person decides on them: each wording once.

A decision is kept as a mark from which the words cannot be told, and holds for one wording in one text.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from otcpd.domain.identifier_rules import FoundIdentifier, IdentifierKind

TextKey = tuple[str, ...]
"""Which text: ("activity", its id, "learning")."""


@dataclass(frozen=True, slots=True)
class PointedWords:
    """One wording and the places where it stands, in the order of the text. `mark` is what a decision is kept by."""

    kind: IdentifierKind
    text: str
    places: tuple[tuple[int, int], ...]
    mark: str


def pointed_words(
    found: Iterable[FoundIdentifier], key: TextKey, decided: Collection[str] = ()
) -> tuple[PointedWords, ...]:
    """What is still to decide on in a text, in its order. `decided` are marks."""
    by_wording: dict[tuple[IdentifierKind, str], list[FoundIdentifier]] = {}
    for one in found:
        by_wording.setdefault((one.kind, _wording(one.text)), []).append(one)
    return tuple(
        PointedWords(kind, ones[0].text, tuple((one.start, one.end) for one in ones), mark)
        for (kind, wording), ones in by_wording.items()
        if (mark := mark_of(key, kind, wording)) not in decided
    )


def mark_of(key: TextKey, kind: IdentifierKind, text: str) -> str:
    """The mark of a wording in one text: four digits. So short that a list of all CHI numbers has hundreds with the
    same: nobody can tell from it what was written, not even once the text is gone."""
    said = "\x1f".join((*key, kind.value, _wording(text)))
    return f"{zlib.crc32(said.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def _wording(text: str) -> str:
    return re.sub(r"[\s-]", "", text).casefold()
