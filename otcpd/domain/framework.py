"""Frameworks: what a profession or an employer says that people can, in pillars, levels or standards.

Those that ship with the app are dated facts of its resources (domain.md sections 2, 5, 6 and 7), labels only; a person
adds others by importing them or by writing them, such as the role profile of her own council.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from otcpd.domain.framework_ref import EditionRef


class FrameworkKind(StrEnum):
    """What a framework is for: a career in pillars and levels, standards to meet, or the profile of a role."""

    CAREER = "career"
    STANDARDS = "standards"
    ROLE = "role"
    OTHER = "other"


class LinkKind(StrEnum):
    """What an item of one framework is to an item of another."""

    SAME = "same"
    """They say the same, nearly or wholly: what shows one shows the other."""
    RELATED = "related"
    REPLACED_BY = "replaced_by"
    """The target stands in the newer edition for the source."""


class Level(NamedTuple):
    """A level of a career framework. `confirmed` is False until its title was compared with its source."""

    number: int
    title: str = ""
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """A pillar, theme, standard or expectation.

    `code` is unique in its framework; `parent` is the code of the item above, empty at the top. `level` is the level
    it speaks of. `type` says in a word what it is ("Pillar"). A retired item is offered no more and stays readable.
    `identifier` is the name it has in the file it was imported from (a UUID in CASE).
    """

    code: str
    label: str
    parent: str = ""
    level: int | None = None
    type: str = ""
    notes: str = ""
    retired: bool = False
    confirmed: bool = True
    identifier: str = ""
    id: str = ""
    """Of the row in the CPD file; empty in a framework that ships with the app."""


@dataclass(frozen=True)
class Framework:
    """One edition of a framework. Items are in the order in which they are read, those above before those below.

    `in_force` is False for an edition that another has replaced, which `replaces` of the newer one names
    ("framework@edition"). `confirmed` is about name and edition. `id` is empty for one that ships with the app.
    """

    code: str
    edition: str
    name: str
    kind: FrameworkKind = FrameworkKind.OTHER
    short: str = ""
    """A name for narrow places, such as "RCOT 1 to 9"; empty where `name` is all there is."""
    publisher: str = ""
    source: str = ""
    """Where it is from, in words or as an address."""
    licence: str = ""
    note: str = ""
    valid_from: date | None = None
    in_force: bool = True
    confirmed: bool = True
    replaces: str = ""
    identifier: str = ""
    levels: tuple[Level, ...] = ()
    items: tuple[FrameworkItem, ...] = ()
    id: str = ""
    deleted: datetime | None = None

    @property
    def ref(self) -> EditionRef:
        """ "framework@edition"."""
        return EditionRef(self.code, self.edition)

    @property
    def own(self) -> bool:
        """Whether it is of the CPD file, and can be changed."""
        return bool(self.id)

    @cached_property
    def by_code(self) -> Mapping[str, FrameworkItem]:
        """Its items by their codes."""
        return {item.code: item for item in self.items}

    @cached_property
    def children(self) -> Mapping[str, tuple[FrameworkItem, ...]]:
        """The items right below each code; those at the top are below "". Items whose parent is not there stand at
        the top as well."""
        found: dict[str, list[FrameworkItem]] = {}
        for item in self.items:
            found.setdefault(item.parent if item.parent in self.by_code else "", []).append(item)
        return {parent: tuple(items) for parent, items in found.items()}

    @property
    def pillars(self) -> tuple[FrameworkItem, ...]:
        """What stands at the top and is not retired: what a person marks herself against."""
        return tuple(item for item in self.children.get("", ()) if not item.retired)

    def level_title(self, number: int) -> str:
        """The title of a level; empty if it has none."""
        return next((level.title for level in self.levels if level.number == number), "")


@dataclass(frozen=True, slots=True)
class FrameworkLink:
    """A link between items of two frameworks, both as "framework@edition:code"."""

    source: str
    target: str
    kind: LinkKind = LinkKind.SAME
    id: str = ""
    """Of the row in the CPD file; empty for a link that ships with the app."""
