"""How the window divides its width: the table of the look, section 5."""

from __future__ import annotations

from typing import NamedTuple

NO_MOST = 16_777_215
"""Qt's own word, which PySide does not offer, for a widget that may be as large as it likes."""


class Layout(NamedTuple):
    """What fits. Lengths are logical pixels at 100 % text size."""

    sidebar: int
    rail: bool
    """The sidebar shows icons only."""
    edge: int
    """Space at the left and right of a page."""
    list_width: int
    header_in_one_line: bool
    filters_in_one_button: bool
    one_pane: bool
    """List and detail take turns."""
    stacked: bool
    """Labels wrap and rows of buttons stand on top of each other."""


WIDE = Layout(228, False, 40, 502, False, False, False, False)
MEDIUM = Layout(176, False, 24, 348, True, True, False, False)
NARROW = Layout(64, True, 24, 0, True, True, True, False)
SMALL = Layout(64, True, 16, 0, True, True, True, True)

LEAST_WINDOW, USUAL_SIZE = (640, 440), (1280, 800)
LOW_PAGE = 320
"""A page lower than this, at 100 %, leaves out what its list can do without."""
FORM_MAX, PAGE_MAX = 820, 1320
LIST_MIN, LIST_MAX = 320, 560


def layout_for(width: float, factor: float) -> Layout:
    """The layout of a window `width` logical pixels wide at text size `factor`."""
    fitting = width / factor
    if fitting >= 1280:
        return WIDE
    if fitting >= 1000:
        return MEDIUM
    return NARROW if fitting >= 720 else SMALL
