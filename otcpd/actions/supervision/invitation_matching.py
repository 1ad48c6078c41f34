"""Which agreement an invitation belongs to: by who is invited, and by the words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from otcpd.domain.person import Person
from otcpd.domain.supervision import Agreement, AgreementKind, AgreementState
from otcpd.exchange.calendar_values import Invitation, Party
from otcpd.exchange.mail_head import names_of
from otcpd.record.record import Record

_KINDS: tuple[tuple[AgreementKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        (AgreementKind.PEER, "peer"),
        (AgreementKind.GROUP, "group supervision|action learning"),
        (AgreementKind.MENTORING, "mentor"),
        (AgreementKind.BUDDY, "buddy"),
        (AgreementKind.RESTORATIVE, "restorative"),
        (
            AgreementKind.LINE_MANAGEMENT,
            r"line manage|1\s?:\s?1|1-1\b|1-(?:to|2)-1|121\b|one[ -](?:to|2)[ -]one",
        ),
        (AgreementKind.CLINICAL, "clinical supervision|practice supervision"),
        (AgreementKind.PROFESSIONAL, "professional supervision"),
    )
)
_SUPERVISION = re.compile(r"\bsupervis", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """What an invitation looks like: of which agreement, with whom, of which kind. `likely` tells whether its title is
    that of a session."""

    kind: AgreementKind
    agreement: str | None
    people: tuple[str, ...]
    likely: bool


class Matching:
    """The people and agreements of a file, to find an invitation's place among them."""

    def __init__(self, record: Record) -> None:
        self._owner = record.people.owner()
        self._people = record.people.all()
        self._agreements = record.agreements.all()

    def match(self, invitation: Invitation) -> Match:
        """Where an invitation belongs; nowhere, where that is not plain."""
        kind = _kind(invitation.title)
        likely = kind is not None or _SUPERVISION.search(invitation.title) is not None
        others = self._others(invitation)
        people = self._known(others, invitation.title)
        agreement = self._agreement(invitation, kind, people, likely=likely, alone=len(others) <= 1)
        if agreement is not None:
            kind = agreement.kind
        return Match(
            kind or AgreementKind.PROFESSIONAL, agreement.id if agreement is not None else None, people, likely
        )

    def _others(self, invitation: Invitation) -> list[Party]:
        """Those who are invited or invite, but for the person herself."""
        parties = [*([invitation.organiser] if invitation.organiser else []), *invitation.attendees]
        return [one for one in dict.fromkeys(parties) if not _is(one, self._owner)]

    def _known(self, others: Iterable[Party], title: str) -> tuple[str, ...]:
        """Ids of the people of the file among them, or whom the title names."""
        parties = list(others)
        named = title.casefold()
        return tuple(
            person.id
            for person in self._people
            if any(_is(one, person) for one in parties) or f" {person.name.casefold()} " in f" {named} "
        )

    def _agreement(
        self, invitation: Invitation, kind: AgreementKind | None, people: tuple[str, ...], *, likely: bool, alone: bool
    ) -> Agreement | None:
        """The one agreement that fits, None for none or several."""
        going_on = [one for one in self._agreements if one.state_on(invitation.day) is not AgreementState.ENDED]
        of_kind = [one for one in going_on if one.kind is kind]
        if people and (likely or alone):
            with_them = [one for one in going_on if _members(one) & set(people)]
            return _only([one for one in with_them if one in of_kind]) or _only(with_them)
        if people or not likely:
            return None  # a meeting of many in which somebody known sits, or nothing like supervision
        return _only(of_kind) if kind is not None else _only(going_on)


def _only(agreements: list[Agreement]) -> Agreement | None:
    return agreements[0] if len(agreements) == 1 else None


def _members(agreement: Agreement) -> set[str]:
    everybody = {agreement.supervisor, agreement.supervisee, *agreement.members}
    return {one for one in everybody if one is not None and one != agreement.owner}


def _kind(title: str) -> AgreementKind | None:
    return next((kind for kind, words in _KINDS if words.search(title)), None)


def _is(party: Party, person: Person) -> bool:
    if party.address and party.address in person.contact.casefold().replace(",", " ").replace(";", " ").split():
        return True
    return person.name.casefold() in {name.casefold() for name in names_of(party.name)}
