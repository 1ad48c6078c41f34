"""Supervision: who meets whom, what they agreed, and their sessions.

HCPC and RCOT set no frequency; the agreement does. Fields after HCPC's template as adapted by the British Dietetic
Association, practice supervision appendices; the functions of supervision are Proctor's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from otcpd.domain.layers import Layer, default_layer
from otcpd.domain.often import Often


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


class Side(StrEnum):
    """Which side of an agreement the owner is on. Peers have nobody who leads."""

    SUPERVISED = "supervised"
    SUPERVISES = "supervises"
    PEERS = "peers"


class AgreementState(StrEnum):
    """Whether an agreement holds. A draft is one to whose terms nobody has agreed yet; its sessions count all the
    same."""

    DRAFT = "draft"
    ACTIVE = "active"
    ENDED = "ended"


class SessionState(StrEnum):
    """What became of a session. One that was moved has another in its place."""

    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    MISSED = "missed"


class MissedBy(StrEnum):
    """On whose side a session fell through."""

    SUPERVISEE = "supervisee"
    SUPERVISOR = "supervisor"
    BOTH = "both"


class ActionState(StrEnum):
    """Whether something agreed is still to do. One that was dropped will not be done, and says so."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class LinkRole(StrEnum):
    """What an activity has to do with a session: it was talked about there, or it is the record of it in the log."""

    DISCUSSED = "discussed"
    MADE = "made"


TERMS_TEXTS = (
    "place",
    "time_of_day",
    "purpose",
    "needs",
    "privacy",
    "booking",
    "wants_supervisee",
    "wants_supervisor",
    "cancelling",
    "record_kept",
    "record_readers",
    "confidentiality",
    "evaluation",
)
"""The texts of terms, in the order in which a form and the printed agreement show them."""

NOTES = ("normative", "formative", "restorative", "cases")
"""The notes of a session: by Proctor's functions, and the cases talked about, in anonymised form only."""

