"""Reading JSON that nobody vouches for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.plain_values import read_json, write_json

VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=8)


@given(VALUES)
def test_what_is_written_is_read(value: object) -> None:
    assert read_json(write_json(value)) == value


@pytest.mark.parametrize("text", ["", "{", b"\xff", "[" * 100_000, '{"a":' * 100_000, "[" * 50_000 + "]" * 50_000])
def test_what_is_no_json_or_nests_without_end_is_nothing(text: str | bytes) -> None:
    assert read_json(text) is None


def test_a_number_without_end_is_nothing() -> None:
    assert read_json("9" * 100_000) is None
