"""When a widget that loses the focus keeps it all the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_ITSELF = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def comes_by_itself(event: QFocusEvent) -> bool:
    """Whether the focus comes with its window, or because a pop-up has closed: nobody moved it."""
    return event.reason() in _BY_ITSELF


def is_kept(widget: QWidget, event: QFocusEvent) -> bool:
    """Whether the focus that goes now will be back by itself: another window or a pop-up has come before this one.

    Qt gives the same reasons where the focus goes on to another widget of the window, or the pop-up that `widget` is
    in has been closed: then it is lost.
    """
    window = widget.window()
    return comes_by_itself(event) and window.focusWidget() is widget and not window.isHidden()
