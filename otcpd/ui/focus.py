"""Where the focus goes when something ends by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def holds_focus(place: QWidget, *own: QWidget) -> bool:
    """Whether one of `own` has the focus of the window, or nothing there has it, while `place` is on show.

    The person may have gone on to something else while work was under way: what she types there stays there.
    """
    if not place.isVisible():
        return False
    holder = place.window().focusWidget()
    return holder is None or not holder.isVisible() or holder in own


def give_focus(target: QWidget) -> None:
    """Put the focus there without anybody having asked for it."""
    target.setFocus(Qt.FocusReason.OtherFocusReason)
