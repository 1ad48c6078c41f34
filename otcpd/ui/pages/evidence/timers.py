"""Things the page does a moment later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(parent: QObject, wait: int, do: Callable[[], None]) -> QTimer:
    """A timer that does something once, `wait` milliseconds after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(do)
    return timer
