"""What the page says of sessions, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import WEEKDAYS, plain_day
from otcpd.domain.durations import format_duration
from otcpd.domain.person import SOMEBODY
from otcpd.domain.supervision import Agreement, AgreementKind, MissedBy, Mode, Session, SessionState
from otcpd.domain.words import counted, in_words, joined
from otcpd.record.session_rows import SessionRow

LONG_AGO = 12
"""Weeks without a session led by an OT from which on the page says so in the colour of a warning."""
PEOPLE_BY_NAME = 2
"""More people than this are counted instead of named."""


@dataclass(frozen=True, slots=True)
class Names:
    """What people and agreements of the file are called, by id; those in the bin too: sessions outlive them."""

    people: Mapping[str, str]
    agreements: Mapping[str, Agreement]
    owner: str

    def name(self, person: str) -> str:
        """ "Fiona Alder"."""
        return self.people.get(person) or SOMEBODY

    def first(self, person: str) -> str:
        """ "Fiona"."""
        return first_name(self.people.get(person, ""))

    def of(self, people: Sequence[str]) -> str:
        """ "Fiona Alder", "Fiona Alder and Graham Larch", "five people"; empty for nobody."""
        if len(people) > PEOPLE_BY_NAME:
            return counted(len(people), "person", "people")
        return joined([self.name(person) for person in people])

    def group(self, agreement: str | None) -> str:
        """What the group of an agreement is called; empty for two people."""
        found = self.agreements.get(agreement or "")
        return found.name.strip() if found is not None else ""


def first_name(name: str) -> str:
    """ "Fiona" of "Fiona Alder"."""
    return name.split()[0] if name.split() else ""


def last_led(last: date | None, today: date) -> str:
    """ "Your last session led by an OT was on 29 October, three weeks ago."."""
    if last is None:
        return "No session led by an OT is in this file yet."
    return f"Your last session led by an OT was on {plain_day(last, today)}, {ago((today - last).days)}."


def ago(days: int) -> str:
    """ "today", "yesterday", "five days ago", "three weeks ago"."""
    if days < 2:
        return ("today", "yesterday")[max(days, 0)]
    if days < 7:
        return f"{in_words(days)} days ago"
    return f"{counted(days // 7, 'week')} ago"


def heading(kind: AgreementKind, group: str = "") -> str:
    """ "Professional supervision"; a group goes by its name."""
    return group or load_catalogue().supervision.kinds[kind].title


def row_title(row: SessionRow, names: Names) -> str:
    """ "Professional, Fiona Alder"."""
    who = names.group(row.agreement) or names.of(row.people)
    label = load_catalogue().supervision.kind_label(row.kind)
    return f"{label}, {who}" if who else label


def hours(start: time | None, minutes: int | None) -> str:
    """ "10:00 to 11:00", "10:00", "1 h"; empty if nothing is known."""
    if start is None:
        return format_duration(minutes) if minutes else ""
    begins = start.isoformat("minutes")
    if not minutes:
        return begins
    end = datetime.combine(date.min + timedelta(days=1), start) + timedelta(minutes=minutes)
    return f"{begins} to {end:%H:%M}"


def row_meta(row: SessionRow, names: Names) -> str:
    """What stands below the title: hours and way while it is to come, length and agreeing once it was held."""
    words = load_catalogue().supervision
    if row.state is SessionState.PLANNED:
        at = hours(row.start, row.minutes)
        day = WEEKDAYS[row.day.weekday()]
        return f"{f'{day}, {at}' if at else day}. {words.modes[row.mode]}"
    if row.state is SessionState.HELD:
        parts = [format_duration(row.minutes) if row.minutes else "", _agreeing(row, names)]
        return ". ".join(part for part in parts if part)
    if row.state is SessionState.MISSED:
        return f"Missed. {called_off(row.missed_by, row.people, names, as_supervisor=row.as_supervisor)}".strip()
    return "Moved to another day"


def _agreeing(row: SessionRow, names: Names) -> str:
    mine, theirs = row.agreed_supervisee, row.agreed_supervisor
    if row.as_supervisor:
        mine, theirs = theirs, mine
    if mine and theirs:
        return "Agreed by you both" if len(row.people) < 2 else "Agreed"
    other = names.first(row.people[0]) if len(row.people) == 1 else "the others"
    if mine:
        return f"Waiting for {other} to agree"
    if theirs:
        return "Waiting for you to agree"
    return counted(len(row.people) + 1, "person", "people").capitalize() if len(row.people) > 1 else "Not agreed yet"


def called_off(by: MissedBy | None, people: Sequence[str], names: Names, *, as_supervisor: bool) -> str:
    """Who called it off: "You called it off", "Fiona called it off"; empty while nobody said."""
    if by is None:
        return ""
    if by is MissedBy.BOTH:
        return "Called off by both"
    mine = (by is MissedBy.SUPERVISOR) == as_supervisor
    other = names.first(people[0]) if len(people) == 1 else "The other side"
    return f"{'You' if mine else other or 'The other side'} called it off"


def day_words(day: date, today: date) -> str:
    """ "Thursday 26 November", with its year where that is another one and not the next months."""
    return f"{WEEKDAYS[day.weekday()]} {plain_day(day, today)}"


def when(session: Session, names: Names, today: date) -> str:
    """ "Thursday 26 November, 10:00 to 11:00, with Fiona Alder"."""
    parts = [day_words(session.day, today), hours(session.start, session.minutes)]
    who = names.of(session.people)
    parts.append(f"with {who}" if who else "")
    return ", ".join(part for part in parts if part)


def how(mode: Mode, place: str) -> str:
    """ "In person. Civic Centre"."""
    words = load_catalogue().supervision.modes[mode]
    return f"{words}. {place.strip()}" if place.strip() else words
