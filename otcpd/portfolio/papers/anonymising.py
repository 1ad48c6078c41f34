"""A session record without names, as evidence for HCPC: people become what they are to the person.

HCPC accepts supervision papers as evidence when they are adapted so that nobody can be told from them (domain.md 7.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from otcpd.portfolio.papers.content import (
    EVERYBODY,
    Meeting,
    PaperAction,
    PaperNote,
    PaperTopic,
    Participant,
    SessionRecordPaper,
    SigningLine,
)
from otcpd.portfolio.papers.scrubbing import Scrubber, Stand, same_name

ME = "me"
A_COLLEAGUE = "a colleague"
OUR_GROUP = "our group"
THE_PLACE = "the place"
_OT = "occupational therapist"


@dataclass(frozen=True, slots=True)
class Keep:
    """Which parts of a record its anonymised version has. Cases are in it by choice alone."""

    topics: bool = True
    notes: bool = True
    cases: bool = False
    decisions: bool = True
    actions: bool = True


def anonymised(
    content: SessionRecordPaper, others: Sequence[Participant] = (), keep: Keep | None = None
) -> SessionRecordPaper:
    """The record with roles in place of names, in its texts too, without place and employers.

    `others` are the people of the CPD file who did not take part but may be named in a text. Names, registration
    numbers, employers and addresses of all of them are looked for as whole words. What is private never stays.
    """
    keep = keep or Keep()
    roles = _roles(content.meeting.people)
    scrub = _scrubber(content.meeting, roles, others)
    return replace(
        content,
        meeting=_meeting(content.meeting, roles, scrub),
        topics=tuple(_topic(one, scrub) for one in content.topics if keep.topics),
        notes=tuple(PaperNote(one.heading, scrub.text(one.text)) for one in content.notes if keep.notes),
        cases=scrub.text(content.cases) if keep.cases else "",
        decisions=tuple(scrub.text(one) for one in content.decisions if keep.decisions),
        actions=tuple(_action(one, roles, scrub) for one in content.actions if keep.actions),
        carried=tuple(_action(one, roles, scrub) for one in content.carried if keep.actions),
        agreed=tuple(SigningLine(_begun(_of(one.name, roles)), one.role, one.on) for one in content.agreed),
        own=(),
        anonymised=True,
    )


Roles = Sequence[tuple[Participant, str]]


def _roles(people: Sequence[Participant]) -> Roles:
    """What each person is called instead: "me", "my supervisor", "member 2" where there are several."""
    counts: dict[str, int] = {}
    for person in people:
        if not person.own:
            counts[person.role] = counts.get(person.role, 0) + 1
    found: list[tuple[Participant, str]] = []
    seen: dict[str, int] = {}
    for person in people:
        role = person.role.strip().lower() or "colleague"
        seen[person.role] = seen.get(person.role, 0) + (not person.own)
        several = f"{role} {seen[person.role]}" if counts.get(person.role, 0) > 1 else f"my {role}"
        found.append((person, ME if person.own else several))
    return found


def _scrubber(meeting: Meeting, roles: Roles, others: Sequence[Participant]) -> Scrubber:
    stands = [_stand(person, role) for person, role in roles]
    stands += [_stand(person, ME if person.own else A_COLLEAGUE) for person in others]
    return Scrubber(stands, phrases={meeting.name: OUR_GROUP, meeting.place: THE_PLACE})


def _stand(person: Participant, role: str) -> Stand:
    employer = "my employer" if person.own else "an employer"
    return Stand(person.name, role, person.registration, person.contact, person.employer, employer)


def _meeting(meeting: Meeting, roles: Roles, scrub: Scrubber) -> Meeting:
    return replace(
        meeting,
        people=tuple(_person(person, role, scrub) for person, role in roles),
        place="",
        name="",
        missed=scrub.text(meeting.missed),
    )


def _person(person: Participant, role: str, scrub: Scrubber) -> Participant:
    """Somebody by the role alone; of an occupational therapist it is said in words that fit any."""
    ot = person.is_ot is True or _OT in person.profession.lower()
    return Participant(
        _begun(role),
        person.role,
        profession="" if ot else scrub.text(person.profession),
        is_ot=True if ot else person.is_ot,
    )


def _topic(topic: PaperTopic, scrub: Scrubber) -> PaperTopic:
    return replace(topic, text=scrub.text(topic.text), about=scrub.text(topic.about))


def _action(action: PaperAction, roles: Roles, scrub: Scrubber) -> PaperAction:
    return replace(action, text=scrub.text(action.text), who=_begun(_of(action.who, roles)))


def _of(name: str, roles: Roles) -> str:
    """What somebody is called instead of a name that stands alone."""
    if not name.strip() or name == EVERYBODY:
        return name
    return next((role for person, role in roles if same_name(person.name, name)), A_COLLEAGUE)


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
