"""A word on a rounded ground, painted where widgets of its own would be too many: in cards and rows."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from otcpd.ui.painting import rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_SIDE = 10
_HEIGHT = 24


def chip_width(theme: Theme, word: str) -> int:
    """How wide a chip with this word is, in pixels; 0 without one."""
    return ceil(theme.width(Role.META_STRONG, word)) + 2 * theme.gap(_SIDE) if word else 0


def paint_chip(painter: QPainter, theme: Theme, right: float, middle: float, word: str, *, strong: bool) -> None:
    """A chip that ends at `right`, round a height; `strong` has the accent, for what is good to know."""
    width, height = chip_width(theme, word), theme.px(_HEIGHT)
    area = QRectF(right - width, middle - height / 2, width, height)
    edge = None if strong else theme.colour("line")
    rounded(painter, area, height / 2, theme.colour("accent_soft" if strong else "sunken"), edge)
    painter.setFont(theme.font(Role.META_STRONG if strong else Role.META))
    painter.setPen(theme.colour("accent" if strong else "ink2"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)
