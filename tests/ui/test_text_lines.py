"""Text broken into lines as Qt breaks it, whatever its letters are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.ui.painting import text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role, font


@pytest.mark.parametrize("letters", ["words of one plane", "\N{CUNEIFORM SIGN A} \N{GRINNING FACE} and more words"])
def test_no_letter_is_lost_or_told_twice(theme: Theme, letters: str) -> None:
    lines = text_lines(letters, theme.font(Role.BODY), 60)
    assert len(lines) > 1
    assert " ".join(lines) == letters
    assert not [line for line in lines if line.startswith(" ")]


@pytest.mark.usefixtures("qapp")
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=40))
def test_any_letters_stay(letters: str) -> None:
    assert "".join(text_lines(letters, font(Role.BODY, 1.0), 40)) == letters
