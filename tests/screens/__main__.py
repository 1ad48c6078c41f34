"""Pictures of every page, dialog and state: `python -m tests.screens [OUT] [--for-docs] [--only NAME]`.

Without OUT they go into `tests/screens/out`, which git does not keep: `one/` has single pictures, `sheets/` has them
small, many on a sheet. `--only` takes those states whose name begins so. `--for-docs` makes the few for README and
docs.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

from PySide6.QtWidgets import QApplication

from tests.screens import gallery
from tests.screens.for_docs import write_for_docs
from tests.screens.shooting import shoot, write_sheets
from tests.screens.stage import Stage

OUT = Path(__file__).parent / "out"


def main(arguments: list[str]) -> int:
    """Write the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    parser.add_argument("--for-docs", action="store_true")
    parser.add_argument("--only", default="")
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    app = QApplication(sys.argv[:1])
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(app, Path(folder))
        if given.for_docs:
            pictures = write_for_docs(stage, given.out)
        else:
            pictures = shoot(stage, given.out / "one", given.only)
            write_sheets(given.out / "one", given.out / "sheets")
        stage.close()
    if not (given.for_docs or given.only):
        gallery.write(given.out / "components")
    sys.stdout.write(f"{len(pictures)} pictures in {given.out}, {time.monotonic() - begun:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
