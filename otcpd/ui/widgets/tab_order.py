"""Tab follows the eye: what came into a form later is reached where it stands, and not at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(first: QWidget, others: Sequence[QWidget]) -> None:
    """After `first`, Tab goes through `others` in order, and then where it went before."""
    for other in others:
        QWidget.setTabOrder(first, other)
        first = other


def tab_stops(inside: QWidget) -> list[QWidget]:
    """What takes the focus inside, in the order it was put there; lists that pop up are windows of their own.

    What only arrows or clicks reach is among them, for Tab goes on from there as well.
    """
    found = inside.findChildren(QWidget)
    return [one for one in found if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.window() is inside.window()]
