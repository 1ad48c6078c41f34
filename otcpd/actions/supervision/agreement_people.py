"""Who is in an agreement, by name; and what kind it is, which decides what it begins with."""

from __future__ import annotations

from collections.abc import Iterable

from otcpd.actions.names import one_line
from otcpd.actions.people import person_named
from otcpd.actions.supervision import values
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import PersonRole
from otcpd.domain.supervision import TERMS_TEXTS, Agreement, AgreementKind, Side
from otcpd.record.gate import Step
from otcpd.record.record import Record

_LABEL = "Edit agreement"


def begin_agreement(record: Record, kind: AgreementKind = AgreementKind.PROFESSIONAL) -> Changes:
    """Makes an agreement that begins with the template of its kind; who else is in it is said afterwards."""
    terms = load_catalogue().supervision.templates[kind].terms(record.clock.today())
    figures = ("every_weeks", "weeks_from", "minutes", "mode")
    columns: dict[str, str | int | None] = {name: getattr(terms, name) for name in (*figures, *TERMS_TEXTS)}
    columns |= {"start": terms.start.isoformat(), "review_on": values.maybe_day(record, terms.review_on)}
    with record.step("New agreement") as step:
        made = step.insert(
            "agreement", {"kind": kind, "supervisee": record.owner, "created": step.at, "modified": step.at}
        )
        step.insert("agreement_terms", {**columns, "agreement": made})
    return step.changes


def choose_kind(record: Record, agreement: str, kind: AgreementKind) -> Changes:
    """Makes it an agreement of another kind. What still stands as the template of the kind before gave it becomes what
    that of the new kind gives, in one step; what the person wrote stays, and so do terms that were agreed to."""
    current = record.agreements.get(agreement)
    words = load_catalogue().supervision
    before, after = words.templates[current.kind], words.templates[kind]
    terms = current.newest
    with record.step(_LABEL) as step:
        step.set("agreement", agreement, "kind", kind)
        if terms.agreed_on is None:
            for name in TERMS_TEXTS:
                if getattr(terms, name) == before.texts[name].text:
                    step.set("agreement_terms", terms.id, name, after.texts[name].text)
            figures = ("every_weeks", "weeks_from", "minutes")
            if all(getattr(terms, name) == getattr(before, name) for name in figures):
                for name in figures:
                    step.set("agreement_terms", terms.id, name, getattr(after, name))
    return step.changes


def name_other(record: Record, agreement: str, name: str, side: Side) -> Changes:
    """Says on which side the owner is, and who is on the other, by name: somebody known, or a new person.

    Among peers the other is one of the members. Without a name nobody is there yet. An OT who is known as one leads it
    as one. Raises NotAcceptable where the owner is named herself, or supervises nobody.
    """
    current = record.agreements.get(agreement)
    name = one_line(name)
    if name.casefold() == record.people.owner().name.casefold():
        raise NotAcceptable("This is you.", "Nothing was changed.", "Name the other person.")
    if side is Side.SUPERVISES and not name:
        raise NotAcceptable("Nobody is named yet.", "Nothing was changed.", "Say whom you supervise.")
    with record.step(_LABEL) as step:
        other = person_named(record, step, name) if name else None
        supervisee = other if side is Side.SUPERVISES else record.owner
        supervisor = {Side.SUPERVISED: other, Side.SUPERVISES: record.owner, Side.PEERS: None}[side]
        step.set("agreement", agreement, "supervisee", supervisee)
        step.set("agreement", agreement, "supervisor", supervisor)
        if other is not None:
            _give_role(step, other, _role(current.kind, side))
            ends = {"agreement": agreement, "person": other}
            if side is Side.PEERS:
                step.link("agreement_member", ends)
            elif other in current.members:
                step.unlink("agreement_member", ends)
        if other != current.other or side is not current.side:
            step.set("agreement", agreement, "supervisor_is_ot", _led_by_ot(record, current, other, side))
    return step.changes


def say_led_by_ot(record: Record, agreement: str, by_ot: bool) -> Changes:
    """Says whether an OT leads it; of a supervisor of whom nobody said so it is then known, too."""
    current = record.agreements.get(agreement)
    with record.step(_LABEL) as step:
        step.set("agreement", agreement, "supervisor_is_ot", int(by_ot))
        if current.side is Side.SUPERVISED and current.other is not None:
            step.set("person", current.other, "is_ot", int(by_ot))
    return step.changes


def name_members(record: Record, agreement: str, names: Iterable[str]) -> Changes:
    """Makes these, by name, the members of a group beside its two sides."""
    current = record.agreements.get(agreement)
    owner = record.people.owner()
    with record.step("Edit the group") as step:
        wanted = {
            person_named(record, step, name)
            for name in dict.fromkeys(one_line(name) for name in names)
            if name and name.casefold() != owner.name.casefold()
        } - {current.other}
        for person in sorted(set(current.members) - wanted):
            step.unlink("agreement_member", {"agreement": agreement, "person": person})
        for person in sorted(wanted - set(current.members)):
            step.link("agreement_member", {"agreement": agreement, "person": person})
            _give_role(step, person, PersonRole.PEER if current.side is Side.PEERS else PersonRole.SUPERVISEE)
    return step.changes


def _led_by_ot(record: Record, current: Agreement, other: str | None, side: Side) -> int:
    if side is Side.SUPERVISES:
        return 1  # the owner, whose file this is, is one
    known = next((one.is_ot for one in record.people.all() if one.id == other), None)
    return int(current.supervisor_is_ot if known is None and other == current.other else bool(known))


def _role(kind: AgreementKind, side: Side) -> PersonRole:
    if side is Side.SUPERVISES:
        return PersonRole.MENTEE if kind is AgreementKind.MENTORING else PersonRole.SUPERVISEE
    if side is Side.PEERS:
        return PersonRole.PEER
    if kind is AgreementKind.LINE_MANAGEMENT:
        return PersonRole.MANAGER
    return PersonRole.MENTOR if kind is AgreementKind.MENTORING else PersonRole.SUPERVISOR


def _give_role(step: Step, person: str, role: PersonRole) -> None:
    step.link("person_role", {"person": person, "role": str(role)})
