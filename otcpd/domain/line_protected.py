"""Finding that something was done in protected time.

Only what can hardly be a subject counts: "in protected time", "(protected)", or "protected time" at the very
end. So "Talk on protected learning time" and "Adult protection" stay words.
"""

from __future__ import annotations

from otcpd.domain.line_words import Match, Words, plain

_IN = frozenset(["in", "during", "from", "using"])
_MY = frozenset(["my", "our"])
_BEFORE_A_SUBJECT = frozenset(["on", "about", "of", "for", "and", "to", "more", "no", "without", "our", "my", "the"])


def find_protected(words: Words) -> Match[str] | None:
    """The words that say so."""
    for start in range(len(words)):
        length = _named(words, start)
        if not length:
            continue
        begin = start - 1 if plain(words, start - 1) in _MY else start
        if plain(words, begin - 1) in _IN:
            return Match(begin - 1, start + length, "Protected time")
        if start + length == len(words) and start and plain(words, start - 1) not in _BEFORE_A_SUBJECT:
            return Match(start, start + length, "Protected time")
    for place, word in enumerate(words):
        if word is not None and word.casefold().rstrip(",;.") == "(protected)":
            return Match(place, place + 1, "Protected time")
    return None


def _named(words: Words, start: int) -> int:
    """How many words name protected time here; 0 for none."""
    if plain(words, start) != "protected":
        return 0
    if plain(words, start + 1) == "time":
        return 2
    return 3 if plain(words, start + 1) in ("learning", "cpd", "study") and plain(words, start + 2) == "time" else 0
