"""Looking up items of frameworks: references, what counts for what, and what nobody knows any more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.framework_ref import EditionRef, ItemRef, parse_edition, parse_ref, slug
from otcpd.domain.frameworks import Frameworks

ITEMS = (
    FrameworkItem("lead", "Leadership"),
    FrameworkItem("lead.1", "Teamwork", parent="lead"),
    FrameworkItem("lead.1a", "Meetings", parent="lead.1"),
    FrameworkItem("old", "Was here once", retired=True),
    FrameworkItem("lost", "Its parent is gone", parent="nowhere"),
)
COUNCIL = Framework("council", "1", "Senior OT, our council", items=ITEMS, id="f1")
OTHER = Framework("other", "2", "Another", items=(FrameworkItem("teams", "Teams"), FrameworkItem("x", "X")))
BOTH = Frameworks(
    (COUNCIL, OTHER),
    (
        FrameworkLink("council@1:lead.1", "other@2:teams"),
        FrameworkLink("council@1:lead", "other@2:x", LinkKind.RELATED),
    ),
)
CODES = st.text(st.characters(whitelist_categories=["Ll", "Nd"], max_codepoint=127), min_size=1)


@given(CODES, CODES, st.text(min_size=1))
def test_a_reference_reads_back_as_it_was_written(framework: str, edition: str, code: str) -> None:
    ref = EditionRef(framework, edition).item(code)
    assert parse_ref(ref) == ItemRef(EditionRef(framework, edition), code)
    assert str(parse_ref(ref)) == ref


@pytest.mark.parametrize("text", ["", "8C1", "a:b", "a@:b", "@1:b", "a@1", "a@1:", "a@b@c:d"])
def test_what_is_no_reference_is_none(text: str) -> None:
    assert parse_ref(text) is None


@pytest.mark.parametrize("text", ["", "a", "a@", "@b", "a@b:c", "a@b@c"])
def test_what_names_no_edition_is_none(text: str) -> None:
    assert parse_edition(text) is None


@given(st.text())
def test_a_slug_can_stand_in_a_reference(text: str) -> None:
    made = slug(text)
    assert not made or parse_edition(f"{made}@{made}") == EditionRef(made, made)


def test_a_slug_is_made_of_the_words() -> None:
    assert slug("Senior OT, our council") == "senior_ot_our_council"
    assert slug("Ergothérapie") == "ergotherapie"


def test_what_stands_at_the_top_are_the_pillars() -> None:
    assert [item.code for item in COUNCIL.pillars] == ["lead", "lost"]


def test_what_is_linked_below_counts_above_and_so_does_what_says_the_same() -> None:
    below = {"council@1:lead", "council@1:lead.1", "council@1:lead.1a"}
    assert BOTH.counting_for("council@1:lead") == below | {"other@2:teams"}
    assert BOTH.counting_for("other@2:teams") == {"other@2:teams", "council@1:lead.1", "council@1:lead.1a"}


def test_items_in_a_circle_end() -> None:
    circle = Framework("c", "1", "C", items=(FrameworkItem("a", "A", parent="b"), FrameworkItem("b", "B", parent="a")))
    assert Frameworks((circle,)).counting_for("c@1:a") == {"c@1:a", "c@1:b"}


def test_old_links_stay_readable() -> None:
    assert BOTH.label("council@1:old") == "Was here once"
    assert BOTH.framework_name("council@1:old") == "Senior OT, our council"
    assert BOTH.label("gone@1:8C1") == "8C1"
    assert BOTH.framework_name("gone@1:8C1") == "gone"
    assert BOTH.label("8C1") == "8C1"


def test_a_framework_in_the_bin_is_read_and_not_offered() -> None:
    binned = Framework(
        "b", "1", "B", items=(FrameworkItem("a", "A"),), id="f", deleted=datetime(2026, 1, 1, tzinfo=UTC)
    )
    both = Frameworks((binned, OTHER))
    assert both.label("b@1:a") == "A"
    assert both.offered == (OTHER,)


def test_of_two_of_the_same_name_the_one_that_is_not_in_the_bin_is_meant() -> None:
    alive = Framework("b", "1", "B", items=(FrameworkItem("a", "Now"),), id="f2")
    binned = Framework(
        "b", "1", "B", items=(FrameworkItem("a", "Then"),), id="f", deleted=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert Frameworks((alive, binned)).label("b@1:a") == "Now"
    assert Frameworks((binned, alive)).label("b@1:a") == "Now"
