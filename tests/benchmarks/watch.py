"""Tells, from inside a starting program, when its first window can be used."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QWidget


class _Waiting(QObject):
    """Waits until a window can be used, prints what was found, and ends the program.

    It looks with the event loop idle: what the window had to do at once is done then, its first painting included.
    """

    def __init__(self, app: QApplication, begun: float) -> None:
        """`begun` is the instant to count from."""
        super().__init__(app)
        self._app = app
        self._begun = begun
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def usable(self, window: QMainWindow) -> bool:
        """Whether a window that is on the screen can be used."""
        raise NotImplementedError

    def _look(self) -> None:
        if not any(self._ready(window) for window in self._app.topLevelWidgets()):
            return
        self._timer.stop()
        self.tell()
        sys.stdout.flush()
        os._exit(0)  # closing is not what is measured

    def tell(self) -> None:
        """Print what was found."""
        elapsed = (time.time() - self._begun) * 1000
        import psutil  # not before, for it belongs to neither window

        memory = psutil.Process().memory_info().rss / 1e6
        sys.stdout.write(f"{elapsed:.1f} {memory:.1f}\n")

    def _ready(self, window: QWidget) -> bool:
        handle = window.windowHandle()
        return isinstance(window, QMainWindow) and handle is not None and handle.isExposed() and self.usable(window)


class Watch(_Waiting):
    """Of some kinds of widget one must stand in the window: a list with rows, a field for typing."""

    def __init__(self, app: QApplication, begun: float, *needed: type[QWidget]) -> None:
        super().__init__(app, begun)
        self._needed = needed

    def usable(self, window: QMainWindow) -> bool:
        return all(any(_ready(widget) for widget in window.findChildren(kind)) for kind in self._needed)


class WatchHome(_Waiting):
    """Home must stand there with its figures and its button for a new activity.

    With `log` the log is gone to then, and must stand there with its list filled and a field to type in.
    """

    def __init__(self, app: QApplication, begun: float, *, log: bool) -> None:
        super().__init__(app, begun)
        self._log = log

    def usable(self, window: QMainWindow) -> bool:
        from otcpd.ui.pages.home.page import HomePage
        from otcpd.ui.shell.main_window import MainWindow

        assert isinstance(window, MainWindow)
        page = window.page
        if isinstance(page, HomePage):
            shown = page.overview is not None and page.cycle.isVisible() and page.new_activity.isVisible()
            if shown and self._log:
                window.go_to("log")
            return shown and not self._log
        return all(any(_ready(widget) for widget in page.findChildren(kind)) for kind in (QListView, QLineEdit))


def _ready(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled()):
        return False
    model = widget.model() if isinstance(widget, QListView) else None
    return not isinstance(widget, QListView) or (model is not None and model.rowCount() > 0)
