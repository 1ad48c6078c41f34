"""A process of its own that opens a window and says, once it is usable, how long that took and the memory.

`python -m tests.benchmarks.start_window BEGUN bare`, `… BEGUN list`, `… BEGUN ours RECORD` or `… BEGUN log RECORD`.
BEGUN is the instant (`time.time()`) at which the parent started this process. Prints the milliseconds since then and
the resident memory in MB. Our window is usable when Home stands there with its figures and its buttons; with `log`,
when somebody who then went to the log has its list filled and a field to type in.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from otcpd.actions.services import Services


def bare(begun: float) -> None:
    """The least there is: an application and an empty window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    from tests.benchmarks.watch import Watch

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    Watch(app, begun)
    window.show()
    app.exec()


def with_list(begun: float) -> None:
    """A window with nothing but a list of 3,000 plain lines in it."""
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QApplication, QListView, QMainWindow

    from tests.benchmarks.watch import Watch

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    view = QListView(window)
    view.setModel(QStringListModel([f"Activity {number}" for number in range(3000)], view))
    window.setCentralWidget(view)
    Watch(app, begun, QListView)
    window.show()
    app.exec()


def ours(begun: float, record: str, *, log: bool) -> None:
    """The whole program, as `otcpd RECORD` runs it: the command line finds that the window is wanted."""
    from otcpd.app import make_services, open_window
    from otcpd.cli import run

    def open_watched(services: Services, path: Path | None) -> int:
        from PySide6.QtWidgets import QApplication

        from tests.benchmarks.watch import WatchHome

        WatchHome(QApplication(sys.argv[:1]), begun, log=log)
        return open_window(services, path)

    sys.exit(run([record], make_services(), open_watched))


if __name__ == "__main__":
    started = float(sys.argv[1])
    if sys.argv[2] in ("ours", "log"):
        ours(started, sys.argv[3], log=sys.argv[2] == "log")
    elif sys.argv[2] == "list":
        with_list(started)
    else:
        bare(started)
