"""Mandatory training: what of it still counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_SAY_LITTLE = frozenset(
    {"and", "annual", "course", "for", "joint", "level", "mandatory", "module", "new", "online", "practical"}
    | {"refresher", "the", "training", "update", "with", "yearly"}
)
"""Words of a title that do not tell what training is about."""


@dataclass(frozen=True, slots=True)
class Training:
    """Mandatory training that is good until `expires`."""

    activity: str
    title: str
    day: date
    expires: date


def current_trainings(trainings: Sequence[Training]) -> list[Training]:
    """Those that no newer training on the same topic has taken the place of, the next to run out first."""
    kept: list[Training] = []
    for one in sorted(trainings, key=_expiry, reverse=True):
        if not any(_same_topic(one.title, newer.title) for newer in kept):
            kept.append(one)
    return sorted(kept, key=_expiry)


def _same_topic(title: str, other: str) -> bool:
    """Whether two titles share two telling words, or the only one that one of them has.

    People book "Moving and handling: yearly update" one year and "Joint moving and handling training" the next.
    """
    first, second = _topic(title), _topic(other)
    shared = first & second
    return bool(shared) and len(shared) >= min(2, len(first), len(second))


def _topic(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", title.partition(":")[0].casefold())
    return frozenset(word for word in words if len(word) > 2 and word not in _SAY_LITTLE) or frozenset(words)


def _expiry(training: Training) -> tuple[date, date, str]:
    return training.expires, training.day, training.activity
