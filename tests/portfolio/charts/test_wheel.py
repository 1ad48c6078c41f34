"""The wheel of levels: where its points are, that its names never meet, what it draws and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.portfolio.charts.shapes import Bar, Path, Rule, Words
from otcpd.portfolio.charts.wheel import Spoke, Wheel, describe_wheel, plan_of, wheel_chart
from otcpd.portfolio.charts.wheel_plan import Box, WheelPlan, hatching

PILLARS = ("Professional practice", "Facilitation of learning", "Leadership", "Evidence, research and development")
EARLIER = "17 September 2025"
FOUR = Wheel(
    tuple(range(1, 10)),
    tuple(
        Spoke(name, now, target, before)
        for name, now, target, before in zip(PILLARS, (5, 4, 4, 3), (6, 6, 5, 4), (4, 4, 3, None), strict=True)
    ),
    EARLIER,
)


def measure(text: str, size: float, bold: bool) -> float:
    """About as wide as in a sans serif font."""
    return len(text) * size * (0.6 if bold else 0.55)


def test_spokes_begin_at_the_top_and_rings_are_levels() -> None:
    plan = WheelPlan(4, 2, 100.0, 100.0, 78.0, (), False, 200.0)
    # The middle is as wide as six tenths of a ring: 78 / 2.6 is one ring.
    assert [plan.distance(ring) for ring in (-1, 0, 1)] == pytest.approx([0, 48, 78])
    assert plan.point(0, 1) == pytest.approx((100, 22))
    assert plan.point(1, 0) == pytest.approx((148, 100))
    assert plan.point(2, 0) == pytest.approx((100, 148))
    assert plan.point(3, 1) == pytest.approx((22, 100))
    assert plan.nearest(101, 30) == (0, 1)
    assert plan.nearest(140, 95) == (1, 0)
    assert plan.nearest(100, 108) == (2, -1)
    assert plan.nearest(5, 5) == (-1, -1)


@given(
    number=st.integers(3, 30),
    width=st.floats(150, 700),
    size=st.sampled_from([9.0, 14.0, 28.0]),
    words=st.integers(1, 9),
)
def test_what_stands_round_the_wheel_never_meets(number: int, width: float, size: float, words: int) -> None:
    spokes = tuple(Spoke(" ".join(["practice"] * words) + f" {place}") for place in range(number))
    plan = plan_of(Wheel((1, 2, 3), spokes), width, measure, size=size)
    boxes = [label.box for label in plan.labels if label is not None]
    assert boxes
    assert not any(one.meets(other) for place, one in enumerate(boxes) for other in boxes[:place])
    assert all(box.y >= -0.001 and box.y + box.height <= plan.bottom + 0.001 for box in boxes)
    assert all(box.x >= -0.001 and box.x + box.width <= width + 0.001 for box in boxes if not plan.numbered)
    inside = Box(plan.x - 0.6 * plan.radius, plan.y - 0.6 * plan.radius, 1.2 * plan.radius, 1.2 * plan.radius)
    assert not any(inside.meets(box) for box in boxes)


def test_names_have_room_on_a_page_and_numbers_in_a_narrow_place() -> None:
    wide, narrow = plan_of(FOUR, 480, measure, size=9), plan_of(FOUR, 200, measure, size=14)
    assert not wide.numbered
    assert [" ".join(label.lines) for label in wide.labels if label is not None] == list(PILLARS)
    assert narrow.numbered
    texts = [shape.text for shape in wheel_chart(FOUR, 200, measure, size=14).shapes if isinstance(shape, Words)]
    assert "1" in texts
    assert " ".join(texts).count("Leadership") == 1


def test_each_mark_stands_where_its_level_is() -> None:
    plan = plan_of(FOUR, 480, measure, size=9)
    shapes = wheel_chart(FOUR, 480, measure, size=9).shapes
    discs = [
        (one.x + one.radius, one.y + one.radius) for one in shapes if isinstance(one, Bar) and one.colour == "accent"
    ]
    wanted = [plan.point(spoke, level - 1) for spoke, level in enumerate((5, 4, 4, 3))]
    assert [point == pytest.approx(place) for point, place in zip(discs, wanted, strict=False)] == [True] * 4
    areas = [one for one in shapes if isinstance(one, Path) and one.fill == "accent_soft"]
    assert len(areas) == 4
    outline = [one for one in shapes if isinstance(one, Rule) and one.colour == "accent" and one.weight == 2.0]
    assert len(outline) == 4 + 1  # and the sign of the key


def test_nothing_is_made_up_for_what_is_not_marked() -> None:
    three = tuple(replace(spoke, now=None) if place == 0 else spoke for place, spoke in enumerate(FOUR.spokes))
    shapes = wheel_chart(replace(FOUR, spokes=three, earlier=""), 480, measure).shapes
    assert len([one for one in shapes if isinstance(one, Path) and one.fill == "accent_soft"]) == 2
    assert not [one for one in shapes if isinstance(one, Rule) and one.colour == "ink3"]
    empty = wheel_chart(Wheel((), (), ""), 300, measure)
    assert empty.description == "Nothing to mark."
    unknown = wheel_chart(Wheel((5, 6), (Spoke("One", 9), Spoke("Two", 5)), ""), 300, measure)
    assert not [one for one in unknown.shapes if isinstance(one, Path) and one.fill == "accent_soft"]


def test_it_says_every_figure() -> None:
    assert describe_wheel(replace(FOUR, spokes=FOUR.spokes[::3])) == (
        "Professional practice: level 5 now, level 6 wanted, level 4 on 17 September 2025."
        " Evidence, research and development: level 3 now, level 4 wanted."
    )
    assert describe_wheel(Wheel((1,), (Spoke("Leadership", before=1),))) == "Leadership: no level marked."


def test_hatching_stays_inside() -> None:
    square = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    lines = list(hatching(square, 4.0))
    assert len(lines) == 4  # of those whose sum is 4, 8, 12 and 16
    for x1, y1, x2, y2 in lines:
        assert x1 + y1 == pytest.approx(x2 + y2)
        assert all(0 <= value <= 10 for value in (x1, y1, x2, y2))
