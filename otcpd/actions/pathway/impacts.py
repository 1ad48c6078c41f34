"""Impact chains: what an activity changed, its measures, and the activities it came of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from otcpd.actions.activities import put_layer
from otcpd.actions.confidentiality import carry_decisions
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.impact import Better
from otcpd.domain.layers import may_leave
from otcpd.domain.numbers import stored_number
from otcpd.domain.order import key_between
from otcpd.domain.pathway_texts import IMPACT_TEXTS
from otcpd.record.gate import Step
from otcpd.record.record import Record

MOST_PEOPLE = 1_000_000
"""More people than a council has."""
_PEOPLE = f"How many people it reached is a whole number up to {MOST_PEOPLE:,}."
_FIELDS: Mapping[str, Reader] = {
    "date": values.day,
    "people": values.number(0, MOST_PEOPLE, _PEOPLE, maybe=True),
    "told": values.switch,
    **dict.fromkeys((*IMPACT_TEXTS, "theme"), values.text),
}
_TYPED = frozenset((*IMPACT_TEXTS, "theme"))
_MEASURE_FIELDS: Mapping[str, Reader] = {
    "name": values.text,
    "unit": values.text,
    "better": values.one_of(Better),
    "before_on": values.maybe_day,
    "after_on": values.maybe_day,
}
_NUMBERS = ("before", "after")
_MEASURE_TYPED = frozenset(("name", "unit"))


@dataclass(frozen=True, slots=True)
class Benefit:
    """What a linked activity says of its benefit to service users."""

    activity: str
    title: str
    text: str


def new_impact(record: Record, *, activity: str | None = None, **fields: FieldValue) -> Changes:
    """A new chain, of today. Of an activity it takes day and title, and is linked to it.

    Raises NotAcceptable for an activity that is none, and for values that cannot be.
    """
    given: dict[str, FieldValue] = {"date": record.clock.today(), "title": "", "told": True}
    if activity is not None:
        found = record.activities.get(activity)
        given |= {"date": found.date, "title": found.title}
    row = {name: values.stored(record, _FIELDS, name, value, "An impact") for name, value in (given | fields).items()}
    with record.step("New impact") as step:
        made = step.insert("impact", {**row, "created": step.at, "modified": step.at})
        if activity is not None:
            step.link("impact_activity", {"impact": made, "activity": activity})
    return step.changes


def edit_impact(record: Record, impact: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field. Raises NotAcceptable for what cannot be, and for an id that is none."""
    record.impacts.get(impact)
    stored = values.stored(record, _FIELDS, field, value, "An impact")
    with record.step("Edit impact", typing=typing and field in _TYPED) as step:
        step.set("impact", impact, field, stored)
    return step.changes


def delete_impact(record: Record, impact: str) -> Changes:
    """Puts a chain into the bin, with its measures; the activities stay."""
    record.impacts.get(impact)
    with record.step("Delete impact") as step:
        step.remove("impact", impact)
    return step.changes


def link_impact(record: Record, impact: str, activity: str, on: bool = True) -> Changes:
    """Links an activity that the change came of, or takes the link away. Raises NotAcceptable for ids that are none."""
    record.impacts.get(impact)
    record.activities.get(activity)
    with record.step("Link the activity" if on else "Take the link away") as step:
        ends = {"impact": impact, "activity": activity}
        if on:
            step.link("impact_activity", ends)
        else:
            step.unlink("impact_activity", ends)
    return step.changes


# Measures


def add_measure(
    record: Record,
    impact: str,
    name: str = "",
    *,
    unit: str = "",
    better: Better = Better.HIGHER,
    before: Decimal | None = None,
    after: Decimal | None = None,
    before_on: date | None = None,
    after_on: date | None = None,
) -> Changes:
    """Adds a measure at the end of a chain. Raises NotAcceptable for a chain that is none, and for what cannot be."""
    record.impacts.get(impact)
    order = record.impacts.positions(impact)
    row: dict[str, str | int | None] = {
        "impact": impact,
        "name": name,
        "unit": unit,
        "better": better,
        "before": _number(before),
        "after": _number(after),
        "before_on": values.maybe_day(record, before_on),
        "after_on": values.maybe_day(record, after_on),
        "position": key_between(order[-1][1] if order else None, None),
    }
    with record.step("New measure") as step:
        step.insert("impact_measure", row)
    return step.changes


