"""Which pictures in a PDF are read through before they are relied on."""

from __future__ import annotations

import pytest

from otcpd.portfolio.evidence.pdf.cleaning import Cleaner
from tests.portfolio.evidence.drafting_pdfs import drafted, photo, picture, place

TOO_MANY = 60_000
"""Pixels across and down of a picture that nobody unpacks to see whether it can be."""


def without_its_code(jpeg: bytes) -> bytes:
    """The JPEG with a table of codes that cannot be."""
    table = jpeg.index(b"\xff\xc4") + 5
    return jpeg[:table] + b"\xff" * 16 + jpeg[table + 16 :]


def said_to_be(side: int, jpeg: bytes) -> bytes:
    """The JPEG with a frame of so many pixels across and down."""
    frame = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:frame] + side.to_bytes(2, "big") * 2 + jpeg[frame + 4 :]


@pytest.mark.parametrize("side", [64, TOO_MANY])
def test_a_small_picture_is_read_through_whatever_the_pdf_says_of_it(side: int) -> None:
    assert broken(without_its_code(photo()), side)
    assert not broken(photo(), side)


@pytest.mark.parametrize("side", [64, TOO_MANY])
def test_a_huge_one_is_not_whatever_the_pdf_says_of_it(side: int) -> None:
    assert not broken(said_to_be(TOO_MANY, without_its_code(photo())), side)


def broken(jpeg: bytes, side: int) -> int:
    """How many pictures cannot be relied on, of one that a PDF says is so many pixels across and down."""
    with drafted() as pdf:
        drawn = picture(pdf, jpeg, "DCTDecode")
        drawn.Width = drawn.Height = side
        place(pdf, drawn)
        cleaner = Cleaner()
        cleaner.clean(pdf.pages[0])
        return len(cleaner.broken)
