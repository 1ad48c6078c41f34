"""The person's own types of activity."""

from __future__ import annotations

from typing import NamedTuple

from otcpd.actions.names import named, one_line
from otcpd.actions.names_in_settings import Named, rename_in_filters, rename_in_templates
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.record import naming
from otcpd.record.gate import Step
from otcpd.record.ids import text_id
from otcpd.record.many import set_many
from otcpd.record.record import Record


class OwnType(NamedTuple):
    """A type of the person's own, and how many activities have it."""

    name: str
    category: Category | None
    uses: int


class CalledType(NamedTuple):
    """What stands in an activity for a type: a code of the catalogue or her own words; empty for none."""

    type: str
    category: Category | None
    new: bool = False


def own_types(record: Record) -> tuple[OwnType, ...]:
    """Every type of her own, by name."""
    counts = naming.type_counts(record.reader)
    return tuple(OwnType(name, category, counts.get(name, 0)) for name, category in record.activities.own_types())


def add_type(record: Record, name: str, category: Category | None = None) -> Changes:
    """Adds a type. Raises NotAcceptable for an empty name, or one that a type has already."""
    name = free_type_name(record, name)
    with record.step("New type") as step:
        make_type(step, name, category)
    return step.changes


def rename_type(record: Record, name: str, new: str) -> Changes:
    """Gives a type another name, also where activities have it.

    Raises NotAcceptable for an empty name, or one that another type has.
    """
    old = _the(record, name)
    new = named(new)
    if new == name:
        return Changes()
    if new.casefold() != name.casefold():
        new = free_type_name(record, new)
    with record.step(naming.RENAME_TYPE) as step:
        step.remove("own_type", text_id("own_type", name))
        make_type(step, new, old.category)
        set_many(step, "activity", naming.of_type(record.reader, name), "type", new)
        rename_in_templates(record, step, Named.TYPE, name, new)
        rename_in_filters(record, step, Named.TYPE, name, new)
    return step.changes


def set_type_category(record: Record, name: str, category: Category | None) -> Changes:
    """Puts a type under another category. Activities that have the type stay where they are."""
    _the(record, name)
    with record.step("Change the category of a type") as step:
        step.set("own_type", text_id("own_type", name), "category", category)
    return step.changes


def delete_type(record: Record, name: str) -> Changes:
    """Takes a type off the list, and out of templates, which would make it anew. Activities that have it keep the
    word, so a filter may still ask for it."""
    _the(record, name)
    with record.step("Delete type") as step:
        step.remove("own_type", text_id("own_type", name))
        rename_in_templates(record, step, Named.TYPE, name, "")
    return step.changes


def free_type_name(record: Record, name: str) -> str:
    """The name as it would be kept. Raises NotAcceptable for an empty one, or one that a type has already."""
    known = type_called(record, named(name))
    if not known.new:
        mine = load_catalogue().type_of(known.type) is None
        raise NotAcceptable(
            f"{quoted(one_line(name))} is {'one of your types' if mine else 'on the list of types'} already.",
            "Nothing was changed.",
            "Choose another name.",
        )
    return known.type


def type_called(record: Record, words: str) -> CalledType:
    """The type that goes by these words, whatever their capitals: one of her own, one of the catalogue, or a new
    one that is yet to be made."""
    name = one_line(words)
    own = dict(record.activities.own_types())
    known = load_catalogue().type_of(name)
    mine = next((one for one in own if one.casefold() == name.casefold()), None)
    if name in own or (mine is not None and known is None):
        found = name if name in own else str(mine)
        return CalledType(found, own[found])
    if known is not None:
        return CalledType(known.code, known.category)
    return CalledType(name, None, new=bool(name))


def _the(record: Record, name: str) -> OwnType:
    for one in own_types(record):
        if one.name == name:
            return one
    raise NotAcceptable(f"You have no type called {quoted(name)}.", "Nothing was changed.")


def make_type(step: Step, name: str, category: Category | None) -> None:
    """Adds a type of her own within a step, or changes its category. `name` is as `one_line` gives it."""
    step.put("own_type", text_id("own_type", name), {"name": name, "category": category})
