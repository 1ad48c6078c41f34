"""Whether this machine lets tests mount small disks of their own. Where it does not, they are left out in sight."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence

import pytest

APART = ("unshare", "--map-root-user", "--mount", "sh", "-c")
"""Runs a shell script that may mount what it likes: nobody outside sees it."""


def can_mount() -> bool:
    """Whether a disk can be mounted for this process to see."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        return _works("mount", "-t", "tmpfs", "tmpfs", folder) and _works("umount", folder)


def can_mount_apart() -> bool:
    """Whether a child process can mount one for itself, which needs no root but not every container allows."""
    return sys.platform == "linux" and shutil.which(APART[0]) is not None and _works(*APART, "mount -t tmpfs none /tmp")


NEEDS: Mapping[str, Callable[[], bool]] = {"small_disk": can_mount, "small_disk_apart": can_mount_apart}
"""Markers of tests, and what each needs of the machine."""


def impossible_here(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The tests that need a disk which cannot be had.

    Raises UsageError where CI is set: there all of them have to run.
    """
    marked = {name: [item for item in items if item.get_closest_marker(name)] for name in NEEDS}
    lacking = [item for name, found in marked.items() if found and not NEEDS[name]() for item in found]
    if lacking and os.environ.get("CI"):
        raise pytest.UsageError(f"{len(lacking)} tests need to mount a small disk, and this machine does not let them.")
    return lacking


def _works(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
