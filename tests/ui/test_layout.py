"""What fits at which width."""

from __future__ import annotations

import pytest

from otcpd.ui.layout import MEDIUM, NARROW, SMALL, WIDE, Layout, layout_for


@pytest.mark.parametrize(
    ("width", "factor", "layout"),
    [
        (1440, 1.0, WIDE),
        (1280, 1.0, WIDE),
        (1279, 1.0, MEDIUM),
        (1093, 1.0, MEDIUM),
        (1000, 1.0, MEDIUM),
        (911, 1.0, NARROW),
        (1440, 1.5, NARROW),
        (720, 1.0, NARROW),
        (683, 1.0, SMALL),
        (1366, 2.0, SMALL),
    ],
)
def test_the_layout_follows_width_and_text_size(width: float, factor: float, layout: Layout) -> None:
    assert layout_for(width, factor) is layout


def test_the_sidebar_has_three_widths() -> None:
    assert [layout.sidebar for layout in (WIDE, MEDIUM, NARROW, SMALL)] == [228, 176, 64, 64]
