"""Reading the catalogue's files. Our own resources are trusted: a fault in them is a bug and raises."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from otcpd.catalogue.entries import (
    ActivityType,
    Catalogue,
    CategoryEntry,
    Choice,
    Framework,
    Prompt,
    ReflectiveModel,
    Standard,
)
from otcpd.catalogue.supervision import supervision_words
from otcpd.domain.activity import Category
from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.identifier_rules import IdentifierKind, IdentifierRules, IdentifierWords
from otcpd.domain.readiness_rules import ReadinessRules, RuleSource

FILES = (
    "hcpc",
    "activity_types",
    "standards",
    "reflective_models",
    "gap_reasons",
    "sectors",
    "identifiers",
    "supervision",
)
"""The names of the files in resources that are read at once, without ".toml"."""
LATER = ("frameworks", "pathway")
"""Those that are read when somebody first asks for what is in them."""


@cache
def load() -> Catalogue:
    """The whole catalogue; cached, so that it is read once."""
    files = {name: read_file(name) for name in FILES}
    types = _types(files["activity_types"])
    frameworks = tuple(_framework(entry) for entry in files["standards"]["frameworks"])
    return Catalogue(
        categories={entry.code: entry for entry in map(_category, files["activity_types"]["categories"])},
        types={entry.code: entry for entry in types},
        types_by_label={entry.label.casefold(): entry for entry in types},
        frameworks=frameworks,
        standards={standard.ref: standard for framework in frameworks for standard in framework.standards},
        models={entry.code: entry for entry in _models(files["reflective_models"])},
        gap_reasons={entry["code"]: Choice(entry["code"], entry["label"]) for entry in files["gap_reasons"]["reasons"]},
        gap_reasons_away=frozenset(one["code"] for one in files["gap_reasons"]["reasons"] if one.get("away")),
        gap_reason_hint=files["gap_reasons"]["hint"],
        sectors={entry["code"]: Choice(entry["code"], entry["label"]) for entry in files["sectors"]["sectors"]},
        councils=tuple(files["sectors"]["councils"]["names"]),
        cycles=tuple(_cycle(entry) for entry in files["hcpc"]["cycles"]),
        rules=_rules(files["hcpc"]),
        supervision=supervision_words(files["supervision"]),
        checked_on={name: content["checked_on"] for name, content in files.items()},
    )


def read_file(name: str) -> dict[str, Any]:
    """The content of one resource file as TOML gives it."""
    # Both imports cost milliseconds that importing the package must not cost.
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("otcpd") / "resources" / f"{name}.toml").read_text("utf-8"))


def _category(entry: dict[str, Any]) -> CategoryEntry:
    return CategoryEntry(Category(entry["code"]), entry["letters"], entry["short"], entry["long"])


def _types(content: dict[str, Any]) -> list[ActivityType]:
    return [
        ActivityType(entry["code"], entry["label"], category, origin, tuple(entry["words"]))
        for category in Category
        for origin, table in (("hcpc", content["types"]), ("local", content["local"]))
        for entry in table.get(category.value, ())
    ]


def _framework(entry: dict[str, Any]) -> Framework:
    prefix = f"{entry['code']}@{entry['edition']}:"
    return Framework(
        code=entry["code"],
        edition=entry["edition"],
        name=entry["name"],
        in_force=entry["in_force"],
        confirmed=entry["confirmed"],
        standards=tuple(
            Standard(prefix + one["code"], one["code"], one["label"], one["confirmed"]) for one in entry["standards"]
        ),
    )


def _models(content: dict[str, Any]) -> list[ReflectiveModel]:
    return [
        ReflectiveModel(
            code=entry["code"],
            label=entry["label"],
            prompts=tuple(
                Prompt(one["code"], one["label"], one["hint"], one.get("form_field", "")) for one in entry["prompts"]
            ),
            short=entry["short"],
            source=content["sources"][entry["source"]]["name"],
        )
        for entry in content["models"]
    ]


def _cycle(entry: dict[str, Any]) -> RegistrationCycle:
    return RegistrationCycle(
        entry["start"], entry["end"], entry["window_start"], entry["confirmed"], entry["window_confirmed"]
    )


def _rules(content: dict[str, Any]) -> ReadinessRules:
    rules, checked_on = content["rules"], content["checked_on"]
    return ReadinessRules(
        gap_months=rules["R1"]["gap_months"],
        gap_notice_months=rules["R1"]["notice_months"],
        min_categories=rules["R2"]["min_categories"],
        list_min=rules["R3"]["list_min"],
        list_max=rules["R3"]["list_max"],
        summary_words=rules["R4"]["summary_words"],
        statement_words=rules["R4"]["statement_words"],
        warn_percent=rules["R4"]["warn_percent"],
        sources={name: _source(content["sources"][rule["source"]], checked_on) for name, rule in rules.items()},
    )


@cache
def load_identifier_rules() -> IdentifierRules:
    """What the confidentiality check looks for; cached, so that it is read once."""
    content = read_file("identifiers")
    national, postcode = content["ni_number"], content["postcode"]
    sources = content["sources"]
    return IdentifierRules(
        words={
            IdentifierKind(one["code"]): IdentifierWords(
                one["label"], one["looks_like"], one["why"], sources[one["source"]]["name"]
            )
            for one in content["kinds"]
        },
        reminder=content["reminder"],
        nhs_ranges=tuple((least, most) for least, most in content["nhs_number"]["ranges"]),
        ni_never=national["never"],
        ni_never_second=national["never_second"],
        ni_unused=frozenset(national["unused"]),
        ni_suffixes=national["suffixes"],
        postcode_forms=tuple(postcode["forms"]),
        postcode_never_first=postcode["never_first"],
        postcode_never_second=postcode["never_second"],
        postcode_never_last=postcode["never_last"],
        postcode_others=tuple(postcode["others"]),
        birth_words=tuple(content["birth_date"]["words"]),
        streets=tuple(content["address"]["streets"]),
        titles=tuple(content["name"]["titles"]),
        relations=tuple(content["name"]["relations"]),
        case_systems=tuple(content["case_number"]["systems"]),
        case_words=tuple(content["case_number"]["words"]),
    )


def _source(entry: dict[str, Any], checked_on: date) -> RuleSource:
    return RuleSource(entry["name"], entry["address"], checked_on)
