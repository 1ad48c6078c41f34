"""A process of its own that opens a window and says, once it is usable, how long that took and the memory.

`python -m tests.benchmarks.start_window bare` or `… ours RECORD`. Prints milliseconds since the process
began and the resident memory in MB.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class Watch(QObject):
    """Waits for the first window that answers, prints the figures, and ends the program."""

    def __init__(self, app: QApplication, *, list_filled: bool) -> None:
        super().__init__(app)
        self._app = app
        self._list_filled = list_filled
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        if not any(self._usable(window) for window in self._app.topLevelWidgets()):
            return
        self._timer.stop()
        process = psutil.Process()
        elapsed = (time.time() - process.create_time()) * 1000
        sys.stdout.write(f"{elapsed:.1f} {process.memory_info().rss / 1e6:.1f}\n")
        sys.stdout.flush()
        os._exit(0)  # closing is not what is measured

    def _usable(self, window: object) -> bool:
        if not isinstance(window, QMainWindow) or not window.isVisible():
            return False
        if not self._list_filled:
            return True
        return any(_rows(view) > 0 for view in window.findChildren(QListView) if view.isVisible())


def _rows(view: QListView) -> int:
    model = view.model()
    return model.rowCount() if model is not None else 0


def bare() -> None:
    """The least there is: an application and an empty window."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    Watch(app, list_filled=False)
    window.show()
    app.exec()


def ours(record: Path) -> None:
    """The whole program on a CPD file, as `otcpd RECORD` starts it."""
    from otcpd.app import make_services, open_window

    app = QApplication(sys.argv[:1])
    Watch(app, list_filled=True)
    open_window(make_services(), record)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(Path(sys.argv[2]))
