"""Frameworks of one's own: made, edited, copied, given a new edition, and put into the bin. What is linked to their
items always stays readable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from otcpd.actions.names import named, one_line
from otcpd.actions.pathway.framework_refs import move_editions, move_refs
from otcpd.actions.pathway.framework_rows import add_links, insert_framework, insert_levels
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkKind, FrameworkLink, Level, LinkKind
from otcpd.domain.framework_ref import MOST_CODE, EditionRef, checked_edition, slug
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import quoted
from otcpd.record.record import Record

_NOTHING = "Nothing was changed."
FACTS = ("short", "publisher", "source", "licence", "note")
"""Texts of a framework that are edited as they are."""
_FIELDS: Mapping[str, Reader] = {
    **dict.fromkeys(FACTS, values.text),
    "kind": values.one_of(FrameworkKind),
    "valid_from": values.maybe_day,
}


def own_framework(record: Record, framework: str) -> Framework:
    """A framework of the person's own, by its id. Raises NotAcceptable where there is none."""
    found = next((one for one in record.frameworks.all() if one.id == framework), None)
    if found is None:
        raise NotAcceptable("This framework is not in the file any more.", _NOTHING)
    return found


def new_framework(
    record: Record, name: str, edition: str = "", *, kind: FrameworkKind = FrameworkKind.ROLE, publisher: str = ""
) -> Changes:
    """Makes an empty framework, such as the profile of a role; the year is its edition unless one is given.

    Raises NotAcceptable without a name, and for an edition that cannot be.
    """
    known = all_frameworks(record)
    framework = Framework(
        code=_free_code(known, named(name)),
        edition=checked_edition(edition or str(record.clock.today().year)),
        name=named(name),
        kind=kind,
        publisher=one_line(publisher),
    )
    with record.step("New framework") as step:
        insert_framework(step, framework)
    return step.changes


def edit_framework(record: Record, framework: str, field: str, value: FieldValue, *, typing: bool = False) -> Changes:
    """Sets one field: `name`, `edition`, `kind`, `valid_from`, or a text of `FACTS`. A new name of the edition goes
    through to everything that is linked to its items.

    Raises NotAcceptable for what cannot be.
    """
    current = own_framework(record, framework)
    if field == "edition":
        return rename_edition(record, framework, str(value or ""))
    if field == "name":
        stored: str | int | None = named(str(value or ""))
    else:
        stored = values.stored(record, _FIELDS, field, value, "A framework")
    with record.step("Edit framework", typing=typing and field in FACTS) as step:
        step.set("framework", current.id, field, stored)
    return step.changes


def rename_edition(record: Record, framework: str, edition: str) -> Changes:
    """Gives an edition another name, and lets all that names its items name them by it."""
    current = own_framework(record, framework)
    wanted = EditionRef(current.code, checked_edition(edition))
    if wanted == current.ref:
        return Changes()
    _check_free(all_frameworks(record), wanted)
    with record.step("Edit framework") as step:
        step.set("framework", current.id, "edition", wanted.edition)
        move_refs(step, {current.ref.item(code): wanted.item(code) for code in current.by_code})
        move_editions(step, {str(current.ref): str(wanted)})
    return step.changes


def set_level(record: Record, framework: str, number: int, title: str, *, typing: bool = False) -> Changes:
    """Gives a level a title, and adds the level if it is not there. Raises NotAcceptable for a number out of reach."""
    current = own_framework(record, framework)
    if not 0 <= number <= MOST_LEVEL:
        raise NotAcceptable(f"A level is a number from 0 to {MOST_LEVEL}.", _NOTHING)
    row = _level_row(record, current.id, number)
    with record.step("Edit level" if row else "Add level", typing=typing) as step:
        if row:
            step.set("framework_level", row, "title", one_line(title))
        else:
            insert_levels(step, current.id, [Level(number, one_line(title))])
    return step.changes


def set_level_numbers(record: Record, framework: str, numbers: Iterable[int]) -> Changes:
    """Makes these the levels of a framework; those that stay keep their titles."""
    current = own_framework(record, framework)
    wanted, there = set(numbers), {level.number for level in current.levels}
    if not all(0 <= number <= MOST_LEVEL for number in wanted):
        raise NotAcceptable(f"A level is a number from 0 to {MOST_LEVEL}.", _NOTHING)
    with record.step("Edit levels") as step:
        for number in sorted(there - wanted):
            step.remove("framework_level", _level_row(record, current.id, number))
        insert_levels(step, current.id, [Level(number) for number in sorted(wanted - there)])
    return step.changes


