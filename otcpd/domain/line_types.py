"""Finding the type of activity that a line names."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.domain.known_type import KnownType
from otcpd.domain.line_words import Match, Words, core


def find_type(words: Words, known_types: Sequence[KnownType]) -> Match[KnownType] | None:
    """The type named first; of several at one place the longest, so "case conference" is no conference."""
    phrases = {phrase: known for known in known_types for phrase in known.words}
    longest = max((len(phrase.split()) for phrase in phrases), default=0)
    # A hyphenated word counts as several; each remembers the word of the line it came from.
    parts = [(part, place) for place, word in enumerate(words) for part in core(word).casefold().split("-") or [""]]
    for first in range(len(parts)):
        for size in range(min(longest, len(parts) - first), 0, -1):
            run = parts[first : first + size]
            known = phrases.get(" ".join(part for part, _ in run))
            if known:
                return Match(run[0][1], run[-1][1] + 1, known)
    return None
