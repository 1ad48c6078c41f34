"""What is shown of a text in which a word was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.excerpt import Excerpt, asked_for, excerpt, hidden_in

LONG = "Our checklist asks about rugs first, and it does not mention the lighting at night."


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        (
            LONG,
            "rugs",
            Excerpt("… asks about rugs first, and it does not mention …", "rugs first, and it does not mention …"),
        ),
        (LONG, "LIGHT", Excerpt("… mention the lighting at night.", "lighting at night.")),
        (LONG, "nothing night", Excerpt("… lighting at night.", "night.")),
        (LONG, "list", None),
        ("Café visit", "cafe", Excerpt("Café visit", "Café visit")),
        ("Cafe visit", "CAFÉ", Excerpt("Cafe visit", "Cafe visit")),
        ("A well-being day", "being", Excerpt("A well-being day", "well-being day")),
        ("", "rugs", None),
        (LONG, "", None),
    ],
)
def test_the_first_word_found_stands_among_its_neighbours(text: str, query: str, found: Excerpt | None) -> None:
    assert excerpt(text, asked_for(query)) == found


def test_words_that_the_title_has_need_no_telling() -> None:
    assert hidden_in("Complex seating decision", asked_for("seat review")) == ("review",)


@given(st.text(), st.text())
def test_whatever_is_typed_an_excerpt_is_of_the_text(text: str, query: str) -> None:
    found = excerpt(text, asked_for(query))
    if found is not None:
        assert found.onward.removesuffix(" …") in " ".join(text.split())
