"""An activity: one piece of continuing professional development."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from otcpd.domain.layers import Layer, default_layer


class Category(StrEnum):
    """HCPC's five headings for CPD activities (hcpc-uk.org, "CPD activities")."""

    WORK_BASED = "work_based"
    PROFESSIONAL = "professional"
    FORMAL = "formal"
    SELF_DIRECTED = "self_directed"
    OTHER = "other"


class Status(StrEnum):
    """How far an activity is written up. `captured` activities stand under "To finish"."""

    CAPTURED = "captured"
    REFLECTED = "reflected"


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody with whom an activity was done: a person of the file, as an activity shows them."""

    person: str
    name: str
    profession: str = ""
    employer: str = ""


@dataclass(frozen=True, slots=True)
class Reflection:
    """Answers to the prompts of one reflective model, prompt code to text."""

    id: str
    model: str
    answers: Mapping[str, str]


TEXT_FIELDS = ("description", "learning", "practice_impact", "service_user_benefit", "notes_to_myself")
"""The long texts of an activity, in the order in which a form shows them."""

REFLECTED_FIELDS = ("learning", "practice_impact", "service_user_benefit")
"""The texts that make an activity reflected: HCPC's standards 3 and 4 rest on them."""


def status_of(reflected_texts: Iterable[str], *, finished: bool) -> Status:
    """Reflected once all of `REFLECTED_FIELDS` say something, or the person called it finished."""
    return Status.REFLECTED if finished or all(text.strip() for text in reflected_texts) else Status.CAPTURED


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity with everything that hangs on it, as plain values.

    Ids are text; `minutes` is None while unknown; `standards` are "framework@edition:code";
    `evidence` holds evidence ids in the person's order; `layers` only what differs from the default.
    """

    id: str
    owner: str
    date: dt.date
    title: str
    created: dt.datetime
    modified: dt.datetime
    end_date: dt.date | None = None
    category: Category | None = None
    type: str = ""
    minutes: int | None = None
    protected_minutes: int = 0
    mandatory: bool = False
    expires: dt.date | None = None
    description: str = ""
    learning: str = ""
    practice_impact: str = ""
    service_user_benefit: str = ""
    notes_to_myself: str = ""
    finished: bool = False
    """True when the person said there is nothing more to add."""
    reflections: tuple[Reflection, ...] = ()
    companions: tuple[Companion, ...] = ()
    post: str | None = None
    tags: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    layers: Mapping[str, Layer] = field(default_factory=dict)
    deleted: dt.datetime | None = None

    @property
    def last_day(self) -> dt.date:
        """The day on which the activity ended."""
        return self.end_date or self.date

    @property
    def status(self) -> Status:
        """How far it is written up."""
        return status_of((getattr(self, name) for name in REFLECTED_FIELDS), finished=self.finished)

    def layer_of(self, text_field: str) -> Layer:
        """The layer of one of this activity's texts."""
        return self.layers.get(text_field, default_layer("activity", text_field))
