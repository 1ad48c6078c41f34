"""Readers and what they see, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterable

from otcpd.actions.readers import OwnText, Place, Sight
from otcpd.domain.layers import Layer
from otcpd.domain.words import counted, in_words, joined

READERS = {Layer.PRIVATE: "Only me", Layer.SUPERVISION: "Supervision", Layer.REGULATOR: "Profile"}
"""The three views, from the innermost outwards."""

_SEES = {
    Layer.PRIVATE: "You see",
    Layer.SUPERVISION: "Your supervisor may see",
    Layer.REGULATOR: "Your profile may use",
}
PRINTS = (
    "Printed: title, date, time and category, and the evidence with its captions. Not printed by themselves: the other "
    "texts. You may use their words in your statement."
)


_GROUPS = {"reflection_answer": "Reflection", "evidence": "Evidence"}
"""What is named together where there is little room."""


def sees(level: Layer, seen: Sight, about: Place) -> str:
    """ "Your supervisor may see: Title, What it was and Evidence. Held back: Notes to myself."

    The text at `about` is named by itself, others of its group together.
    """
    shown, held = (names(texts, about) for texts in (seen.shown, seen.held_back))
    first = f"{_SEES[level]}: {joined(shown)}." if shown else f"{_SEES[level]} none of these texts."
    return f"{first} Held back: {joined(held)}." if held else first


def count_words(level: Layer, seen: Sight) -> str:
    """How many texts a view has, and how many are held back from it."""
    number, back = len(seen.shown), len(seen.held_back)
    if level is Layer.PRIVATE:
        return f"You see {counted(number, 'part')}."
    where = "be used in your profile" if level is Layer.REGULATOR else "be read by your supervisor"
    shown = f"{counted(number, 'part').capitalize()} may {where}."
    if not back:
        return f"{shown} Nothing is held back."
    stay = f"{in_words(back).capitalize()} {'stays' if back == 1 else 'stay'}"
    return f"{shown} {stay} with you{' and your supervisor' if _shared(seen) else ''}."


def _shared(seen: Sight) -> bool:
    """Whether a supervisor may read something of what is held back."""
    return any(one.layer is Layer.SUPERVISION for one in seen.held_back)


def names(texts: Iterable[OwnText], about: Place) -> list[str]:
    """What to call these texts in a short list, each name once."""
    called = (one.label if one.place == about else _GROUPS.get(one.place.table, one.label) for one in texts)
    return list(dict.fromkeys(called))
