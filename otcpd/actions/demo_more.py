"""More activities for the sample, recombined from parts: the same place in the row, the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from otcpd.actions.demo_content import SampleActivity, read_once, standard_refs
from otcpd.domain.activity import Category
from otcpd.domain.period import Period

_DAY = timedelta(days=1)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    """A format and a topic that fit together; `turn` varies the sentences when a topic comes again."""

    shape: dict[str, Any]
    topic: dict[str, Any]
    standards: tuple[str, ...]
    turn: int


class Parts:
    """The parts, and what can be made of them."""

    def __init__(self) -> None:
        content = read_once("parts")
        self._places: list[str] = content["places"]
        self._angles: list[str] = content["angles"]
        self._pairs = _pairs(content["formats"], content["topics"])

    def make(self, place: int, day: date) -> SampleActivity:
        """The activity at `place` in an endless row, done on `day`."""
        turn, which = divmod(place, len(self._pairs))
        pair = self._pairs[which]
        shape, topic, varied = pair.shape, pair.topic, pair.turn + turn
        title = shape["title"].format(topic=topic["name"])
        if turn:
            title += f", {self._angles[(turn - 1 + place) % len(self._angles)]}"
        words = {"topic": topic["name"], "place": self._places[(place * 5 + 3) % len(self._places)]}
        return SampleActivity(
            day=day,
            fields={
                "date": day,
                "title": title,
                "category": Category(shape["category"]),
                "type": shape["type"],
                "minutes": shape["minutes"] + (0, 0, 15)[place % 3],
                "protected_minutes": shape.get("protected_minutes", 0),
                "description": _one_of(shape["description"], varied).format(**words),
                "learning": _one_of(topic["learning"], varied),
                "practice_impact": _one_of(topic["practice_impact"], varied // 2),
                "service_user_benefit": _one_of(topic["service_user_benefit"], varied // 4 + varied),
            },
            companions=tuple(shape.get("with", ())),
            tags=(*shape["tags"], *topic["tags"]),
            standards=pair.standards,
        )


def spread(count: int, period: Period, *, without: Sequence[Period] = ()) -> list[date]:
    """`count` working days of `period`, evenly spread and rising, none of them in `without`."""
    days = [
        day
        for day in (period.start + _DAY * number for number in range(period.days))
        if day.weekday() <= _FRIDAY and not any(day in spell for spell in without)
    ]
    return [days[(2 * number + 1) * len(days) // (2 * count)] for number in range(count)]


def _pairs(shapes: list[dict[str, Any]], topics: list[dict[str, Any]]) -> list[_Pair]:
    """Every pair that fits, so mixed that neighbours differ in both. The two counts share no divisor."""
    found = []
    for number in range(len(shapes) * len(topics)):
        shape, topic = shapes[number % len(shapes)], topics[number % len(topics)]
        if topic["kind"] in shape["fits"]:
            found.append(_Pair(shape, topic, standard_refs(shape["standards"]), number // len(topics)))
    return found


def _one_of(sentences: list[str], number: int) -> str:
    return sentences[number % len(sentences)]
