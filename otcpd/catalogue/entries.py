"""What the catalogue holds: plain frozen values, and the questions one can put to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from otcpd.catalogue.supervision import SupervisionWords
from otcpd.domain.activity import Category
from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.known_type import KnownType
from otcpd.domain.readiness_rules import ReadinessRules


class CategoryEntry(NamedTuple):
    """One of HCPC's headings: "Work-based" where room is short, "Work-based learning" elsewhere."""

    code: Category
    letters: str
    short: str
    long: str


class ActivityType(NamedTuple):
    """A type of activity. `origin` is "hcpc" or "local"; `words` are what people type in quick add."""

    code: str
    label: str
    category: Category
    origin: str
    words: tuple[str, ...]


class Standard(NamedTuple):
    """A standard in short. `confirmed` is False until its heading was compared with HCPC's document."""

    ref: str
    """ "hcpc_sop@2023:10": how an activity names it."""
    code: str
    label: str
    confirmed: bool


class Framework(NamedTuple):
    """A set of standards in one edition. `confirmed` is about the name and year of the edition."""

    code: str
    edition: str
    name: str
    in_force: bool
    confirmed: bool
    standards: tuple[Standard, ...]


class Prompt(NamedTuple):
    """One question of a reflective model."""

    code: str
    label: str
    hint: str
    form_field: str = ""
    """The text of an activity that answers the same question in the profile; empty for none."""


@dataclass(frozen=True, slots=True)
class ReflectiveModel:
    """A reflective model with its prompts in order."""

    code: str
    label: str
    prompts: tuple[Prompt, ...]
    short: str
    """The model inside a sentence: "Gibbs", "the 5Rs"."""
    source: str
    """Where its stages are from, in words."""

    def prompt(self, code: str) -> Prompt | None:
        """The prompt with this code."""
        return next((prompt for prompt in self.prompts if prompt.code == code), None)

    @property
    def repeats_form(self) -> bool:
        """Whether the form of an activity asks every one of these questions already."""
        return all(prompt.form_field for prompt in self.prompts)


class Choice(NamedTuple):
    """Something to pick from a list: a reason for a gap, a kind of employer."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All dated facts. Mappings keep the order of the files and are by code, standards by reference.

    `checked_on` says for each file ("hcpc", "standards", …) when its facts were last compared with
    their sources.
    """

    categories: Mapping[Category, CategoryEntry]
    types: Mapping[str, ActivityType]
    frameworks: tuple[Framework, ...]
    standards: Mapping[str, Standard]
    models: Mapping[str, ReflectiveModel]
    gap_reasons: Mapping[str, Choice]
    gap_reasons_away: frozenset[str]
    """Those of somebody who was not at work."""
    gap_reason_hint: str
    sectors: Mapping[str, Choice]
    councils: tuple[str, ...]
    cycles: tuple[RegistrationCycle, ...]
    rules: ReadinessRules
    supervision: SupervisionWords
    checked_on: Mapping[str, date]
    types_by_label: Mapping[str, ActivityType]
    """By label in lower case; use `type_of`."""

    def category_label(self, category: Category | None, *, long: bool = False) -> str:
        """ "Work-based" or "Work-based learning"; empty while the category is not chosen."""
        if category is None:
            return ""
        entry = self.categories[category]
        return entry.long if long else entry.short

    def type_of(self, code_or_label: str) -> ActivityType | None:
        """The type with this code or, in any case of letters, this label. None for a person's own type."""
        return self.types.get(code_or_label) or self.types_by_label.get(code_or_label.strip().casefold())

    def type_label(self, code: str) -> str:
        """What to show for an activity's type: its label, or the person's own words as they are."""
        entry = self.types.get(code)
        return entry.label if entry else code

    def types_of(self, category: Category) -> tuple[ActivityType, ...]:
        """The types under one heading, HCPC's first."""
        return tuple(entry for entry in self.types.values() if entry.category is category)

    def known_types(self) -> tuple[KnownType, ...]:
        """The types as quick add wants them."""
        return tuple(KnownType(entry.code, entry.label, entry.category, entry.words) for entry in self.types.values())

    def standard(self, ref: str) -> Standard | None:
        """The standard behind "framework@edition:code"."""
        return self.standards.get(ref)

    def framework(self, code: str) -> Framework | None:
        """The edition of a framework that is in force."""
        return next((one for one in self.frameworks if one.code == code and one.in_force), None)

    def model(self, code: str) -> ReflectiveModel | None:
        """The reflective model with this code."""
        return self.models.get(code)

    @property
    def default_model(self) -> ReflectiveModel:
        """The model offered first: the questions of HCPC's own profile."""
        return next(iter(self.models.values()))

    def gap_reason_label(self, reason: str) -> str:
        """What to show for a gap reason: the label of a code, or the person's own words as they are."""
        entry = self.gap_reasons.get(reason)
        return entry.label if entry else reason
