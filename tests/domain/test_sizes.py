"""Sizes in words."""

from __future__ import annotations

import pytest

from otcpd.domain.sizes import size_in_words


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (120_400, "120 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (1_440_000, "1.4 MB"),
        (1_234_500_000, "1,234.5 MB"),
    ],
)
def test_sizes(count: int, text: str) -> None:
    assert size_in_words(count) == text


def test_a_part_is_said_in_the_unit_of_the_whole() -> None:
    assert size_in_words(120_000, like=1_400_000) == "0.1 MB"
    assert size_in_words(0, like=1_400_000) == "0.0 MB"
    assert size_in_words(300, like=120_000) == "0 KB"
