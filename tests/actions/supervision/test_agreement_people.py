"""Who is in an agreement, by name, and what its kind begins with."""

from __future__ import annotations

from otcpd.actions.people import add_person, say_whether_ot
from otcpd.actions.supervision.agreement_people import (
    begin_agreement,
    choose_kind,
    name_members,
    name_other,
    say_led_by_ot,
)
from otcpd.actions.supervision.agreements import agree_to_terms, edit_terms
from otcpd.catalogue import load_catalogue
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import PersonRole
from otcpd.domain.supervision import AgreementKind, Side
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.record.support import sound


def person(record: Record, name: str) -> tuple[str, bool | None, tuple[PersonRole, ...]]:
    (found,) = (one for one in record.people.all() if one.name == name)
    return found.id, found.is_ot, found.roles


def test_it_begins_with_the_template_and_follows_its_kind(record: Record) -> None:
    words = load_catalogue().supervision
    made = begin_agreement(record).created[0]
    begun = record.agreements.get(made).newest
    assert begun.confidentiality == words.templates[AgreementKind.PROFESSIONAL].texts["confidentiality"].text
    edit_terms(record, made, begun.id, "purpose", "My own words.")
    choose_kind(record, made, AgreementKind.PEER)
    peer = record.agreements.get(made)
    template = words.templates[AgreementKind.PEER]
    assert (peer.kind, peer.newest.every_weeks, peer.newest.minutes) == (
        AgreementKind.PEER,
        template.every_weeks,
        template.minutes,
    )
    assert peer.newest.purpose == "My own words."
    assert peer.newest.confidentiality == template.texts["confidentiality"].text
    agree_to_terms(record, made, begun.id, record.clock.today())
    choose_kind(record, made, AgreementKind.LINE_MANAGEMENT)
    assert record.agreements.get(made).newest.confidentiality == template.texts["confidentiality"].text
    sound(record)


def test_the_other_is_somebody_known_or_new(record: Record) -> None:
    made = begin_agreement(record).created[0]
    fiona = add_person(record, "Fiona Alder").created[0]
    say_whether_ot(record, fiona, True)
    name_other(record, made, " fiona  alder ", Side.SUPERVISED)
    found = record.agreements.get(made)
    assert (found.supervisor, found.supervisor_is_ot, found.side) == (fiona, True, Side.SUPERVISED)
    assert person(record, "Fiona Alder") == (fiona, True, (PersonRole.SUPERVISOR,))
    name_other(record, made, "Graham Larch", Side.SUPERVISED)
    found = record.agreements.get(made)
    assert not found.supervisor_is_ot
    say_led_by_ot(record, made, False)
    assert person(record, "Graham Larch")[1] is False
    name_other(record, made, "Kirsty Linden", Side.SUPERVISES)
    found = record.agreements.get(made)
    assert (found.supervisor, found.supervisor_is_ot, found.side) == (record.owner, True, Side.SUPERVISES)
    assert found.supervisee == person(record, "Kirsty Linden")[0]
    with refused(record, NotAcceptable, "This is you"):
        name_other(record, made, record.people.owner().name, Side.SUPERVISED)
    with refused(record, NotAcceptable, "Nobody is named yet"):
        name_other(record, made, "", Side.SUPERVISES)
    sound(record)


def test_a_supervisor_who_becomes_a_peer_is_still_there(record: Record) -> None:
    made = begin_agreement(record, AgreementKind.PEER).created[0]
    name_other(record, made, "Fiona Alder", Side.SUPERVISED)
    name_other(record, made, "Fiona Alder", Side.PEERS)
    fiona, peers = person(record, "Fiona Alder")[0], record.agreements.get(made)
    assert (peers.side, peers.supervisor, peers.members) == (Side.PEERS, None, (fiona,))
    name_other(record, made, "Fiona Alder", Side.SUPERVISED)
    again = record.agreements.get(made)
    assert (again.side, again.supervisor, again.members) == (Side.SUPERVISED, fiona, ())


def test_peers_have_nobody_who_leads(record: Record) -> None:
    made = begin_agreement(record, AgreementKind.PEER).created[0]
    name_members(record, made, ["Callum Birch", "Neil Holly", "callum birch", ""])
    found = record.agreements.get(made)
    assert (found.side, found.other, len(found.members)) == (Side.PEERS, None, 2)
    assert person(record, "Neil Holly")[2] == (PersonRole.PEER,)
    name_members(record, made, ["Neil Holly"])
    assert record.agreements.get(made).members == (person(record, "Neil Holly")[0],)
    name_other(record, made, "Fiona Alder", Side.SUPERVISED)
    name_members(record, made, ["Neil Holly", "Fiona Alder"])
    assert record.agreements.get(made).members == (person(record, "Neil Holly")[0],)
