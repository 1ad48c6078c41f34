"""Dividing text into what a reader takes for single characters: a letter with its accents, a whole emoji."""

from __future__ import annotations

import unicodedata

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
    found: list[str] = []
    for character in text:
        if found and found[-1] != " " and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(cluster: str, character: str) -> bool:
    code = ord(character)
    if code < 0x300:
        return False
    if unicodedata.category(character) in _MARKS or is_joiner(character) or code in _SKIN_TONES:
        return True
    if cluster[-1] == ZERO_WIDTH_JOINER:
        return unicodedata.category(character) == "So"
    return code in _REGIONAL_INDICATORS and len(cluster) == 1 and ord(cluster) in _REGIONAL_INDICATORS
