"""What the first window does without: each of these was measured and found too dear for every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.ports import FixedClock
from tests.record.support import add_activity, new_record

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


def test_the_first_window_does_without(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "eilidh.otcpd"
    with new_record(path, clock) as record:
        add_activity(record)
    done = subprocess.run(
        [sys.executable, "-m", "tests.architecture.first_window", str(path)],
        env={**os.environ, "OTCPD_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    imported = done.stdout.split("\n")
    assert "otcpd.ui.pages.home.page" in imported
    assert [name for name in imported if name in WITHOUT] == []
    assert [name for name in imported if name.endswith(".py")] == [], "source of ours that was read"
