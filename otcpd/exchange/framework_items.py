"""From the items of a file, whatever is wrong with them, to the items of a framework.

Codes become unique, parents that are missing or go round in a circle are let go, and items stand in an order in which
those above come before those below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.framework import FrameworkItem
from otcpd.domain.framework_reading import MOST_DEPTH, MOST_ITEMS, MOST_LABEL, MOST_NOTES, FrameworkFault
from otcpd.domain.framework_ref import MOST_CODE
from otcpd.domain.words import quoted, shortened
from otcpd.exchange.framework_text import one_line, tidy

_LEVEL = re.compile(r"(?:level|lvl|stage|grade|l)?\s*([0-9]{1,9})(?:\.0+)?(?:\b.*)?", re.IGNORECASE | re.DOTALL)
_MOST_TYPE = 60
_MOST_IDENTIFIER = 200


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item as a file has it, its texts plain. `where` leads to it; `parent` is the `key` of another, or empty for
    one at the top. `code` may be empty or stand twice. `level` is as it was written."""

    where: str
    key: str
    label: str
    code: str = ""
    parent: str = ""
    level: object = None
    type: str = ""
    notes: str = ""
    retired: bool = False
    confirmed: bool = True
    identifier: str = ""


class Faults:
    """Gathers what is not as it should be."""

    def __init__(self) -> None:
        self.found: list[FrameworkFault] = []

    def add(self, where: str, what: str, done: str) -> None:
        """One thing, as two sentences."""
        self.found.append(FrameworkFault(where, what, done))


def settled(items: Iterable[RawItem], faults: Faults) -> tuple[tuple[FrameworkItem, ...], dict[str, str]]:
    """The items of a framework, and for each key the code it has got."""
    kept = _worth_keeping(items, faults)
    codes = _codes(kept, faults)
    parents = _parents(kept, faults)
    there = {one.key: one for one in kept}
    order = list(_in_order(parents, there, faults))
    made = {
        one.key: FrameworkItem(
            code=codes[one.key],
            label=one.label,
            parent=codes.get(parents[one.key], ""),
            level=_level(one, faults),
            type=shortened(one_line(one.type), _MOST_TYPE),
            notes=one.notes,
            retired=one.retired,
            confirmed=one.confirmed,
            identifier=one.identifier[:_MOST_IDENTIFIER],
        )
        for one in kept
    }
    return tuple(made[key] for key in order), codes


def _worth_keeping(items: Iterable[RawItem], faults: Faults) -> list[RawItem]:
    """Those that say anything, each key once, each with a label that is short enough."""
    kept: dict[str, RawItem] = {}
    beyond = 0
    for one in items:
        if not (one.label or one.code or one.notes):
            faults.add(one.where, "It has neither a code nor words.", "It was left out.")
        elif len(kept) == MOST_ITEMS:
            beyond += 1
        elif one.key in kept:
            faults.add(one.where, f"It has the same identifier as {kept[one.key].where}.", "It stands by itself.")
            again = replace(one, key=f"{one.key}\n{len(kept)}", parent="" if one.parent == one.key else one.parent)
            kept[again.key] = _labelled(again, faults)
        else:
            kept[one.key] = _labelled(one, faults)
    if beyond:
        faults.add(f"{beyond:,} more items", f"A framework has at most {MOST_ITEMS:,} here.", "They were left out.")
    return list(kept.values())


def _labelled(one: RawItem, faults: Faults) -> RawItem:
    """With a label of one line; what is too long for one is told whole in the notes."""
    label = one_line(one.label) or one_line(one.notes) or one.code
    notes = one.notes
    if len(label) > MOST_LABEL:
        notes = "\n\n".join(part for part in (one.label, notes) if part)
        label = shortened(label, MOST_LABEL)
    if len(notes) > MOST_NOTES:
        faults.add(one.where, f"Its text has more than {MOST_NOTES:,} letters.", "The end of it was left out.")
        notes = notes[:MOST_NOTES].rstrip()
    return replace(one, label=label, notes=notes)


