"""Invitations from a calendar: what they would change, before anybody decides on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto
from pathlib import Path

from otcpd.actions.supervision.calendar_export import OURS, calendar_key, calendar_place
from otcpd.actions.supervision.invitation_matching import Match, Matching
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day
from otcpd.domain.supervision import AgreementKind, Session, SessionState
from otcpd.domain.words import quoted
from otcpd.exchange.calendar_in import read_calendar
from otcpd.exchange.calendar_values import UK, CalendarRead, Invitation, parts_of
from otcpd.record.record import Record

_OFF = "It is called off, and you have no session planned for it."
_BINNED = "You deleted its session, which is in your bin."


class News(Enum):
    """What an invitation means for the file."""

    NEW = auto()
    CHANGED = auto()
    """A planned session is at another time or place, or turns out to be this invitation."""
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that taking an invitation would do. `key` tells it from the others, and is what a session remembers.

    `session` is the planned session that it is about, None for a new one. `agreement`, `people` (ids) and `kind` are
    what a new session would get; `likely` tells whether it should be taken unless the person says otherwise.
    """

    key: str
    news: News
    title: str
    day: date
    start: time | None
    kind: AgreementKind
    invitation: Invitation | None = None
    session: str | None = None
    agreement: str | None = None
    people: tuple[str, ...] = ()
    likely: bool = True
    was: str = ""
    """What is planned now, in words: "3 December 2026, 10:00"; empty for a new one. Length and place are named where
    they change."""


@dataclass(frozen=True, slots=True)
class InvitationPlan:
    """All that a calendar file would do, by day. `known` are pairs of title and day that are planned as they are;
    `left` pairs of what is left out and why; `notes` sentences on how it was read."""

    proposals: tuple[Proposal, ...]
    known: tuple[tuple[str, date], ...]
    left: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def plan_invitations(record: Record, path: Path, *, zone: str = UK) -> InvitationPlan:
    """What is in the calendar file at `path` for this file, from today on. Nothing is changed.

    An invitation that came before is known by its name in calendars and updates its session while that is planned.
    Raises what `read_calendar` raises.
    """
    return plan_for(record, read_calendar(path, record.clock.today(), zone))


def plan_for(record: Record, read: CalendarRead) -> InvitationPlan:
    """As `plan_invitations`, of what was read from a calendar file before."""
    return _Planning(record, read).plan()


