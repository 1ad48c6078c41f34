"""Counting words (R15) and writing numbers as words."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.words import BLANKS, count_words, counted, in_words, joined, tally


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("one", 1),
        ("self-directed study", 2),
        ("I led – and chaired", 5),
        ("a\u00a0b\nc", 3),
        ("and/or, e.g. 1,500", 3),
    ],
)
def test_counts_runs_of_non_space(text: str, words: int) -> None:
    assert count_words(text) == words


def test_blanks_are_those_that_python_strips() -> None:
    assert set(BLANKS) == {chr(code) for code in range(sys.maxunicode + 1) if not chr(code).strip()}


@given(st.lists(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1)))
def test_counts_what_was_joined(words: list[str]) -> None:
    assert count_words("  ".join(words)) == len(words)


def test_numbers_as_words() -> None:
    assert [in_words(number) for number in (0, 2, 10, 11, 1500)] == ["no", "two", "ten", "11", "1,500"]
    assert counted(1, "activity", "activities") == "one activity"
    assert counted(3, "activity", "activities") == "three activities"
    assert counted(3, "month") == "three months"


def test_lists_and_counts_in_figures() -> None:
    assert [joined(parts) for parts in ([], ["1"], ["1", "2"], ["1", "2", "3"])] == ["", "1", "1 and 2", "1, 2 and 3"]
    assert [tally(count, "activity", "activities") for count in (0, 1, 1200)] == [
        "0 activities",
        "1 activity",
        "1,200 activities",
    ]
