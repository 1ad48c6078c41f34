"""A process of its own that opens a window and says, once it is usable, how long that took and the memory.

`python -m tests.benchmarks.start_window BEGUN bare`, `… BEGUN list` or `… BEGUN ours RECORD`. BEGUN is the
instant (`time.time()`) at which the parent started this process. Prints the milliseconds since then and
the resident memory in MB.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QWidget


class Watch(QObject):
    """Waits for the first window that can be used, prints the figures, and ends the program.

    It looks with the event loop idle: what the window had to do at once is done then, its first painting included.
    """

    def __init__(self, app: QApplication, begun: float, *needed: type[QWidget]) -> None:
        """`needed` are kinds of widget of which one must stand there: a list with rows, a field for typing."""
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


def bare(begun: float) -> None:
    """The least there is: an application and an empty window."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    Watch(app, begun)
    window.show()
    app.exec()


def with_list(begun: float) -> None:
    """A window with nothing but a list of 3,000 plain lines in it."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    view = QListView(window)
    view.setModel(QStringListModel([f"Activity {number}" for number in range(3000)], view))
    window.setCentralWidget(view)
    Watch(app, begun, QListView)
    window.show()
    app.exec()


def ours(begun: float, record: Path) -> None:
    """The whole program on a CPD file, as `otcpd RECORD` starts it."""
    from otcpd.app import make_services, open_window

    app = QApplication(sys.argv[:1])
    Watch(app, begun, QListView, QLineEdit)
    open_window(make_services(), record)


if __name__ == "__main__":
    started = float(sys.argv[1])
    if sys.argv[2] == "ours":
        ours(started, Path(sys.argv[3]))
    elif sys.argv[2] == "list":
        with_list(started)
    else:
        bare(started)
