"""The order of a line, against another program that puts lines in order."""

from __future__ import annotations

from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.pdf.bidi import begins_right, levels, visual_order

_SIGNS = "abz אבג سلم 123 ١٢٣ .,:%+-/()[]! \u0301\u05b8€"
_CLOSED = str.maketrans(")]", "([")
"""That program leaves brackets unturned; which bracket it is says nothing about the order."""


@given(text=st.text(st.sampled_from(_SIGNS), max_size=16), base=st.sampled_from("LR"))
def test_lines_stand_as_another_program_puts_them(text: str, base: str) -> None:
    order = visual_order(levels(text, int(base == "R")))
    seen = "".join(text[place] for place in order)
    assert seen.translate(_CLOSED) == get_display(text, base_dir=base).translate(_CLOSED)


@given(text=st.text(), base=st.sampled_from((0, 1)))
def test_every_character_keeps_a_place(text: str, base: int) -> None:
    assert sorted(visual_order(levels(text, base))) == list(range(len(text)))


def test_a_paragraph_runs_as_its_first_letter() -> None:
    assert begins_right("12. שלום abc")
    assert not begins_right("12. abc שלום")
    assert not begins_right("12")
    assert not begins_right("")


def test_figures_and_latin_words_keep_their_own_order_in_hebrew() -> None:
    text = "שנת 2026 OT works"
    order = visual_order(levels(text, 1))
    assert "".join(text[place] for place in order) == "OT works 2026 תנש"
