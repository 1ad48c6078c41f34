"""Readers and what they see, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterable

from otcpd.actions.readers import OwnText, Sight
from otcpd.domain.layers import Layer
from otcpd.domain.words import counted, joined, tally

READERS = {Layer.PRIVATE: "Only me", Layer.SUPERVISION: "Supervision", Layer.REGULATOR: "Profile"}
"""The three views, from the innermost outwards."""

_SEES = {
    Layer.PRIVATE: "You see",
    Layer.SUPERVISION: "Your supervisor may see",
    Layer.REGULATOR: "Your profile may have",
}
PRINTS = (
    "The profile prints title, date, time and category, and the evidence with its captions. The other texts are "
    "free to go with it, for instance into your statement."
)


def sees(level: Layer, seen: Sight) -> str:
    """ "Your supervisor may see: Title, What it was. Held back: Notes to myself."."""
    shown = f"{_SEES[level]}: {joined(labels(seen.shown))}." if seen.shown else f"{_SEES[level]} none of these texts."
    held = f" Held back: {joined(labels(seen.held_back))}." if seen.held_back else ""
    return shown + held


def count_words(level: Layer, seen: Sight) -> str:
    """How many texts a view has, and how many are held back from it."""
    shown = f"{_SEES[level]} {counted(len(seen.shown), 'text')}."
    if level is Layer.PRIVATE:
        return shown
    number = len(seen.held_back)
    if not number:
        return f"{shown} Nothing is held back."
    return f"{shown} {tally(number, 'text')} {'is' if number == 1 else 'are'} held back."


def labels(texts: Iterable[OwnText]) -> list[str]:
    """Their labels, each once."""
    return list(dict.fromkeys(one.label for one in texts))
