"""Reads frameworks in CASE 1.0 and 1.1 JSON (1EdTech, Competencies and Academic Standards Exchange), ours and
everybody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.dates import from_iso
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkKind, FrameworkLink, Level, LinkKind
from otcpd.domain.framework_reading import MOST_NOTES, ReadFramework
from otcpd.domain.framework_ref import EditionRef, parse_edition, parse_ref
from otcpd.domain.words import joined, quoted, shortened, tally
from otcpd.exchange.framework_case_out import ASSOCIATIONS, OURS
from otcpd.exchange.framework_ids import made_identifier
from otcpd.exchange.framework_items import Faults, RawItem, level_number, settled
from otcpd.exchange.framework_text import one_line, plain, tidy
from otcpd.exchange.framework_values import (
    MOST_NAME,
    Clean,
    Told,
    day,
    edition_ref,
    inside,
    is_object,
    listed,
    no_framework,
    switch,
    text,
    whole,
)

CASE = "CASE"
_PARTS = ("CFItems", "CFAssociations", "CFDefinitions")
_ABOVE = ("ischildof", "ispartof")
_KINDS = {name.casefold(): kind for kind, name in ASSOCIATIONS.items()}
_REPLACES = "replaces"
_MADE_CODE = 8
"""Letters of its identifier that are the code of an item without one: the same whenever the file is read."""


_End = tuple[str, str]
"""An end of an association: its identifier and its title."""


@dataclass(slots=True)
class _Package:
    """A package in the reading. `ours` are our own facts about it; texts of other programs have HTML and Markdown."""

    document: Told
    ours: Told
    clean: Clean
    faults: Faults = field(default_factory=Faults)
    above: dict[str, str] = field(default_factory=dict)
    """Identifier of an item to that of what it stands below."""
    order: dict[str, int] = field(default_factory=dict)
    ends: list[tuple[_End, _End, LinkKind, str]] = field(default_factory=list)
    """Links: from where to where, of which kind, and where they stand in the file."""

    @property
    def identifier(self) -> str:
        return text(self.document.get("identifier"), one_line)


def is_case(value: object) -> bool:
    """Whether the JSON is a package of CASE, or a list of them."""
    return _package_of(value) is not None


def read_case(value: object, name: str, today: date) -> ReadFramework:
    """The framework in a package; `name` is that of the file. Raises NotAcceptable where there is none.

    Items whose `statusEndDate` is not after `today` are retired.
    """
    package = _package_of(value)
    if package is None:
        raise no_framework(name, "It has no CFDocument and no CFItems.")
    document = inside(package, "CFDocument")
    ours = inside(inside(document, "extensions"), OURS)
    found = _Package(document, ours, tidy if ours else plain)
    if isinstance(value, list) and len(value) > 1:
        found.faults.add("the file", f"It holds {tally(len(value), 'framework')}.", "Only the first was read.")
    _associations(found, listed(package, "CFAssociations"))
    definitions = inside(package, "CFDefinitions")
    raw = list(_items(found, listed(package, "CFItems"), _titles(definitions, "CFItemTypes"), today))
    last = max(found.order.values(), default=0) + 1
    raw.sort(key=lambda one: found.order.get(one.key, last))
    items, codes = settled(raw, found.faults)
    framework, told = _framework(found, items, name, _titles(definitions, "CFLicenses"))
    links = tuple(_links(found, framework.ref, codes))
    return ReadFramework(_without_made_names(framework), links, tuple(found.faults.found), CASE, told)


def _package_of(value: object) -> Told | None:
    """The package, which may stand inside an object or a list."""
    for _turn in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        if not is_object(value):
            return None
        if "CFDocument" in value or any(name in value for name in _PARTS):
            return value
        value = value.get("CFPackage")
    return None


def _titles(definitions: Told, name: str) -> Mapping[str, str]:
    """Titles of what is defined, by identifier."""
    found = (one for one in listed(definitions, name) if is_object(one))
    return {text(one.get("identifier"), one_line): text(one.get("title"), tidy) for one in found}


def _associations(found: _Package, associations: Sequence[object]) -> None:
    """What stands below what, and what is linked to what."""
    others: Counter[str] = Counter()
    for number, one in enumerate(associations, 1):
        where = f"association {number:,}"
        if not is_object(one):
            found.faults.add(where, "It is no association.", "It was left out.")
            continue
        kind = text(one.get("associationType"), one_line)
        origin, target = _end(one.get("originNodeURI")), _end(one.get("destinationNodeURI"))
        plain_kind = kind.casefold().replace(" ", "").rpartition(":")[2]
        if not (origin[0] or origin[1]) or not (target[0] or target[1]):
            found.faults.add(where, "One of its ends is missing.", "It was left out.")
        elif plain_kind in _ABOVE:
            _stands_below(found, where, origin[0], target[0], whole(one.get("sequenceNumber")))
        elif plain_kind in _KINDS:
            found.ends.append((origin, target, _KINDS[plain_kind], where))
        elif plain_kind == _REPLACES:
            found.ends.append((target, origin, LinkKind.REPLACED_BY, where))
        else:
            others[kind or "nothing"] += 1
    for kind, count in others.items():
        what = f"Associations of the kind {quoted(kind)} say nothing that is kept here."
        found.faults.add(tally(count, "association"), what, "They were left out.")


def _end(value: object) -> _End:
    """Identifier and title of one end, which may be given as an address alone."""
    if is_object(value):
        identifier = text(value.get("identifier"), one_line) or _last_part(text(value.get("uri"), one_line))
        return identifier, text(value.get("title"), one_line)
    address = text(value, one_line)
    return _last_part(address), address


def _last_part(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2].rpartition(":")[2]


def _stands_below(found: _Package, where: str, item: str, parent: str, place: int | None) -> None:
    if item in found.above:
        if found.above[item] != parent:
            found.faults.add(where, "It gives an item a second place.", "The item stands in its first.")
        return
    found.above[item] = parent
    if place is not None:
        found.order[item] = place


def _items(found: _Package, items: Sequence[object], types: Mapping[str, str], today: date) -> Iterator[RawItem]:
    for number, one in enumerate(items, 1):
        where = f"item {number:,}"
        if not is_object(one):
            found.faults.add(where, "It is no item.", "It was left out.")
            continue
        code = text(one.get("humanCodingScheme"), tidy)
        yield _item(found, one, f"{where}, {quoted(shortened(code, 40))}" if code else where, code, types, today)


def _item(found: _Package, one: Told, where: str, code: str, types: Mapping[str, str], today: date) -> RawItem:
    identifier = text(one.get("identifier"), one_line) or _last_part(text(one.get("uri"), one_line))
    ours = inside(inside(one, "extensions"), OURS)
    statement = text(one.get("fullStatement"), found.clean)
    short = text(one.get("abbreviatedStatement"), found.clean)
    notes = [text(one.get("notes"), found.clean)]
    if short and statement and short != statement:
        notes.insert(0, statement)
    type_uri = inside(one, "CFItemTypeURI")
    kind = text(one.get("CFItemType"), tidy) or types.get(text(type_uri.get("identifier"), one_line), "")
    kind = kind or text(type_uri.get("title"), tidy)
    ended = day(one.get("statusEndDate"))
    retired = switch(ours.get("retired"))
    parent = found.above.get(identifier, "")
    return RawItem(
        where=where,
        key=identifier or f"\n{where}",
        label=short or statement,
        code=code or (identifier[:_MADE_CODE] if short or statement else ""),
        parent="" if parent == found.identifier else parent,
        level=_level(found, one.get("educationLevel"), kind, where),
        type=kind,
        notes="\n\n".join(filter(None, notes)),
        retired=retired if retired is not None else ended is not None and ended <= today,
        confirmed=switch(ours.get("confirmed")) is not False,
        identifier=text(ours.get("identifier"), tidy) or identifier,
    )


def _level(found: _Package, value: object, kind: str, where: str) -> object:
    """The level that an item names, or that its type does: "Level 6"."""
    told = value if isinstance(value, list) else [value]
    told = [one for one in told if one not in (None, "")]
    if not told:
        return level_number(kind) if not found.ours and kind.casefold().startswith("level") else None
    numbers = [number for one in told if (number := level_number(one)) is not None]
    if len(told) > 1:
        levels = joined([text(one, one_line) for one in told[:6]])
        done = f"Level {numbers[0]} was taken." if numbers else "It has no level."
        found.faults.add(where, f"It speaks of several levels, {levels}.", done)
        return numbers[0] if numbers else None
    return numbers[0] if numbers else text(told[0], one_line) or None


def _framework(
    found: _Package, items: tuple[FrameworkItem, ...], name: str, licences: Mapping[str, str]
) -> tuple[Framework, bool]:
    """The framework, and whether the file says which edition it is."""
    document, ours, clean = found.document, found.ours, found.clean
    title = one_line(text(document.get("title"), clean))[:MOST_NAME].strip()
    if not title:
        found.faults.add("the framework", "It has no name.", "It has that of the file.")
        title = name.rpartition(".")[0] or name
    if not items:
        found.faults.add("the framework", "It has no items.", "It was taken as an empty one.")
    status = text(document.get("adoptionStatus"), one_line).casefold()
    if "draft" in status:
        found.faults.add("the framework", "Its publisher calls it a draft.", "It was taken as it is.")
    edition = text(document.get("version"), tidy)
    ref = edition_ref(text(ours.get("code"), tidy), edition, title)
    licence = inside(document, "licenseURI")
    in_force = switch(ours.get("in_force"))
    framework = Framework(
        code=ref.framework,
        edition=ref.edition,
        name=title,
        kind=_kind(ours, items),
        short=text(ours.get("short"), tidy),
        publisher=text(document.get("publisher"), clean) or ("" if ours else text(document.get("creator"), clean)),
        source=text(ours.get("source"), tidy) or text(document.get("officialSourceURL"), tidy),
        licence=licences.get(text(licence.get("identifier"), one_line), "") or text(licence.get("title"), tidy),
        note=(text(document.get("description"), clean) or ("" if ours else text(document.get("notes"), clean)))[
            :MOST_NOTES
        ],
        valid_from=_first_day(found),
        in_force=in_force if in_force is not None else status != "deprecated",
        confirmed=switch(ours.get("confirmed")) is not False,
        replaces=_replaced(ours),
        identifier=text(ours.get("identifier"), tidy) if ours else found.identifier[:MOST_NAME],
        levels=_levels(ours, items),
        items=items,
    )
    return framework, bool(edition)


def _first_day(found: _Package) -> date | None:
    """The day from which it is in force; one that no CPD file can keep is none."""
    told = day(found.document.get("statusStartDate"))
    try:
        return from_iso(told.isoformat()) if told is not None else None
    except NotAcceptable:
        found.faults.add("the framework", f"It is in force from {told}, which cannot be.", "The day was left out.")
        return None


def _kind(ours: Told, items: Sequence[FrameworkItem]) -> FrameworkKind:
    told = text(ours.get("kind"), one_line)
    if told in list(FrameworkKind):
        return FrameworkKind(told)
    return FrameworkKind.CAREER if any(item.level is not None for item in items) else FrameworkKind.OTHER


def _replaced(ours: Told) -> str:
    told = text(ours.get("replaces"), tidy)
    return told if parse_edition(told) is not None else ""


def _levels(ours: Told, items: Sequence[FrameworkItem]) -> tuple[Level, ...]:
    found: dict[int, Level] = {}
    for one in listed(ours, "levels"):
        number = whole(one.get("number")) if is_object(one) else None
        if is_object(one) and number is not None and 0 <= number <= MOST_LEVEL:
            title = one_line(text(one.get("title"), tidy))[:MOST_NAME]
            found[number] = Level(number, title, switch(one.get("confirmed")) is not False)
    if not ours:
        found = {item.level: Level(item.level) for item in items if item.level is not None}
    return tuple(found[number] for number in sorted(found))


def _links(found: _Package, ref: EditionRef, codes: Mapping[str, str]) -> Iterator[FrameworkLink]:
    """Links to and from items of the framework; the other end is one of it too, or named as we name items."""
    seen: set[tuple[str, str, LinkKind]] = set()
    for origin, target, kind, where in found.ends:
        source, aim = (_named(ref, end, codes) for end in (origin, target))
        if not source or not aim:
            found.faults.add(
                where, "It leads to an item of another framework that is not named here.", "It was left out."
            )
        elif source != aim and (source, aim, kind) not in seen:
            seen.add((source, aim, kind))
            yield FrameworkLink(source, aim, kind)


def _named(ref: EditionRef, end: _End, codes: Mapping[str, str]) -> str:
    identifier, title = end
    if identifier in codes:
        return ref.item(codes[identifier])
    return title if parse_ref(title) is not None else ""


def _without_made_names(framework: Framework) -> Framework:
    """Without the identifiers that we make from codes where there are none: so that they are none again."""
    items = tuple(
        replace(item, identifier="") if item.identifier == made_identifier(framework.ref.item(item.code)) else item
        for item in framework.items
    )
    return replace(framework, items=items)
