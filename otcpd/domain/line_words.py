"""A typed line as words, of which readers take those they understand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Words = Sequence[str | None]
"""The words of a line in order; None where a reader has taken one."""

Found = TypeVar("Found")

_BEFORE = "([{\"'“‘"
_AFTER = ")]}.,;:!?\"'”’"


@dataclass(frozen=True, slots=True)
class Match(Generic[Found]):
    """Words from `start` up to but not including `stop`, and what they were read as."""

    start: int
    stop: int
    value: Found


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that look like a day or a length of time but were left as words, and why, in a sentence."""

    text: str
    sentence: str
    what: str
    """ "date" or "duration"."""


def core(word: str | None) -> str:
    """A word without brackets, quotes and full stops around it; empty for a word already taken."""
    return (word or "").lstrip(_BEFORE).rstrip(_AFTER)


def plain(words: Words, place: int) -> str:
    """The word at `place` in lower case without punctuation; empty outside the line."""
    return core(words[place]).casefold() if 0 <= place < len(words) else ""


def windows(words: Words, start: int, longest: int) -> Iterator[tuple[int, str]]:
    """The runs of untaken words that begin at `start`, longest first: where each stops, and its text."""
    stop = start
    while stop < len(words) and stop - start < longest and words[stop] is not None:
        stop += 1
    for end in range(stop, start, -1):
        text = " ".join(word for word in words[start:end] if word is not None)
        yield end, core(text)


def without(words: Words, start: int, stop: int) -> list[str | None]:
    """The same line with these words taken."""
    return [None if start <= place < stop else word for place, word in enumerate(words)]
