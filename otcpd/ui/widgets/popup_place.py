"""Where what opens from a control goes: beside it, never over it, inside the window and the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from otcpd.ui.widgets.painted_button import PaintedButton

APART = 4
"""Pixels between a control and what opens from it."""
_MARGIN = 40
"""Pixels at the sides of a window that pages keep free."""


def painted(control: QWidget) -> QRect:
    """The part of a control that is seen, on the screen: buttons keep room round themselves for the focus ring."""
    body = control.body().toAlignedRect() if isinstance(control, PaintedButton) else control.rect()
    return QRect(control.mapToGlobal(body.topLeft()), body.size())


def room_beside(control: QWidget) -> int:
    """The most pixels that something may be high that opens below the control, or above it where more room is."""
    screen, seen = control.screen().availableGeometry(), painted(control)
    below, above = _rooms(seen, screen)
    return min(max(below, above), screen.height())


def place_below(popup: QWidget, control: QWidget) -> None:
    """Put `popup` below `control`, or above it where the screen ends."""
    popup.move(place_of(popup.size(), control))


def place_of(size: QSize, control: QWidget) -> QPoint:
    """The corner, on the screen, of something of this size that opens from `control`."""
    screen = control.screen().availableGeometry()
    return placed(size, painted(control), _window_of(control).geometry(), screen)


def placed(size: QSize, control: QRect, window: QRect, screen: QRect) -> QPoint:
    """Left edge to left edge; right edge to right edge where it would come too near to the window's right edge.

    It stays inside the window if that is wide enough, and inside the screen.
    """
    room = window.intersected(screen)
    if room.width() < size.width():
        room = screen
    x = control.left()
    in_right_half = control.center().x() > window.center().x()
    if in_right_half and x + size.width() > window.right() + 1 - _MARGIN:
        x = control.right() + 1 - size.width()
    x = max(room.left(), min(x, room.right() + 1 - size.width()))
    below, above = _rooms(control, screen)
    y = control.bottom() + 1 + APART
    if size.height() > below and above > below:
        y = control.top() - APART - size.height()
    y = max(screen.top(), min(y, screen.bottom() + 1 - size.height()))
    return QPoint(x, y)


def _rooms(control: QRect, screen: QRect) -> tuple[int, int]:
    """Pixels below and above a control."""
    return screen.bottom() - control.bottom() - APART, control.top() - screen.top() - APART


def _window_of(control: QWidget) -> QWidget:
    """The window that a control is in, also when it is in something that opened from it."""
    window = control.window()
    while window.windowType() is Qt.WindowType.Popup and (parent := window.parentWidget()) is not None:
        window = parent.window()
    return window
