"""How a person's text is read: headings in it, and what it refers to."""

from __future__ import annotations

import pytest

from otcpd.portfolio.references import is_heading, list_item, references

SENTENCE = "I lead our local journal club, and learn from it."


@pytest.mark.parametrize(
    "line",
    [
        "Journal club: home hazard assessment and falls (E2, E3)",
        "What I take from this",
        "2025 and before",
    ],
)
def test_a_short_line_over_a_sentence_is_a_heading(line: str) -> None:
    assert is_heading(line, SENTENCE)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("I chose two activities.", SENTENCE),
        ("and then", SENTENCE),
        ("- a point in a list", SENTENCE),
        ("2. Numbered again", SENTENCE),
        ("For example:", SENTENCE),
        ("Apples", "Pears"),
        ("What I take from this", ""),
        ("", SENTENCE),
        ("x" * 81, SENTENCE * 3),
        ("<b>bold</b>", SENTENCE),
    ],
)
def test_other_lines_are_not(line: str, following: str) -> None:
    assert not is_heading(line, following)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as my notes show (E3).", [("E3", "E3")]),
        ("E2, E13 and activity 9", [("E2", "E2"), ("E13", "E13"), ("activity 9", "activity-9")]),
        ("Activity 2 was first; E1 lists all", [("Activity 2", "activity-2"), ("E1", "part-2")]),
        ("E0, E02, E3b, BE3, e3, E-3, COVE3, reactivity 3, activity 0, E123456", []),
    ],
)
def test_references_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[start:end], place) for start, end, place in references(text)] == found


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("- milk and bread", ("-", "milk and bread")),
        ("2) bread", ("2)", "bread")),
        ("12. bread (E2)", ("12.", "bread (E2)")),
        ("• milk", ("•", "milk")),
        ("-5 degrees", None),
        ("2026. A year", None),
        ("3.5 hours", None),
        ("-", None),
        ("Milk", None),
    ],
)
def test_lines_with_a_mark_are_items_of_a_list(line: str, item: tuple[str, str] | None) -> None:
    assert list_item(line) == item