def copy_framework(record: Record, ref: str, name: str) -> Changes:
    """Makes a framework of one's own with the levels and items of another, "framework@edition", to edit it. Each item
    is linked to the one it is a copy of: they say the same.

    Raises NotAcceptable without a name, and for a framework that is not there.
    """
    known = all_frameworks(record)
    source = _known(known, ref)
    copied = replace(
        source,
        code=_free_code(known, named(name)),
        name=named(name),
        short="",
        note="",
        valid_from=None,
        replaces="",
        identifier="",
        in_force=True,
        items=tuple(replace(item, id="", identifier="") for item in source.items if not item.retired),
    )
    links = [
        FrameworkLink(copied.ref.item(item.code), source.ref.item(item.code), LinkKind.SAME) for item in copied.items
    ]
    with record.step("Copy framework") as step:
        insert_framework(step, copied)
        add_links(step, links)
    return step.changes


def new_edition(record: Record, framework: str, edition: str, valid_from: date | None = None) -> Changes:
    """Makes an edition that replaces one and begins with its levels and items; the one before stays readable, and what
    is linked to its items counts for the same items of the new one.

    Raises NotAcceptable for an edition that is there already, and for a day that cannot be.
    """
    values.maybe_day(record, valid_from)
    current = own_framework(record, framework)
    wanted = EditionRef(current.code, checked_edition(edition))
    _check_free(all_frameworks(record), wanted)
    made = replace(
        current,
        edition=wanted.edition,
        replaces=str(current.ref),
        valid_from=valid_from,
        in_force=True,
        items=tuple(replace(item, id="") for item in current.items if not item.retired),
    )
    links = [
        FrameworkLink(current.ref.item(item.code), wanted.item(item.code), LinkKind.REPLACED_BY) for item in made.items
    ]
    with record.step("New edition") as step:
        insert_framework(step, made)
        for one in record.frameworks.all():
            if one.code == current.code and one.ref != wanted:
                step.set("framework", one.id, "in_force", False)
        add_links(step, links)
    return step.changes


def delete_framework(record: Record, framework: str) -> Changes:
    """Puts a framework into the bin. Links to its items stay, and are read as before; where it replaced an edition of
    one's own, that one is in force again."""
    current = own_framework(record, framework)
    before = [one for one in record.frameworks.all() if str(one.ref) == current.replaces]
    with record.step("Delete framework") as step:
        step.remove("framework", current.id)
        for one in before if current.in_force else ():
            step.set("framework", one.id, "in_force", True)
    return step.changes


def link_items(record: Record, source: str, target: str, kind: LinkKind) -> Changes:
    """Says what an item is to an item of another framework, both as "framework@edition:code".

    Raises NotAcceptable for items that are not there.
    """
    known = all_frameworks(record)
    for ref in (source, target):
        if known.item(ref) is None:
            raise NotAcceptable(
                f"‘{ref}’ is no item of a framework.", _NOTHING, "Choose one of those that are offered."
            )
    if source == target:
        raise NotAcceptable("This is the same item.", _NOTHING, "Choose one of another framework.")
    with record.step("Link the items") as step:
        add_links(step, [FrameworkLink(source, target, kind)])
    return step.changes


def unlink_items(record: Record, link: str) -> Changes:
    """Takes a link of one's own away, by its id."""
    with record.step("Take the link away") as step:
        step.remove("framework_link", link)
    return step.changes


def _level_row(record: Record, framework: str, number: int) -> str:
    found = record.reader.value(
        "SELECT id FROM framework_level WHERE framework = ? AND number = ? AND deleted IS NULL", (framework, number)
    )
    return str(found or "")


def _known(known: Frameworks, ref: str) -> Framework:
    found = known.edition(ref)
    if found is None:
        raise NotAcceptable(f"There is no framework {quoted(ref)}.", _NOTHING)
    return found


def _check_free(known: Frameworks, ref: EditionRef) -> None:
    if known.edition(str(ref)) is not None:
        raise NotAcceptable(f"There is an edition {quoted(ref.edition)} already.", _NOTHING, "Give it another name.")


def _free_code(known: Frameworks, name: str) -> str:
    """A code that no framework has, made from the name."""
    taken = {one.code for one in known.all}
    base = slug(name) or "framework"
    codes = (base if number == 1 else f"{base[: MOST_CODE - 5]}_{number}" for number in range(1, len(taken) + 2))
    return next(code for code in codes if code not in taken)
