"""Tells, from inside a starting program, when its first window can be used."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QWidget


class Watch(QObject):
    """Waits for the first window that can be used, prints the figures, and ends the program.

    It looks with the event loop idle: what the window had to do at once is done then, its first painting included.
    """

    def __init__(self, app: QApplication, begun: float, *needed: type[QWidget]) -> None:
        """`begun` is the instant to count from; `needed` are kinds of widget of which one must stand there: a list
        with rows, a field for typing."""
        super().__init__(app)
        self._app = app
        self._begun = begun
        self._needed = needed
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        if not any(self._usable(window) for window in self._app.topLevelWidgets()):
            return
        elapsed = (time.time() - self._begun) * 1000
        self._timer.stop()
        import psutil  # not before, for it belongs to neither window

        memory = psutil.Process().memory_info().rss / 1e6
        sys.stdout.write(f"{elapsed:.1f} {memory:.1f}\n")
        sys.stdout.flush()
        os._exit(0)  # closing is not what is measured

    def _usable(self, window: QWidget) -> bool:
        handle = window.windowHandle()
        if not isinstance(window, QMainWindow) or handle is None or not handle.isExposed():
            return False
        return all(any(_ready(widget) for widget in window.findChildren(kind)) for kind in self._needed)


def _ready(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled()):
        return False
    model = widget.model() if isinstance(widget, QListView) else None
    return not isinstance(widget, QListView) or (model is not None and model.rowCount() > 0)
