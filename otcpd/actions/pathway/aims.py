"""Roles that somebody aims for, and what each of them asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from otcpd.actions.days import check_reach
from otcpd.actions.names import one_line
from otcpd.actions.people import make_employer
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.career import AimState, ExpectationKind, Setting
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework_ref import parse_edition, parse_ref
from otcpd.domain.order import key_between, keys_after
from otcpd.record.gate import Step
from otcpd.record.many import insert_many
from otcpd.record.record import Record

_NOTHING = "Nothing was changed."
_TYPED = ("title", "why", "grade")


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a role asks, as a form or a framework gives it: see `otcpd.domain.career.Expectation`."""

    kind: ExpectationKind
    text: str = ""
    item: str = ""
    level: int | None = None


def _setting(record: Record, value: FieldValue) -> str | int | None:
    return values.one_of(Setting)(record, value) if value else ""


def _edition(_record: Record, value: FieldValue) -> str:
    if not value:
        return ""
    if parse_edition(str(value)) is None:
        raise NotAcceptable(f"‘{value}’ is no framework.", _NOTHING, "Choose one of those that are offered.")
    return str(value)


_level = values.number(0, MOST_LEVEL, f"A level is a number up to {MOST_LEVEL}.", maybe=True)
_AIM: Mapping[str, Reader] = {
    "title": values.text,
    "state": values.one_of(AimState),
    "setting": _setting,
    "grade": values.text,
    "framework": _edition,
    "by": values.maybe_day,
    "why": values.text,
}
_EXPECTATION: Mapping[str, Reader] = {"text": values.text, "level": _level}


def add_aim(record: Record, title: str = "", framework: str = "") -> Changes:
    """A role to aim for; `framework` is "framework@edition" of the one that its levels are of, if any."""
    row = {"title": one_line(title), "state": AimState.AIMING, "framework": _edition(record, framework)}
    with record.step("Choose a role to aim for") as step:
        step.insert("role_aim", {**row, "created": step.at, "modified": step.at})
    return step.changes


def edit_aim(record: Record, aim: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field of a role aimed for. `employer` takes a name, made if it is new; `setting` and `state` their
    codes. Raises NotAcceptable for what does not fit."""
    record.roles.aim(aim)
    if field == "employer":
        name = one_line(str(value or ""))
        with record.step("Edit role") as step:
            step.set("role_aim", aim, field, make_employer(step, name) if name else None)
        return step.changes
    kept = values.stored(record, _AIM, field, value, "A role")
    with record.step("Edit role", typing=typing and field in _TYPED) as step:
        step.set("role_aim", aim, field, kept)
    return step.changes


def delete_aim(record: Record, aim: str) -> Changes:
    """Puts a role aimed for into the bin, with what it asks. What the log holds stays."""
    record.roles.aim(aim)
    with record.step("Delete role") as step:
        step.remove("role_aim", aim)
    return step.changes


def add_expectation(record: Record, aim: str, asked: Asked) -> Changes:
    """Something more that the role asks, at the end. Raises NotAcceptable where nothing is asked, or an item is
    none."""
    record.roles.aim(aim)
    checked = _checked(record, asked)
    with record.step("Add what the role asks") as step:
        keys = keys_after(_last(record, aim), 1)
        step.insert("role_expectation", {"aim": aim, "position": keys[0], **checked})
    return step.changes


def take_expectations(record: Record, aim: str, asked: Iterable[Asked]) -> Changes:
    """Everything that a profile asks, at the end and in its order, in one step; items that are there are left out."""
    there = {one.item for one in record.roles.aim(aim).expectations if one.item}
    wanted: list[dict[str, str | int | None]] = []
    for one in asked:
        if not one.item or one.item not in there:
            there.add(one.item)
            wanted.append(_checked(record, one))
    with record.step("Take what the role asks") as step:
        keys = keys_after(_last(record, aim), len(wanted))
        rows = [
            {"id": step.new_id(), "aim": aim, "position": key, **row} for key, row in zip(keys, wanted, strict=True)
        ]
        insert_many(step, "role_expectation", rows)
    return step.changes


def edit_expectation(
    record: Record, expectation: str, field: str, value: FieldValue, *, typing: bool = False
) -> Changes:
    """Sets `text` or `level` of an expectation. Raises NotAcceptable for what does not fit."""
    kept = values.stored(record, _EXPECTATION, field, value, "What a role asks")
    with record.step("Edit what the role asks", typing=typing and field == "text") as step:
        _existing(step, expectation)
        step.set("role_expectation", expectation, field, kept)
    return step.changes


def mark_met(record: Record, expectation: str, day: date | None, activity: str | None = None) -> Changes:
    """Says that an expectation is met since a day, perhaps by an activity; without both, takes that back.

    Raises NotAcceptable for a day still to come, and for an activity that is none.
    """
    check_reach(day)
    if day is not None and day > record.clock.today():
        raise NotAcceptable(f"{long_day(day)} is still to come.", _NOTHING, "Mark it as met once it is.")
    if activity is not None:
        record.activities.get(activity)
    with record.step("Mark as met" if day or activity else "Mark as not met") as step:
        _existing(step, expectation)
        step.set("role_expectation", expectation, "done_on", day.isoformat() if day else None)
        step.set("role_expectation", expectation, "activity", activity)
    return step.changes


def move_expectation(record: Record, expectation: str, after: str | None) -> Changes:
    """Puts an expectation behind another of its role, or first."""
    with record.step("Move what the role asks") as step:
        aim = _existing(step, expectation)
        order = [one for one in _order(record, aim) if one[0] != expectation]
        places = [row for row, _position in order]
        place = places.index(after) + 1 if after in places else 0
        before = order[place - 1][1] if place else None
        behind = order[place][1] if place < len(order) else None
        step.set("role_expectation", expectation, "position", key_between(before, behind))
    return step.changes


def remove_expectation(record: Record, expectation: str) -> Changes:
    """Takes an expectation away."""
    with record.step("Remove what the role asks") as step:
        _existing(step, expectation)
        step.remove("role_expectation", expectation)
    return step.changes


def _checked(record: Record, asked: Asked) -> dict[str, str | int | None]:
    """The columns of an expectation."""
    text = one_line(asked.text)
    if asked.kind is ExpectationKind.ITEM:
        if parse_ref(asked.item) is None:
            raise NotAcceptable(
                f"‘{asked.item}’ is no item of a framework.", _NOTHING, "Choose one of those that are offered."
            )
    elif not text:
        raise NotAcceptable("There are no words yet.", _NOTHING, "Say what the role asks.")
    item = asked.item if asked.kind is ExpectationKind.ITEM else ""
    return {"kind": asked.kind, "text": text, "item": item, "level": _level(record, asked.level)}


def _existing(step: Step, expectation: str) -> str:
    """The role of an expectation. Raises NotAcceptable if there is none with this id."""
    found = step.connection.execute("SELECT aim FROM role_expectation WHERE id = ?", (expectation,)).fetchone()
    if found is None:
        raise NotAcceptable(f"There is no expectation with the id {expectation}.", _NOTHING)
    return str(found[0])


def _order(record: Record, aim: str) -> Sequence[tuple[str, str]]:
    return record.reader.rows(
        "SELECT id, position FROM role_expectation WHERE aim = ? AND deleted IS NULL ORDER BY position, id", (aim,)
    )


def _last(record: Record, aim: str) -> str | None:
    order = _order(record, aim)
    return order[-1][1] if order else None
