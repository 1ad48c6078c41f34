"""Names for files that a person keeps."""

from __future__ import annotations

_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


def safe_name(text: str) -> str:
    """`text` without the letters that some file system refuses in a name."""
    letters = (letter for letter in text if letter.isprintable() and letter not in _NOT_IN_NAMES)
    return " ".join("".join(letters).split()).strip(". ")
