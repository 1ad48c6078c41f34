"""The app's icons as strokes."""

from __future__ import annotations

from importlib.resources import files

import pytest

from otcpd.domain.activity import Category
from otcpd.portfolio.charts.category_icons import CATEGORY_ICONS
from otcpd.portfolio.charts.icons import category_icon, icon
from otcpd.portfolio.charts.shapes import Close, Curve, Move, Path

ICONS = sorted(path.name.removesuffix(".svg") for path in (files("otcpd") / "resources" / "icons").iterdir())


def ends(path: Path) -> list[tuple[float, float]]:
    """Where each stroke of a path ends."""
    return [step[-2:] for step in path.steps if not isinstance(step, Close)]


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_read_and_stays_within_its_square(name: str) -> None:
    path = icon(name, 100.0, 50.0, 12.0, "ink")
    assert isinstance(path.steps[0], Move)
    assert len(path.steps) > 1
    assert all(100 <= x <= 112 and 50 <= y <= 62 for x, y in ends(path))
    assert path.weight == pytest.approx(1.75 / 2)


def test_curves_keep_their_shape() -> None:
    """The round of the rosette has its centre at (12, 8.8) and a radius of 5."""
    rosette = icon("rosette", 0.0, 0.0, 24.0, "ink")
    curves = [step for step in rosette.steps if isinstance(step, Curve)]
    assert len(curves) == 4
    for curve in curves:
        assert (curve.x - 12) ** 2 + (curve.y - 8.8) ** 2 == pytest.approx(25)


def test_each_category_has_its_own_icon_and_colour() -> None:
    icons = [category_icon(mark, 0.0, 0.0, 10.0) for mark in ("", *Category)]
    assert len({one.steps for one in icons}) == len(icons)
    assert [one.colour for one in icons] == ["ink3", *Category]


def test_an_unknown_category_looks_like_one_not_sorted_yet() -> None:
    assert category_icon("gone", 0.0, 0.0, 10.0) == category_icon("", 0.0, 0.0, 10.0)


def test_the_names_are_icons() -> None:
    assert set(CATEGORY_ICONS.values()) <= set(ICONS)
    with pytest.raises(FileNotFoundError):
        icon("no such icon", 0.0, 0.0, 10.0, "ink")
