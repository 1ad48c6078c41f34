"""What a cycle timeline shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from otcpd.domain.activity import Category


class BandKind(Enum):
    """A spell without CPD: one that needs a reason, one that has it, one that is on its way to a gap, and one before
    everything in the file, where nothing was missed so far."""

    GAP = "gap"
    EXPLAINED = "explained"
    GROWING = "growing"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of dots. `count` is how many activities it has."""

    category: Category | None
    name: str
    count: int


class Mark(NamedTuple):
    """One activity: its id, first and last day, the place of its lane, its title."""

    key: str
    start: date
    end: date
    lane: int
    title: str


@dataclass(frozen=True, slots=True)
class Band:
    """A spell without CPD. `labels` are what may stand in it, each on lines of its own: the first one that fits does;
    `said` is the whole of it in words."""

    key: str
    start: date
    end: date
    kind: BandKind
    labels: tuple[tuple[str, ...], ...]
    said: str


@dataclass(frozen=True, slots=True)
class TimelineContent:
    """From `start` to `end`; the renewal window opens on `window_start` and closes with it. `marks` and `bands` are by
    date and within these days; `said` tells all of it in a few sentences."""

    start: date
    end: date
    today: date
    window_start: date
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    said: str


Item = Mark | Band
"""What the arrow keys stop at."""


def items_of(content: TimelineContent) -> list[Item]:
    """Activities and spells by date; a spell stands before what follows it."""
    return sorted((*content.marks, *content.bands), key=_item_order)


def _item_order(item: Item) -> tuple[date, int, str]:
    return item.start, isinstance(item, Mark), item.key
