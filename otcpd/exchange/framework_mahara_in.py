"""Reads the frameworks of Mahara's SmartEvidence (".matrix").

The first version nests `standardelement` in each standard, an element with `parent` true belonging to the one before it
that has it false. The second lists `standardelements` beside `standards`, each with `standardid`, `elementid` and
perhaps `parentelementid`. Files of other programs nest both ways and deeper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from otcpd.domain.framework import Framework, FrameworkKind, Level
from otcpd.domain.framework_reading import MOST_NOTES, ReadFramework
from otcpd.domain.framework_ref import MOST_CODE
from otcpd.domain.words import joined, quoted
from otcpd.exchange.framework_items import Faults, RawItem, settled
from otcpd.exchange.framework_text import one_line, plain
from otcpd.exchange.framework_values import (
    MOST_NAME,
    Told,
    edition_ref,
    inside,
    is_object,
    listed,
    no_framework,
    switch,
    text,
)

MAHARA = "Mahara"
_ELEMENTS = ("standardelements", "standardelement", "elements", "children")


@dataclass(slots=True)
class _Matrix:
    faults: Faults = field(default_factory=Faults)
    standards: dict[str, str] = field(default_factory=dict)
    """Number of a standard to the key of its item."""
    elements: dict[tuple[str, str], str] = field(default_factory=dict)
    """Standard and number of an element to the key of its item."""


def is_mahara(value: object) -> bool:
    """Whether the JSON is a framework of SmartEvidence."""
    return is_object(value) and any(name in inside(value, "framework") for name in ("standards", *_ELEMENTS))


def read_mahara(value: object, name: str) -> ReadFramework:
    """The framework in a matrix; `name` is that of the file. Raises NotAcceptable where there is none."""
    told = inside(value, "framework") if is_object(value) else {}
    if not told:
        raise no_framework(name, "It has no ‘framework’ in it.")
    matrix = _Matrix()
    title = one_line(text(told.get("name"), plain))[:MOST_NAME].strip()
    if not title:
        matrix.faults.add("the framework", "It has no name.", "It has that of the file.")
        title = name.rpartition(".")[0] or name
    items, _codes = settled(list(_raw(matrix, told)), matrix.faults)
    if not items:
        matrix.faults.add("the framework", "It has no standards.", "It was taken as an empty one.")
    _statuses(matrix, told)
    edition = text(told.get("version") or told.get("edition"), one_line)
    ref = edition_ref("", edition, title, name)
    framework = Framework(
        code=ref.framework,
        edition=ref.edition,
        name=title,
        kind=FrameworkKind.STANDARDS,
        note=text(told.get("description"), plain)[:MOST_NOTES],
        levels=tuple(Level(number) for number in sorted({item.level for item in items if item.level is not None})),
        items=items,
    )
    return ReadFramework(framework, (), tuple(matrix.faults.found), MAHARA, bool(edition))


def _statuses(matrix: _Matrix, told: Told) -> None:
    statuses = told.get("evidencestatuses")
    values = list(statuses.values()) if is_object(statuses) else statuses if isinstance(statuses, list) else []
    words = [quoted(word) for one in values[:10] if (word := text(_name_of(one), plain))]
    if words:
        what = f"What Mahara calls the state of evidence ({joined(words)}) has no place here."
        matrix.faults.add("the framework", what, "It was left out.")


def _name_of(status: object) -> object:
    """Statuses are given as {"begun": "Begun"} or as [{"name": "Begun"}] or [{"begun": "Begun"}]."""
    if not is_object(status):
        return status
    return status.get("name") or next(iter(status.values()), "")


def _raw(matrix: _Matrix, told: Told) -> Iterator[RawItem]:
    standards = listed(told, "standards")
    for place, standard in enumerate(standards, 1):
        where = f"standard {place:,}"
        if not is_object(standard):
            matrix.faults.add(where, "It is no standard.", "It was left out.")
            continue
        number = _number(standard, "standardid", "priority", "id") or str(place)
        key = f"standard {place}"
        matrix.standards.setdefault(number, key)
        yield _item(standard, where, key, "", number)
        yield from _nested(matrix, listed(standard, *_ELEMENTS), key, number, where)
    yield from _beside(matrix, listed(told, *_ELEMENTS))


def _nested(
    matrix: _Matrix, elements: Sequence[object], standard_key: str, standard: str, where: str
) -> Iterator[RawItem]:
    """Elements inside a standard, and inside each other, as they are read."""
    waiting = [_Waiting(one, standard_key, where, place) for place, one in enumerate(elements, 1)][::-1]
    before: dict[str, str] = {}
    while waiting:
        one = waiting.pop()
        place = f"{one.where}, element {one.place:,}"
        if not is_object(one.value):
            matrix.faults.add(place, "It is no element.", "It was left out.")
            continue
        key = f"{one.above}\nelement {one.place}"
        number = _number(one.value, "elementid", "id")
        named = _number(one.value, "parentelementid", "parentid")
        above = matrix.elements.get((standard, named), "") if named else ""
        if not above and switch(one.value.get("parent")):
            above = before.get(one.above, "")
        if not above:
            before[one.above] = key
        if number:
            matrix.elements.setdefault((standard, number), key)
        yield _item(one.value, place, key, above or one.above, number)
        below = listed(one.value, *_ELEMENTS)
        waiting += [_Waiting(each, key, place, spot) for spot, each in enumerate(below, 1)][::-1]


@dataclass(frozen=True, slots=True)
class _Waiting:
    value: object
    above: str
    where: str
    place: int


def _beside(matrix: _Matrix, elements: Sequence[object]) -> Iterator[RawItem]:
    """Elements that stand beside the standards and name them."""
    known = [(place, one) for place, one in enumerate(elements, 1) if is_object(one)]
    if len(known) < len(elements):
        matrix.faults.add("the elements", "Some of them are no elements.", "They were left out.")
    keys: dict[int, str] = {}
    for place, one in known:
        standard, number = _number(one, "standardid", "standardoptions"), _number(one, "elementid", "id")
        keys[place] = f"element {place}"
        if number:
            matrix.elements.setdefault((standard, number), keys[place])
    for place, one in known:
        standard, number = _number(one, "standardid", "standardoptions"), _number(one, "elementid", "id")
        named = _number(one, "parentelementid", "parentid")
        below = matrix.standards.get(standard, "")
        if named:
            above = matrix.elements.get((standard, named), "") or f"element {named}, which is not there"
        else:
            above = below or (f"standard {standard}" if standard else "")
        yield _item(one, f"element {place:,}", keys[place], above, number)
        yield from _nested(matrix, listed(one, *_ELEMENTS), keys[place], standard, f"element {place:,}")


def _item(one: Told, where: str, key: str, parent: str, number: str) -> RawItem:
    short = one_line(text(one.get("shortname"), plain))
    name = one_line(text(one.get("name"), plain))
    code = number or (short if len(short) <= MOST_CODE else "")
    head = short.rstrip(".:")
    label = name or short
    if name and head and head not in (name, code, number) and short != code:
        label = f"{head}: {name}"
    return RawItem(
        where=where,
        key=key,
        label=label,
        code=code,
        parent=parent,
        level=one.get("level"),
        notes=text(one.get("description"), plain),
        identifier="",
    )


def _number(one: Told, *names: str) -> str:
    """The first of these that is given, as it is written; 1 and "1" are the same, false and 0 are none."""
    return next((found for name in names if (found := text(one.get(name), one_line)) not in ("", "0")), "")
