"""A process of its own that opens a file and says, once Home stands there, what it has imported for that.

`python -m tests.architecture.first_window RECORD` prints a name a line: modules, and files of ours whose source was
read.
"""

from __future__ import annotations

import linecache
import sys
from pathlib import Path

import otcpd
from otcpd.actions.services import Services
from otcpd.app import import_qt, make_services, open_window
from otcpd.cli import run

OURS = otcpd.__path__[0]


def open_watched(services: Services, path: Path | None) -> int:
    """What the command line does when a window is wanted, with somebody who looks."""
    import_qt()
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.watch import WatchHome

    class Imported(WatchHome):
        def tell(self) -> None:
            read = (name for name in linecache.cache if name.startswith(OURS))
            sys.stdout.write("\n".join([*sys.modules, *read]))

    Imported(QApplication(sys.argv[:1]), 0, log=False)
    return open_window(services, path)


if __name__ == "__main__":
    sys.exit(run([sys.argv[1]], make_services(), open_watched))
