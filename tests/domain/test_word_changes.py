"""What changed between two texts: every word that went and came is told, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.word_changes import AROUND, WordChange, word_changes

WORDS = st.lists(st.sampled_from(["rugs", "light", "at", "night", "stairs", "the", "first"]), max_size=30)


def test_a_word_put_in_another_ones_place_stands_between_its_neighbours() -> None:
    (change,) = word_changes("We ask about rugs first.", "We ask about lighting first.")
    assert change == WordChange("We ask about", "rugs", "lighting", "first.", begins=True, ends=True)


def test_only_a_few_words_round_a_change_are_told() -> None:
    words = [f"w{number}" for number in range(40)]
    (change,) = word_changes(" ".join(words), " ".join([*words[:20], "new", *words[20:]]))
    assert (change.gone, change.came) == ("", "new")
    assert change.lead.split() == words[20 - AROUND : 20]
    assert change.tail.split() == words[20 : 20 + AROUND]
    assert (change.begins, change.ends) == (False, False)


@pytest.mark.parametrize(("before", "after"), [("", ""), ("a b", "a  b"), ("a b", "a\nb")])
def test_blanks_alone_are_no_change(before: str, after: str) -> None:
    assert word_changes(before, after) == ()


def test_two_changes_that_stand_close_together_are_one() -> None:
    (change,) = word_changes("one two three four", "ein two drei four")
    assert (change.gone, change.came) == ("one two three", "ein two drei")


def test_texts_that_have_nothing_in_common_are_not_compared_for_long() -> None:
    old, new = " ".join(f"a{n}" for n in range(40_000)), " ".join(f"b{n}" for n in range(40_000))
    (change,) = word_changes(f"same {old} end", f"same {new} end")
    assert (change.gone, change.came) == (old, new)


@given(WORDS, WORDS)
def test_what_went_and_what_came_make_one_text_into_the_other(before: list[str], after: list[str]) -> None:
    """Putting every change in its place, from the left, turns the first text into the second."""
    left, done = list(before), 0
    for change in word_changes(" ".join(before), " ".join(after)):
        gone, came = change.gone.split(), change.came.split()
        place = next(
            place
            for place in range(done, len(left) + 1)
            if left[place : place + len(gone)] == gone and left[:place] + came == after[: place + len(came)]
        )
        left[place : place + len(gone)] = came
        done = place + len(came)
    assert left == after
