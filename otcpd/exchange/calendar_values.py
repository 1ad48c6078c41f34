"""What passes between calendars and otcpd, as plain values: sessions going out, invitations coming in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from otcpd.domain.supervision import Mode

UK = "Europe/London"
"""Where the clocks are by which a UK therapist meets."""


class EntryState(Enum):
    """What a calendar is told of a session. One that is cancelled is dropped from the calendar."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A session as a calendar may know it: no notes, no topics, no reasons.

    `uid` is what calendars call it, for ever; `start` is local time in the zone of the whole file, None for a day
    whose time is not known; `changed` is an instant with its zone. `sequence` grows with every change, 0 for an
    appointment that somebody else's calendar keeps count of. `occurrence` says which of a series it is, as
    `Invitation.occurrence` does.
    """

    uid: str
    day: date
    title: str
    changed: datetime
    start: time | None = None
    minutes: int | None = None
    place: str = ""
    state: EntryState = EntryState.CONFIRMED
    sequence: int = 0
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom an invitation names. Either may be empty; the address is in small letters."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An appointment of somebody's calendar that may become a planned session.

    `day` and `start` are where the person is; `start` is None for one that takes the whole day, `minutes` None where
    no length is given. `occurrence` is empty but for one of a series: the start that it had by the rule of the
    series, as "20261103T100000Z", without the Z where the calendar gave no zone, or as "20261103". Title and place can
    be stored. The description is not here: it holds links of meetings and what is nobody's business.
    """

    uid: str
    day: date
    title: str
    start: time | None = None
    minutes: int | None = None
    place: str = ""
    mode: Mode | None = None
    """How one meets, where the place tells."""
    organiser: Party | None = None
    attendees: tuple[Party, ...] = ()
    occurrence: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other appointment, and stays when it is moved."""
        return key_of(self.uid, self.occurrence)


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Word that an appointment is off. Without `occurrence` it is the whole series, where the uid is that of one."""

    uid: str
    title: str
    day: date | None = None
    occurrence: str = ""

    @property
    def key(self) -> str:
        """As `Invitation.key`."""
        return key_of(self.uid, self.occurrence)


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What is in a calendar file.

    `invitations` are by day; `left` are pairs of what was left out and why; `notes` are sentences on how something
    was read. `until` has each series that was read, by uid, with the last day up to which all of it is here:
    what is not here up to that day is not in the series any more.
    """

    invitations: tuple[Invitation, ...]
    cancelled: tuple[Cancellation, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    until: tuple[tuple[str, date], ...] = ()


_OCCURRENCE = "#"
_START = re.compile("[0-9]{8}(?:T[0-9]{6}Z?)?")


def key_of(uid: str, occurrence: str = "") -> str:
    """What a session remembers of the appointment that it came from."""
    return f"{uid}{_OCCURRENCE}{occurrence}" if occurrence else uid


def parts_of(key: str) -> tuple[str, str]:
    """The uid and the occurrence of a key; a uid may have the same sign in it, and anything behind that."""
    uid, _sign, occurrence = key.rpartition(_OCCURRENCE)
    return (uid, occurrence) if uid and _is_occurrence(occurrence) else (key, "")


def _is_occurrence(text: str) -> bool:
    try:
        return _START.fullmatch(text) is not None and datetime.fromisoformat(text) is not None
    except ValueError:
        return False
