"""Who agreed to a learning plan, and with whom it was looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from otcpd.actions.names import named, one_line
from otcpd.actions.pathway.goals import past_day
from otcpd.actions.pathway.plans import NOTHING
from otcpd.actions.people import person_named
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.changes import Changes
from otcpd.domain.dates import from_iso
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import Person
from otcpd.record.record import Record


def known_person(record: Record, name: str) -> Person | None:
    """Somebody of the file by name."""
    wanted = one_line(name).casefold()
    return next((one for one in record.people.all() if one.name.casefold() == wanted), None)


def agree_plan(
    record: Record, plan: str, name: str, day: date | None = None, role: str = "", is_ot: bool | None = None
) -> Changes:
    """Somebody agreed to the plan as it now is, today unless another day is given.

    `name` is that of a person of the file, or of a new one. `is_ot` is whether they have an OT background; None takes
    what is known of them. It stays as it was said on that day; of somebody of whom nobody said so it is then known.
    Raises NotAcceptable without a name, for the owner herself, and for a day to come.
    """
    record.plans.get(plan)
    name = _not_herself(record, named(name))
    stored = past_day(record, day or record.clock.today())
    known = known_person(record, name)
    with record.step("Agree the plan") as step:
        person = person_named(record, step, name)
        before = known.is_ot if known is not None else None
        told = before if is_ot is None else is_ot
        if before is None and told is not None:
            step.set("person", person, "is_ot", int(told))
        step.insert(
            "plan_agreement",
            {
                "plan": plan,
                "person": person,
                "date": stored,
                "role": one_line(role),
                "is_ot": None if told is None else int(told),
            },
        )
    return step.changes


def change_agreement(
    record: Record, agreement: str, name: str, day: date, role: str = "", is_ot: bool | None = None
) -> Changes:
    """Puts right who agreed, when, as what, and whether they had an OT background on that day. Raises what `agree_plan`
    raises."""
    record.plans.of_agreement(agreement)
    name = _not_herself(record, named(name))
    stored = past_day(record, day)
    with record.step("Edit who agreed") as step:
        told = None if is_ot is None else int(is_ot)
        row = {"person": person_named(record, step, name), "date": stored, "role": one_line(role), "is_ot": told}
        for field, value in row.items():
            step.set("plan_agreement", agreement, field, value)
    return step.changes


def remove_agreement(record: Record, agreement: str) -> Changes:
    """Takes it away as if nobody had agreed."""
    record.plans.of_agreement(agreement)
    with record.step("Delete who agreed") as step:
        step.remove("plan_agreement", agreement)
    return step.changes


def note_review(record: Record, plan: str, day: date | None = None, name: str = "", text: str = "") -> Changes:
    """The plan was looked at again, today unless another day is given; `name` is with whom, empty for nobody."""
    record.plans.get(plan)
    stored = past_day(record, day or record.clock.today())
    name = _not_herself(record, one_line(name))
    with record.step("Note a review") as step:
        person = person_named(record, step, name) if name else None
        step.insert("plan_review", {"plan": plan, "date": stored, "person": person, "text": text.strip()})
    return step.changes


def edit_review(record: Record, review: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets the day or the words of a review."""
    record.plans.of_review(review)
    stored = values.stored(record, _REVIEW, field, value, "A review")
    with record.step("Edit review", typing=typing) as step:
        step.set("plan_review", review, field, stored)
    return step.changes


def name_reviewer(record: Record, review: str, name: str) -> Changes:
    """Says with whom it was, by name; nobody for an empty one."""
    record.plans.of_review(review)
    name = _not_herself(record, one_line(name))
    with record.step("Edit review") as step:
        step.set("plan_review", review, "person", person_named(record, step, name) if name else None)
    return step.changes


def remove_review(record: Record, review: str) -> Changes:
    """Takes a review away."""
    record.plans.of_review(review)
    with record.step("Delete review") as step:
        step.remove("plan_review", review)
    return step.changes


def _not_herself(record: Record, name: str) -> str:
    if name and name.casefold() == record.people.owner().name.casefold():
        raise NotAcceptable("This is you.", NOTHING, "Name the other person.")
    return name


def _past_day(record: Record, value: FieldValue) -> str:
    return past_day(record, from_iso(values.day(record, value)))


_REVIEW: Mapping[str, Reader] = {"date": _past_day, "text": values.text}
