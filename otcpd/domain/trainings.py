"""Mandatory training: what of it still counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

_SAY_LITTLE = frozenset(
    {"a", "an", "and", "annual", "at", "by", "course", "for", "in", "joint", "level", "mandatory", "module", "my"}
    | {"new", "of", "on", "online", "our", "practical", "refresher", "session", "statutory", "the", "to", "training"}
    | {"update", "with", "yearly"}
)
"""Words of a title that do not tell what training is about."""
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Training(NamedTuple):
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
    """Whether two titles have the same telling words: a reminder too many does no harm, one that is hidden does.

    People book "Moving and handling: yearly update" one year and "Joint moving and handling training" the next, but
    basic life support is not immediate life support. Titles that tell nothing are on the same topic where they are the
    same title, as "Add it again" makes them; without any title nobody knows.
    """
    topic = _topic(title)
    return topic == _topic(other) if topic else bool(title.strip()) and _plain(title) == _plain(other)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _topic(title: str) -> frozenset[str]:
    words = _WORD.findall(title.casefold())
    return frozenset(word for word in words if word not in _SAY_LITTLE and not _YEAR.fullmatch(word))


def _expiry(training: Training) -> tuple[date, date, str]:
    return training.expires, training.day, training.activity
