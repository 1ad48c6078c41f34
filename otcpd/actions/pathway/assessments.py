"""Self-assessments: beginning one, marking levels, saying why and what shows it. Undo takes anything back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from otcpd.actions.activities import put_layer
from otcpd.actions.names import one_line
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.people import person_named
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.assessment import Assessment, Mark, MarkSide
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.many import link_many
from otcpd.record.record import Record

_NOTHING = "Nothing was changed."
_NEW, _MARK = "New self-assessment", "Mark a level"
_MARKS, _SHOWN = "assessment_mark", "assessment_activity"
_FIELDS: Mapping[str, Reader] = {"note": values.text, "person": values.maybe_person}


def begin_assessment(
    record: Record, framework: str, day: date | None = None, *, frameworks: Frameworks | None = None
) -> Changes:
    """A self-assessment of a day (today if not given) in an edition, "framework@edition".

    It is the first of what was created, and begins with the marks of the last one before it, or of one in the edition
    that this one replaces. `frameworks` are all there are, for whoever has them at hand. Raises NotAcceptable for an
    edition that is none, a day to come, and one that has a self-assessment already.
    """
    known = frameworks or all_frameworks(record)
    edition = _edition(known, framework)
    when = day or record.clock.today()
    _check_day(record, edition, when)
    with record.step(_NEW) as step:
        _begin(record, step, known, edition, when)
    return step.changes


def mark_level(
    record: Record,
    assessment: str,
    item: str,
    side: MarkSide,
    level: int | None,
    *,
    frameworks: Frameworks | None = None,
) -> Changes:
    """Says at which level she is, or wants to be, in an item; None takes the mark away.

    Raises NotAcceptable for an item or a level that the framework has not.
    """
    found = record.assessments.get(assessment)
    edition = _edition(frameworks or all_frameworks(record), found.framework)
    _check_mark(edition, item, level)
    with record.step(_MARK) as step:
        _set(step, found, item, str(side), level)
    return step.changes


def mark_today(
    record: Record,
    framework: str,
    item: str,
    side: MarkSide,
    level: int | None,
    *,
    frameworks: Frameworks | None = None,
) -> Changes:
    """Marks a level as it is today: in today's self-assessment, or in a new one, in the same step, if there is none.

    Raises what `mark_level` raises.
    """
    known, today = frameworks or all_frameworks(record), record.clock.today()
    edition = _edition(known, framework)
    _check_mark(edition, item, level)
    newest = record.assessments.latest(framework)
    with record.step(_MARK) as step:
        if newest is not None and newest.day >= today:
            _set(step, newest, item, str(side), level)
        else:
            made, marks = _begin(record, step, known, edition, today)
            _write(step, made, marks.get(item, Mark(item)), str(side), level)
    return step.changes


def write_reason(record: Record, assessment: str, item: str, text: str, *, typing: bool = False) -> Changes:
    """Says why she marked an item as she did. `typing` marks the autosave of a text being written: see `Gate.step`."""
    found = record.assessments.get(assessment)
    _check_item(found, item)
    with record.step("Edit the reason", typing=typing) as step:
        _set(step, found, item, "reason", text)
    return step.changes


def show_by(record: Record, assessment: str, item: str, activity: str, *, on: bool = True) -> Changes:
    """Links an activity that shows where she is in an item, or takes the link away. Raises NotAcceptable for ids that
    are none."""
    _check_item(record.assessments.get(assessment), item)
    ends = {"assessment": assessment, "item": item, "activity": record.activities.get(activity).id}
    with record.step("Link the activity" if on else "Take the link away") as step:
        if on:
            step.link(_SHOWN, ends)
        else:
            step.unlink(_SHOWN, ends)
    return step.changes


def edit_assessment(record: Record, assessment: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets `note`, or `person` (an id; None for nobody). Raises NotAcceptable for what cannot be."""
    record.assessments.get(assessment)
    stored = values.stored(record, _FIELDS, field, value, "A self-assessment")
    with record.step("Edit self-assessment", typing=typing and field == "note") as step:
        step.set("assessment", assessment, field, stored)
    return step.changes


def name_companion(record: Record, assessment: str, name: str) -> Changes:
    """Says with whom she did it, by name: somebody known, or a new person; empty for nobody.

    Raises NotAcceptable for her own name.
    """
    record.assessments.get(assessment)
    name = one_line(name)
    if name and name.casefold() == record.people.owner().name.casefold():
        raise NotAcceptable("This is you.", _NOTHING, "Name the other person, or leave it empty.")
    with record.step("Edit self-assessment") as step:
        step.set("assessment", assessment, "person", person_named(record, step, name) if name else None)
    return step.changes


def move_assessment(record: Record, assessment: str, day: date) -> Changes:
    """Says that it is of another day. Raises NotAcceptable for a day to come, and one that has another already."""
    found = record.assessments.get(assessment)
    if day == found.day:
        return Changes()
    edition = _edition(all_frameworks(record), found.framework)
    _check_day(record, edition, day)
    with record.step("Edit self-assessment") as step:
        step.set("assessment", assessment, "date", values.day(record, day))
    return step.changes


