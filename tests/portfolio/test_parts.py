"""Dividing a profile into files, and what these are called."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.pdf.parts import Share, allot, divided
from otcpd.portfolio.pdf.write import part_path


@given(st.lists(st.integers(0, 1000)), st.integers(1, 2000))
def test_every_unit_is_in_one_file_and_files_are_full(weights: list[int], room: int) -> None:
    files = [range(share.start, share.end) for share in allot(weights, room)]
    assert [place for file in files for place in file] == list(range(len(weights)))
    for file in files:
        assert len(file) <= 1 or sum(weights[place] for place in file) <= room
    for file, following in pairwise(files):
        # One more would have been too much.
        assert sum(weights[place] for place in (*file, following[0])) > room


def test_nothing_to_show_is_one_file() -> None:
    assert allot([], 10) == [Share(0, 0)]


@given(st.lists(st.integers(1, 100), min_size=1, max_size=40), st.integers(1, 60), st.integers(0, 60))
def test_dividing_comes_to_an_end_with_all_in_order_and_no_file_too_large_that_could_be_smaller(
    weights: list[int], most: int, each: int
) -> None:
    """Files are as large as their units, and `each` more that every file has."""
    shares = allot([1] * len(weights), len(weights))
    for _ in range(len(weights) + 2):
        sizes = [sum(weights[share.start : share.end]) + each for share in shares]
        again = divided(shares, sizes, weights, most)
        if again == shares:
            break
        shares = again
    else:
        pytest.fail("it goes on for ever")
    assert [place for share in shares for place in range(share.start, share.end)] == list(range(len(weights)))
    for share, size in zip(shares, sizes, strict=True):
        assert size <= most or share.settled or share.end - share.start == 1


def test_what_all_files_share_is_not_multiplied() -> None:
    """Thirty pages on a ground of 3,000 bytes, and a limit of 2,000: one file, not thirty as large."""
    weights = [100] * 30
    shares = [Share(0, 30)]
    sizes = [3_000 + 3_000]
    shares = divided(shares, sizes, weights, 2_000)
    assert len(shares) == 2
    while True:
        sizes = [3_000 + sum(weights[share.start : share.end]) for share in shares]
        again = divided(shares, sizes, weights, 2_000)
        if again == shares:
            break
        shares = again
    assert len(shares) < 10


@pytest.mark.parametrize(
    ("out", "person", "name"),
    [
        ("CPD profile Eilidh Rowan 2026.pdf", "Eilidh Rowan", "CPD profile Eilidh Rowan 2026, part 2 of 3.pdf"),
        ("profile.pdf", "Eilidh Rowan", "profile, Eilidh Rowan, part 2 of 3.pdf"),
        ("profile.pdf", "", "profile, part 2 of 3.pdf"),
        ("profile.pdf", "../../Eilidh: ‘Ro/wan’", "profile, Eilidh ‘Rowan’, part 2 of 3.pdf"),
    ],
)
def test_parts_are_named_for_the_person_and_the_part(out: str, person: str, name: str) -> None:
    assert part_path(Path("there", out), person, 2, 3) == Path("there", name)
    assert part_path(Path("there", out), person, 1, 1) == Path("there", out)
