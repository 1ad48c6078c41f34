"""How well a few letters fit the name of something: 0 for not at all, more for better.

Every word that was typed must fit: at the beginning of the name, as the first letters of its words ("na" for "New
activity"), at the beginning of one of its words, inside a word, or as letters in their order.
"""

from __future__ import annotations

import re

_START, _INITIALS, _WORD, _INSIDE, _LETTERS = 100.0, 90.0, 80.0, 40.0, 10.0
_LEAST_INSIDE = 2
_WORDS = re.compile(r"\w+")


def fit(query: str, name: str) -> float:
    """How well `query` fits `name`. An empty query fits everything alike."""
    text = name.casefold()
    total = 0.0
    for word in query.casefold().split():
        found = _fit_word(word, text)
        if not found:
            return 0.0
        total += found
    if query.casefold().strip() == text.strip("….").strip():
        total += _START
    return total - len(text) / 100 if total else 1.0


def _fit_word(word: str, text: str) -> float:
    if text.startswith(word):
        return _START
    starts = [found.start() for found in _WORDS.finditer(text)]
    if len(word) > 1 and "".join(text[start] for start in starts).startswith(word):
        return _INITIALS
    if any(text.startswith(word, start) for start in starts):
        return _WORD
    if len(word) >= _LEAST_INSIDE and word in text:
        return _INSIDE
    return _letters(word, text, starts)


def _letters(word: str, text: str, starts: list[int]) -> float:
    """Letters in their order count where the first one begins a word and they lie close together."""
    if len(word) < _LEAST_INSIDE + 1:
        return 0.0
    best = 0.0
    for start in starts:
        if text[start] != word[0]:
            continue
        place, end = start, start
        for letter in word:
            end = text.find(letter, place)
            if end < 0:
                break
            place = end + 1
        else:
            gaps = end - start + 1 - len(word)
            best = max(best, _LETTERS - gaps if gaps <= len(word) else 0.0)
    return best
