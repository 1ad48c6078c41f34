"""Frameworks as rows of the CPD file, written within a step: thousands of items in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, Level
from otcpd.domain.order import keys_after
from otcpd.record.engine import Value
from otcpd.record.gate import DELETED, Step
from otcpd.record.many import insert_many, link_many, remove_many, set_each

_ITEM = ("code", "label", "parent", "level", "type", "notes", "retired", "confirmed", "identifier")
_FACTS = (
    "code",
    "edition",
    "name",
    "kind",
    "short",
    "publisher",
    "source",
    "licence",
    "note",
    "replaces",
    "identifier",
)


def insert_framework(step: Step, framework: Framework) -> str:
    """Makes the rows of a framework and gives its id."""
    made = step.insert("framework", {**facts_of(framework), "created": step.at, "modified": step.at})
    insert_levels(step, made, framework.levels)
    insert_items(step, made, zip(framework.items, keys_after(None, len(framework.items)), strict=True))
    return made


def facts_of(framework: Framework) -> dict[str, Value]:
    """What a framework is but for its levels and items, as the file keeps it."""
    facts: dict[str, Value] = {name: str(getattr(framework, name)) for name in _FACTS}
    day = framework.valid_from
    return {
        **facts,
        "valid_from": day.isoformat() if day is not None else None,
        "in_force": framework.in_force,
        "confirmed": framework.confirmed,
    }


def insert_levels(step: Step, framework: str, levels: Iterable[Level]) -> None:
    """Makes the rows of levels."""
    insert_many(
        step,
        "framework_level",
        [
            {
                "id": step.new_id(),
                "framework": framework,
                "number": level.number,
                "title": level.title,
                "confirmed": level.confirmed,
            }
            for level in levels
        ],
    )


def insert_items(step: Step, framework: str, items: Iterable[tuple[FrameworkItem, str]]) -> None:
    """Makes the rows of items, each with its place."""
    rows = [
        {"id": step.new_id(), "framework": framework, "position": position, **item_facts(item)}
        for item, position in items
    ]
    insert_many(step, "framework_item", rows)


def item_facts(item: FrameworkItem) -> dict[str, Value]:
    """An item as the file keeps it."""
    return {name: getattr(item, name) for name in _ITEM}


def write_items(step: Step, framework: str, items: Sequence[FrameworkItem]) -> None:
    """Makes these the items of a framework, in this order; those with an `id` are rows already."""
    placed = list(zip(items, keys_after(None, len(items)), strict=True))
    there = {item.id: (item, position) for item, position in placed if item.id}
    for name in _ITEM:
        set_each(step, "framework_item", name, {row: item_facts(item)[name] for row, (item, _) in there.items()})
    set_each(step, "framework_item", "position", {row: position for row, (_, position) in there.items()})
    insert_items(step, framework, [(item, position) for item, position in placed if not item.id])


def write_levels(step: Step, framework: str, levels: Iterable[Level]) -> None:
    """Makes these the levels of a framework."""
    there = {
        int(number): str(row)
        for row, number in step.connection.execute(
            "SELECT id, number FROM framework_level WHERE framework = ? AND deleted IS NULL", (framework,)
        ).fetchall()
    }
    wanted = {level.number: level for level in levels}
    remove_many(step, "framework_level", [row for number, row in there.items() if number not in wanted])
    for name in ("title", "confirmed"):
        values = {row: getattr(wanted[number], name) for number, row in there.items() if number in wanted}
        set_each(step, "framework_level", name, values)
    insert_levels(step, framework, [level for number, level in wanted.items() if number not in there])


def set_facts(step: Step, framework: str, facts: Mapping[str, Value]) -> None:
    """Sets what a framework is; takes it out of the bin."""
    for name, value in {DELETED: None, **facts}.items():
        step.set("framework", framework, name, value)


def add_links(step: Step, links: Sequence[FrameworkLink]) -> None:
    """Makes links between items."""
    link_many(
        step,
        "framework_link",
        [{"source": link.source, "target": link.target} for link in links],
        [{"kind": link.kind.value} for link in links],
    )
