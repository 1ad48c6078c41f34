"""Activities that probably show what a role asks, though nobody linked them: found by their words and by near links.

The same log and the same words give the same suggestions, in the same order.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from otcpd.domain.framework import LinkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import Shown
from otcpd.domain.words import joined

MOST = 6
"""Suggestions for one expectation: more of them would be a search."""
_SHORTEST = 4
_SURE = 2
"""So many words in common make a suggestion; one is enough where there are no more."""
_NEAR = 3.0
"""What a link to an item near by counts, in the weight of a rather rare word."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("ation", "ship", "ment", "ance", "ence", "ion", "ing", "ive", "or", "er", "ed", "es", "ly", "y", "e", "s")
_COMMON_WORDS = (
    "about above after also among areas being between both could does doing done each from have having here into "
    "more most other others over own same self should some such than that their them then there these they this "
    "those through under upon used using very well were what when where which while will with within work works "
    "would your able level practice"
)
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that say little; "practice" and "work" are in every other line of this profession."""


class Suggestion(NamedTuple):
    """An activity, and why it may show it, as a sentence."""

    activity: str
    why: str


class WordIndex:
    """What activities say, by the stems of their words. Filled in slices, and asked when it is whole."""

    def __init__(self) -> None:
        self._having: dict[str, list[str]] = defaultdict(list)
        self._count = 0

    def add(self, texts: Iterable[tuple[str, str]]) -> None:
        """What some more activities say: pairs of id and text, each id once."""
        having = self._having
        for activity, text in texts:
            self._count += 1
            for stem in stems(text):
                having[stem].append(activity)

    def weights(self, wanted: Mapping[str, str]) -> dict[str, list[tuple[float, str]]]:
        """For each activity that has any of these stems the words it has, with how telling each is."""
        found: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for stem, word in wanted.items():
            having = self._having.get(stem, ())
            weight = math.log(1 + self._count / len(having)) if having else 0.0
            for activity in having:
                found[activity].append((weight, word))
        return found


def stems(text: str) -> dict[str, str]:
    """The words of a text without their endings, and the first word that has each; common and short ones left out."""
    found: dict[str, str] = {}
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    for word in dict.fromkeys(_WORD.findall(plain.lower())):
        if len(word) >= _SHORTEST and word not in _COMMON:
            found.setdefault(_STEMS[word], word)
    return found


class _Stems(dict[str, str]):
    """Each word is taken apart once: a log has far fewer words than places where they stand."""

    def __missing__(self, word: str) -> str:
        if len(self) > 50_000:
            self.clear()
        self[word] = stem = _stem(word)
        return stem


def _stem(word: str) -> str:
    """ "supervi" of supervise, supervises, supervision and supervisor: never shown, so the same for all will do."""
    while True:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith("ss"):
                word = word.removesuffix(ending)
                break
        else:
            return word


_STEMS = _Stems()


def suggestions(
    text: str,
    item: str,
    frameworks: Frameworks,
    index: WordIndex,
    activities: Sequence[Shown],
    goal_items: Mapping[str, str],
    already: Iterable[str],
) -> tuple[Suggestion, ...]:
    """What may show an item (empty for an expectation in words) that says `text`, the most likely first, the newest
    first among equals; those of `already` are left out. `activities` come oldest first."""
    wanted = stems(text)
    needed = min(_SURE, len(wanted))
    worded = index.weights(wanted)
    related, above = _related(frameworks, item), _above(frameworks, item)
    out = frozenset(already)
    found: list[tuple[float, int, Shown, str]] = []
    for place, activity in enumerate(activities):
        said = worded.get(activity.id, [])
        # What is linked to the pillar above says little while it has no word of this.
        near = _linked_to(activity, goal_items, related | above if said else related)
        if activity.id in out or not (near or (said and len(said) >= needed)):
            continue
        score = sum(weight for weight, _word in said) + (_NEAR if near else 0.0)
        found.append((-score, -place, activity, _why(said, frameworks.label(near) if near else "")))
    found.sort(key=_rank)
    return tuple(Suggestion(activity.id, why) for _score, _place, activity, why in found[:MOST])


def _rank(found: tuple[float, int, Shown, str]) -> tuple[float, int]:
    return found[0], found[1]


def _related(frameworks: Frameworks, item: str) -> frozenset[str]:
    """The items that are related to this one."""
    found: set[str] = set()
    for link in frameworks.links:
        if item and link.kind is LinkKind.RELATED and item in (link.source, link.target):
            found.add(link.target if link.source == item else link.source)
    return frozenset(found)


def _above(frameworks: Frameworks, item: str) -> frozenset[str]:
    """The item above this one, and what says the same."""
    above = next(frameworks.above(item), None)
    return frameworks.alike(above) if above is not None else frozenset()


def _linked_to(activity: Shown, goal_items: Mapping[str, str], near: frozenset[str]) -> str:
    """The first of these items that it is linked to; empty for none."""
    if not near:
        return ""
    goals = (goal_items.get(goal, "") for goal in activity.goals)
    return next((ref for ref in (*activity.standards, *goals) if ref in near), "")


def _why(said: Sequence[tuple[float, str]], near: str) -> str:
    words = [f"‘{word}’" for _weight, word in sorted(said, key=_most_telling)[:3]]
    parts = [f"says {joined(words)}"] if words else []
    if near:
        parts.append(f"linked to ‘{near}’")
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def _most_telling(said: tuple[float, str]) -> tuple[float, str]:
    return -said[0], said[1]