def edit_measure(
    record: Record, measure: str, field: str, value: FieldValue | Decimal, *, typing: bool = False
) -> Changes:
    """Sets one field of a measure. Raises NotAcceptable for what cannot be, and for an id that is none."""
    record.impacts.measure_place(measure)
    stored = _measured(record, field, value)
    with record.step("Edit measure", typing=typing and field in _MEASURE_TYPED) as step:
        step.set("impact_measure", measure, field, stored)
    return step.changes


def delete_measure(record: Record, measure: str) -> Changes:
    """Takes a measure away. Raises NotAcceptable for an id that is none."""
    record.impacts.measure_place(measure)
    with record.step("Delete measure") as step:
        step.remove("impact_measure", measure)
    return step.changes


def move_measure(record: Record, measure: str, by: int) -> Changes:
    """Moves a measure so many places down in its chain, or up where `by` is negative; at most to an end."""
    _impact, order = record.impacts.measure_place(measure)
    place = next(number for number, (row, _key) in enumerate(order) if row == measure)
    others = [key for row, key in order if row != measure]
    wanted = min(max(place + by, 0), len(others))
    with record.step("Move measure") as step:
        if wanted != place:
            before = others[wanted - 1] if wanted else None
            after = others[wanted] if wanted < len(others) else None
            step.set("impact_measure", measure, "position", key_between(before, after))
    return step.changes


# What linked activities say


def benefits(record: Record, impact: str) -> list[Benefit]:
    """What the linked activities say of their benefit to service users, where they say something."""
    found = [record.activities.get(one) for one in record.impacts.get(impact).activities]
    return [Benefit(one.id, one.title, one.service_user_benefit) for one in found if one.service_user_benefit.strip()]


def take_benefit(record: Record, impact: str, activity: str) -> Changes:
    """Copies an activity's benefit to service users to what it meant for people, behind what stands there.

    What was said to be fine in it is fine there too, and if the activity kept it to fewer readers, so does the copy.
    Raises NotAcceptable for an activity that says nothing of it.
    """
    chain, found = record.impacts.get(impact), record.activities.get(activity)
    text = found.service_user_benefit.strip()
    if not text:
        raise NotAcceptable("This activity says nothing of its benefit to service users.", "Nothing was changed.")
    there = chain.meant_people.rstrip()
    whole = f"{there}\n\n{text}" if there else text
    layer = found.layer_of("service_user_benefit")
    with record.step("Copy the benefit") as step:
        _copy(record, step, impact, activity, whole)
        if not may_leave(layer, chain.layer_of("meant_people")):
            put_layer(step, "impact", impact, "meant_people", layer)
    return step.changes


def _copy(record: Record, step: Step, impact: str, activity: str, text: str) -> None:
    step.set("impact", impact, "meant_people", text)
    carry_decisions(
        record, step, ("activity", activity, "service_user_benefit"), ("impact", impact, "meant_people"), text
    )


def _measured(record: Record, field: str, value: FieldValue | Decimal) -> str | int | None:
    if field in _NUMBERS:
        if value is not None and not isinstance(value, Decimal):
            raise NotAcceptable(f"‘{value}’ is not a number.", "Nothing was changed.")
        return _number(value)
    if isinstance(value, Decimal):
        raise NotAcceptable(f"‘{value}’ does not fit here.", "Nothing was changed.")
    return values.stored(record, _MEASURE_FIELDS, field, value, "A measure")


def _number(value: Decimal | None) -> str | None:
    return None if value is None else stored_number(value)
