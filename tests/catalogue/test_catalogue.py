"""The catalogue: what must be in it, and that every fact says where and when it was read."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from otcpd.catalogue import load_catalogue
from otcpd.catalogue.loading import FILES, LATER, read_file
from otcpd.domain.activity import Category
from otcpd.domain.cycle import cycle_of

CATALOGUE = load_catalogue()


def tables(content: object) -> Iterator[dict[str, Any]]:
    """Every table of a TOML file, however deep."""
    if isinstance(content, dict):
        yield content
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from tables(part)


@pytest.mark.parametrize("name", [*FILES, *LATER])
class TestEveryFile:
    def test_says_when_and_where_it_was_checked(self, name: str) -> None:
        content = read_file(name)
        assert date(2026, 1, 1) <= content["checked_on"] <= date(2099, 1, 1)
        assert content["sources"]
        for source in content["sources"].values():
            assert source["name"]
            assert not source["address"].startswith("http"), "addresses are for reading, nothing opens them"

    def test_names_only_sources_that_it_lists(self, name: str) -> None:
        content = read_file(name)
        named = {table["source"] for table in tables(content) if "source" in table}
        assert named <= set(content["sources"])

    def test_has_plain_codes_and_labels(self, name: str) -> None:
        for table in tables(read_file(name)):
            if "code" in table:
                assert table["code"].replace("_", "").isalnum()
                assert table["code"] == table["code"].casefold()
            for key in ("label", "short", "long"):
                if key in table:
                    assert table[key] == table[key].strip() != ""
                    assert len(table[key]) <= 60, "labels, no official wording"


def test_the_catalogue_says_when_each_file_was_checked() -> None:
    assert CATALOGUE.checked_on == {name: read_file(name)["checked_on"] for name in FILES}


def test_the_catalogue_is_loaded_once() -> None:
    assert load_catalogue() is CATALOGUE


def test_five_categories_with_hcpcs_45_examples_and_the_local_ones() -> None:
    assert tuple(CATALOGUE.categories) == tuple(Category)
    hcpc = Counter(entry.category for entry in CATALOGUE.types.values() if entry.origin == "hcpc")
    assert hcpc == {
        Category.WORK_BASED: 19,
        Category.PROFESSIONAL: 12,
        Category.FORMAL: 9,
        Category.SELF_DIRECTED: 4,
        Category.OTHER: 1,
    }
    assert sum(entry.origin == "local" for entry in CATALOGUE.types.values()) == 9
    assert {entry.origin for entry in CATALOGUE.types.values()} == {"hcpc", "local"}


def test_codes_labels_and_quick_add_words_are_unambiguous() -> None:
    content = read_file("activity_types")
    entries = [entry for part in ("types", "local") for group in content[part].values() for entry in group]
    assert len({entry["code"] for entry in entries}) == len(entries) == len(CATALOGUE.types)
    assert len(CATALOGUE.types_by_label) == len(entries)
    words = Counter(word for entry in entries for word in entry["words"])
    assert not [word for word, count in words.items() if count > 1]
    assert all(entry["words"] for entry in entries)
    assert all(word == " ".join(word.replace("-", " ").casefold().split()) for word in words)


def test_categories_and_types_can_be_looked_up() -> None:
    assert CATALOGUE.category_label(Category.WORK_BASED) == "Work-based"
    assert CATALOGUE.category_label(Category.WORK_BASED, long=True) == "Work-based learning"
    assert CATALOGUE.category_label(None) == ""
    journal_club = CATALOGUE.type_of("journal_club")
    assert journal_club is not None
    assert journal_club.category is Category.WORK_BASED
    assert CATALOGUE.type_of(" JOURNAL club ") is journal_club
    assert CATALOGUE.type_of("Splint making") is None
    assert CATALOGUE.type_label("journal_club") == "Journal club"
    assert CATALOGUE.type_label("Splint making") == "Splint making"
    assert journal_club in CATALOGUE.types_of(Category.WORK_BASED)
    assert {known.code for known in CATALOGUE.known_types()} == set(CATALOGUE.types)


def test_standards_in_their_editions() -> None:
    sizes = {(one.code, one.edition): len(one.standards) for one in CATALOGUE.frameworks}
    assert sizes == {("hcpc_cpd", "2006"): 5, ("hcpc_sop", "2023"): 15, ("hcpc_conduct", "2024"): 10}
    for framework in CATALOGUE.frameworks:
        assert [one.code for one in framework.standards] == [str(n + 1) for n in range(len(framework.standards))]
        assert CATALOGUE.framework(framework.code) is framework
    reflection = CATALOGUE.standard("hcpc_sop@2023:10")
    assert reflection is not None
    assert reflection.label == "Reflection and review of practice"
    assert CATALOGUE.standard("hcpc_sop@2013:10") is None


def test_what_was_not_confirmed_is_flagged() -> None:
    unconfirmed = {one.ref for one in CATALOGUE.standards.values() if not one.confirmed}
    assert unconfirmed == {f"hcpc_sop@2023:{number}" for number in (3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15)}
    assert [one.code for one in CATALOGUE.frameworks if not one.confirmed] == ["hcpc_cpd"]
    assert [cycle.confirmed for cycle in CATALOGUE.cycles] == [True, True, True, True, False]
    assert not read_file("sectors")["confirmed"]
    for entry in read_file("gap_reasons")["reasons"]:
        assert entry["confirmed"] == (entry["source"] != "own")


def test_cycles_follow_each_other_and_end_with_their_window() -> None:
    for earlier, later in pairwise(CATALOGUE.cycles):
        assert later.start == earlier.end + timedelta(days=1)
    for cycle in CATALOGUE.cycles:
        assert cycle.window_start in cycle.period
        assert cycle.end.year % 2 == 1
    now = cycle_of(date(2026, 11, 21), CATALOGUE.cycles)
    assert (now.start, now.end, now.window_start) == (date(2025, 11, 1), date(2027, 10, 31), date(2027, 8, 1))


def test_rules_with_their_numbers_and_sources() -> None:
    rules = CATALOGUE.rules
    assert (rules.gap_months, rules.gap_notice_months, rules.min_categories) == (3, 2, 2)
    assert (rules.list_min, rules.list_max) == (12, 50)
    assert (rules.summary_words, rules.statement_words, rules.warn_percent) == (500, 1500, 90)
    assert set(rules.sources) == {"R1", "R2", "R3", "R4", "R8"}
    assert len(rules.all_sources) == len(rules.sources)
    assert all(any(rules.source(rule) in line for line in rules.all_sources) for rule in rules.sources)
    assert rules.source("R4") == "HCPC, Submitting your CPD profile, read on 2 November 2026"


def test_reflective_models_with_their_prompts() -> None:
    assert CATALOGUE.default_model.code == "hcpc_profile"
    sizes = {model.code: len(model.prompts) for model in CATALOGUE.models.values()}
    assert sizes == {
        "hcpc_profile": 4,
        "gibbs": 6,
        "driscoll": 3,
        "rolfe": 3,
        "kolb": 4,
        "johns": 7,
        "schon": 2,
        "five_rs": 5,
        "four_rs": 4,
    }
    gibbs = CATALOGUE.model("gibbs")
    assert gibbs is not None
    feelings = gibbs.prompt("feelings")
    assert feelings is not None
    assert feelings.label == "Feelings"
    assert gibbs.prompt("nothing") is None
    assert CATALOGUE.model("nobody") is None
    for model in CATALOGUE.models.values():
        assert len({prompt.code for prompt in model.prompts}) == len(model.prompts)


def test_gap_reasons_sectors_and_councils() -> None:
    assert CATALOGUE.gap_reason_label("illness") == "Illness"
    # Labels of choices that people have made: a code that stood for something else would change what they said.
    assert CATALOGUE.gap_reason_label("leave") == "Leave"
    assert CATALOGUE.gap_reason_label("between_posts") == "Between posts"
    assert CATALOGUE.gap_reason_label("Flood at home") == "Flood at home"
    assert CATALOGUE.gap_reason_hint == "Keep it short. You do not need to give medical or family details."
    assert set(CATALOGUE.sectors) == {"council", "nhs", "third_sector", "private", "university", "other"}
    assert len(CATALOGUE.councils) == 32
    assert list(CATALOGUE.councils) == sorted(CATALOGUE.councils, key=str.casefold)


def test_importing_it_costs_next_to_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import otcpd.catalogue;"
        " print(*sorted(set(sys.modules) - before - {'typing'}))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not [name for name in answer.stdout.split() if name.startswith(("otcpd.domain", "tomllib", "importlib.r"))]


def test_its_classes_come_when_asked_for() -> None:
    from otcpd import catalogue
    from otcpd.catalogue import Catalogue

    assert isinstance(CATALOGUE, Catalogue)
    assert all(hasattr(catalogue, name) for name in catalogue.__all__)
    assert not hasattr(catalogue, "nothing")
