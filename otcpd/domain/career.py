"""Roles over time: what a person is aiming for, what that asks, and the chances she takes on the way.

Her posts are in `otcpd.domain.person`. Council OTs have no career path beyond front-line work that is the same from one
council to the next (Scottish Government, engagement events of February 2016): what a role asks is entered by the
person, or comes from a framework.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Setting(StrEnum):
    """For whom a post works."""

    COUNCIL = "council"
    NHS = "nhs"
    JOINT = "joint"
    OTHER = "other"


class AimState(StrEnum):
    """What became of a role that somebody aims for."""

    AIMING = "aiming"
    REACHED = "reached"
    PUT_ASIDE = "put_aside"


class ExpectationKind(StrEnum):
    """What a role asks: a level of a pillar or an item of a framework, some training, or anything else in words."""

    ITEM = "item"
    TRAINING = "training"
    OTHER = "other"


class OpportunityKind(StrEnum):
    """Ways to learn in another place (engagement events of February 2016)."""

    SHADOWING = "shadowing"
    SECONDMENT = "secondment"
    ROTATION = "rotation"
    JOB_SHARE = "job_share"
    BUDDY = "buddy"
    OTHER = "other"


class OpportunityState(StrEnum):
    """How far it has come."""

    IDEA = "idea"
    ASKED = "asked"
    AGREED = "agreed"
    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_POSSIBLE = "not_possible"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that a role asks.

    Of the kind ITEM it names `item` ("framework@edition:code"), perhaps at a `level`; of the other kinds `text` says
    it. `done_on` is the day on which somebody said that it is met, whatever the log shows; `activity` is the training
    that was done. None and empty while nobody said.
    """

    id: str
    kind: ExpectationKind
    text: str = ""
    item: str = ""
    level: int | None = None
    done_on: date | None = None
    activity: str | None = None


UNTITLED = "A role without a name"


@dataclass(frozen=True, slots=True)
class RoleAim:
    """A role that the owner aims for. `framework` ("framework@edition") is the one its levels are of; a role profile
    brings its items as expectations. `employer` is an employer's id, `by` the day she wants to be there."""

    id: str
    owner: str
    title: str
    created: datetime
    modified: datetime
    state: AimState = AimState.AIMING
    employer: str | None = None
    setting: Setting | None = None
    grade: str = ""
    framework: str = ""
    by: date | None = None
    why: str = ""
    expectations: tuple[Expectation, ...] = ()
    deleted: datetime | None = None

    @property
    def called(self) -> str:
        """Its title, or what stands for it."""
        return self.title.strip() or UNTITLED


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A chance to learn in another place. `host` is who has her there; `activities` are what came of it in the log."""

    id: str
    owner: str
    kind: OpportunityKind
    title: str
    created: datetime
    modified: datetime
    host: str = ""
    state: OpportunityState = OpportunityState.IDEA
    start: date | None = None
    end: date | None = None
    aim: str | None = None
    note: str = ""
    activities: tuple[str, ...] = ()
    deleted: datetime | None = None
