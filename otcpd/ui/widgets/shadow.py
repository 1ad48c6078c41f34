"""The one shadow: for menus, messages and dialogs, painted so that text stays sharp."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

REACH = 20
"""Pixels to leave round a surface for its shadow."""
_DROP = 6
_LAYERS = 10


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """A soft shadow of `rect`, falling a little downwards."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    layer = QColor(colour)
    layer.setAlphaF(colour.alphaF() / _LAYERS)
    painter.setBrush(layer)
    for place in range(_LAYERS):
        grow = (REACH - _DROP) * (place + 1) / _LAYERS - 4
        painter.drawRoundedRect(rect.adjusted(-grow, -grow + _DROP, grow, grow + _DROP), radius + grow, radius + grow)
