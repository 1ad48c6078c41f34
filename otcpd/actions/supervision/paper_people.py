"""Who is who in the documents of supervision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from otcpd.domain.person import Person, main_post
from otcpd.domain.supervision import Agreement, AgreementKind, Session
from otcpd.portfolio.papers.content import EVERYBODY, Participant
from otcpd.record.record import Record

ROLES: Mapping[AgreementKind, tuple[str, str]] = {
    AgreementKind.LINE_MANAGEMENT: ("supervisee", "line manager"),
    AgreementKind.PEER: ("peer", "peer"),
    AgreementKind.GROUP: ("member", "group leader"),
    AgreementKind.MENTORING: ("mentee", "mentor"),
    AgreementKind.BUDDY: ("new colleague", "buddy"),
}
"""What the two sides of an agreement are called: who is led, and who leads. Not named: supervisee and supervisor."""
USUAL_ROLES = ("supervisee", "supervisor")
GONE = "Somebody deleted"
"""In place of the name of somebody whose entry is no longer there at all."""


class PaperPeople:
    """Everybody of a file, those in the bin too: documents outlive entries."""

    def __init__(self, record: Record) -> None:
        people = record.people
        self._owner = people.owner()
        self._people = {one.id: one for one in (*people.all(binned=True), *people.all(), self._owner)}
        self._employers = {one.id: one.name for one in (*people.employers(binned=True), *people.employers())}
        post = main_post(people.posts())
        self._own_employer = self._employers.get(post.employer or "", "") if post is not None else ""

    @property
    def owner(self) -> Person:
        """The person whose file it is."""
        return self._owner

    def name(self, person: str | None) -> str:
        """The name of somebody; of nobody in particular: all of them."""
        if person is None:
            return EVERYBODY
        found = self._people.get(person)
        return GONE if found is None else found.name

    def somebody(self, person: str, role: str = "", *, is_ot: bool | None = None) -> Participant:
        """Somebody with what is known; `is_ot` is what an agreement says, where the entry says nothing."""
        found = self._people.get(person)
        if found is None:
            return Participant(GONE, role, is_ot=is_ot)
        own = person == self._owner.id
        return Participant(
            found.name,
            role,
            found.profession,
            found.is_ot if found.is_ot is not None else is_ot,
            own,
            found.registration,
            self._employers.get(found.employer or "", "") or (self._own_employer if own else ""),
            found.contact,
        )

    def everybody(self) -> tuple[Participant, ...]:
        """All people of the file, so that none is named where nobody may be; the owner's employers too."""
        known = [self.somebody(person) for person in self._people]
        there = {one.employer for one in known}
        others = (Participant("", employer=name) for name in self._employers.values() if name not in there)
        return (*known, *others)

    def of_session(self, session: Session, agreement: Agreement | None) -> tuple[Participant, ...]:
        """Who takes part, the owner first."""
        led, leads = ROLES.get(session.kind, USUAL_ROLES)
        own = leads if session.as_supervisor else led
        others = [self._other(session, agreement, person, led, leads) for person in session.people]
        return (self.somebody(self._owner.id, own), *others)

    def of_agreement(self, agreement: Agreement) -> tuple[Participant, ...]:
        """Whom an agreement is between: who is led, who leads, then the members."""
        led, leads = ROLES.get(agreement.kind, USUAL_ROLES)
        found = [self.somebody(agreement.supervisee, led)]
        if agreement.supervisor is not None:
            found.append(self.somebody(agreement.supervisor, leads, is_ot=agreement.supervisor_is_ot or None))
        known = {agreement.supervisee, agreement.supervisor}
        return (*found, *(self.somebody(one, led) for one in agreement.members if one not in known))

    def other_side(self, agreement: Agreement) -> str:
        """What a line about an agreement calls the other side: the group, or who that is."""
        if agreement.name.strip():
            return agreement.name.strip()
        return ", ".join(one.name for one in self.of_agreement(agreement) if not one.own)

    def names(self, people: Sequence[str]) -> str:
        """Names of several, in a line."""
        return ", ".join(map(self.name, people))

    def _other(self, session: Session, agreement: Agreement | None, person: str, led: str, leads: str) -> Participant:
        leading = not session.as_supervisor
        if agreement is not None:
            leading = person == agreement.supervisor
        elif session.kind is AgreementKind.GROUP:
            leading = False
        is_ot = session.led_by_ot or None
        return self.somebody(person, leads if leading else led, is_ot=is_ot if leading else None)
