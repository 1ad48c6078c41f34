"""Breaking lines and dividing pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.pdf import fonts
from otcpd.portfolio.pdf.pieces import Piece, divide
from otcpd.portfolio.pdf.sheet import Sheet
from otcpd.portfolio.pdf.style import BODY
from otcpd.portfolio.pdf.text import Run, break_lines, clean, paragraphs


@pytest.fixture(autouse=True)
def registered_fonts() -> None:
    fonts.register()


def _joined(text: str, width: float) -> str:
    lines = break_lines([Run(text)], BODY, width)
    return "".join("".join(run.text for run in line.runs) + line.joint for line in lines)


@given(st.text(st.sampled_from("abcW .,-/é\u0301"), max_size=80), st.floats(20, 300))
def test_lines_hold_every_word_in_order_and_fit(text: str, width: float) -> None:
    text = clean(text)
    assert _joined(text, width).split() == text.split()
    assert all(line.width <= width for line in break_lines([Run(text)], BODY, width))


def _lines(text: str, width: float) -> list[str]:
    return [line.runs[0].text for line in break_lines([Run(text)], BODY, width)]


def test_a_word_may_break_after_a_stroke_between_letters_but_keeps_its_hyphens() -> None:
    narrow = fonts.width_of("enablement/reablement", fonts.REGULAR, BODY.size) - 1
    assert _lines("enablement/reablement", narrow) == ["enablement/", "reablement"]
    narrow = fonts.width_of("self-directed", fonts.REGULAR, BODY.size) + 1
    assert _lines("my self-directed", narrow) == ["my", "self-directed"]
    narrow = fonts.width_of("21/11/2026", fonts.REGULAR, BODY.size) + 1
    assert _lines("on 21/11/2026", narrow) == ["on", "21/11/2026"]


def test_an_accent_stays_with_its_letter() -> None:
    lines = break_lines([Run("x\u0301" * 200)], BODY, 30)
    assert len(lines) > 1
    assert all(line.runs[0].text.startswith("x") for line in lines)


def test_empty_text_is_one_empty_line() -> None:
    (line,) = break_lines([Run("")], BODY, 100)
    assert (line.runs, line.width, line.joint) == ((), 0.0, "")


def test_each_line_of_a_text_is_a_paragraph() -> None:
    assert paragraphs(" one\r\n\r\n\ttwo \n\x00\nthree\u2028four") == ("one", "two", "three", "four")


def _nothing(sheet: Sheet, top: float) -> None:
    """Draws nothing."""


def piece(height: float, *, before: float = 0.0, glued: bool = False, new_page: bool = False) -> Piece:
    return Piece(height, _nothing, before=before, glued=glued, new_page=new_page)


PIECES = st.lists(
    st.builds(
        piece,
        st.floats(1, 90),
        before=st.floats(0, 20),
        glued=st.booleans(),
        new_page=st.booleans(),
    ),
    max_size=30,
)


@given(PIECES)
def test_pages_hold_every_piece_once_in_order_without_overlap(pieces: list[Piece]) -> None:
    pages = divide(pieces, 100)
    assert [placed.piece for page in pages for placed in page] == pieces
    for page in pages:
        below = 0.0
        for placed in page:
            assert placed.top >= below
            below = placed.top + placed.piece.height
        assert below <= 100 or len(page) == 1


def test_a_glued_piece_goes_to_the_next_page_with_what_follows() -> None:
    heading = piece(10, glued=True)
    pages = divide([piece(85), heading, piece(10)], 100)
    assert [len(page) for page in pages] == [1, 2]
    assert pages[1][0].piece is heading


def test_the_head_is_repeated_only_where_a_page_begins_with_a_row() -> None:
    again = piece(5)
    rows = [Piece(40, _nothing, repeat=again) for _ in range(4)]
    pages = divide([piece(5, glued=True), *rows], 100)
    assert [[placed.piece is again for placed in page] for page in pages] == [
        [False, False, False],
        [True, False, False],
    ]
    assert [placed.top for placed in pages[1]] == [0.0, 5.0, 45.0]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = divide([piece(10, before=7), piece(10, before=7)], 100)
    assert [placed.top for placed in pages[0]] == [0.0, 17.0]
