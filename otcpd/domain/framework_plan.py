"""What taking a framework in would do to those that are there: a new one, a new edition, or an edition brought up to
date. Nothing is ever deleted: what is gone from the newer text is retired and stays readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import count

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.framework_reading import FrameworkFault, ReadFramework
from otcpd.domain.framework_ref import MOST_CODE, EditionRef, checked_edition, parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import quoted

_TEXTS = ("short", "publisher", "source", "licence", "note", "replaces", "identifier")
"""What a file need not tell: where it does not, it stays as it was."""


class Way(StrEnum):
    """What a framework that comes in is to those that are there."""

    NEW = "new"
    UPDATE = "update"
    """The same edition once more: it is brought up to date."""
    NEWER = "newer"
    """An edition that replaces the one in force."""
    OLDER = "older"
    """An edition that was replaced by one that is there."""


@dataclass(frozen=True)
class FrameworkPlan:
    """What would come of it. `framework` is the edition as it would be, retired items at its end; `there` is the
    edition that is updated, or that replaces or is replaced."""

    way: Way
    framework: Framework
    there: Framework | None = None
    moves: Mapping[str, str] = field(default_factory=dict)
    """Codes of the edition that are given anew: old to new."""
    links: tuple[FrameworkLink, ...] = ()
    faults: tuple[FrameworkFault, ...] = ()
    format: str = ""

    @cached_property
    def _before(self) -> Mapping[str, FrameworkItem]:
        if self.way is not Way.UPDATE or self.there is None:
            return {}
        return {self.moves.get(code, code): item for code, item in self.there.by_code.items()}

    @cached_property
    def new(self) -> tuple[FrameworkItem, ...]:
        """Items that the edition has not yet."""
        return tuple(item for item in self.framework.items if item.code not in self._before)

    @cached_property
    def changed(self) -> tuple[tuple[FrameworkItem, FrameworkItem], ...]:
        """Items that read differently: before and after."""
        pairs = ((self._before[item.code], item) for item in self.framework.items if item.code in self._before)
        return tuple((old, item) for old, item in pairs if replace(old, retired=item.retired, id=item.id) != item)

    @cached_property
    def retired(self) -> tuple[FrameworkItem, ...]:
        """Items that are offered no more."""
        old = self._before
        return tuple(
            item for item in self.framework.items if item.retired and item.code in old and not old[item.code].retired
        )

    @cached_property
    def brought_back(self) -> tuple[FrameworkItem, ...]:
        """Items that were retired and are offered again."""
        old = self._before
        return tuple(
            item for item in self.framework.items if not item.retired and item.code in old and old[item.code].retired
        )

    @property
    def idle(self) -> bool:
        """Whether nothing would change."""
        if self.way is not Way.UPDATE or self.there is None or self.links or self.there.deleted is not None:
            return False
        return replace(self.framework, items=()) == replace(self.there, items=()) and [
            replace(item, id="") for item in self.framework.items
        ] == [replace(item, id="") for item in self.there.items]


def plan_import(
    known: Frameworks, read: ReadFramework, *, name: str = "", edition: str = "", code: str = ""
) -> FrameworkPlan:
    """What taking in would do. `name`, `edition` and `code` take the place of those in the file; a file that does not
    say its edition is taken for the one that is there.

    Raises NotAcceptable for an edition that ships with the app, which cannot be changed, and for a name of an edition
    that could not stand in references.
    """
    read_one = read.framework
    code = code or read_one.code
    same_code = [one for one in known.all if one.code == code]
    current = _current(same_code)
    if not edition:
        told = read.told_edition or current is None or not current.own
        edition = read_one.edition if told or current is None else current.edition
    edition = checked_edition(edition)
    framework = replace(read_one, code=code, edition=edition, name=name or read_one.name, id="", deleted=None)
    own_links = _links_of(read.links, read_one.ref, framework.ref)
    there = max((one for one in same_code if one.edition == edition), key=_standing, default=None)
    if there is not None and not there.own:
        raise NotAcceptable(
            f"otcpd has {quoted(there.name)}, edition {there.edition}, itself.",
            "Nothing was changed.",
            "Give what you bring in another edition, or another name.",
        )
    if there is not None:
        return _update(known, read, framework, there, own_links)
    links = dict.fromkeys(own_links)
    way = Way.NEW
    if current is not None:
        way = Way.OLDER if _is_older(framework, current) else Way.NEWER
        old, new = (current, framework) if way is Way.NEWER else (framework, current)
        links |= dict.fromkeys(_replaced(old, new))
        framework = replace(
            framework,
            in_force=way is Way.NEWER,
            replaces=str(current.ref) if way is Way.NEWER else framework.replaces,
            kind=current.kind,
        )
    return FrameworkPlan(way, framework, current, {}, _unknown(known, links), read.faults, read.format)


def _current(editions: list[Framework]) -> Framework | None:
    """The edition that stands for a framework: in force before replaced, own before ours; none of those in the bin."""
    living = [one for one in editions if one.deleted is None]
    return max(living, key=_standing, default=None)


def _standing(framework: Framework) -> tuple[bool, bool, bool]:
    return framework.deleted is None, framework.in_force, framework.own


def _is_older(framework: Framework, current: Framework) -> bool:
    if framework.valid_from is not None and current.valid_from is not None:
        return framework.valid_from < current.valid_from
    return not framework.in_force


def _update(
    known: Frameworks, read: ReadFramework, framework: Framework, there: Framework, links: tuple[FrameworkLink, ...]
) -> FrameworkPlan:
    """The same edition: what keeps its identifier under another code is given it anew, and what is gone is retired."""
    codes = {item.code for item in framework.items}
    moves = _moves(there, framework)
    old = {moves.get(item.code, item.code): item for item in there.items}
    kept = [
        replace(item, id=old[item.code].id, identifier=item.identifier or old[item.code].identifier)
        if item.code in old
        else item
        for item in framework.items
    ]
    moved = [
        replace(item, code=moves.get(item.code, item.code), parent=moves.get(item.parent, item.parent))
        for item in there.items
    ]
    gone = [replace(item, retired=True) for item in moved if item.code not in codes]
    updated = replace(
        framework,
        id=there.id,
        items=(*kept, *gone),
        levels=framework.levels or there.levels,
        in_force=there.in_force or there.deleted is not None,
        kind=there.kind,
        valid_from=framework.valid_from or there.valid_from,
        **{name: getattr(framework, name) or getattr(there, name) for name in _TEXTS},
    )
    return FrameworkPlan(
        Way.UPDATE, updated, there, moves, _unknown(known, dict.fromkeys(links)), read.faults, read.format
    )


def _moves(there: Framework, framework: Framework) -> dict[str, str]:
    """Which codes are given anew: an item is the one with its identifier, whatever its number is now. One that is
    gone, and whose code another one took, is retired under a code of its own, so that its links never come to mean
    that other one."""
    moves = _known_again(there, framework)
    others = _others(there, framework, moves)
    taken = {*framework.by_code, *there.by_code}
    for item in there.items:
        if item.code not in moves and item.code in others:
            free = next(code for code in _old_codes(item.code) if code not in taken)
            taken.add(free)
            moves[item.code] = free
    return {old: new for old, new in moves.items() if old != new}


def _known_again(old: Framework, new: Framework) -> dict[str, str]:
    """The code in `old` and in `new` of each item that has the same identifier in both."""
    by_identifier = {item.identifier: item.code for item in new.items if item.identifier}
    return {item.code: by_identifier[item.identifier] for item in old.items if item.identifier in by_identifier}


def _others(old: Framework, new: Framework, known_again: Mapping[str, str]) -> frozenset[str]:
    """Codes that mean another item in `new` than they did in `old`: one that had another code, or one with another
    identifier and other words. A file in which no identifier is known again has made all of them anew, and they tell
    nothing."""
    found = set(known_again.values())
    for item in old.items if known_again else ():
        now = new.by_code.get(item.code)
        told = now is not None and item.identifier and now.identifier and item.identifier != now.identifier
        if told and now is not None and item.label.casefold() != now.label.casefold():
            found.add(item.code)
    return frozenset(found)


def _old_codes(code: str) -> Iterator[str]:
    yield f"{code[: MOST_CODE - 6]} (old)"
    yield from (f"{code[: MOST_CODE - 12]} (old {number})" for number in count(2))


def _links_of(links: tuple[FrameworkLink, ...], told: EditionRef, ref: EditionRef) -> tuple[FrameworkLink, ...]:
    """Links of a file, with the items of its framework under the name that it gets here."""

    def here(end: str) -> str:
        parsed = parse_ref(end)
        return ref.item(parsed.code) if parsed is not None and parsed.edition == told else end

    return tuple(replace(link, source=here(link.source), target=here(link.target)) for link in links)


def _replaced(old: Framework, new: Framework) -> Iterator[FrameworkLink]:
    """Each item of an edition is replaced by the one with the same identifier in the next, or else by the one with the
    same code, unless that one was another item before."""
    known_again = _known_again(old, new)
    others = _others(old, new, known_again)
    for item in old.items:
        code = known_again.get(item.code, item.code)
        if item.code in known_again or (code in new.by_code and code not in others):
            yield FrameworkLink(old.ref.item(item.code), new.ref.item(code), LinkKind.REPLACED_BY)


def _unknown(known: Frameworks, links: Mapping[FrameworkLink, None]) -> tuple[FrameworkLink, ...]:
    """Those that are not there yet, one for each pair."""
    there = {(link.source, link.target) for link in known.links}
    found: dict[tuple[str, str], FrameworkLink] = {}
    for link in links:
        if (link.source, link.target) not in there:
            found.setdefault((link.source, link.target), link)
    return tuple(found.values())
