"""Impact: what an activity changed, for people and for the service, in figures and in a short story.

OTs wish to show their value by outcomes and not by numbers seen (Scottish Government, engagement events of February
2016). Any outcome measure fits, by its name and its numbers; so does feedback.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from otcpd.domain.layers import Layer, default_layer


class Better(StrEnum):
    """Which way of a measure is the better one."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Measure:
    """An outcome measure before and after a change; None while not measured. `unit` is "days", "points" or empty."""

    id: str
    name: str
    unit: str = ""
    better: Better = Better.HIGHER
    before: Decimal | None = None
    after: Decimal | None = None
    before_on: date | None = None
    after_on: date | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """One impact chain: activities, the change tried, measures and feedback, and what it meant.

    `people` is how many people it reached, None while not known. `story` are the two or three sentences that may
    stand on the page of the roll-up, and `told` whether this chain goes into it. Nobody is named in any of it.
    """

    id: str
    owner: str
    day: date
    title: str
    created: datetime
    modified: datetime
    theme: str = ""
    change_tried: str = ""
    feedback: str = ""
    meant_people: str = ""
    meant_service: str = ""
    story: str = ""
    people: int | None = None
    told: bool = True
    measures: tuple[Measure, ...] = ()
    activities: tuple[str, ...] = ()
    layers: Mapping[str, Layer] = field(default_factory=dict)
    """Only the fields whose layer differs from the default."""
    deleted: datetime | None = None

    def layer_of(self, text_field: str) -> Layer:
        """Who may read one of its texts."""
        return self.layers.get(text_field, default_layer("impact", text_field))