def delete_assessment(record: Record, assessment: str) -> Changes:
    """Puts a self-assessment into the bin, with its marks. The activities stay."""
    record.assessments.get(assessment)
    with record.step("Delete self-assessment") as step:
        step.remove("assessment", assessment)
    return step.changes


def _begin(record: Record, step: Step, known: Frameworks, edition: Framework, day: date) -> tuple[str, dict[str, Mark]]:
    """Makes one within a step; returns its id, and the marks that it begins with."""
    ref = str(edition.ref)
    marks = _marks_before(record, known, edition, day)  # before this one is the last itself
    made = step.insert(
        "assessment",
        {"date": values.day(record, day), "framework": ref, "note": "", "created": step.at, "modified": step.at},
    )
    link_many(
        step,
        _MARKS,
        [{"assessment": made, "item": item} for item in marks],
        [{"now": mark.now, "target": mark.target, "reason": mark.reason} for mark in marks.values()],
    )
    for mark in marks.values():
        # Who may read a reason holds for its copy, too.
        put_layer(step, _MARKS, text_id(_MARKS, made, mark.item), "reason", mark.layer)
    link_many(
        step,
        _SHOWN,
        [
            {"assessment": made, "item": mark.item, "activity": activity}
            for mark in marks.values()
            for activity in mark.activities
        ],
    )
    return made, marks


def _marks_before(record: Record, known: Frameworks, edition: Framework, day: date) -> dict[str, Mark]:
    """The marks of the last self-assessment, for items that are not retired; where there is none, those of the newest
    edition before that has one, for the items that say the same."""
    last = record.assessments.latest(str(edition.ref), day)
    if last is not None:
        return {item: mark for item, mark in last.marks.items() if _fits(edition, item)}
    older = _last_of_older(record, known, edition, day)
    found: dict[str, Mark] = {}
    for mark in older.marks.values() if older is not None else ():
        for item in sorted(known.alike(mark.item)):
            if _fits(edition, item) and item not in found:
                found[item] = Mark(
                    item,
                    _level(edition, mark.now),
                    _level(edition, mark.target),
                    mark.reason,
                    mark.activities,
                    mark.layer,
                )
    return found


def _last_of_older(record: Record, known: Frameworks, edition: Framework, day: date) -> Assessment | None:
    """The last self-assessment in an edition that this one replaces, the edition just before it first."""
    ref, seen = edition.replaces, {str(edition.ref)}
    while ref and ref not in seen:
        found = record.assessments.latest(ref, day)
        if found is not None:
            return found
        seen.add(ref)
        older = known.edition(ref)
        ref = older.replaces if older is not None else ""
    return None


def _level(edition: Framework, level: int | None) -> int | None:
    return level if level in {one.number for one in edition.levels} else None


def _fits(edition: Framework, item: str) -> bool:
    ref = parse_ref(item)
    found = edition.by_code.get(ref.code) if ref is not None and ref.edition == edition.ref else None
    return found is not None and not found.retired


def _set(step: Step, assessment: Assessment, item: str, field: str, value: str | int | None) -> None:
    _write(step, assessment.id, assessment.mark(item), field, value)


def _write(step: Step, assessment: str, mark: Mark, field: str, value: str | int | None) -> None:
    kept = {"now": mark.now, "target": mark.target, "reason": mark.reason}
    step.link(_MARKS, {"assessment": assessment, "item": mark.item}, {**kept, field: value})


def _edition(known: Frameworks, framework: str) -> Framework:
    found = known.edition(framework)
    if found is None:
        raise NotAcceptable(f"There is no framework ‘{framework}’.", _NOTHING, "Choose one of those that are offered.")
    return found


def _check_day(record: Record, edition: Framework, day: date) -> None:
    today = record.clock.today()
    if day > today:
        raise NotAcceptable(f"{long_day(day)} is still to come.", _NOTHING, f"Pick a day up to {long_day(today)}.")
    there = record.assessments.latest(str(edition.ref), day)
    if there is not None and there.day == day:
        raise NotAcceptable(
            f"There is a self-assessment of {long_day(day)} already.",
            _NOTHING,
            "Go on with that one, or pick another day.",
        )


def _check_item(assessment: Assessment, item: str) -> None:
    ref = parse_ref(item)
    if ref is None or str(ref.edition) != assessment.framework:
        raise NotAcceptable(f"‘{item}’ is no item of this framework.", _NOTHING)


def _check_mark(edition: Framework, item: str, level: int | None) -> None:
    ref = parse_ref(item)
    if ref is None or ref.edition != edition.ref or ref.code not in edition.by_code:
        raise NotAcceptable(f"‘{item}’ is no item of {edition.name}.", _NOTHING)
    if level is not None and _level(edition, level) is None:
        numbers = [one.number for one in edition.levels]
        told = f"Its levels go from {min(numbers)} to {max(numbers)}." if numbers else "It has no levels."
        raise NotAcceptable(f"{edition.name} has no level {level}.", _NOTHING, told)
