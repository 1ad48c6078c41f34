"""Lists people, agreements and sessions for `otcpd list`."""

from __future__ import annotations

from otcpd.cli.listed import Listing, Wanted, says, search
from otcpd.cli.shapes import PERSON_FIELDS, person_object
from otcpd.cli.supervision_shapes import AGREEMENT_FIELDS, SESSION_FIELDS, agreement_object, session_object
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.often import often_in_words
from otcpd.domain.person import SOMEBODY, Person
from otcpd.domain.supervision import Agreement, Session
from otcpd.domain.words import joined
from otcpd.record.record import Record


def people(record: Record, wanted: Wanted) -> Listing:
    """Everybody but the owner, by name."""
    from otcpd.catalogue import load_catalogue

    words = load_catalogue().supervision
    employers = {one.id: one.name for one in record.people.employers()}
    rows = {
        one.id: (
            one.name,
            one.profession,
            {True: "Yes", False: "No", None: ""}[one.is_ot],
            employers.get(one.employer or "", ""),
            ", ".join(words.role_label(role) for role in one.roles),
        )
        for one in record.people.all()
    }
    found = [one for one in record.people.all() if says(" ".join(rows[one.id]), wanted)]
    return Listing(
        PERSON_FIELDS,
        [person_object(one, employers.get(one.employer or "", "")) for one in found],
        ("Id", "Name", "Profession", "OT", "Employer", "Role"),
        [(one.id, *rows[one.id]) for one in found],
    )


def agreements(record: Record, wanted: Wanted) -> Listing:
    """The owner's agreements that run in the days asked for, the oldest first, with their terms of today."""
    from otcpd.catalogue import load_catalogue

    words, names, today = load_catalogue().supervision, _names(record), record.clock.today()
    rows: dict[str, tuple[str, ...]] = {}
    found: list[Agreement] = []
    for one in record.agreements.all():
        terms = one.terms_on(today)
        state = words.agreement_states[one.state_on(today)]
        among = one.name or _among(one, names)
        often = f"{often_in_words(terms.often)}, {format_duration(terms.minutes)}"
        rows[one.id] = (one.id, words.kind_label(one.kind), among, often, long_day(one.starts), state)
        told = f"{' '.join(rows[one.id][1:])} {terms.place} {_among(one, names)}"
        if wanted.touches(one.starts, one.ends) and says(told, wanted):
            found.append(one)
    return Listing(
        AGREEMENT_FIELDS,
        [agreement_object(one, today) for one in found],
        ("Id", "Kind", "With", "How often", "From", "State"),
        [rows[one.id] for one in found],
    )


def sessions(record: Record, wanted: Wanted) -> Listing:
    """The owner's sessions of the days asked for, the oldest first."""
    from otcpd.catalogue import load_catalogue

    words, names = load_catalogue().supervision, _names(record)
    holding = search(record, wanted, "supervision_session")
    found = [one for one in record.sessions.all(wanted.start, wanted.end) if holding is None or one.id in holding]

    def row(one: Session) -> tuple[str, ...]:
        day = f"{long_day(one.day)}{f', {one.start:%H:%M}' if one.start else ''}"
        length = format_duration(one.minutes) if one.minutes else ""
        people = joined([names.get(person, "") or SOMEBODY for person in one.people])
        return one.id, day, length, words.kind_label(one.kind), words.session_states[one.state], people

    return Listing(
        SESSION_FIELDS,
        [session_object(one) for one in found],
        ("Id", "Date", "Length", "Kind", "State", "With"),
        [row(one) for one in found],
    )


def _names(record: Record) -> dict[str, str]:
    """Everybody's name by id; those in the bin too, for agreements outlive people."""
    everybody: list[Person] = [*record.people.all(), *record.people.all(binned=True), record.people.owner()]
    return {one.id: one.name for one in everybody}


def _among(agreement: Agreement, names: dict[str, str]) -> str:
    """The people of an agreement but the owner, in words."""
    everybody = dict.fromkeys((agreement.supervisor, agreement.supervisee, *agreement.members))
    return joined([names.get(one, "") or SOMEBODY for one in everybody if one and one != agreement.owner])
