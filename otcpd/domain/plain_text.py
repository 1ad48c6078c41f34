"""Characters that no text of a person has: they come in with pasted text and with names of files."""

from __future__ import annotations

import re
import unicodedata

_HALVES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")
"""Controls but for tabs and ends of lines, and the two that make text read as other than it was written."""
_UNSEEN = frozenset(["Cc", "Cf", "Zs", "Zl", "Zp"])


def storable(text: str) -> str:
    """The text without controls. Halves of characters, from a name in an old encoding, become U+FFFD."""
    if text.isprintable():
        return text
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", text))


def says_nothing(text: str) -> bool:
    """Whether there is nothing to be seen in it."""
    return all(unicodedata.category(letter) in _UNSEEN for letter in text)
