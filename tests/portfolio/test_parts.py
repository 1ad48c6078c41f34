"""Dividing a profile into files, and what these are called."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.pdf.parts import allot
from otcpd.portfolio.pdf.write import part_path


@given(st.lists(st.integers(0, 1000)), st.integers(1, 2000))
def test_every_unit_is_in_one_file_and_files_are_full(weights: list[int], room: int) -> None:
    files = allot(weights, room)
    assert [place for file in files for place in file] == list(range(len(weights)))
    for file in files:
        assert len(file) <= 1 or sum(weights[place] for place in file) <= room
    for file, following in pairwise(files):
        # One more would have been too much.
        assert sum(weights[place] for place in (*file, following[0])) > room


def test_nothing_to_show_is_one_file() -> None:
    assert allot([], 10) == [range(0)]


@pytest.mark.parametrize(
    ("out", "person", "name"),
    [
        ("CPD profile Eilidh Rowan 2026.pdf", "Eilidh Rowan", "CPD profile Eilidh Rowan 2026, part 2 of 3.pdf"),
        ("profile.pdf", "Eilidh Rowan", "profile, Eilidh Rowan, part 2 of 3.pdf"),
        ("profile.pdf", "", "profile, part 2 of 3.pdf"),
        ("profile.pdf", "../../Eilidh: “Ro/wan”", "profile, Eilidh “Rowan”, part 2 of 3.pdf"),
    ],
)
def test_parts_are_named_for_the_person_and_the_part(out: str, person: str, name: str) -> None:
    assert part_path(Path("there", out), person, 2, 3) == Path("there", name)
    assert part_path(Path("there", out), person, 1, 1) == Path("there", out)
