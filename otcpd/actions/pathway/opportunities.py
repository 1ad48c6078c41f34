"""Chances to learn in another place: noted, followed, and added to the log once they came off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from otcpd.actions.activities import FieldValue as ActivityValue
from otcpd.actions.activities import add_activity
from otcpd.actions.names import one_line
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.activity import Category
from otcpd.domain.career import Opportunity, OpportunityKind, OpportunityState
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order, long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record

_TYPED = ("title", "host", "note")
TYPES: Mapping[OpportunityKind, str] = {
    OpportunityKind.SHADOWING: "work_shadowing",
    OpportunityKind.SECONDMENT: "secondment",
    OpportunityKind.ROTATION: "job_rotation",
    OpportunityKind.JOB_SHARE: "learning_by_doing",
    OpportunityKind.BUDDY: "coaching_received",
}
"""The type of the activity that comes of each, a code of the catalogue; of any other nothing is said."""


def _aim(record: Record, value: FieldValue) -> str | None:
    return record.roles.aim(str(value)).id if value else None


_FIELDS: Mapping[str, Reader] = {
    "title": values.text,
    "kind": values.one_of(OpportunityKind),
    "host": values.text,
    "state": values.one_of(OpportunityState),
    "start": values.maybe_day,
    "end": values.maybe_day,
    "aim": _aim,
    "note": values.text,
}


def add_opportunity(
    record: Record, title: str = "", kind: OpportunityKind = OpportunityKind.SHADOWING, aim: str | None = None
) -> Changes:
    """A chance to learn in another place, an idea at first; `aim` is the role that it leads to, if any."""
    row = {"title": one_line(title), "kind": kind, "state": OpportunityState.IDEA, "aim": _aim(record, aim)}
    with record.step("New opportunity") as step:
        step.insert("opportunity", {**row, "created": step.at, "modified": step.at})
    return step.changes


def edit_opportunity(
    record: Record, opportunity: str, field: str, value: FieldValue, *, typing: bool = False
) -> Changes:
    """Sets one field. Raises NotAcceptable for what does not fit, and for days out of order."""
    now = record.roles.opportunity(opportunity)
    kept = values.stored(record, _FIELDS, field, value, "An opportunity")
    if field in ("start", "end"):
        _check_order(now, field, value)
    with record.step("Edit opportunity", typing=typing and field in _TYPED) as step:
        step.set("opportunity", opportunity, field, kept)
    return step.changes


def delete_opportunity(record: Record, opportunity: str) -> Changes:
    """Puts an opportunity into the bin. What came of it in the log stays."""
    record.roles.opportunity(opportunity)
    with record.step("Delete opportunity") as step:
        step.remove("opportunity", opportunity)
    return step.changes


def link_activity(record: Record, opportunity: str, activity: str, *, on: bool = True) -> Changes:
    """Says that an activity of the log came of it, or takes that back."""
    ends = {
        "opportunity": record.roles.opportunity(opportunity).id,
        "activity": record.activities.get(activity).id,
    }
    with record.step("Link activity" if on else "Take the link away") as step:
        if on:
            step.link("opportunity_activity", ends)
        else:
            step.unlink("opportunity_activity", ends)
    return step.changes


def add_to_log(record: Record, opportunity: str) -> Changes:
    """Makes the activity that came of it, of the type that fits, linked to it: the new id is the first of `created`.

    Raises NotAcceptable where it begins only later.
    """
    found, today = record.roles.opportunity(opportunity), record.clock.today()
    if found.start is not None and found.start > today:
        raise NotAcceptable(
            f"It begins on {long_day(found.start)}.", "Nothing was changed.", "Add it to your log once it has begun."
        )
    last = found.end if found.end is not None and found.end <= today and found.end != found.start else None
    fields: dict[str, ActivityValue] = {
        "title": found.title,
        "date": found.start or last or today,
        "end_date": last if found.start is not None else None,
        "category": Category.WORK_BASED,
        "type": TYPES.get(found.kind, ""),
    }
    with record.step("Add to the log") as step:
        activity = add_activity(record, step, fields)
        step.link("opportunity_activity", {"opportunity": opportunity, "activity": activity})
    return step.changes


def _check_order(now: Opportunity, field: str, value: FieldValue) -> None:
    days = {"start": now.start, "end": now.end, field: value}
    start, end = days["start"], days["end"]
    if isinstance(start, date) and isinstance(end, date):
        check_order(start, end)
