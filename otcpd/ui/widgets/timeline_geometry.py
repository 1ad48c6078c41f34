"""Where things stand on a cycle timeline: numbers only, so that thousands of dots cost little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from otcpd.domain.dates import MONTHS, add_months
from otcpd.ui.widgets.timeline_content import Mark

_DAY = timedelta(days=1)


class Scale(NamedTuple):
    """Days from `start` to `end` over `width` pixels from `left` on."""

    start: date
    end: date
    left: float
    width: float

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.width

    def begin(self, day: date) -> float:
        """Where a day begins, held to the two ends."""
        days = (self.end - self.start).days + 1
        return self.left + self.width * min(max((day - self.start).days, 0), days) / days

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return (self.begin(day) + self.begin(day + _DAY)) / 2

    def spell(self, first: date, last: date) -> tuple[float, float]:
        """Where the days from `first` to `last` begin and end."""
        return self.begin(first), self.begin(last + _DAY)


class Dot(NamedTuple):
    """One dot for all activities of a lane that fall on one pixel. `first` is the place of the first of them among
    the marks, `number` how many they are; `low` is it when the dot before it stands too near."""

    x: int
    lane: int
    first: int
    number: int
    low: bool


class Stretch(NamedTuple):
    """Something of a lane that reaches from `left` to `right`: activities that last, or a crowd of dots."""

    lane: int
    left: float
    right: float


def dots(marks: Iterable[Mark], scale: Scale, apart: float) -> tuple[Dot, ...]:
    """The dots of `marks`, which come by date. Those nearer than `apart` to the one before stand low by turns."""
    found: dict[tuple[int, int], list[int]] = {}
    for place, mark in enumerate(marks):
        here = found.setdefault((mark.lane, place_of(mark, scale)), [place, 0])
        here[1] += 1
    made: list[Dot] = []
    before: dict[int, Dot] = {}
    for (lane, x), (first, count) in sorted(found.items()):
        last = before.get(lane)
        low = last is not None and x - last.x < apart and not last.low
        before[lane] = Dot(x, lane, first, count, low)
        made.append(before[lane])
    return tuple(made)


def crowds(found: Sequence[Dot], near: float, least: int) -> tuple[tuple[Stretch, ...], tuple[Dot, ...]]:
    """Where `least` dots or more of a lane stand nearer than `near` to each other, one stretch stands for them.

    Gives the stretches, and the dots that stand alone. `found` is in order of lane and place.
    """
    crowded: list[Stretch] = []
    alone: list[Dot] = []
    begin = 0
    for end in range(1, len(found) + 1):
        if end < len(found) and found[end].lane == found[end - 1].lane and found[end].x - found[end - 1].x < near:
            continue
        group = found[begin:end]
        if len(group) >= least:
            crowded.append(Stretch(group[0].lane, group[0].x, group[-1].x))
        else:
            alone += group
        begin = end
    return tuple(crowded), tuple(alone)


def place_of(mark: Mark, scale: Scale) -> int:
    """The pixel on which the dot of an activity stands."""
    return round(scale.middle(mark.start))


def stretches(marks: Iterable[Mark], scale: Scale, least: float) -> tuple[Stretch, ...]:
    """Lines for what lasts at least `least` pixels; lines of a lane that touch are one."""
    made: dict[int, list[Stretch]] = {}
    for mark in marks:
        if mark.end == mark.start:
            continue
        left, right = scale.middle(mark.start), scale.middle(mark.end)
        if right - left < least:
            continue
        lane = made.setdefault(mark.lane, [])
        if lane and left <= lane[-1].right:
            lane[-1] = Stretch(mark.lane, lane[-1].left, max(right, lane[-1].right))
        else:
            lane.append(Stretch(mark.lane, left, right))
    return tuple(one for lane in made.values() for one in lane)


class Month(NamedTuple):
    """A month, or the part of it that the scale has. `letter` is empty where there is no room for it, `year` stands
    with the first month of a year."""

    left: float
    middle: float
    letter: str
    year: str
    opens_year: bool


def months(scale: Scale, letter_room: float, year_room: float) -> tuple[Month, ...]:
    """The months with their letters: all, or every third, beginning with January, where letters would touch."""
    firsts = list(_firsts(scale))
    narrow = scale.width / max(1, len(firsts)) < letter_room
    made: list[Month] = []
    year_from = -1.0
    for place, first in reversed(list(enumerate(firsts))):
        left, right = scale.spell(first, add_months(first.replace(day=1), 1) - _DAY)
        letter = "" if narrow and first.month % 3 != 1 else MONTHS[first.month - 1][0]
        opens = first.month == 1 and place > 0
        year = str(first.year) if opens or place == 0 else ""
        if year and 0 <= year_from < left + year_room:
            year = ""  # the next one stands too near
        if year:
            year_from = left
        made.append(Month(left, (left + right) / 2, letter, year, opens))
    return tuple(reversed(made))


def _firsts(scale: Scale) -> Iterator[date]:
    """The first day of each month that the scale has."""
    day = scale.start
    while day <= scale.end:
        yield day
        day = add_months(day.replace(day=1), 1)
