"""The documents of supervision as plain content: what they say, not how they look.

The values are plain and picklable, so that drawing can happen in another process. Words of the catalogue (kinds,
modes, reasons, labels of fields) come in as they are to be read; there are no ids. Who may read a text was asked
before it came here: `own` alone is for the person herself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part, or is known to the CPD file. Unknown texts are empty.

    `role` is what a person is here: "supervisor", "supervisee", "member". `is_ot` is None while nobody said. `own` is
    the person whose CPD file this is. `contact` is an e-mail address or telephone number: it is never printed, and is
    here so that it can be taken out of texts.
    """

    name: str
    role: str = ""
    profession: str = ""
    is_ot: bool | None = None
    own: bool = False
    registration: str = ""
    employer: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class PaperTopic:
    """Something to talk about, or talked about. `about` names the entry of the log that it is about, if any."""

    text: str
    about: str = ""
    discussed: bool = False


@dataclass(frozen=True, slots=True)
class PaperNote:
    """A text under a heading of its own, such as "Skills and learning"."""

    heading: str
    text: str


EVERYBODY = "All"
"""Who does an action that is for all of them."""


class ActionNow(StrEnum):
    """How an action stands; the values are what is printed."""

    OPEN = "Open"
    DONE = "Done"
    DROPPED = "Dropped"


@dataclass(frozen=True, slots=True)
class PaperAction:
    """Something agreed that somebody will do. `who` is a name, or `EVERYBODY`.

    `agreed_on` is the day of the session it comes from; `carried` is over how many held sessions it has been open.
    """

    text: str
    who: str = ""
    due: date | None = None
    state: ActionNow = ActionNow.OPEN
    closed_on: date | None = None
    agreed_on: date | None = None
    carried: int = 0


@dataclass(frozen=True, slots=True)
class SigningLine:
    """Who signs or agrees, as what, and the day on which they did; a line to sign on while there is none."""

    name: str
    role: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which session it is. `title` and `mode` are words ("Professional supervision", "In person"); `name` is that of a
    group.

    `people` are all who take part, the person herself first. `moved_to` and `missed` tell why it was not held, in
    words; they are None and empty for others.
    """

    title: str
    day: date
    people: tuple[Participant, ...]
    start: time | None = None
    minutes: int | None = None
    mode: str = ""
    place: str = ""
    name: str = ""
    led_by_ot: bool = False
    moved_to: date | None = None
    missed: str = ""


@dataclass(frozen=True, slots=True)
class SessionRecordPaper:
    """The record of a session. `notes` are those by Proctor's functions; `cases` are in anonymised form only.

    `actions` were agreed in it, `carried` were open from sessions before. `own` are the private texts, there only in
    the person's own full copy. `anonymised` is set by `otcpd.portfolio.papers.anonymising` alone.
    """

    meeting: Meeting
    prepared: date
    topics: tuple[PaperTopic, ...] = ()
    notes: tuple[PaperNote, ...] = ()
    cases: str = ""
    decisions: tuple[str, ...] = ()
    actions: tuple[PaperAction, ...] = ()
    carried: tuple[PaperAction, ...] = ()
    next_on: date | None = None
    agreed: tuple[SigningLine, ...] = ()
    own: tuple[PaperNote, ...] = ()
    anonymised: bool = False


@dataclass(frozen=True, slots=True)
class WorkloadFigure:
    """How things stood on one day, in numbers; None for what was not noted. Duty is in half days a month."""

    day: date
    caseload: int | None = None
    waiting: int | None = None
    duty_half_days: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """An agenda to send before a session. `actions` are those still open, and those closed since the last one."""

    meeting: Meeting
    prepared: date
    topics: tuple[PaperTopic, ...] = ()
    actions: tuple[PaperAction, ...] = ()
    workload: tuple[WorkloadFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementField:
    """One thing agreed: its label and the words for it, empty while nothing is agreed.

    A `long` one is a text in several sentences; others stand together in a table.
    """

    label: str
    text: str
    long: bool = False


@dataclass(frozen=True, slots=True)
class AgreementSection:
    """Fields of an agreement under a heading: "How we meet"."""

    heading: str
    fields: tuple[AgreementField, ...]


@dataclass(frozen=True, slots=True)
class AgreementVersion:
    """One version of an agreement, from `start` on; `changed` are the labels of what it changed."""

    number: int
    start: date
    agreed_on: date | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """An agreement to read and sign, in the version `version`. `title` is what it is about: "Professional supervision".

    `people` are all it is between, supervisee and supervisor first. `versions` are all there are, oldest first.
    `ends` is its last day and `end_reason` why. `renews` is the day on which the agreement before it began.
    """

    title: str
    people: tuple[Participant, ...]
    starts: date
    version: int
    version_from: date
    prepared: date
    sections: tuple[AgreementSection, ...] = ()
    versions: tuple[AgreementVersion, ...] = ()
    signing: tuple[SigningLine, ...] = ()
    name: str = ""
    ends: date | None = None
    end_reason: str = ""
    renews: date | None = None


class Became(StrEnum):
    """What became of a session, as a table and a strip of months show it; the values are what is printed."""

    HELD = "Held"
    MISSED = "Missed"
    MOVED = "Moved"
    PLANNED = "Planned"
    NOT_SAID = "Not recorded"
    """Its day is past and nobody said."""
    ON_LEAVE = "On leave"
    """For a month, of which all or most was leave."""


@dataclass(frozen=True, slots=True)
class YearSession:
    """One line of the year's sessions. `who` are names; `missed_by` and `reason` are words, empty where none apply.

    `protected_kept` is None while nobody said. `supervised` if the person was the supervisor.
    """

    day: date
    kind: str
    who: str
    became: Became
    minutes: int | None = None
    mode: str = ""
    led_by_ot: bool = False
    supervised: bool = False
    missed_by: str = ""
    reason: str = ""
    moved_to: date | None = None
    protected_kept: bool | None = None


@dataclass(frozen=True, slots=True)
class StripMonth:
    """A month of an agreement's strip; `day` is its first. `became` is None for a month with nothing in it."""

    day: date
    became: Became | None = None


