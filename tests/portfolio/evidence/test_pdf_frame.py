"""What part of a page is seen, and which way up."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Matrix, Name

from otcpd.portfolio.evidence.pdf.frame import Framing, PageFrame, PageTooLarge, framing_of, settle

SIDES = st.floats(2, 2000, allow_nan=False)
FRAMES = st.builds(
    lambda left, lower, width, height, turns, unit: PageFrame((left, lower, left + width, lower + height), turns, unit),
    st.floats(-500, 500),
    st.floats(-500, 500),
    SIDES,
    SIDES,
    st.integers(0, 3),
    st.sampled_from([0.5, 1.0, 2.5]),
)


def framing(**entries: object) -> Framing:
    with pikepdf.new() as pdf:
        page = Dictionary({"/Type": Name.Page, **{f"/{key}": value for key, value in entries.items()}})
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        return framing_of(pdf.pages[0])


@given(FRAMES, st.floats(0, 1), st.floats(0, 1))
def test_upright_and_back_again(frame: PageFrame, across: float, up: float) -> None:
    left, lower, right, upper = frame.box
    x, y = left + across * (right - left), lower + up * (upper - lower)
    seen = frame.upright(x, y)
    assert -0.01 <= seen[0] <= frame.width + 0.01
    assert -0.01 <= seen[1] <= frame.height + 0.01
    back = Matrix(*frame.own_space()).transform(seen)
    assert (float(back[0]), float(back[1])) == pytest.approx((x, y), abs=0.01)


def test_turned_to_the_right_the_upper_left_corner_is_at_the_upper_right() -> None:
    frame = PageFrame((0, 0, 200, 100), 1, 1.0)
    assert (frame.width, frame.height) == (100, 200)
    assert frame.upright(0, 100) == (100, 200)


@pytest.mark.parametrize(
    ("entries", "box"),
    [
        ({"MediaBox": Array([0, 0, 200, 100])}, (0, 0, 200, 100)),
        ({"MediaBox": Array([200, 100, 0, 0])}, (0, 0, 200, 100)),
        ({"MediaBox": Array([0, 0, 200, 100]), "CropBox": Array([50, -50, 500, 50])}, (50, 0, 200, 50)),
        ({"MediaBox": Array([0, 0, 200, 100]), "CropBox": Array([300, 300, 400, 400])}, (0, 0, 200, 100)),
        ({"MediaBox": Array([0, 0, 200, 100]), "CropBox": Array([10, 10, 10, 90])}, (0, 0, 200, 100)),
        ({"MediaBox": Array([0, 0, 0, 0])}, (0, 0, 612, 792)),
        ({"MediaBox": Name.Nonsense}, (0, 0, 612, 792)),
        ({}, (0, 0, 612, 792)),
    ],
)
def test_the_visible_box(entries: dict[str, object], box: tuple[float, ...]) -> None:
    assert framing(**entries).frame.box == box


@pytest.mark.parametrize(("said", "turns"), [(0, 0), (90, 1), (-90, 3), (450, 1), (45, 0), (Name.Left, 0), (180.0, 2)])
def test_turns(said: object, turns: int) -> None:
    assert framing(MediaBox=Array([0, 0, 200, 100]), Rotate=said).frame.turns == turns


@pytest.mark.parametrize("unit", [0, -1, Name.Metre, 1])
def test_a_unit_that_is_none_is_a_point(unit: object) -> None:
    assert framing(MediaBox=Array([0, 0, 200, 100]), UserUnit=unit).frame.unit == 1.0


@pytest.mark.parametrize("box", [[0, 0, 1e6, 10], [0, 0, 1e12, 1e12], [1e9, 1e9, 1e9 + 100, 1e9 + 100]])
def test_what_no_page_can_be_is_too_large(box: list[float]) -> None:
    with pytest.raises(PageTooLarge):
        framing(MediaBox=Array(box))


@given(FRAMES)
def test_a_settled_page_says_the_same_in_all_its_entries(frame: PageFrame) -> None:
    with pikepdf.new() as pdf:
        page = Dictionary(Type=Name.Page, MediaBox=Array([9, 9, 0, 0]), TrimBox=Array([1, 1, 2, 2]), Rotate=45)
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        settle(pdf.pages[0], frame)
        found = framing_of(pdf.pages[0])
    assert found.exact
    assert not found.cropped
    assert found.frame.box == pytest.approx(frame.box, abs=0.001)
    assert (found.frame.turns, found.frame.unit) == (frame.turns, frame.unit)
