"""Dividing text into what a reader takes for single characters: a letter with its accents, a whole emoji."""

from __future__ import annotations

import unicodedata

UNREADABLE = "\ufffd"
"""Stands for what is no character: half of one, or a code that Unicode keeps from ever being one."""

ZERO_WIDTH_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Mc", "Me"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_REGIONAL_INDICATORS = range(0x1F1E6, 0x1F200)


def is_joiner(character: str) -> bool:
    """Whether this has no shape and only says how its neighbours look: joiners, selectors, tags of flags."""
    code = ord(character)
    return character in "\u200c\u200d" or code in _VARIATION_SELECTORS or code in _TAGS


def clusters(text: str) -> list[str]:
    """The characters of `text` as people count them, in order; joined together they are `text` again.

    Nearly the extended grapheme clusters of UAX #29, without its tables: syllables of Hangul that are
    written in parts, and letters that come before their base, stay single.
    """
    if not text:
        return []
    starts = [0]
    for place in range(1, len(text)):
        before = text[place - 1]
        alone = starts[-1] == place - 1
        if before == " " or not _continues(before, text[place], alone):
            starts.append(place)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _continues(before: str, character: str, alone: bool) -> bool:
    """Whether `character` belongs to the cluster that ends with `before`, `alone` if that is all of it."""
    code = ord(character)
    if code < 0x300:
        return False
    if unicodedata.category(character) in _MARKS or is_joiner(character) or code in _SKIN_TONES:
        return True
    if before == ZERO_WIDTH_JOINER:
        return unicodedata.category(character) == "So"
    return alone and code in _REGIONAL_INDICATORS and ord(before) in _REGIONAL_INDICATORS


def character_name(cluster: str) -> str:
    """What a character is called: "grinning face (U+1F600)". One of several parts is called by the first two."""
    numbers = " ".join(f"U+{ord(one):04X}" for one in cluster)
    if cluster == UNREADABLE:
        return f"a character that could not be read ({numbers})"
    parts = [unicodedata.name(one, "").lower() for one in cluster if not is_joiner(one)]
    name = " with ".join(parts[:2]) if parts and all(parts[:2]) else "a character without a name"
    return f"{name} ({numbers})"
