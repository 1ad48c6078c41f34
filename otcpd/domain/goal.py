"""Goals: what somebody wants to reach, by when, in what steps, and what came of it.

The five boxes are those of SMART; A and R differ between sources, so they are called "Achievable or agreed" and
"Relevant or realistic" (domain.md section 8).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from otcpd.domain.layers import Layer, default_layer


class GoalState(StrEnum):
    """How a goal stands. One that was let go was closed without being reached."""

    OPEN = "open"
    PAUSED = "paused"
    REACHED = "reached"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of a goal, done on a day or not yet."""

    id: str
    text: str
    due: date | None = None
    done_on: date | None = None


UNTITLED = "Goal without a title"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal.

    `framework_item` is the pillar or item it is about ("framework@edition:code", or a code in her own words such as
    "8C1"; empty for none), with the level now and the one aimed for. `activities` are those of the log that work
    towards it. `aim` is the role it leads to. It stays the same goal when it is carried over to the next plan.
    """

    id: str
    owner: str
    title: str
    why: str = ""
    specific: str = ""
    measurable: str = ""
    achievable: str = ""
    relevant: str = ""
    time_bound: str = ""
    framework_item: str = ""
    level_now: int | None = None
    level_target: int | None = None
    support: str = ""
    target: date | None = None
    reviews: tuple[date, ...] = ()
    """Days of review, earliest first, those past and those to come."""
    state: GoalState = GoalState.OPEN
    outcome: str = ""
    closed_on: date | None = None
    aim: str | None = None
    milestones: tuple[Milestone, ...] = ()
    activities: tuple[str, ...] = ()
    layers: Mapping[str, Layer] = field(default_factory=dict)
    deleted: datetime | None = None

    @property
    def called(self) -> str:
        """Its title in one line, or what stands for it."""
        return " ".join(self.title.split()) or UNTITLED

    @property
    def is_open(self) -> bool:
        """Whether it is still worked towards, or paused."""
        return self.state in (GoalState.OPEN, GoalState.PAUSED)

    @property
    def steps_done(self) -> int:
        """How many milestones are done."""
        return sum(1 for one in self.milestones if one.done_on is not None)

    def layer_of(self, text_field: str) -> Layer:
        """The layer of one of its texts."""
        return self.layers.get(text_field, default_layer("goal", text_field))
