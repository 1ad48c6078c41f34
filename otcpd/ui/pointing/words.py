"""The sentences about words that may point to a person. They ask, and never accuse."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.actions.confidentiality import words_for
from otcpd.domain.pointed_words import PointedWords
from otcpd.domain.words import counted, joined, quoted, shortened

SHOW = "Show it"
FINE = "It is fine"
NOTHING = "Nothing here points to a person"
LOOKING = "Looking for names and numbers"
_MOST_SAID = 60
"""Letters of the words that are said again."""


def pointing(count: int, *, full_stop: bool = True) -> str:
    """ "Two words may point to a person. You decide on each.\""""
    if not full_stop:
        return f"{counted(count, 'word').capitalize()} may point to a person"
    return f"{counted(count, 'word').capitalize()} may point to a person. You decide{' on each' * (count > 1)}."


def looks_like(pointed: PointedWords) -> str:
    """ "‘Mrs Birch’ looks like a name", and how often it stands there if more than once."""
    often = f", in {counted(len(pointed.places), 'place')}" if len(pointed.places) > 1 else ""
    return f"{named(pointed)} looks like {words_for(pointed).looks_like}{often}"


def named(pointed: PointedWords) -> str:
    """The words in quotes."""
    return quoted(" ".join(shortened(pointed.text, _MOST_SAID).split()))


def and_more(count: int) -> str:
    """How many come once those before them are decided on."""
    return f"{counted(count, 'more follows', 'more follow').capitalize()}." if count else ""


def in_texts(count: int, labels: Sequence[str]) -> str:
    """For a whole entry, with the names of the texts."""
    return f"{pointing(count, full_stop=False)}, in {joined([quoted(label) for label in labels])}"
