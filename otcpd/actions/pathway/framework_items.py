"""The items of a framework of one's own: added, edited, moved, retired and given another code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from otcpd.actions.names import one_line
from otcpd.actions.pathway.framework_edit import own_framework
from otcpd.actions.pathway.framework_refs import move_refs, uses_of
from otcpd.actions.supervision import values
from otcpd.actions.supervision.values import FieldValue, Reader
from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.framework_reading import MOST_DEPTH
from otcpd.domain.framework_ref import MOST_CODE
from otcpd.domain.order import key_between
from otcpd.domain.words import quoted
from otcpd.record.gate import Step
from otcpd.record.many import remove_many, set_each, set_many
from otcpd.record.record import Record

_NOTHING = "Nothing was changed."
_TEXTS = ("label", "notes", "type")


def _label(_record: Record, value: FieldValue) -> str:
    text = one_line(str(value or ""))
    if not text:
        raise NotAcceptable("The item has no words yet.", _NOTHING, "Say in a few words what it asks.")
    return text


_FIELDS: Mapping[str, Reader] = {
    "label": _label,
    "notes": values.text,
    "type": values.text,
    "level": values.number(0, MOST_LEVEL, f"A level is a number from 0 to {MOST_LEVEL}.", maybe=True),
}


def item_of(framework: Framework, item: str) -> FrameworkItem:
    """An item of a framework by its id. Raises NotAcceptable where there is none."""
    found = next((one for one in framework.items if one.id == item), None)
    if found is None:
        raise _gone()
    return found


def _check_there(record: Record, framework: str, item: str) -> None:
    """The same without reading the whole framework, which may have thousands of items."""
    if not record.reader.rows(
        "SELECT 1 FROM framework_item AS item JOIN framework ON framework.id = item.framework WHERE item.id = ?"
        " AND item.framework = ? AND item.deleted IS NULL AND framework.deleted IS NULL",
        (item, framework),
    ):
        raise _gone()


def _gone() -> NotAcceptable:
    return NotAcceptable("This item is not in the framework any more.", _NOTHING)


def add_item(
    record: Record, framework: str, label: str, *, code: str = "", parent: str = "", **fields: FieldValue
) -> Changes:
    """Adds an item behind the others below its parent. Without a code it gets the next number there. `fields` are
    `level`, `type` and `notes`.

    Raises NotAcceptable for a code, a parent or a value that cannot be.
    """
    current = own_framework(record, framework)
    if parent and parent not in current.by_code:
        raise NotAcceptable(f"There is no item {quoted(parent)} to stand below.", _NOTHING)
    _check_depth(current, parent)
    code = _free(current, code) if code.strip() else _next_code(current, parent)
    facts = {"label": label, "notes": "", "type": "", "level": None, **fields}
    row = {name: values.stored(record, _FIELDS, name, value, "An item") for name, value in facts.items()}
    places = _places(record, current)
    order = [item.code for item in current.items]
    last = _end_of_block(current, order, parent) if parent else len(order)
    (position,) = _keys(places, order, last, 1)
    with record.step("Add item") as step:
        step.insert(
            "framework_item",
            {**row, "framework": current.id, "code": code, "parent": parent, "confirmed": True, "position": position},
        )
    return step.changes


def edit_item(
    record: Record, framework: str, item: str, field: str, value: FieldValue, *, typing: bool = False
) -> Changes:
    """Sets one field of an item: `label`, `notes`, `type`, `level`, `code` or `parent` (a code, empty for the top).

    Raises NotAcceptable for what cannot be.
    """
    if field == "code":
        return recode_item(record, framework, item, str(value or ""))
    if field == "parent":
        return place_below(record, framework, item, str(value or ""))
    _check_there(record, framework, item)
    stored = values.stored(record, _FIELDS, field, value, "An item")
    with record.step("Edit item", typing=typing and field in _TEXTS) as step:
        step.set("framework_item", item, field, stored)
    return step.changes


def recode_item(record: Record, framework: str, item: str, code: str) -> Changes:
    """Gives an item another code. All that is linked to it, and what stands below it, goes with it in the same step.

    Raises NotAcceptable for a code that another item has.
    """
    current = own_framework(record, framework)
    old = item_of(current, item).code
    if one_line(code) == old:
        return Changes()
    code = _free(current, code)
    below = [one.id for one in current.items if one.parent == old]
    with record.step("Edit item") as step:
        step.set("framework_item", item, "code", code)
        set_many(step, "framework_item", below, "parent", code)
        move_refs(step, {current.ref.item(old): current.ref.item(code)})
    return step.changes


def place_below(record: Record, framework: str, item: str, parent: str) -> Changes:
    """Puts an item, with all below it, behind the others below another; below none, at the top.

    Raises NotAcceptable for a place below itself.
    """
    current = own_framework(record, framework)
    one = item_of(current, item)
    block = _block(current, one.code)
    if parent == one.parent:
        return Changes()
    if parent in block:
        raise NotAcceptable("An item cannot stand below itself.", _NOTHING, "Choose another place.")
    if parent and parent not in current.by_code:
        raise NotAcceptable(f"There is no item {quoted(parent)} to stand below.", _NOTHING)
    _check_depth(current, parent)
    rest = [each.code for each in current.items if each.code not in block]
    place = _end_of_block(current, rest, parent) if parent else len(rest)
    keys = _keys(_places(record, current), rest, place, len(block))
    with record.step("Move item") as step:
        step.set("framework_item", item, "parent", parent)
        _arrange(step, current, block, keys)
    return step.changes


def move_item(record: Record, framework: str, item: str, by: int) -> Changes:
    """Moves an item, with all below it, before the one above it (`by` is -1) or behind the next (1) of those beside it.
    At the end nothing is changed."""
    current = own_framework(record, framework)
    one = item_of(current, item)
    beside = [each.code for each in current.children.get(one.parent if one.parent in current.by_code else "", ())]
    spot = beside.index(one.code) + by
    if not 0 <= spot < len(beside):
        return Changes()
    block = _block(current, one.code)
    rest = [each.code for each in current.items if each.code not in block]
    other = beside[spot]
    place = rest.index(other) if by < 0 else _end_of_block(current, rest, other)
    keys = _keys(_places(record, current), rest, place, len(block))
    with record.step("Move item") as step:
        _arrange(step, current, block, keys)
    return step.changes


def retire_item(record: Record, framework: str, item: str, *, on: bool = True) -> Changes:
    """Offers an item no more, or again. What is linked to it stays."""
    _check_there(record, framework, item)
    with record.step("Retire item" if on else "Bring item back") as step:
        step.set("framework_item", item, "retired", on)
    return step.changes


def remove_item(record: Record, framework: str, item: str) -> Changes:
    """Takes an item away, with all below it, as made by mistake. Raises NotAcceptable where anything is linked to one
    of them: those are retired instead."""
    current = own_framework(record, framework)
    block = _block(current, item_of(current, item).code)
    if uses_of(record, [current.ref.item(code) for code in block]):
        raise NotAcceptable(
            "Something is linked to this item, or to one below it.", _NOTHING, "Retire it: it then stays readable."
        )
    with record.step("Remove item") as step:
        remove_many(step, "framework_item", [current.by_code[code].id for code in block])
    return step.changes


def _free(framework: Framework, code: str) -> str:
    code = one_line(code)
    if not code or len(code) > MOST_CODE:
        told = f"A code has at most {MOST_CODE} letters." if code else "The code is empty."
        raise NotAcceptable(told, _NOTHING, "Give a short one, such as L1.")
    if code in framework.by_code:
        raise NotAcceptable(f"The code {quoted(code)} stands for another item already.", _NOTHING, "Give another one.")
    return code


def _next_code(framework: Framework, parent: str) -> str:
    """ "3" behind 1 and 2 at the top, "L.2" behind L.1 below L."""
    head = f"{parent[: MOST_CODE - 7]}." if parent else ""
    number = len(framework.children.get(parent, ())) + 1
    while f"{head}{number}" in framework.by_code:
        number += 1
    return f"{head}{number}"


def _check_depth(framework: Framework, parent: str) -> None:
    depth = 1
    while parent and depth <= MOST_DEPTH:
        depth, parent = depth + 1, framework.by_code[parent].parent if parent in framework.by_code else ""
    if depth > MOST_DEPTH:
        raise NotAcceptable(f"Items stand at most {MOST_DEPTH} deep.", _NOTHING, "Choose a place higher up.")


def _block(framework: Framework, code: str) -> dict[str, None]:
    """An item and all below it, as they are read."""
    found: dict[str, None] = {}
    waiting = [code]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = None
            waiting += [each.code for each in reversed(framework.children.get(one, ()))]
    return found


def _end_of_block(framework: Framework, order: Sequence[str], code: str) -> int:
    """The place in `order` behind an item and all below it."""
    block = _block(framework, code)
    return max(place for place, one in enumerate(order) if one in block) + 1


def _places(record: Record, framework: Framework) -> dict[str, str]:
    """Code to order key."""
    rows = record.reader.rows(
        "SELECT code, position FROM framework_item WHERE framework = ? AND deleted IS NULL", (framework.id,)
    )
    return {str(code): str(position) for code, position in rows}


def _keys(places: Mapping[str, str], order: Sequence[str], place: int, count: int) -> list[str]:
    """`count` rising order keys for a place in `order`."""
    before = places[order[place - 1]] if place else None
    after = places[order[place]] if place < len(order) else None
    keys: list[str] = []
    for _turn in range(count):
        before = key_between(before, after)
        keys.append(before)
    return keys


def _arrange(step: Step, framework: Framework, block: Iterable[str], keys: Sequence[str]) -> None:
    rows = [framework.by_code[code].id for code in block]
    set_each(step, "framework_item", "position", dict(zip(rows, keys, strict=True)))
