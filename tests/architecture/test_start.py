"""What the first window does without: each of these was measured and found too dear for every start."""

from __future__ import annotations

import subprocess
import sys

import pytest

FIRST_WINDOW = "otcpd.cli", "otcpd.ui.start", "otcpd.ui.pages.home.page"
"""What `otcpd FILE` has imported when Home is on the screen."""

WITHOUT = (
    "asyncio",
    "decimal",
    "email",
    "filelock",
    "hashlib",
    "http",
    "multiprocessing",
    "secrets",
    "unittest",
    "otcpd.actions.activities",
    "otcpd.actions.own_types",
    "otcpd.record.evidence",
    "otcpd.record.history",
)


def _after_start(program: str) -> list[str]:
    """What `program` prints in a process that imported what the first window needs, the way the program does."""
    begin = "import importlib, linecache, sys\nfrom otcpd import app\napp.import_qt()\n"
    imports = "".join(f"importlib.import_module({name!r})\n" for name in FIRST_WINDOW)
    done = subprocess.run([sys.executable, "-c", begin + imports + program], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(f"print(*sorted(set(sys.modules) & {set(WITHOUT)!r}))", id="libraries"),
        pytest.param("print(*sorted(path for path in linecache.cache if 'otcpd' in path))", id="our own source"),
    ],
)
def test_the_first_window_does_without(program: str) -> None:
    assert _after_start(program) == []