@dataclass(frozen=True, slots=True)
class YearAgreement:
    """An agreement in the year: what was agreed and what was had. Counts are of sessions.

    `agreed` is how many were due by its terms in the days it ran, leave left out. `often` is in words: "Every 4 to 6
    weeks, 1 h". `strip` is month by month, oldest first.
    """

    kind: str
    who: str
    often: str
    is_ot: bool
    agreed: int
    held: int
    missed: int = 0
    moved: int = 0
    minutes: int = 0
    supervised: bool = False
    strip: tuple[StripMonth, ...] = ()


@dataclass(frozen=True, slots=True)
class YearSummaryPaper:
    """A year of supervision, from `start` to `end`, in facts: no notes. Minutes are of sessions held.

    `themes` are Proctor's functions with how many sessions had notes under each. `supervised_minutes` are those in
    which the person was the supervisor: they are not among `minutes`.
    """

    name: str
    start: date
    end: date
    prepared: date
    sessions: tuple[YearSession, ...] = ()
    agreements: tuple[YearAgreement, ...] = ()
    minutes: int = 0
    supervised_minutes: int = 0
    last_ot: date | None = None
    weeks_since_ot: int | None = None
    actions_open: int = 0
    actions_done: int = 0
    actions_dropped: int = 0
    themes: tuple[tuple[str, int], ...] = ()
    registration: str = ""


@dataclass(frozen=True, slots=True)
class ProtectedPromise:
    """Where protected time is promised, in words ("Half a day (3 h 30) a month"), and since when it holds."""

    words: str
    source: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class ProtectedMonth:
    """A month of protected time, in minutes; `day` is its first. `entitled` is what was promised for it."""

    day: date
    entitled: int = 0
    planned: int = 0
    taken: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class SupervisionCount:
    """Sessions of one kind of supervision in the period: how many by the agreement, held, and not."""

    kind: str
    agreed: int
    held: int
    missed: int = 0
    is_ot: bool = False


@dataclass(frozen=True, slots=True)
class RefusedLearning:
    """Learning that was asked for and refused; `by` and `reason` as the person noted them, empty if she did not."""

    text: str
    minutes: int | None = None
    pence: int | None = None
    on: date | None = None
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ManagerPaper:
    """One page on protected time for a line manager: facts, nothing private.

    `post` and `employer` are the person's; `manager` is to whom it goes. `lost_by_reason` and `uses` are words and
    minutes, longest first. `learning` says in a sentence what was asked for, agreed and refused; `refused` is newest
    first. `would_help` is one plain sentence by the person, empty if there is none.
    """

    name: str
    start: date
    end: date
    prepared: date
    post: str = ""
    employer: str = ""
    manager: str = ""
    promises: tuple[ProtectedPromise, ...] = ()
    months: tuple[ProtectedMonth, ...] = ()
    lost_by_reason: tuple[tuple[str, int], ...] = ()
    uses: tuple[tuple[str, int], ...] = ()
    supervision: tuple[SupervisionCount, ...] = ()
    workload: tuple[WorkloadFigure, ...] = ()
    would_help: str = ""
    learning: str = ""
    refused: tuple[RefusedLearning, ...] = ()