def _codes(kept: Sequence[RawItem], faults: Faults) -> dict[str, str]:
    """A code for each key. The first item with a code keeps it."""
    wanted = {one.key: shortened(one_line(tidy(one.code)), MOST_CODE) for one in kept}
    taken = {code for code in wanted.values() if code}
    given: set[str] = set()
    numbers: dict[str, int] = {}
    codes: dict[str, str] = {}
    for place, one in enumerate(kept, 1):
        code = made = wanted[one.key]
        if not code or code in given:
            made = _free(code or str(place), taken, numbers)
        if not code:
            faults.add(one.where, "It has no code.", f"It has the code {quoted(made)} now.")
        elif made != code:
            what = f"The code {quoted(code)} stands for another item already."
            faults.add(one.where, what, f"It has the code {quoted(made)} now.")
        codes[one.key] = made
        given.add(made)
        taken.add(made)
    return codes


def _free(base: str, taken: set[str], numbers: dict[str, int]) -> str:
    """`base`, or `base` with the first number behind it that makes a code which nobody has."""
    if base not in taken:
        return base
    number, head = numbers.get(base, 2), base[: MOST_CODE - 8]
    while (made := f"{head} ({number})") in taken:
        number += 1
    numbers[base] = number + 1
    return made


def _parents(kept: Sequence[RawItem], faults: Faults) -> dict[str, str]:
    """The key above each key; empty for those at the top, and for those whose parent is not there."""
    there = {one.key: one for one in kept}
    parents: dict[str, str] = {}
    for one in kept:
        known = one.parent in there
        parents[one.key] = one.parent if known else ""
        if one.parent and not known:
            what = f"What it stands below, {quoted(one_line(one.parent))}, is not in the file."
            faults.add(one.where, what, "It stands at the top.")
    _cut_circles(parents, there, faults)
    return parents


def _cut_circles(parents: dict[str, str], there: Mapping[str, RawItem], faults: Faults) -> None:
    places = {key: place for place, key in enumerate(parents)}
    settled_ones = {""}
    for start in list(parents):
        path: dict[str, None] = {}
        key = start
        while key not in settled_ones:
            if key in path:
                passed = list(path)
                first = min(passed[passed.index(key) :], key=places.__getitem__)
                parents[first] = ""
                faults.add(there[first].where, "It stands below itself.", "It stands at the top.")
                break
            path[key] = None
            key = parents[key]
        settled_ones.update(path)


def _in_order(parents: dict[str, str], there: Mapping[str, RawItem], faults: Faults) -> Iterator[str]:
    """The keys as they are read: what stands below an item comes right behind it. What is nested too deep moves up."""
    below: dict[str, list[str]] = {}
    for key, parent in parents.items():
        below.setdefault(parent, []).append(key)
    waiting = [(key, 1) for key in reversed(below.get("", []))]
    while waiting:
        key, depth = waiting.pop()
        if depth > MOST_DEPTH:
            depth = MOST_DEPTH
            parents[key] = parents[parents[key]]
            faults.add(there[key].where, f"It is nested more than {MOST_DEPTH} deep.", "It stands higher up.")
        yield key
        waiting += [(one, depth + 1) for one in reversed(below.get(key, []))]


def level_number(value: object) -> int | None:
    """The level that a value names: 6, "6", "Level 6", "L6: senior"; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value) if abs(value) < 1e9 else None
    if isinstance(value, int):
        return value if 0 <= value <= MOST_LEVEL else None
    match = _LEVEL.fullmatch(value.strip()) if isinstance(value, str) else None
    number = int(match[1]) if match is not None else -1
    return number if 0 <= number <= MOST_LEVEL else None


def _level(one: RawItem, faults: Faults) -> int | None:
    number = level_number(one.level)
    if number is None and one.level not in (None, ""):
        faults.add(one.where, f"Its level, {quoted(one_line(str(one.level)))}, is no number.", "It has no level.")
    return number