PRIVATE_NOTES = ("wellbeing", "notes_to_myself")
"""What the owner writes for herself beside them."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds from `start` on, until the next terms do: one version of an agreement.

    `every_weeks` is how often in weeks, with `weeks_from` the least of a span ("every 4 to 6 weeks"); `minutes` is how
    long. `agreed_on` is the day on which both agreed to them, None while they have not. Texts as in `TERMS_TEXTS`.
    """

    start: date
    every_weeks: int
    minutes: int = 60
    id: str = ""
    weeks_from: int | None = None
    mode: Mode = Mode.IN_PERSON
    protected_supervisee: bool = False
    """Whether the time is protected in the supervisee's job plan."""
    protected_supervisor: bool = False
    review_on: date | None = None
    agreed_on: date | None = None
    place: str = ""
    time_of_day: str = ""
    purpose: str = ""
    needs: str = ""
    privacy: str = ""
    booking: str = ""
    """Who books the sessions."""
    wants_supervisee: str = ""
    """What the supervisee wants from the supervisor."""
    wants_supervisor: str = ""
    cancelling: str = ""
    """What holds for cancelling and booking again."""
    record_kept: str = ""
    """What record is kept, where, and who writes it."""
    record_readers: str = ""
    """Who may read it."""
    confidentiality: str = ""
    """What stays between them, and the limits of that."""
    evaluation: str = ""
    """How they will look at whether it works."""

    @property
    def often(self) -> Often:
        """How often they meet."""
        return Often(self.weeks_from, self.every_weeks)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement between a supervisee and a supervisor, or of a group. People are ids.

    `terms` are by date and never empty; the first begin with the agreement. `ends` is its last day, None while it
    goes on. `members` are those of a group beside these two. `renews` is the agreement that it took the place of.
    """

    id: str
    owner: str
    kind: AgreementKind
    terms: tuple[Terms, ...]
    supervisee: str
    supervisor: str | None = None
    supervisor_is_ot: bool = False
    name: str = ""
    """What a group is called; empty for two people."""
    members: tuple[str, ...] = ()
    ends: date | None = None
    end_reason: str = ""
    renews: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    layers: Mapping[str, Layer] = field(default_factory=dict)
    deleted: datetime | None = None

    @property
    def starts(self) -> date:
        """Its first day."""
        return self.terms[0].start

    @property
    def newest(self) -> Terms:
        """The terms that were made last, in force or not yet."""
        return self.terms[-1]

    @property
    def as_supervisor(self) -> bool:
        """Whether the owner is the one who supervises."""
        return self.supervisor == self.owner

    @property
    def side(self) -> Side:
        """Which side the owner is on. One without a supervisor yet counts by its kind."""
        if self.as_supervisor:
            return Side.SUPERVISES
        peers = self.kind in (AgreementKind.PEER, AgreementKind.GROUP, AgreementKind.BUDDY)
        return Side.PEERS if self.supervisor is None and peers else Side.SUPERVISED

    @property
    def other(self) -> str | None:
        """The person on the other side, where there is one."""
        other = self.supervisee if self.as_supervisor else self.supervisor
        return None if other == self.owner else other

    def terms_on(self, day: date) -> Terms:
        """The terms in force on a day; before the first, the first."""
        return next((terms for terms in reversed(self.terms) if terms.start <= day), self.terms[0])

    def state_on(self, day: date) -> AgreementState:
        """Whether it holds on a day."""
        if self.ends is not None and self.ends < day:
            return AgreementState.ENDED
        agreed = any(terms.agreed_on is not None for terms in self.terms)
        return AgreementState.ACTIVE if agreed else AgreementState.DRAFT


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to talk about. `activity` is the entry of the log that it is about, if there is one.

    `session` is where it was raised, `discussed_in` the session in which it was talked about, perhaps a later
    one: until then it is carried from session to session, and never copied.
    """

    id: str
    session: str
    text: str
    activity: str | None = None
    discussed_in: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided in a session."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SessionAction:
    """Something agreed in a session that somebody will do. `who` is a person's id, None for all of them.

    It stays open, from session to session, until somebody closes it: it is never copied.
    """

    id: str
    session: str
    text: str
    who: str | None = None
    due: date | None = None
    state: ActionState = ActionState.OPEN
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session, planned or past. `agreement` is None for one that stands alone; `day` and `start` are local time.

    `people` are those of the other side, and of a group all but the owner. Lists hang on it in the person's order.
    """

    id: str
    owner: str
    day: date
    kind: AgreementKind
    state: SessionState = SessionState.PLANNED
    agreement: str | None = None
    start: time | None = None
    minutes: int | None = None
    mode: Mode = Mode.IN_PERSON
    place: str = ""
    led_by_ot: bool = False
    as_supervisor: bool = False
    """Whether the owner supervised; such a session is none that she had."""
    missed_by: MissedBy | None = None
    reason: str = ""
    """Why it was missed or moved: a code of the catalogue or the person's words."""
    protected_kept: bool | None = None
    """Whether the time was kept free for it; None while nobody said."""
    moved_to: str | None = None
    next_on: date | None = None
    agreed_supervisee: date | None = None
    """When the supervisee agreed to the record as true."""
    agreed_supervisor: date | None = None
    calendar_uid: str = ""
    """What a calendar calls it, if it came from an invitation."""
    normative: str = ""
    formative: str = ""
    restorative: str = ""
    cases: str = ""
    wellbeing: str = ""
    notes_to_myself: str = ""
    people: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[SessionAction, ...] = ()
    activities: tuple[str, ...] = ()
    """Ids of the activities talked about."""
    made: str | None = None
    """The activity of the log that was made of it."""
    goals: tuple[str, ...] = ()
    created: datetime | None = None
    modified: datetime | None = None
    layers: Mapping[str, Layer] = field(default_factory=dict)
    deleted: datetime | None = None

    @property
    def agreed_by_both(self) -> bool:
        """Whether both sides have agreed to the record."""
        return self.agreed_supervisee is not None and self.agreed_supervisor is not None

    def layer_of(self, text_field: str) -> Layer:
        """The layer of one of its texts."""
        return self.layers.get(text_field, default_layer("supervision_session", text_field))
