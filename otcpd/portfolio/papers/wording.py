"""Words of ours that several documents of supervision share: people, times, how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from otcpd.domain.dates import long_day, short_day
from otcpd.domain.durations import format_duration
from otcpd.portfolio.papers.content import ActionNow, Meeting, PaperAction, Participant
from otcpd.portfolio.wording import NOTHING

DATED = "Date"
FACTS_CAPTION = "Who and when"
AN_OT, NO_OT = "an occupational therapist", "not an occupational therapist"
NOT_AGREED = "Not agreed yet"
NAMELESS = "No name given"
PREPARED = "Prepared"


def day_words(day: date | None) -> str:
    """ "5 Nov 2026" for a narrow column, and a dash for no day."""
    return NOTHING if day is None else long_day(day, brief=True)


def person_words(person: Participant) -> str:
    """ "Fiona Alder, occupational therapist": the name with what tells the others who that is."""
    return ", ".join((person.name.strip() or NAMELESS, *profession_words(person)))


def profession_words(person: Participant) -> tuple[str, ...]:
    """The profession, or whether it is an occupational therapist where only that is known; nothing if neither is."""
    profession = person.profession.strip()
    if profession:
        return (f"{profession[0].lower()}{profession[1:]}" if profession[1:2].islower() else profession,)
    if person.is_ot is None:
        return ()
    return (AN_OT if person.is_ot else NO_OT,)


def people_facts(people: Sequence[Participant], *, full: bool = False) -> tuple[tuple[str, str], ...]:
    """Who takes part, a line for each role, in the order of the people; `full` with all that a signer is."""
    roles: dict[str, list[str]] = {}
    for person in people:
        words = ", ".join((person_words(person), *_further(person))) if full else person_words(person)
        roles.setdefault(person.role.strip(), []).append(words)
    return tuple((_role_label(role, len(names)), "; ".join(names)) for role, names in roles.items())


def _further(person: Participant) -> tuple[str, ...]:
    return tuple(filter(None, (person.registration.strip(), person.employer.strip())))


def _role_label(role: str, count: int) -> str:
    if not role:
        return "With" if count == 1 else "People"
    return f"{role[0].upper()}{role[1:]}{'' if count == 1 else 's'}"


def hours_words(meeting: Meeting) -> str:
    """ "10:00 to 11:00 (1 h)", "10:00", "1 h": as much as is known."""
    length = "" if not meeting.minutes else format_duration(meeting.minutes)
    if meeting.start is None:
        return length
    if not length or meeting.minutes is None:
        return f"{meeting.start:%H:%M}"
    end = datetime.combine(date(2000, 1, 1), meeting.start) + timedelta(minutes=meeting.minutes)
    return f"{meeting.start:%H:%M} to {end:%H:%M} ({length})"


def meeting_facts(meeting: Meeting) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Who takes part and where, and when and how: the two columns of the block under the title."""
    where = (("Where", meeting.place.strip()),) if meeting.place.strip() else ()
    when = (
        ("Date", short_day(meeting.day, year=True, brief=True)),
        ("Time", hours_words(meeting)),
        ("How", meeting.mode.strip()),
    )
    return (*people_facts(meeting.people), *where), tuple((label, value) for label, value in when if value)


def meeting_title(meeting: Meeting) -> str:
    """ "Professional supervision", "Peer supervision, Locality OTs"."""
    return ", ".join(filter(None, (meeting.title.strip(), meeting.name.strip())))


def action_state(action: PaperAction) -> str:
    """ "Done 19 Nov 2026", "Open", "Open, carried over twice"."""
    if action.state is not ActionNow.OPEN:
        return action.state if action.closed_on is None else f"{action.state} {long_day(action.closed_on, brief=True)}"
    if not action.carried:
        return action.state
    times = {1: "once", 2: "twice"}.get(action.carried, f"{action.carried} times")
    return f"{action.state}, carried over {times}"


def own_name(people: Sequence[Participant]) -> str:
    """The name of the person whose CPD file it comes from, for the footer; empty in an anonymised document."""
    return next((person.name.strip() for person in people if person.own), "")


def own_number(people: Sequence[Participant]) -> str:
    """Her registration number, for the footer."""
    return next((person.registration.strip() for person in people if person.own), "")
