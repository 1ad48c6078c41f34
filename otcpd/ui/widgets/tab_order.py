"""Tab follows the eye: what came into a form later is reached where it stands, and not at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(first: QWidget, others: Sequence[QWidget]) -> None:
    """After `first`, Tab goes through `others` in order, and then where it went before."""
    for other in others:
        for one in (*_frames(other), other):
            QWidget.setTabOrder(first, one)
            first = one


def tab_stops(inside: QWidget) -> list[QWidget]:
    """What takes the focus inside, in the order it was put there; lists that pop up are windows of their own.

    What only arrows or clicks reach is among them, for Tab goes on from there as well.
    """
    found = inside.findChildren(QWidget)
    return [one for one in found if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.window() is inside.window()]


def _frames(widget: QWidget) -> list[QWidget]:
    """What hands its focus to this widget, the outermost first.

    Tab leads to such a frame as well: left where it was, it would call Tab back into the middle, for ever.
    """
    found: list[QWidget] = []
    frame = widget.parentWidget()
    while frame is not None and frame.focusProxy() in (widget, *found):
        found.insert(0, frame)
        frame = frame.parentWidget()
    return found
