"""HCPC numbers of occupational therapists."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.registration import registration_number


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("OT000123", "OT000123"),
        ("ot 000123", "OT000123"),
        (" Ot-000.123\n", "OT000123"),
        ("OT0012", "OT0012"),
        ("ＯＴ０００１２３", "OT000123"),
    ],
)
def test_keeps_the_number_as_hcpc_writes_it(typed: str, kept: str) -> None:
    assert registration_number(typed) == kept


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "no registration number yet"),
        ("000123", "lacks the letters OT"),
        ("0T000123", "zero instead of the letter O"),
        ("OT123", "has 3 figures"),
        ("OT1234567", "has 7 figures"),
        ("PH012345", "another profession"),
        ("OT12A456", "not the number of an occupational therapist"),
        ("BAOT 12", "not the number of an occupational therapist"),
    ],
)
def test_says_what_is_wrong(typed: str, words: str) -> None:
    with pytest.raises(NotAcceptable, match=words) as refusal:
        registration_number(typed)
    assert "OT000123" in refusal.value.next_step


@given(st.from_regex(r"OT[0-9]{4,6}", fullmatch=True))
def test_is_stable(number: str) -> None:
    assert registration_number(registration_number(number)) == number


@given(st.text())
def test_any_text_is_a_number_or_refused(text: str) -> None:
    with suppress(NotAcceptable):
        assert registration_number(text).startswith("OT")
