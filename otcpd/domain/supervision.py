"""Supervision: who meets whom, what they agreed, and their sessions.

HCPC and RCOT set no frequency; the agreement does. Fields after HCPC's template as adapted by the British Dietetic
Association, practice supervision appendices.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class AgreementKind(StrEnum):
    """What an agreement is about. One person may have several at once, and they overlap."""

    PROFESSIONAL = "professional"
    LINE_MANAGEMENT = "line_management"
    CLINICAL = "clinical"
    RESTORATIVE = "restorative"
    PEER = "peer"
    GROUP = "group"
    MENTORING = "mentoring"
    BUDDY = "buddy"


class Mode(StrEnum):
    """How one meets."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    MIXED = "mixed"


class SessionState(StrEnum):
    """What became of a session. One that was moved has a later one in its place."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    MISSED = "missed"


class MissedBy(StrEnum):
    """On whose side a session fell through."""

    SUPERVISEE = "supervisee"
    SUPERVISOR = "supervisor"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds from `start` on, until the next terms do: how often in weeks, and how long in minutes."""

    start: date
    every_weeks: int
    minutes: int = 60


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement between a supervisee and a supervisor, or of a group. People are ids.

    `terms` are by date and never empty; the first begin with the agreement. `ends` is its last day, None while it
    goes on.
    """

    id: str
    owner: str
    kind: AgreementKind
    terms: tuple[Terms, ...]
    supervisee: str
    supervisor: str | None = None
    supervisor_is_ot: bool = False
    mode: Mode = Mode.IN_PERSON
    place: str = ""
    protected: bool = False
    review_on: date | None = None
    ends: date | None = None
    deleted: datetime | None = None

    @property
    def starts(self) -> date:
        """Its first day."""
        return self.terms[0].start

    def terms_on(self, day: date) -> Terms:
        """The terms in force on a day; before the first, the first."""
        return next((terms for terms in reversed(self.terms) if terms.start <= day), self.terms[0])


@dataclass(frozen=True, slots=True)
class Session:
    """A session, planned or past. `agreement` is None for one that stands alone; `day` and `start` are local."""

    id: str
    owner: str
    day: date
    kind: AgreementKind
    state: SessionState = SessionState.PLANNED
    agreement: str | None = None
    start: time | None = None
    minutes: int | None = None
    mode: Mode = Mode.IN_PERSON
    led_by_ot: bool = False
    missed_by: MissedBy | None = None
    reason: str = ""
    protected_kept: bool | None = None
    """Whether the time was kept free for it; None while nobody said."""
    people: tuple[str, ...] = ()
    deleted: datetime | None = None
