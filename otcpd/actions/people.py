"""People, employers and posts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from otcpd.actions.days import check_reach
from otcpd.actions.names import named, one_line
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import PersonRole
from otcpd.domain.registration import registration_number
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.record import Record

_PERSON_FIELDS = ("name", "profession", "registration", "audit_number", "employer", "contact")


def add_person(record: Record, name: str, profession: str = "", employer: str = "") -> Changes:
    """Adds somebody the owner learns with; `employer` is an organisation's name, made if it is new."""
    with record.step("New person") as step:
        make_person(step, name, profession, employer)
    return step.changes


def make_person(step: Step, name: str, profession: str = "", employer: str = "") -> str:
    """Adds a person within a step and returns the id. Raises NotAcceptable without a name."""
    name = named(name)
    works_for = make_employer(step, employer) if employer.strip() else None
    return step.insert("person", {"name": name, "profession": profession.strip(), "employer": works_for})


def make_employer(step: Step, name: str, sector: str = "") -> str:
    """The id of the employer with this name, made within the step if it is new."""
    name = named(name)
    employer = text_id("employer", name)
    if step.exists("employer", employer) and not sector:
        step.set("employer", employer, "deleted", None)
        return employer
    return step.put("employer", employer, {"name": name, "sector": sector})


def person_named(record: Record, step: Step, name: str) -> str:
    """The id of the person with this name, made within the step if there is none."""
    wanted = one_line(name).casefold()
    for person in record.people.all():
        if person.name.casefold() == wanted:
            return person.id
    return make_person(step, name)


def edit_person(record: Record, person: str, field: str, value: str | None, *, typing: bool = False) -> Changes:
    """Sets one field of a person, the owner included. `employer` takes an employer's name.

    Raises NotAcceptable for an empty name, a registration number that is none, or an id that is none.
    """
    if field not in _PERSON_FIELDS:
        raise NotAcceptable(f"A person has no field ‘{field}’.", "Nothing was changed.")
    _check_there(record, person)
    text = one_line(value or "")
    if field == "name":
        text = named(text)
    if field == "registration" and text:
        text = registration_number(text)
    with record.step("Edit person", typing=typing) as step:
        if field == "employer":
            step.set("person", person, field, make_employer(step, text) if text else None)
        else:
            step.set("person", person, field, text)
    return step.changes


def say_whether_ot(record: Record, person: str, is_ot: bool | None) -> Changes:
    """Says whether somebody is an occupational therapist; None: not known."""
    _check_there(record, person)
    with record.step("Edit person") as step:
        step.set("person", person, "is_ot", None if is_ot is None else int(is_ot))
    return step.changes


def set_roles(record: Record, person: str, roles: Iterable[PersonRole]) -> Changes:
    """Says what somebody is to the owner."""
    _check_there(record, person)
    wanted = set(roles)
    with record.step("Edit person") as step:
        for role in PersonRole:
            ends = {"person": person, "role": str(role)}
            if role in wanted:
                step.link("person_role", ends)
            else:
                step.unlink("person_role", ends)
    return step.changes


def remove_person(record: Record, person: str) -> Changes:
    """Puts somebody into the bin. Agreements, sessions and activities with them stay as they are.

    Raises NotAcceptable for the owner.
    """
    _check_there(record, person)
    if person == record.owner:
        raise NotAcceptable("This is you.", "Nothing was changed.")
    with record.step("Remove person") as step:
        step.remove("person", person)
    return step.changes


def _check_there(record: Record, person: str) -> None:
    if person not in {one.id for one in (record.people.owner(), *record.people.all(), *record.people.all(binned=True))}:
        raise NotAcceptable(f"There is no person with the id {person}.", "Nothing was changed.")


def add_post(record: Record, title: str, employer: str, start: date | None = None, end: date | None = None) -> Changes:
    """Adds a post of the owner with an employer (by name). Raises NotAcceptable for days out of order."""
    if start and end:
        check_order(start, end)
    check_reach(start, end)
    with record.step("New post") as step:
        _make_post(step, title, employer, start, end)
    return step.changes


def add_post_to(record: Record, activity: str, title: str, employer: str) -> Changes:
    """Adds a post of the owner and makes it that of an activity, in one step. Raises what `add_post` raises."""
    record.activities.get(activity)
    with record.step("New post") as step:
        step.set("activity", activity, "post", _make_post(step, title, employer))
    return step.changes


def _make_post(step: Step, title: str, employer: str, start: date | None = None, end: date | None = None) -> str:
    return step.insert(
        "post",
        {
            "title": named(title),
            "employer": make_employer(step, employer) if employer.strip() else None,
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
        },
    )
