"""The look of the page: measures in points, colours and text styles (look.md, "Profile PDF")."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_WIDTH, PAGE_HEIGHT = 595.2756, 841.8898
"""A4."""

MARGIN = 17 * 72 / 25.4
TOP = 44.0
BOTTOM = 66.0
"""Where the text area begins and ends, from the page's upper and lower edge; the footer is below it."""

WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
FOOTER_RULE = 47.0
FOOTER_TEXT = 31.0
"""Heights of the footer's rule and baseline above the page's lower edge."""

INK = "#1D2320"
INK2 = "#4A524D"
ACCENT = LINK = "#1B5C47"
SUNKEN = "#F2F1EC"
LINE = "#E1DFD8"
STRONG_LINE = "#C6C6BE"
WARN_SOFT = "#FBF0D9"
WARN_LINE = "#E4C88A"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is set: size and line height in points, colour, and whether all of it is semi-bold."""

    size: float
    leading: float
    colour: str = INK
    bold: bool = False


TITLE = TextStyle(26, 32, INK, bold=True)
SUBTITLE = TextStyle(12, 17, INK2)
PART = TextStyle(14, 19, ACCENT, bold=True)
SECTION = TextStyle(11, 15, INK, bold=True)
LEAD = TextStyle(10.3, 15, INK2)
BODY = TextStyle(10, 14.5)
BODY_BOLD = TextStyle(10, 14.5, INK, bold=True)
BODY_QUIET = TextStyle(10, 14.5, INK2)
NOTE = TextStyle(9, 13, INK2)
FIGURE = TextStyle(20, 26, INK, bold=True)
CELL = TextStyle(9, 12.6)
CELL_HEAD = TextStyle(9, 12.6, INK2, bold=True)
FOOTER = TextStyle(8.6, 11, INK2)
