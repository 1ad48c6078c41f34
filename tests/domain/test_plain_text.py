"""Characters that no text of a person has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.plain_text import says_nothing, storable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Falls\x00 and\x1f light\x7f", "Falls and light"),
        ("\u202eyad yduts", "yad yduts"),
        ("One line\n\tand another\r\n", "One line\n\tand another\r\n"),
        ("certificate\udce9.pdf", "certificate\N{REPLACEMENT CHARACTER}.pdf"),
        ("Café 👩‍⚕️ שלום", "Café 👩‍⚕️ שלום"),
    ],
)
def test_controls_go_and_letters_stay(text: str, kept: str) -> None:
    assert storable(text) == kept


@given(st.text(st.characters()))
def test_what_is_left_can_be_written_and_stays(text: str) -> None:
    kept = storable(text)
    assert kept.encode().decode() == kept
    assert storable(kept) == kept


@pytest.mark.parametrize("text", ["", " \n", "\u202e", "\u200b\ufeff", "\u2028"])
def test_what_cannot_be_seen_says_nothing(text: str) -> None:
    assert says_nothing(text)
    assert not says_nothing(text + "🎉")