class _Planning:
    """One file against one calendar."""

    def __init__(self, record: Record, read: CalendarRead) -> None:
        self._read = read
        self._today = record.clock.today()
        self._matching = Matching(record)
        self._sessions = _by_key(record.sessions.all())
        undone = record.history.put_away_by_undo()
        binned = (one for one in record.sessions.all(binned=True) if ("supervision_session", one.id) not in undone)
        self._binned = _by_key(binned)
        self._single = len({one.uid for one in read.invitations}) == 1
        self._proposals: dict[str, Proposal] = {}
        self._joined: set[str] = set()
        self._known: list[tuple[str, date]] = []
        self._left = list(read.left)

    def plan(self) -> InvitationPlan:
        """All of it."""
        for invitation in self._read.invitations:
            self._plan_one(invitation)
        for off in self._read.cancelled:
            self._plan_cancelled(off.uid, off.key, off.title)
        self._plan_gone()
        found = sorted(self._proposals.values(), key=_order)
        return InvitationPlan(tuple(found), tuple(self._known), tuple(self._left), self._read.notes)

    def _plan_one(self, invitation: Invitation) -> None:
        match = self._matching.match(invitation)
        session = self._sessions.get(invitation.key)
        if session is None and invitation.key in self._binned:
            self._left.append((_called(invitation), _BINNED))
        elif session is None and invitation.uid.endswith(OURS):
            self._left.append((_called(invitation), "It was written by otcpd for a session that is not in this file."))
        elif session is None:
            joins = self._planned_already(invitation, match)
            news = News.NEW if joins is None else News.CHANGED
            self._proposals[invitation.key] = self._proposal(invitation, news, match, joins)
        elif session.state is SessionState.PLANNED and differences(session, invitation):
            self._proposals[invitation.key] = self._proposal(invitation, News.CHANGED, match, session)
        elif session.state in (SessionState.PLANNED, SessionState.HELD):
            self._known.append((invitation.title, invitation.day))
        else:
            self._left.append((_called(invitation), f"Its session was {session.state.value}, and stays so."))

    def _proposal(self, invitation: Invitation, news: News, match: Match, session: Session | None) -> Proposal:
        return Proposal(
            invitation.key,
            news,
            invitation.title,
            invitation.day,
            invitation.start,
            session.kind if session is not None else match.kind,
            invitation,
            session.id if session is not None else None,
            session.agreement if session is not None else match.agreement,
            session.people if session is not None else match.people,
            session is not None or match.likely or self._single,
            _before(session, invitation) if session is not None else "",
        )

    def _planned_already(self, invitation: Invitation, match: Match) -> Session | None:
        """The session that the person planned herself for what she is now invited to."""
        same = [one for one in self._sessions.values() if self._may_join(one, invitation, match)]
        if len(same) != 1:
            return None
        self._joined.add(same[0].id)
        return same[0]

    def _may_join(self, one: Session, invitation: Invitation, match: Match) -> bool:
        if one.state is not SessionState.PLANNED or one.calendar_uid or one.id in self._joined:
            return False
        if one.day != invitation.day or one.start not in (None, invitation.start):
            return False
        of_it = one.agreement is not None and one.agreement == match.agreement
        return of_it or bool({*one.people} & {*match.people})

    def _plan_cancelled(self, uid: str, key: str, title: str) -> None:
        whole = key == uid
        ours = [
            (name, one)
            for name, one in self._sessions.items()
            if name == key or (whole and parts_of(name)[0] == uid and one.day >= self._today)
        ]
        planned = [(name, one) for name, one in ours if one.state is SessionState.PLANNED]
        for name, one in planned:
            self._cancel(name, one, title)
        for _name, one in [] if planned else ours:
            if one.state is SessionState.HELD:
                self._left.append((quoted(title), "It is called off; your session was held."))
            else:
                self._known.append((title, one.day))
        if not ours:
            self._left.append((quoted(title), _OFF))

    def _plan_gone(self) -> None:
        """Sessions of a series that is here without them."""
        here = {one.key for one in self._read.invitations} | {one.key for one in self._read.cancelled}
        until = dict(self._read.until)
        for name, one in self._sessions.items():
            uid, occurrence = parts_of(name)
            last = until.get(uid)
            within = last is not None and self._today <= one.day <= last
            if occurrence and within and name not in here and one.state is SessionState.PLANNED:
                self._cancel(name, one, "An appointment that is not in its series any more")

    def _cancel(self, key: str, session: Session, title: str) -> None:
        self._proposals[key] = Proposal(
            key,
            News.CANCELLED,
            title,
            session.day,
            session.start,
            session.kind,
            None,
            session.id,
            session.agreement,
            session.people,
            was=_when(session),
        )


def differences(session: Session, invitation: Invitation) -> dict[str, date | time | int | str | None]:
    """The fields of a planned session that an invitation has otherwise. What it does not say stays as it is."""
    told: dict[str, date | time | int | str | None] = {"date": invitation.day}
    if invitation.start is not None or session.day != invitation.day:
        told["start"] = invitation.start
    if invitation.minutes is not None:
        told["minutes"] = invitation.minutes
    if invitation.place and invitation.place != calendar_place(session, load_catalogue().supervision):
        told["place"] = invitation.place
    if invitation.key != calendar_key(session):
        told["calendar_uid"] = invitation.key
    now = {"date": session.day, "start": session.start, "minutes": session.minutes, "place": session.place.strip()}
    return {name: value for name, value in told.items() if name == "calendar_uid" or now[name] != value}


def _by_key(sessions: Iterable[Session]) -> dict[str, Session]:
    """Sessions by what calendars call them; of two with one name, the one that is planned."""
    found: dict[str, Session] = {}
    for session in sessions:
        key = calendar_key(session)
        if key not in found or found[key].state is not SessionState.PLANNED:
            found[key] = session
    return found


def _order(one: Proposal) -> tuple[date, str, str]:
    return one.day, str(one.start or ""), one.key


def _when(session: Session) -> str:
    clock = f", {session.start:%H:%M}" if session.start is not None else ""
    return f"{long_day(session.day)}{clock}"


def _before(session: Session, invitation: Invitation) -> str:
    changed = differences(session, invitation)
    told = [_when(session)]
    if "minutes" in changed:
        told.append(f"{session.minutes} min" if session.minutes is not None else "without a length")
    if "place" in changed:
        told.append(session.place.strip() or "without a place")
    return ", ".join(told)


def _called(invitation: Invitation) -> str:
    return f"{quoted(invitation.title)} on {long_day(invitation.day)}"
