"""Self-assessment: where a person sees herself in a framework on a day, and where she wants to be.

After the career development wheel that goes with RCOT's framework: mark each pillar, look again after a while. It is
her own view, with her reasons and the activities that show it, and no score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from otcpd.domain.layers import Layer

MOST_LEVEL = 99
"""No framework counts its levels further than this."""


class MarkSide(StrEnum):
    """Which of its two levels a mark is about."""

    NOW = "now"
    """Where I am now."""
    TARGET = "target"
    """Where I want to be."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What she marked for one item ("framework@edition:code"): the level now and the one she wants, None while she has
    not said; her reason; and the activities that show it."""

    item: str
    now: int | None = None
    target: int | None = None
    reason: str = ""
    activities: tuple[str, ...] = ()
    layer: Layer = Layer.SUPERVISION
    """Who may read the reason."""
    id: str = field(default="", compare=False)
    """Of its row in the CPD file; empty while nothing is marked or said."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Marks of one day in one edition of a framework. `person` is with whom she did it, None for nobody."""

    id: str
    owner: str
    day: date
    framework: str
    created: datetime
    modified: datetime
    person: str | None = None
    note: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """By item."""
    deleted: datetime | None = None

    def mark(self, item: str) -> Mark:
        """What she marked for an item; nothing yet is a mark without levels."""
        return self.marks.get(item, Mark(item))
