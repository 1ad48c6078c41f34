"""What is filtered by, in words: one part for each thing that can be taken away again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.dates import long_day
from otcpd.domain.log_filter import NO_CATEGORY, LogFilter
from otcpd.domain.words import shortened
from otcpd.record.record import Record

FACETS = (
    ("categories", "Category"),
    ("types", "Type"),
    ("standards", "Standard"),
    ("tags", "Tag"),
    ("people", "With whom"),
    ("goals", "Goal"),
)
"""Fields of a filter in which several things may be chosen, and what people read."""

A_GOAL = "A goal"
_MOST_LETTERS = 40
"""Of the title of a goal on a chip."""
UNCHOSEN = "No category yet"
NO_TYPE = "No type yet"
HAS_EVIDENCE, NO_EVIDENCE = "Has evidence", "No evidence"
PROTECTED = "Protected time"
UNREFLECTED = "Needs reflection"
THIS_CYCLE = "This cycle"


@dataclass(frozen=True, slots=True)
class Part:
    """`field` of the filter, the `value` in it (empty where there is but one), and what people read."""

    field: str
    value: str
    text: str
    spoken: str = ""
    """More words for those who do not see it among the others."""


def parts_of(only: LogFilter, record: Record) -> list[Part]:
    """Everything that is filtered by, in the order of the form."""
    parts: list[Part] = []
    for field, _label in FACETS:
        name = naming(field, record) if chosen_in(only, field) else str
        found = [Part(field, value, name(value), spoken_of(field, value)) for value in chosen_in(only, field)]
        parts += sorted(found, key=_text_of)
    if only.cycle:
        parts.append(Part("cycle", "", THIS_CYCLE))
    if only.start is not None:
        parts.append(Part("start", "", f"From {long_day(only.start)}"))
    if only.end is not None:
        parts.append(Part("end", "", f"Until {long_day(only.end)}"))
    if only.evidence is not None:
        parts.append(Part("evidence", "", HAS_EVIDENCE if only.evidence else NO_EVIDENCE))
    if only.protected:
        parts.append(Part("protected", "", PROTECTED))
    if only.unreflected:
        parts.append(Part("unreflected", "", UNREFLECTED))
    return parts


def chosen_in(only: LogFilter, field: str) -> frozenset[str]:
    """What is chosen in one of `FACETS`."""
    chosen = getattr(only, field)
    assert isinstance(chosen, frozenset)
    return chosen


def with_chosen(only: LogFilter, field: str, chosen: frozenset[str]) -> LogFilter:
    """The filter with other things chosen in one of `FACETS`."""
    match field:
        case "categories":
            return replace(only, categories=chosen)
        case "types":
            return replace(only, types=chosen)
        case "standards":
            return replace(only, standards=chosen)
        case "tags":
            return replace(only, tags=chosen)
        case "people":
            return replace(only, people=chosen)
        case _:
            return replace(only, goals=chosen)


def without(only: LogFilter, part: Part) -> LogFilter:
    """The filter with one part taken away."""
    match part.field:
        case "cycle":
            only = replace(only, cycle=False)
        case "start":
            only = replace(only, start=None)
        case "end":
            only = replace(only, end=None)
        case "evidence":
            only = replace(only, evidence=None)
        case "protected":
            only = replace(only, protected=False)
        case "unreflected":
            only = replace(only, unreflected=False)
        case field:
            only = with_chosen(only, field, chosen_in(only, field) - {part.value})
    return only


def naming(field: str, record: Record) -> Callable[[str], str]:
    """How a value of one of `FACETS` reads on its chip."""
    if field == "people":
        return _Named({one.id: f"With {one.name}" for one in record.people.all()}, "With somebody").of
    if field == "goals":
        titles = record.goals.titles()
        return _Named({goal: f"Goal: {shortened(title, _MOST_LETTERS)}" for goal, title in titles.items()}, A_GOAL).of
    return {"categories": category_name, "types": type_name, "standards": standard_name, "tags": tag_words}[field]


def category_name(code: str) -> str:
    """ "Formal"."""
    known = code in tuple(Category)
    return load_catalogue().category_label(Category(code)) if known else UNCHOSEN if code == NO_CATEGORY else code


def type_name(code: str) -> str:
    """ "Journal club"."""
    return load_catalogue().type_label(code) or NO_TYPE


def standard_name(ref: str) -> str:
    """ "4 Benefit to service users"; the reference itself for one that otcpd does not know."""
    standard = load_catalogue().standard(ref)
    return f"{standard.code} {standard.label}" if standard else ref


def tag_words(name: str) -> str:
    """ "#falls"."""
    return f"#{name}"


def spoken_of(field: str, value: str) -> str:
    """What a chip says besides its words."""
    if field != "standards":
        return ""
    return next((one.name for one in load_catalogue().frameworks for each in one.standards if each.ref == value), "")


@dataclass(frozen=True, slots=True)
class _Named:
    names: dict[str, str]
    other: str

    def of(self, key: str) -> str:
        return self.names.get(key, self.other)


def _text_of(part: Part) -> str:
    return part.text.casefold()
